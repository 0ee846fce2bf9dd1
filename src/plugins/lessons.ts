import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { ILauncher } from '@jupyterlab/launcher';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { catalogue, findLesson } from '../library/catalogue';
import { ensureLearnersCopy } from '../library/learners-copy';
import { CommandIDs } from '../tokens';
import { lessonbookIcon } from './icons';

/** Opens lessons, from the launcher and the palette. */
export const lessonsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:lessons',
  description: 'Opens lessons from the launcher and the command palette.',
  autoStart: true,
  optional: [ILauncher, ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    launcher: ILauncher | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    const category = trans.__('Lessons');

    app.commands.addCommand(CommandIDs.openLesson, {
      label: args => trans.__(findLesson(args.track, args.lesson)?.title ?? 'Open a lesson'),
      caption: args => trans.__(findLesson(args.track, args.lesson)?.caption ?? ''),
      icon: lessonbookIcon,
      execute: async args => {
        const lesson = findLesson(args.track, args.lesson);
        if (!lesson) {
          throw new Error(trans.__('There is no lesson "%1/%2".', args.track, args.lesson));
        }
        try {
          const path = await ensureLearnersCopy(app.serviceManager.contents, lesson);
          return await app.commands.execute('docmanager:open', { path, factory: 'Notebook' });
        } catch (error) {
          Notification.error(
            trans.__(
              'The lesson could not be opened: %1',
              error instanceof Error ? error.message : String(error)
            )
          );
        }
      }
    });

    catalogue.forEach(({ track, lesson }, rank) => {
      const item = { command: CommandIDs.openLesson, args: { track, lesson }, category };
      launcher?.add({ ...item, rank });
      palette?.addItem(item);
    });
  }
};
