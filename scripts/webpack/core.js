import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './shared.js';

/** What JupyterLab 4.6 hands to its extensions, of which there may be one copy on a page. */
const singletons = [
  '@codemirror/language',
  '@codemirror/state',
  '@codemirror/view',
  '@jupyter/react-components',
  '@jupyter/web-components',
  '@jupyter/ydoc',
  '@jupyterlab/application',
  '@jupyterlab/apputils',
  '@jupyterlab/cell-toolbar',
  '@jupyterlab/codeeditor',
  '@jupyterlab/codemirror',
  '@jupyterlab/completer',
  '@jupyterlab/console',
  '@jupyterlab/coreutils',
  '@jupyterlab/debugger',
  '@jupyterlab/docmanager',
  '@jupyterlab/documentsearch',
  '@jupyterlab/extensionmanager',
  '@jupyterlab/filebrowser',
  '@jupyterlab/fileeditor',
  '@jupyterlab/htmlviewer',
  '@jupyterlab/imageviewer',
  '@jupyterlab/inspector',
  '@jupyterlab/launcher',
  '@jupyterlab/logconsole',
  '@jupyterlab/lsp',
  '@jupyterlab/mainmenu',
  '@jupyterlab/markdownviewer',
  '@jupyterlab/mermaid',
  '@jupyterlab/metadataform',
  '@jupyterlab/notebook',
  '@jupyterlab/pluginmanager',
  '@jupyterlab/rendermime',
  '@jupyterlab/rendermime-interfaces',
  '@jupyterlab/services',
  '@jupyterlab/settingeditor',
  '@jupyterlab/settingregistry',
  '@jupyterlab/statedb',
  '@jupyterlab/statusbar',
  '@jupyterlab/terminal',
  '@jupyterlab/toc',
  '@jupyterlab/tooltip',
  '@jupyterlab/translation',
  '@jupyterlab/ui-components',
  '@jupyterlab/workspaces',
  '@lezer/common',
  '@lezer/highlight',
  '@lumino/algorithm',
  '@lumino/application',
  '@lumino/commands',
  '@lumino/coreutils',
  '@lumino/datagrid',
  '@lumino/disposable',
  '@lumino/domutils',
  '@lumino/dragdrop',
  '@lumino/keyboard',
  '@lumino/messaging',
  '@lumino/polling',
  '@lumino/properties',
  '@lumino/signaling',
  '@lumino/virtualdom',
  '@lumino/widgets',
  '@microsoft/fast-element',
  '@microsoft/fast-foundation',
  'react',
  'react-dom',
  'yjs'
];

/** What JupyterLab 4.6 also hands out, though other copies may stand beside it. */
const others = [
  '@jupyterlab/attachments',
  '@jupyterlab/cells',
  '@jupyterlab/docregistry',
  '@jupyterlab/nbformat',
  '@jupyterlab/observables',
  '@jupyterlab/outputarea'
];

/**
 * The range of versions that will do where `version` was built against. Patches of JupyterLab 4.6
 * differ from ours in both directions, and every later 4.x keeps the interfaces of 4.6.
 */
function compatibleRange(name, version) {
  const [major, minor] = version.split('.');
  const minorMatters = major === '0' || name.startsWith('@jupyterlab/');
  return minorMatters ? `^${major}.${minor}.0` : `^${major}.0.0`;
}

/**
 * The share map of a prebuilt extension: every package of JupyterLab's core that is installed here
 * comes from the page and is never bundled, also where only a bundled package imports it.
 *
 * @returns {Record<string, { import: false, singleton: boolean, requiredVersion: string }>}
 */
export function sharedWithCore() {
  /** @type {ReturnType<typeof sharedWithCore>} */
  const shared = {};
  for (const name of [...singletons, ...others]) {
    const file = path.join(root, 'node_modules', name, 'package.json');
    if (existsSync(file)) {
      const { version } = JSON.parse(readFileSync(file, 'utf8'));
      shared[name] = {
        import: false,
        singleton: singletons.includes(name),
        requiredVersion: compatibleRange(name, version)
      };
    }
  }
  return shared;
}
