import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { Hub } from '../kernel/hub';
import { CommandIDs, IHub } from '../tokens';

const ID = 'jupyterlab-lessonbook:errors';
const KEY = 'libraryFrames';

/** Lets those who want it see where in a library an error came from. */
export const libraryFramesPlugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: "Shows the library's frames of an error to those who ask for them.",
  autoStart: true,
  requires: [IHub, ISettingRegistry],
  optional: [ICommandPalette, ITranslator],
  activate: async (
    app: JupyterFrontEnd,
    hub: Hub,
    registry: ISettingRegistry,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    const settings = await registry.load(ID);
    const follow = (): void => {
      hub.libraryFrames = settings.get(KEY).composite === true;
      app.commands.notifyCommandChanged(CommandIDs.libraryFrames);
    };
    app.commands.addCommand(CommandIDs.libraryFrames, {
      label: trans.__("Show the Library's Frames in Errors"),
      caption: trans.__('Through which functions of a library an error came.'),
      isToggled: () => hub.libraryFrames,
      execute: () => settings.set(KEY, !hub.libraryFrames)
    });
    palette?.addItem({ command: CommandIDs.libraryFrames, category: trans.__('Lessons') });
    settings.changed.connect(follow);
    follow();
  }
};
