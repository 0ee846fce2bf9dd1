import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { ILauncher } from '@jupyterlab/launcher';
import { ITranslator } from '@jupyterlab/translation';
import { catalogue, findLesson } from '../library/catalogue';
import { ensureLearnersCopy } from '../library/learners-copy';
import { LessonsPanel } from '../library/lessons-panel';
import { idOf } from '../library/standing';
import type { ProgressRecord } from '../progress/record';
import { CommandIDs, IProgress } from '../tokens';
import { lessonbookIcon } from './icons';
import { reasonOf, sentences } from './in-words';
import { lessonsRank } from './launcher-rank';
import { learnerOf } from './learner';
import { pageVisits } from './visits';

/** Opens lessons: from their panel, the launcher and the palette. */
export const lessonsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:lessons',
  description: 'Lists the lessons and opens them.',
  autoStart: true,
  requires: [IProgress],
  optional: [ILauncher, ICommandPalette, ITranslator, ILayoutRestorer],
  activate: (
    app: JupyterFrontEnd,
    progress: ProgressRecord,
    launcher: ILauncher | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null,
    restorer: ILayoutRestorer | null
  ) => {
    const trans = sentences(translator);
    const category = trans.__('Lessons');

    app.commands.addCommand(CommandIDs.openLesson, {
      label: args => findLesson(args.track, args.lesson)?.title ?? trans.__('Open a Lesson'),
      caption: args => findLesson(args.track, args.lesson)?.promise ?? '',
      icon: lessonbookIcon,
      execute: async args => {
        const lesson = findLesson(args.track, args.lesson);
        if (!lesson) {
          throw new Error(
            trans.__('There is no lesson "%1/%2".', String(args.track), String(args.lesson))
          );
        }
        try {
          const { contents } = app.serviceManager;
          const moved = pageVisits()
            .all()
            .find(visit => visit.lesson === idOf(lesson))?.path;
          const path = await ensureLearnersCopy(contents, lesson, moved);
          return await app.commands.execute('docmanager:open', { path, factory: 'Notebook' });
        } catch (error) {
          const reason = reasonOf(error);
          Notification.error(trans.__('The lesson could not be opened: %1', reason), {
            autoClose: false
          });
        }
      }
    });

    const panel = new LessonsPanel({
      trans,
      changed: progress.changed,
      solved: learnerOf(progress).solved,
      home: () => void app.commands.execute(CommandIDs.home),
      open: ({ track, lesson }) =>
        void app.commands.execute(CommandIDs.openLesson, { track, lesson })
    });
    panel.title.icon = lessonbookIcon;
    panel.title.caption = category;
    app.shell.add(panel, 'left', { rank: 50 });
    restorer?.add(panel, panel.id);
    app.commands.addCommand(CommandIDs.showLessons, {
      label: trans.__('Show the Lessons'),
      execute: () => app.shell.activateById(panel.id)
    });
    palette?.addItem({ command: CommandIDs.showLessons, category });

    const categoryRank = lessonsRank();
    catalogue.forEach(({ track, lesson }, rank) => {
      const item = { command: CommandIDs.openLesson, args: { track, lesson }, category };
      launcher?.add({ ...item, rank, categoryRank });
      palette?.addItem(item);
    });
  }
};
