import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IWindowResolver } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { CommandIDs } from '../tokens';
import { requestedPaths, siteUrl, withoutPaths } from './address';
import { noticeOnce } from './notice';
import { openPreview, requestedPreview } from './preview';
import { whenShown } from './shown';

/** One workspace for every tab: another one would need an address of its own. */
const workspace: JupyterFrontEndPlugin<IWindowResolver> = {
  id: 'lessonbook:workspace',
  description: 'Names the workspace that the layout is kept in.',
  autoStart: true,
  provides: IWindowResolver,
  activate: () => ({ name: 'default' })
};

const opener: JupyterFrontEndPlugin<void> = {
  id: 'lessonbook:opener',
  description: 'Opens the files that the address asks for.',
  autoStart: true,
  requires: [IDocumentManager],
  activate: (app, documents: IDocumentManager) => {
    void app.restored.then(() => {
      const paths = requestedPaths(location.href);
      if (paths.length > 0) {
        history.replaceState(history.state, '', withoutPaths(location.href));
        paths.forEach(path => documents.openOrReveal(path));
      }
      const preview = requestedPreview(location.href);
      if (paths.length === 0 && preview === undefined && isEmpty(app.shell)) {
        void app.commands.execute(CommandIDs.home);
      }
      if (preview !== undefined) {
        const { contents } = app.serviceManager;
        openPreview(preview, siteUrl(document.baseURI), contents, documents).catch(
          (error: unknown) => {
            const reason = error instanceof Error ? error.message : String(error);
            noticeOnce(`The preview could not be opened: ${reason}`, 'error');
          }
        );
      }
      // A restored layout shows a document without making it the current one, so that saving and
      // the status bar would wait for a click.
      void whenShown(app.shell).then(() => {
        const shown = [...app.shell.widgets('main')].find(widget => widget.isVisible);
        if (shown) {
          app.shell.activateById(shown.id);
        }
      });
    });
  }
};

/** Whether nothing is open but the launcher, as where somebody comes for the first time. */
const isEmpty = (shell: JupyterFrontEnd.IShell): boolean =>
  [...shell.widgets('main')].every(({ id }) => id.startsWith('launcher-'));

export const routerPlugins = [workspace, opener];
