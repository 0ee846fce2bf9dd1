import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { isCodeCellModel, type Cell } from '@jupyterlab/cells';
import { INotebookTracker, NotebookActions, type Notebook } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { meansLoss } from '../kernel/errors';

/** Brings the variables back that went with a worker, by one click. */
export const runAgainPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:run-again',
  description: 'Offers to run the cells above again where a kernel has lost its variables.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ITranslator],
  activate: (_: JupyterFrontEnd, tracker: INotebookTracker, translator: ITranslator | null) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    NotebookActions.executed.connect((_, { notebook, cell, error }) => {
      const panel = tracker.find(({ content }) => content === notebook);
      const cells = ranAbove(notebook, cell);
      if (!panel || cells.length === 0 || !error || !meansLoss(error.errorName)) {
        return;
      }
      const { sessionContext, title } = panel;
      Notification.warning(trans.__('The variables of %1 are gone.', title.label), {
        autoClose: false,
        actions: [
          {
            label: trans.__('Run the cells above again'),
            callback: () => void NotebookActions.runCells(notebook, cells, sessionContext)
          }
        ]
      });
    });
  }
};

/** The cells above one that have run. */
function ranAbove(notebook: Notebook, cell: Cell): Cell[] {
  const { widgets } = notebook;
  return widgets
    .slice(0, widgets.indexOf(cell))
    .filter(({ model }) => isCodeCellModel(model) && model.executionCount !== null);
}
