import { YNotebook } from '@jupyter/ydoc';
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { describe, expect, it } from 'vitest';
import { insertionOf, missingIn, putBack } from '../../src/library/put-back';

const cell = (id: string, exercise?: string) =>
  ({ id, cell_type: 'code', metadata: exercise ? { lessonbook: { exercise } } : {} }) as ICell;

const published = {
  cells: [cell('title'), cell('task-a'), cell('a', 'mean'), cell('task-b'), cell('b', 'scale')]
} as INotebookContent;

const idsIn = (insertion: ReturnType<typeof insertionOf>) => insertion?.cells.map(({ id }) => id);

describe('a deleted exercise', () => {
  it('comes back under its task', () => {
    const insertion = insertionOf(published, ['title', 'task-a', 'own', 'task-b', 'b'], 'mean');
    expect(insertion?.index).toBe(2);
    expect(idsIn(insertion)).toEqual(['a']);
  });

  it('comes back with its task where that was deleted too', () => {
    const insertion = insertionOf(published, ['title', 'task-a', 'a'], 'scale');
    expect(insertion?.index).toBe(3);
    expect(idsIn(insertion)).toEqual(['task-b', 'b']);
  });

  it('comes back first in a copy that has nothing else left', () => {
    expect(insertionOf(published, [], 'mean')?.index).toBe(0);
  });

  it('cannot come back where the lesson no longer has it', () => {
    expect(insertionOf(published, ['title'], 'median')).toBeUndefined();
  });
});

describe('a copy of a lesson', () => {
  const lesson = {
    format: 1,
    checks: '',
    exercises: [
      { id: 'mean', title: 'Mean' },
      { id: 'scale', title: 'Scale' }
    ]
  };
  const original = {
    cells: [
      { ...cell('mean', 'mean'), source: 'start' },
      { ...cell('scale', 'scale'), source: 'start' }
    ]
  } as unknown as INotebookContent;
  const copy = (...cells: (ICell & { id: string })[]): YNotebook => {
    const notebook = YNotebook.create();
    notebook.setMetadata('lessonbook', lesson);
    notebook.insertCells(0, cells);
    return notebook;
  };
  const sources = (notebook: YNotebook) => notebook.cells.map(each => each.getSource());

  it('misses nothing where its cells were moved, copied or split', () => {
    const notebook = copy(
      { ...cell('scale', 'scale'), id: 'b' },
      { ...cell('mean', 'mean'), id: 'a' },
      { ...cell('mean', 'mean'), id: 'c' }
    );
    expect(missingIn(notebook)).toEqual([]);
  });

  it('misses an exercise whose cell was made a text', () => {
    const notebook = copy(
      { ...cell('mean', 'mean'), id: 'a' },
      { ...cell('scale', 'scale'), id: 'b', cell_type: 'markdown' }
    );
    expect(missingIn(notebook).map(({ id }) => id)).toEqual(['scale']);
  });

  it('gets a deleted exercise back as it was handed out', () => {
    const notebook = copy({ ...cell('mean', 'mean'), id: 'mean', source: 'mine' });
    expect(missingIn(notebook)).toEqual([{ id: 'scale', title: 'Scale' }]);
    putBack(notebook, original, missingIn(notebook));
    expect(missingIn(notebook)).toEqual([]);
    expect(sources(notebook)).toEqual(['mine', 'start']);
  });

  it('keeps the answer in a cell that has lost, or changed, what says that it is an exercise', () => {
    const notebook = copy(
      { ...cell('mean'), id: 'mean', source: 'mine' },
      { ...cell('scale', 'renamed'), id: 'scale', source: 'mine too' }
    );
    expect(missingIn(notebook).map(({ id }) => id)).toEqual(['mean', 'scale']);
    putBack(notebook, original, missingIn(notebook));
    expect(missingIn(notebook)).toEqual([]);
    expect(sources(notebook)).toEqual(['mine', 'mine too']);
  });
});
