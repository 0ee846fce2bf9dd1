import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { ITranslator } from '@jupyterlab/translation';
import { browserName, exclusively } from '../progress/browser';
import { ProgressRecord } from '../progress/record';
import { WaitingLines } from '../progress/waiting';
import { IProgress } from '../tokens';
import { reasonOf, sentences } from './in-words';
import { pageStorage } from './page-storage';

/** The learner's record, read when JupyterLab is up. */
export const progressPlugin: JupyterFrontEndPlugin<ProgressRecord> = {
  id: 'jupyterlab-lessonbook:progress',
  description: 'Keeps the record of what the learner has tried and solved.',
  autoStart: true,
  provides: IProgress,
  optional: [ITranslator],
  activate: (app: JupyterFrontEnd, translator: ITranslator | null) => {
    const trans = sentences(translator);
    const { contents } = app.serviceManager;
    const waiting = new WaitingLines(
      pageStorage(),
      `lessonbook:attempt:${PageConfig.getBaseUrl()}:`
    );
    const record = new ProgressRecord({ contents, browser: browserName(), waiting, exclusively });
    record.damaged.connect((_, path) => {
      Notification.warning(
        trans.__('A part of your progress could not be read. It was kept as %1.', path),
        { autoClose: false }
      );
    });
    void app.restored
      .then(async () => {
        await record.load();
        await record.save();
      })
      .catch((error: unknown) => {
        const reason = reasonOf(error);
        Notification.warning(trans.__('Your progress could not be read: %1', reason), {
          autoClose: false
        });
      });
    // Another tab may have added to it meanwhile. If the server is gone, JupyterLab says so.
    const readAgain = () => {
      record
        .load()
        .then(() => record.save())
        .catch(() => undefined);
    };
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        readAgain();
      }
    });
    window.addEventListener('storage', ({ key, newValue }) => {
      if (waiting.owns(key) && newValue === null) {
        readAgain();
      }
    });
    return record;
  }
};
