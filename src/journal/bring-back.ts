import type { ISharedNotebook } from '@jupyter/ydoc';
import type { Change, NewCell } from './changes';

/** The cells of a notebook, without their outputs. */
export function cellsOf(notebook: ISharedNotebook): NewCell[] {
  return notebook.cells.map(cell => ({
    id: cell.id,
    cell_type: cell.cell_type,
    source: cell.getSource(),
    metadata: cell.getMetadata()
  }));
}

/** Puts what was typed into a notebook, so that undo takes it out again. */
export function bringBack(notebook: ISharedNotebook, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind === 'edited') {
      edit(notebook, change.id, change.source);
    } else {
      add(notebook, change.after, change.cell);
    }
  }
}

function edit(notebook: ISharedNotebook, id: string, source: string): void {
  const cell = notebook.cells.find(each => each.id === id);
  if (cell) {
    cell.setSource(source);
  } else {
    // The file has lost the cell; what was typed into it has a place all the same.
    notebook.insertCell(notebook.cells.length, { id, cell_type: 'code', source });
  }
}

function add(notebook: ISharedNotebook, after: string | undefined, cell: NewCell): void {
  if (notebook.cells.some(({ id }) => id === cell.id)) {
    edit(notebook, cell.id, cell.source);
    return;
  }
  const before = notebook.cells.findIndex(({ id }) => id === after);
  const index = after !== undefined && before < 0 ? notebook.cells.length : before + 1;
  notebook.insertCell(index, cell);
}
