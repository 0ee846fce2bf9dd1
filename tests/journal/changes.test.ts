import { YNotebook } from '@jupyter/ydoc';
import { describe, expect, it } from 'vitest';
import { bringBack, cellsOf } from '../../src/journal/bring-back';
import { changesOf, sortChanges, type Change } from '../../src/journal/changes';

/** A notebook whose cells have these sources, by id. */
function notebook(sources: Record<string, string>): YNotebook {
  const made = new YNotebook();
  made.insertCells(
    0,
    Object.entries(sources).map(([id, source]) => ({ id, cell_type: 'code', source }))
  );
  return made;
}

const sourcesOf = (shown: YNotebook): [string, string][] =>
  shown.cells.map(cell => [cell.id, cell.getSource()]);

/** What was typed in `shown` since its file said `file`. */
const typed = (file: Record<string, string>, shown: YNotebook): Change[] =>
  changesOf(new Map(Object.entries(file)), cellsOf(shown));

/** Brings back what does no harm, and gives what would. */
function restore(changes: Change[], file: YNotebook): Change[] {
  const { clean, conflicts } = sortChanges(changes, cellsOf(file));
  bringBack(file, clean);
  return conflicts;
}

describe('what was typed and not saved', () => {
  const file = { a: 'one', b: 'two' };

  it('is nothing where nothing was', () => {
    expect(typed(file, notebook(file))).toEqual([]);
  });

  it('comes back into cells that were edited and added, in their order', () => {
    const shown = notebook({ top: 'zero', a: 'one!', between: 'half', b: 'two' });
    const opened = notebook(file);
    expect(restore(typed(file, shown), opened)).toEqual([]);
    expect(sourcesOf(opened)).toEqual(sourcesOf(shown));
  });

  it('keeps the metadata of a cell that was added', () => {
    const shown = notebook({ a: 'one' });
    const metadata = { lessonbook: { exercise: 'scale' } };
    shown.insertCell(1, { id: 'new', cell_type: 'code', source: 'x', metadata });
    const opened = notebook({ a: 'one' });
    restore(typed({ a: 'one' }, shown), opened);
    expect(opened.cells[1]?.getMetadata()).toMatchObject(metadata);
  });

  it('never takes a cell away', () => {
    const opened = notebook(file);
    restore(typed(file, notebook({ b: 'two!' })), opened);
    expect(sourcesOf(opened)).toEqual([
      ['a', 'one'],
      ['b', 'two!']
    ]);
  });

  it('is a conflict where the file has changed meanwhile, and the rest comes back', () => {
    const changes = typed(file, notebook({ a: 'mine', b: 'two!' }));
    const opened = notebook({ a: 'theirs', b: 'two' });
    const conflicts = restore(changes, opened);
    expect(sourcesOf(opened)).toEqual([
      ['a', 'theirs'],
      ['b', 'two!']
    ]);
    expect(conflicts).toEqual([{ kind: 'edited', id: 'a', base: 'one', source: 'mine' }]);
    bringBack(opened, conflicts);
    expect(opened.cells[0]?.getSource()).toBe('mine');
  });

  it('is nothing where it was saved after all', () => {
    const shown = notebook({ a: 'mine', b: 'two', new: 'three' });
    const opened = notebook({ a: 'mine', b: 'two', new: 'three' });
    expect(sortChanges(typed(file, shown), cellsOf(opened))).toEqual({ clean: [], conflicts: [] });
  });

  it('has a place at the end where the file has lost its cell', () => {
    const opened = notebook({ b: 'two' });
    const conflicts = restore(typed(file, notebook({ a: 'mine', b: 'two' })), opened);
    bringBack(opened, conflicts);
    expect(sourcesOf(opened)).toEqual([
      ['b', 'two'],
      ['a', 'mine']
    ]);
  });

  it('goes out again by undo', () => {
    const opened = notebook(file);
    opened.clearUndoHistory();
    restore(typed(file, notebook({ a: 'mine', b: 'two' })), opened);
    opened.undo();
    expect(opened.cells[0]?.getSource()).toBe('one');
  });
});
