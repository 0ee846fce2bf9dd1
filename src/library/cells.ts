import type { ISharedNotebook } from '@jupyter/ydoc';
import type { ICell } from '@jupyterlab/nbformat';
import { JSONExt, type ReadonlyJSONValue } from '@lumino/coreutils';

/** The text of a cell as a notebook's file has it. */
export const textOf = ({ source }: Pick<ICell, 'source'>): string =>
  Array.isArray(source) ? source.join('') : source;

/**
 * Puts another cell in the place of one, so that all that hangs on the cell is made anew. A cell
 * that is the same stays.
 */
export function replaceCell(notebook: ISharedNotebook, index: number, cell: ICell): void {
  const old = notebook.cells[index]?.toJSON();
  if (old && isSame(old, cell)) {
    return;
  }
  notebook.transact(() => {
    notebook.deleteCell(index);
    notebook.insertCell(index, cell);
  });
}

function isSame(one: ICell, other: ICell): boolean {
  const parts = ({ cell_type: type, metadata, outputs = [], ...rest }: ICell) =>
    ({ type, metadata, outputs, source: textOf(rest as ICell) }) as unknown as ReadonlyJSONValue;
  return JSONExt.deepEqual(parts(one), parts(other));
}

/**
 * Changes a notebook.
 *
 * @returns what undoes it, but for cells that were changed since
 */
export function undoable(notebook: ISharedNotebook, change: () => void): () => void {
  const metadata = notebook.getMetadata();
  const before = notebook.cells.map(cell => cell.toJSON());
  change();
  const after = new Map(notebook.cells.map(cell => [cell.id, cell.getSource()]));
  const isUntouched = (id: string): boolean =>
    notebook.cells.find(cell => cell.id === id)?.getSource() === after.get(id);
  return () => {
    const old = new Map(before.map(cell => [cell.id, cell]));
    for (const id of after.keys()) {
      const index = notebook.cells.findIndex(cell => cell.id === id);
      const cell = old.get(id);
      if (index < 0 || !isUntouched(id)) {
        continue;
      }
      if (cell) {
        replaceCell(notebook, index, cell);
      } else {
        notebook.deleteCell(index);
      }
    }
    notebook.setMetadata(metadata);
  };
}
