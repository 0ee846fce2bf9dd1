import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ITranslator } from '@jupyterlab/translation';
import { IHub } from '../tokens';
import type { Hub } from '../kernel/hub';

/** Gives the kernels the page's language; they start before it is known. */
export const wordsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:words',
  description: 'Translates what TypeScript kernels say.',
  autoStart: true,
  requires: [IHub, ITranslator],
  activate: (_, hub: Hub, translator: ITranslator) => {
    const words = translator.load('lessonbook');
    hub.translate = (sentence, ...args) => words.__(sentence, ...args);
  }
};
