import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ITranslator } from '@jupyterlab/translation';
import type { Hub } from '../kernel/hub';
import type { NotebookClients } from '../language/notebook-clients';
import { IHub, ILanguages } from '../tokens';

/** Gives the kernels the page's language; they start before it is known. */
export const wordsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:words',
  description: 'Translates what TypeScript kernels and the language service say.',
  autoStart: true,
  requires: [IHub, ILanguages, ITranslator],
  activate: (_, hub: Hub, languages: NotebookClients, translator: ITranslator) => {
    const words = translator.load('lessonbook');
    languages.server.translate = (sentence, ...args) => words.__(sentence, ...args);
    hub.translate = (sentence, ...args) => words.__(sentence, ...args);
  }
};
