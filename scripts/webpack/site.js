import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';
import { outputs, root } from './shared.js';
import { labExtensions, schemas, themeStyles } from './lab.js';
import { referenceFolder, referencePages } from './reference.js';

const { RawSource } = webpack.sources;

/** Adds to the app what is not code: the page, settings, themes and the runtime. */
export class SitePlugin {
  apply(compiler) {
    const { Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Site', compilation => {
      // After minimising, since these files are finished, and when names have their final hashes,
      // but before the offline copy is listed.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH + 100;
      compilation.hooks.processAssets.tapPromise({ name: 'Site', stage }, async () => {
        await this.addFiles(compilation);
        this.addPage(compilation);
      });
    });
  }

  async addFiles(compilation) {
    const add = (name, content) => compilation.emitAsset(name, new RawSource(content));
    const addFolder = (folder, to) => {
      compilation.contextDependencies.add(folder);
      for (const file of filesIn(folder)) {
        add(`${to}/${file}`, readFileSync(path.join(folder, file)));
      }
    };

    add('favicon.svg', readFileSync(path.join(root, 'style/lessonbook.svg')));
    // Keeps GitHub Pages from hiding files.
    add('.nojekyll', '');

    const extensions = labExtensions();
    add('schemas/all.json', JSON.stringify(schemas(extensions)));
    add('schemas/all_federated.json', '[]');
    for (const { name, styles } of await themeStyles(extensions)) {
      add(`themes/${name}/index.css`, styles);
    }

    compilation.contextDependencies.add(referenceFolder);
    for (const [name, page] of referencePages()) {
      add(`reference/${name}`, page);
    }

    for (const part of ['runtime', 'language']) {
      if (existsSync(path.join(outputs[part], 'manifest.json'))) {
        addFolder(outputs[part], part);
      } else {
        compilation.warnings.push(new Error(`build/${part} is missing: build it before the app`));
      }
    }
  }

  addPage(compilation) {
    const template = path.join(root, 'src/app/index.html');
    compilation.fileDependencies.add(template);
    const files = compilation.entrypoints.get('main').getFiles();
    const scripts = files.filter(file => file.endsWith('.js'));
    const styles = files.filter(file => file.endsWith('.css'));
    const light = 'themes/@jupyterlab/theme-light-extension/index.css';
    const head = [
      ...styles.map(file => `<link rel="stylesheet" href="${file}" />`),
      ...scripts.map(file => `<link rel="preload" as="script" href="${file}" />`),
      `<link rel="preload" as="style" href="${light}" />`
    ];
    const tags = scripts.map(file => `<script defer src="${file}"></script>`);
    const page = readFileSync(template, 'utf8')
      .replace('<!-- head -->', () => head.join('\n    '))
      .replace('<!-- scripts -->', () => tags.join('\n    '));
    compilation.emitAsset('index.html', new RawSource(page));
  }
}

/** The files under `folder` in a stable order, as paths with slashes; hidden ones are left out. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map(file => file.split(path.sep).join('/'))
    .filter(file => !file.split('/').some(step => step.startsWith('.')))
    .sort();
}
