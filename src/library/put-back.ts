import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { exerciseOf } from '../lesson/metadata';

/** Cells to insert, and where. */
export interface Insertion {
  index: number;
  cells: ICell[];
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
