import application from '@jupyterlab/application-extension';
import apputils from '@jupyterlab/apputils-extension';
import cellToolbar from '@jupyterlab/cell-toolbar-extension';
import codemirror from '@jupyterlab/codemirror-extension';
import completer from '@jupyterlab/completer-extension';
import docmanager from '@jupyterlab/docmanager-extension';
import documentsearch from '@jupyterlab/documentsearch-extension';
import filebrowser from '@jupyterlab/filebrowser-extension';
import fileeditor from '@jupyterlab/fileeditor-extension';
import imageviewer from '@jupyterlab/imageviewer-extension';
import * as json from '@jupyterlab/json-extension';
import launcher from '@jupyterlab/launcher-extension';
import logconsole from '@jupyterlab/logconsole-extension';
import mainmenu from '@jupyterlab/mainmenu-extension';
import markdownviewer from '@jupyterlab/markdownviewer-extension';
import markedparser from '@jupyterlab/markedparser-extension';
import mathjax from '@jupyterlab/mathjax-extension';
import metadataform from '@jupyterlab/metadataform-extension';
import notebook from '@jupyterlab/notebook-extension';
import rendermime from '@jupyterlab/rendermime-extension';
import running from '@jupyterlab/running-extension';
import services from '@jupyterlab/services-extension';
import settingeditor from '@jupyterlab/settingeditor-extension';
import shortcuts from '@jupyterlab/shortcuts-extension';
import statusbar from '@jupyterlab/statusbar-extension';
import themeDark from '@jupyterlab/theme-dark-extension';
import themeDarkHighContrast from '@jupyterlab/theme-dark-high-contrast-extension';
import themeLight from '@jupyterlab/theme-light-extension';
import toc from '@jupyterlab/toc-extension';
import tooltip from '@jupyterlab/tooltip-extension';
import translation from '@jupyterlab/translation-extension';
import uiComponents from '@jupyterlab/ui-components-extension';
import * as vega5 from '@jupyterlab/vega5-extension';
import liteServices from '@jupyterlite/services-extension';
import { isWanted } from './disabled';

// A module has one plugin or several.
const modules = [
  application,
  apputils,
  cellToolbar,
  codemirror,
  completer,
  docmanager,
  documentsearch,
  filebrowser,
  fileeditor,
  imageviewer,
  launcher,
  logconsole,
  mainmenu,
  markdownviewer,
  markedparser,
  mathjax,
  metadataform,
  notebook,
  rendermime,
  running,
  services,
  settingeditor,
  shortcuts,
  statusbar,
  themeDark,
  themeDarkHighContrast,
  themeLight,
  toc,
  tooltip,
  translation,
  uiComponents,
  liteServices
];

/** The plugins of JupyterLab that make up the app, without those that need a server. */
export const plugins = modules.flat().filter(plugin => isWanted(plugin.id));

/** The renderers that come as MIME extensions. */
export const mimeExtensions = [json, vega5];
