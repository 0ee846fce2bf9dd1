import type { ISharedNotebook } from '@jupyter/ydoc';
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { exerciseOf } from '../lesson/metadata';
import { replaceCell, textOf, undoable } from './cells';

/**
 * Gives a copy of a lesson the texts, examples, hints and checkers of its newer version, and the
 * exercises that are new. Answers stay as they are, and so does every cell of the learner's own.
 *
 * @returns what undoes it, but for cells that were changed since
 */
export function updateCopy(notebook: ISharedNotebook, published: INotebookContent): () => void {
  return undoable(notebook, () => {
    notebook.setMetadata('lessonbook', published.metadata.lessonbook ?? null);
    let place = 0;
    for (const cell of published.cells) {
      const index = notebook.cells.findIndex(({ id }) => id === cell.id);
      const own = notebook.cells[index]?.toJSON();
      if (own === undefined) {
        notebook.insertCell(place, cell);
        place += 1;
      } else {
        replaceCell(notebook, index, updated(own, cell));
        place = index + 1;
      }
    }
  });
}

/** Whether a copy is of another version than the one that was published. */
export function isOutdated(metadata: unknown, version: string | undefined): boolean {
  const own: unknown =
    typeof metadata === 'object' && metadata !== null && Reflect.get(metadata, 'version');
  return typeof own === 'string' && version !== undefined && own !== version;
}

/** A cell as it is in the newer version, with the learner's answer where it is an exercise. */
function updated(own: ICell, published: ICell): ICell {
  const starter = exerciseOf(own)?.starter;
  const isAnswer = exerciseOf(published) !== undefined && textOf(own) !== starter;
  const metadata = { ...own.metadata, ...published.metadata };
  // What it put out is still right where its text is the same.
  return isAnswer || textOf(own) === textOf(published)
    ? { ...own, metadata }
    : { ...published, metadata };
}
