import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { CommandIDs } from '../tokens';

/** Opens the pages on what cells can import, in a tab of the browser, so that both are seen. */
export const referencePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:reference',
  description: 'Opens the reference of the modules that cells import.',
  autoStart: true,
  optional: [ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    const files = new URL(__webpack_public_path__, document.baseURI);
    app.commands.addCommand(CommandIDs.reference, {
      label: trans.__('Lessonbook Reference'),
      caption: trans.__('What numpy, keras, pyplot and the other modules hold'),
      execute: () => {
        window.open(new URL('reference/index.html', files), '_blank', 'noopener');
      }
    });
    palette?.addItem({ command: CommandIDs.reference, category: trans.__('Help') });
  }
};
