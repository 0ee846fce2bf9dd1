import type { ISharedNotebook } from '@jupyter/ydoc';
import type { CellEdits } from '../protocol/language';

/** Makes changes in cells, whatever editors they have, as one change of the notebook. */
export function applyEdits(notebook: ISharedNotebook, changes: readonly CellEdits[]): void {
  notebook.transact(() => {
    for (const { cell: id, edits } of changes) {
      const cell = notebook.cells.find(one => one.getId() === id);
      const fromTheEnd = [...edits].sort((a, b) => b.range.start - a.range.start);
      for (const { range, text } of fromTheEnd) {
        cell?.updateSource(range.start, range.end, text);
      }
    }
  });
}
