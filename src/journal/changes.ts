import type { PartialJSONObject } from '@lumino/coreutils';

/** A cell as far as the journal looks at it. */
export type CellText = { id: string; source: string };

/** A cell that is not in the file yet, without its outputs. */
export type NewCell = CellText & { cell_type: string; metadata: PartialJSONObject };

/** What a notebook on the screen has that its file has not. */
export type Change =
  /** A cell says something else than in the file, where it says `base`. */
  | { kind: 'edited'; id: string; base: string; source: string }
  /** A cell was added, behind the cell with the id `after`, or as the first. */
  | { kind: 'added'; after: string | undefined; cell: NewCell };

/**
 * What was typed since a notebook was read or saved. Cells that were deleted or moved are no part
 * of it: bringing back what was typed must take nothing away.
 *
 * @param base sources by cell id, as they are in the file
 */
export function changesOf(base: ReadonlyMap<string, string>, cells: readonly NewCell[]): Change[] {
  return cells.flatMap((cell, index): Change[] => {
    const before = base.get(cell.id);
    if (before === undefined) {
      return [{ kind: 'added', after: cells[index - 1]?.id, cell }];
    }
    return before === cell.source
      ? []
      : [{ kind: 'edited', id: cell.id, base: before, source: cell.source }];
  });
}

/** Changes that can be brought back, and those that would overwrite what the file says by now. */
export interface Sorted {
  clean: Change[];
  conflicts: Change[];
}

/** Sorts what was typed by what the file says; what the file has already is in neither list. */
export function sortChanges(changes: readonly Change[], file: readonly CellText[]): Sorted {
  const sorted: Sorted = { clean: [], conflicts: [] };
  for (const change of changes) {
    const [id, typed] =
      change.kind === 'edited' ? [change.id, change.source] : [change.cell.id, change.cell.source];
    const now = file.find(cell => cell.id === id)?.source;
    const free = change.kind === 'edited' ? change.base : undefined;
    if (now !== typed) {
      (now === free ? sorted.clean : sorted.conflicts).push(change);
    }
  }
  return sorted;
}
