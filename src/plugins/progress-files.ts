import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { ITranslator } from '@jupyterlab/translation';
import { download, pickFile } from '../app/file';
import { browserName } from '../progress/browser';
import type { ProgressRecord } from '../progress/record';
import { toStatements } from '../progress/xapi';
import { CommandIDs, IProgress } from '../tokens';
import { reasonOf, sentences } from './in-words';

/** Milliseconds for which good news are shown; without a number JupyterLab shows none. */
const SHOWN = 8000;

/** The learner's record out of the browser and in again; nothing leaves by itself. */
export const progressFilesPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:progress-files',
  description: 'Exports and imports the record of what the learner has tried and solved.',
  autoStart: true,
  requires: [IProgress],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    progress: ProgressRecord,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = sentences(translator);
    const add = (id: string, label: string, execute: () => unknown) => {
      app.commands.addCommand(id, { label, execute });
      palette?.addItem({ command: id, category: trans.__('Lessons') });
    };
    add(CommandIDs.exportProgress, trans.__('Export Your Progress'), () =>
      download(new Blob([progress.export()], { type: 'application/jsonl' }), 'progress.jsonl')
    );
    add(CommandIDs.exportStatements, trans.__('Export Your Progress as xAPI Statements'), () => {
      const statements = toStatements(progress.attempts, browserName());
      const text = JSON.stringify(statements, null, 2);
      download(new Blob([text], { type: 'application/json' }), 'xapi.json');
    });
    add(CommandIDs.importProgress, trans.__('Import Progress …'), async () => {
      const file = await pickFile('.jsonl');
      if (!file) {
        return;
      }
      try {
        const { added, damaged } = await progress.import(await file.text());
        const message = trans._n('%1 attempt was added.', '%1 attempts were added.', added);
        if (damaged > 0) {
          const rest = trans._n('%1 line was none.', '%1 lines were none.', damaged);
          Notification.warning(`${message} ${rest}`, { autoClose: false });
        } else {
          Notification.success(message, { autoClose: SHOWN });
        }
      } catch (error) {
        const reason = reasonOf(error);
        Notification.error(trans.__('Your progress could not be saved: %1', reason), {
          autoClose: false
        });
      }
    });
  }
};
