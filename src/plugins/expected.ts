import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { ExpectedNotebooks } from '../kernel/expected';
import type { Hub } from '../kernel/hub';
import type { NotebookClients } from '../language/notebook-clients';
import { IHub, ILanguages } from '../tokens';
import { pageStorage } from './page-storage';

/** The notebooks of this server that the browser remembers. */
export const expectedNotebooks = (): ExpectedNotebooks =>
  new ExpectedNotebooks(pageStorage(), `lessonbook:expected:${PageConfig.getBaseUrl()}`);

/** Whether a TypeScript notebook is about to be opened; in a JupyterLab it may never be. */
export const isNotebookExpected = (): boolean =>
  PageConfig.getOption('lessonbookServer') === 'false' ||
  expectedNotebooks().isExpected(PageConfig.getOption('treePath'));

/** Remembers what runs on our kernels, so that the next page can prepare for it. */
export const expectedPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:expected',
  description: 'Remembers which notebooks run on TypeScript kernels, and prepares for them.',
  autoStart: true,
  requires: [IHub, ILanguages],
  activate: (app: JupyterFrontEnd, hub: Hub, languages: NotebookClients) => {
    if (isNotebookExpected()) {
      // The types take more than a second to read, which nothing else is to wait for.
      void app.restored.then(() => whenIdle(() => languages.start()));
    }
    const expected = expectedNotebooks();
    app.serviceManager.sessions.runningChanged.connect(() =>
      expected.remember([...hub.sessions.values()].map(({ path }) => path))
    );
  }
};

/** Acts once the page has nothing else to do. Safari does not tell, and gets a second. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) {
    window.requestIdleCallback(act);
  } else {
    setTimeout(act, 1000);
  }
}
