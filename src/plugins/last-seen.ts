import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { Hub } from '../kernel/hub';
import { lastSeen } from '../language/last-seen';
import type { NotebookClients } from '../language/notebook-clients';
import { IHub, ILanguages } from '../tokens';

/** Adds to the explanation of a variable what its kernel last saw of it. */
export const lastSeenPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:last-seen',
  description: 'Tells shape and dtype of the variables that a cell has made.',
  autoStart: true,
  requires: [ILanguages, IHub, INotebookTracker],
  optional: [ITranslator],
  activate: (
    _: JupyterFrontEnd,
    languages: NotebookClients,
    hub: Hub,
    tracker: INotebookTracker,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    languages.describe = async (notebook, name) => {
      const panel = tracker.find(({ content }) => content.model?.sharedModel === notebook);
      const kernel = panel?.sessionContext.session?.kernel;
      const seen = kernel && hub.owns(kernel.name) ? await lastSeen(kernel, name) : undefined;
      return seen && trans.__('%1, last run', seen);
    };
  }
};
