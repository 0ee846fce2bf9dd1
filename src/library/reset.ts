import type { ISharedNotebook } from '@jupyter/ydoc';
import type { ICell } from '@jupyterlab/nbformat';
import { exerciseOf } from '../lesson/metadata';
import { replaceCell, undoable } from './cells';

/**
 * Puts the cells of a lesson back as they were handed out, and those that are gone. Outputs go;
 * cells that the learner added stay where they are.
 *
 * @param published the cells of the lesson as it was published
 * @returns what undoes it, but for cells that were changed since
 */
export function resetLesson(notebook: ISharedNotebook, published: readonly ICell[]): () => void {
  return undoable(notebook, () => {
    let place = 0;
    for (const cell of published) {
      const index = notebook.cells.findIndex(({ id }) => id === cell.id);
      if (index < 0) {
        notebook.insertCell(place, cell);
        place += 1;
      } else {
        replaceCell(notebook, index, cell);
        place = index + 1;
      }
    }
  });
}

/** The exercises of a lesson that was not published with us, as its own notebook has them. */
export function ownStarters(notebook: ISharedNotebook): ICell[] {
  return notebook.cells.flatMap(cell => {
    const json = cell.toJSON();
    const exercise = exerciseOf(json);
    return exercise ? [{ ...json, source: exercise.starter, outputs: [] }] : [];
  });
}
