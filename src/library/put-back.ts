import type { ISharedNotebook } from '@jupyter/ydoc';
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { exerciseOf, lessonOf } from '../lesson/metadata';
import { replaceCell } from './cells';

/** Cells to insert, and where. */
export interface Insertion {
  index: number;
  cells: ICell[];
}

/** The exercises that a copy of a lesson was handed out with and has no cell for any more. */
export function missingIn(notebook: ISharedNotebook): { id: string; title: string }[] {
  const code = notebook.cells.filter(cell => cell.cell_type === 'code');
  const there = new Set(code.map(cell => exerciseOf({ metadata: cell.getMetadata() })?.exercise));
  const exercises = lessonOf({ metadata: notebook.getMetadata() })?.exercises ?? [];
  return exercises.filter(({ id }) => !there.has(id));
}

/**
 * Brings exercises back into a copy of a lesson. A cell that has lost what says that it is one, and
 * still has its id, keeps what is in it; else the exercise comes as it was handed out.
 *
 * @param published the lesson as it was published
 */
export function putBack(
  notebook: ISharedNotebook,
  published: INotebookContent,
  exercises: readonly { id: string }[]
): void {
  for (const { id } of exercises) {
    const original = published.cells.find(cell => exerciseOf(cell)?.exercise === id);
    const ids = notebook.cells.map(cell => cell.id);
    const index = ids.indexOf(idOf(original));
    const own = notebook.cells[index]?.toJSON();
    const insertion = insertionOf(published, ids, id);
    if (original && own) {
      const metadata = { ...own.metadata, ...original.metadata };
      const kind = own.cell_type === original.cell_type ? own : original;
      replaceCell(notebook, index, { ...kind, source: own.source, metadata });
    } else if (insertion) {
      notebook.insertCells(insertion.index, insertion.cells);
    }
  }
}

/**
 * What brings a deleted exercise back into a copy of a lesson: its cell, and its task if that is
 * gone too, behind the last cell before it that the copy still has.
 *
 * @param published the lesson as it was published
 * @param ids of the copy's cells, in their order
 */
export function insertionOf(
  published: INotebookContent,
  ids: readonly string[],
  exercise: string
): Insertion | undefined {
  const { cells } = published;
  const own = cells.findIndex(cell => exerciseOf(cell)?.exercise === exercise);
  if (own < 0) {
    return undefined;
  }
  const task = own > 0 && !ids.includes(idOf(cells[own - 1])) ? own - 1 : own;
  const known = cells.slice(0, task).findLast(cell => ids.includes(idOf(cell)));
  return {
    index: known ? ids.indexOf(idOf(known)) + 1 : 0,
    cells: cells.slice(task, own + 1)
  };
}

const idOf = (cell: ICell | undefined): string => String(cell?.id ?? '');
