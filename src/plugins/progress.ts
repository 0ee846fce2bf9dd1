import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { browserName, exclusively } from '../progress/browser';
import { ProgressRecord } from '../progress/record';
import { IProgress } from '../tokens';

/** The learner's record, read when JupyterLab is up. */
export const progressPlugin: JupyterFrontEndPlugin<ProgressRecord> = {
  id: 'jupyterlab-lessonbook:progress',
  description: 'Keeps the record of what the learner has tried and solved.',
  autoStart: true,
  provides: IProgress,
  optional: [ITranslator],
  activate: (app: JupyterFrontEnd, translator: ITranslator | null) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    const { contents } = app.serviceManager;
    const record = new ProgressRecord({ contents, browser: browserName(), exclusively });
    record.damaged.connect((_, path) => {
      Notification.warning(
        trans.__('A part of your progress could not be read. It was kept as %1.', path)
      );
    });
    void app.restored
      .then(() => record.load())
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        Notification.warning(trans.__('Your progress could not be read: %1', reason));
      });
    // Another tab may have added to it meanwhile. If the server is gone, JupyterLab says so.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        record.load().catch(() => undefined);
      }
    });
    return record;
  }
};
