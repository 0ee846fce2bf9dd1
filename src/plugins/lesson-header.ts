import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { INotebookTracker, NotebookActions, type NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';
import { Menu } from '@lumino/widgets';
import type { CatalogueEntry } from '../library/catalogue';
import { LessonHeader } from '../library/lesson-header';
import { exerciseCellIn, goTo, lessonIn, placeIn, stepsIn } from '../library/open-lesson';
import { idOf } from '../library/standing';
import type { Step } from '../library/steps';
import type { ProgressRecord } from '../progress/record';
import { CommandIDs, IProgress } from '../tokens';
import { sentences } from './in-words';
import { learnerOf } from './learner';
import { putBackMissing, resetWithUndo } from './lesson-care';
import { pageVisits } from './visits';

/** The bar above a lesson, with its steps and the lessons beside it. */
export const lessonHeaderPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:lesson-header',
  description: 'Shows the steps of a lesson above its notebook.',
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
    const { commands } = app;
    const learner = learnerOf(progress);
    const visits = pageVisits();

    const showSteps = (panel: NotebookPanel, solved: ReadonlySet<string>, button: HTMLElement) => {
      const menu = new Menu({ commands });
      for (const { cell, title, exercise } of stepsIn(panel)) {
        const sign = exercise === undefined ? '' : solved.has(exercise) ? '✓ ' : '○ ';
        menu.addItem({ command: CommandIDs.goToStep, args: { cell, title: `${sign}${title}` } });
      }
      const { left, bottom } = button.getBoundingClientRect();
      menu.aboutToClose.connect(() => button.focus());
      menu.open(left, bottom);
    };
    commands.addCommand(CommandIDs.goToStep, {
      label: ({ title }) => (typeof title === 'string' ? title : trans.__('Go to a Step')),
      execute: ({ cell }) => tracker.currentWidget && goTo(tracker.currentWidget, Number(cell))
    });
    commands.addCommand(CommandIDs.review, {
      label: trans.__('Solve an Exercise Once More'),
      execute: async ({ track, lesson, exercise }) => {
        const opened: unknown = await commands.execute(CommandIDs.openLesson, { track, lesson });
        const panel = tracker.find(widget => widget === opened);
        await panel?.context.ready;
        const cell = panel ? exerciseCellIn(panel, String(exercise)) : -1;
        if (panel && cell >= 0) {
          await panel.revealed;
          await goTo(panel, cell);
          Notification.info(trans.__('Solve it once more, from an empty cell if you like.'), {
            autoClose: false,
            actions: [
              {
                label: trans.__('Empty the cell'),
                callback: () => void commands.execute(CommandIDs.reset)
              }
            ]
          });
        }
      }
    });
    commands.addCommand(CommandIDs.resetLesson, {
      label: trans.__('Reset the Lesson'),
      isEnabled: () =>
        tracker.currentWidget !== null && lessonIn(tracker.currentWidget) !== undefined,
      execute: () => tracker.currentWidget && resetWithUndo(tracker.currentWidget, trans)
    });
    palette?.addItem({ command: CommandIDs.resetLesson, category: trans.__('Lessons') });

    const equip = (panel: NotebookPanel, lesson: CatalogueEntry): void => {
      const { content, context } = panel;
      const solved = () => learner.solved(lesson);
      const header = new LessonHeader({
        trans,
        place: () => placeIn(panel, lesson, solved()),
        goTo: ({ cell }: Step) => void goTo(panel, cell),
        showSteps: button => showSteps(panel, solved(), button),
        runAbove: () => void NotebookActions.runAllAbove(content, context.sessionContext),
        reset: () => void resetWithUndo(panel, trans),
        putBack: () => void putBackMissing(panel),
        open: ({ track, lesson: name }) =>
          void commands.execute(CommandIDs.openLesson, { track, lesson: name })
      });
      panel.contentHeader.addWidget(header);
      const refresh = () => header.refresh();
      content.activeCellChanged.connect(refresh);
      content.model?.cells.changed.connect(refresh);
      progress.changed.connect(refresh);
      panel.disposed.connect(() => progress.changed.disconnect(refresh));
      context.pathChanged.connect((_, path) => visits.note({ lesson: idOf(lesson), path }));
    };
    const visit = (panel: NotebookPanel | null): void => {
      const lesson = panel?.model && lessonIn(panel);
      if (panel && lesson) {
        visits.note({ lesson: idOf(lesson), path: panel.context.path });
      }
    };
    tracker.widgetAdded.connect((_, panel) => {
      void panel.context.ready.then(() => {
        const lesson = panel.isDisposed ? undefined : lessonIn(panel);
        if (lesson) {
          equip(panel, lesson);
          visit(panel);
        }
        commands.notifyCommandChanged(CommandIDs.resetLesson);
      });
    });
    tracker.currentChanged.connect((_, panel) => {
      visit(panel);
      commands.notifyCommandChanged(CommandIDs.resetLesson);
    });
  }
};
