import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { CodeCell } from '@jupyterlab/cells';
import { NotebookActions } from '@jupyterlab/notebook';

/** The box that JupyterLab asks in; of these two names it has the second once it is answered. */
const BOX = 'jp-OutputArea-stdin-item';
const ANSWERED = 'jp-OutputArea-stdin-hiding';

/** A cell that was interrupted while it asked leaves no box behind that nobody reads. */
export const inputBoxPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:input-box',
  description: 'Takes away the box for an input that a cell no longer waits for.',
  autoStart: true,
  activate: () => {
    NotebookActions.executed.connect((_, { cell }) => {
      if (cell instanceof CodeCell) {
        cell.outputArea.widgets
          .filter(({ node: { classList } }) => classList.contains(BOX))
          .filter(({ node: { classList } }) => !classList.contains(ANSWERED))
          .forEach(box => box.dispose());
      }
    });
  }
};
