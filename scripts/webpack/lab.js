import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { packageData, production, root } from './shared.js';

/** Commands that stand in JupyterLab's menus and that the app, without consoles or links, lacks. */
const absentCommands = new Set([
  'filebrowser:share-main',
  'fileeditor:create-console',
  'filemenu:create-console',
  'notebook:create-console',
  'notebook:create-subshell-console',
  'notebook:run-in-console',
  'running:kernel-new-console'
]);

/** The installed JupyterLab extensions, and our own, as `{ name, folder, data }`. */
export function labExtensions() {
  const { name, version } = packageData;
  const ours = { name, folder: root, data: { version, jupyterlab: { schemaDir: 'schema' } } };
  const installed = Object.keys(packageData.dependencies)
    .filter(name => name.endsWith('-extension'))
    .map(name => {
      const folder = path.join(root, 'node_modules', name);
      return { name, folder, data: readJson(path.join(folder, 'package.json')) };
    });
  return [...installed, ours];
}

/** The settings of all plugins with their schemas, as the settings service lists them. */
export function schemas(extensions) {
  return extensions.flatMap(({ name, folder, data }) => {
    const schemaFolder = path.join(folder, data.jupyterlab.schemaDir ?? 'schema');
    if (!existsSync(schemaFolder)) {
      return [];
    }
    return readdirSync(schemaFolder)
      .filter(file => file.endsWith('.json'))
      .sort()
      .map(file => ({
        id: `${name}:${path.basename(file, '.json')}`,
        raw: '{}',
        schema: withoutAbsent(readJson(path.join(schemaFolder, file))),
        settings: {},
        version: data.version
      }));
  });
}

/** A schema without the menu entries and shortcuts of commands that the app lacks. */
function withoutAbsent(value) {
  if (Array.isArray(value)) {
    return value.filter(item => !absentCommands.has(item?.command)).map(withoutAbsent);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, withoutAbsent(inner)])
    );
  }
  return value;
}

/** Every theme's style sheet as one file. */
export function themeStyles(extensions) {
  const themes = extensions.filter(({ data }) => data.jupyterlab.themePath);
  return Promise.all(
    themes.map(async ({ name, folder, data }) => {
      const { outputFiles } = await build({
        entryPoints: [path.join(folder, data.jupyterlab.themePath)],
        bundle: true,
        minify: production,
        write: false,
        legalComments: 'none',
        loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' }
      });
      return { name, styles: outputFiles[0].text };
    })
  );
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
