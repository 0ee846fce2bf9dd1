import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';
import type { ExerciseModel } from '../grading/exercise-model';
import { Exercises, type Memory } from '../grading/exercises';
import type { ProgressRecord } from '../progress/record';
import { CommandIDs, IProgress } from '../tokens';
import { reasonOf, sentences } from './in-words';
import { offerHelp } from './lesson-care';

/** Check, Hint, Solution and Reset under the exercises of an open lesson. */
export const exercisesPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:exercises',
  description: 'Checks exercises and shows what the check said under their cells.',
  autoStart: true,
  requires: [INotebookTracker, IProgress],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    progress: ProgressRecord,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = sentences(translator);
    const open = new Map<NotebookPanel, Exercises>();
    const memory: Memory = {
      past: (lesson, exercise) => {
        const past = progress.of(lesson).get(exercise);
        return past && { ...past, tries: past.attempts };
      },
      keep: (lesson, exercise, check) => {
        const time = new Date().toISOString();
        progress.add({ time, lesson, exercise, ...check }).catch((error: unknown) => {
          const reason = reasonOf(error);
          Notification.warning(
            trans.__('Your progress is not saved yet, and will be with the next check: %1', reason),
            { autoClose: false }
          );
        });
      }
    };

    tracker.widgetAdded.connect((_, panel) => {
      const exercises = new Exercises(panel, memory, trans);
      open.set(panel, exercises);
      void exercises.ready.then(() => !panel.isDisposed && offerHelp(panel, trans));
      panel.disposed.connect(() => open.delete(panel));
    });
    progress.changed.connect(() => open.forEach(exercises => exercises.restore()));

    const active = (): ExerciseModel | undefined =>
      tracker.currentWidget ? open.get(tracker.currentWidget)?.active : undefined;
    const add = (id: string, label: string, run: (exercise: ExerciseModel) => unknown) => {
      app.commands.addCommand(id, {
        label,
        isEnabled: () => active() !== undefined,
        execute: () => {
          const exercise = active();
          return exercise && run(exercise);
        }
      });
      palette?.addItem({ command: id, category: trans.__('Lessons') });
    };
    add(CommandIDs.check, trans.__('Check the Exercise'), exercise => exercise.check());
    add(CommandIDs.hint, trans.__('Show a Hint'), exercise => exercise.openHint());
    add(CommandIDs.solution, trans.__('Show the Solution'), exercise => exercise.toggleSolution());
    add(CommandIDs.reset, trans.__('Reset the Exercise'), exercise => exercise.reset());
    tracker.activeCellChanged.connect(() => app.commands.notifyCommandChanged());
  }
};
