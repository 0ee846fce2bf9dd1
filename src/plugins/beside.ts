import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ContentsStore } from '../kernel/contents-store';
import { FileBroker } from '../kernel/file-broker';
import { untranslated } from '../kernel/words';
import type { NotebookClients } from '../language/notebook-clients';
import { readBesideBy } from '../language/read-beside';
import { ILanguages } from '../tokens';

/** Lets the language service know the files that cells import from beside their notebook. */
export const besidePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:beside',
  description: 'Knows the types in files that cells import.',
  autoStart: true,
  requires: [ILanguages, INotebookTracker],
  activate: (app: JupyterFrontEnd, languages: NotebookClients, tracker: INotebookTracker) => {
    const { contents } = app.serviceManager;
    const store = new ContentsStore(contents);
    languages.readerOf = notebook => {
      const files = new FileBroker({
        store,
        notebook: () =>
          tracker.find(({ content }) => content.model?.sharedModel === notebook)?.context.localPath,
        translate: untranslated
      });
      return readBesideBy(request => files.answer(request));
    };
    contents.fileChanged.connect((_, { oldValue, newValue }) => {
      if (!(newValue ?? oldValue)?.path?.endsWith('.ipynb')) {
        languages.refreshFiles();
      }
    });
  }
};
