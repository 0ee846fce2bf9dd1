import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { ExpectedNotebooks } from '../kernel/expected';
import type { Hub } from '../kernel/hub';
import { IHub } from '../tokens';
import { pageStorage } from './page-storage';

/** The notebooks of this server that the browser remembers. */
export const expectedNotebooks = (): ExpectedNotebooks =>
  new ExpectedNotebooks(pageStorage(), `lessonbook:expected:${PageConfig.getBaseUrl()}`);

/** Remembers what runs on our kernels, so that the next page can prepare for it. */
export const expectedPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:expected',
  description: 'Remembers which notebooks run on TypeScript kernels.',
  autoStart: true,
  requires: [IHub],
  activate: (app: JupyterFrontEnd, hub: Hub) => {
    const expected = expectedNotebooks();
    app.serviceManager.sessions.runningChanged.connect(() =>
      expected.remember([...hub.sessions.values()].map(({ path }) => path))
    );
  }
};
