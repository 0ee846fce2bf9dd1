import { YNotebook } from '@jupyter/ydoc';
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { expect, it } from 'vitest';
import { isOutdated, updateCopy } from '../../src/library/update';

const text = (id: string, source: string): ICell => ({
  cell_type: 'markdown',
  id,
  source,
  metadata: {}
});
const exercise = (id: string, source: string, starter: string, hint: string): ICell => ({
  cell_type: 'code',
  id,
  source,
  metadata: { lessonbook: { exercise: id, starter, hints: [hint] } },
  outputs: [],
  execution_count: null
});

const published = {
  metadata: { lessonbook: { version: '2', checks: 'new' } },
  cells: [
    text('intro', 'New text'),
    exercise('a', 'new start', 'new start', 'new hint'),
    exercise('b', 'new start', 'new start', 'new hint'),
    exercise('c', 'start', 'start', 'hint')
  ]
} as unknown as INotebookContent;

/** A copy of the version before: `a` answered, `b` as it was handed out, no `c` yet. */
function copy(): YNotebook {
  const notebook = YNotebook.create();
  notebook.setMetadata('lessonbook', { version: '1', checks: 'old' });
  notebook.insertCells(0, [
    text('intro', 'Old text'),
    exercise('a', 'my answer', 'start', 'hint'),
    text('own', 'My note'),
    exercise('b', 'start', 'start', 'hint')
  ]);
  return notebook;
}

const sourcesOf = (notebook: YNotebook) =>
  notebook.cells.map(cell => [cell.id, cell.getSource()].join(': '));

it('a copy of an older version keeps its answers and gets all else of the newer one', () => {
  const notebook = copy();
  updateCopy(notebook, published);
  expect(sourcesOf(notebook)).toEqual([
    'intro: New text',
    'a: my answer',
    'own: My note',
    'b: new start',
    'c: start'
  ]);
  expect(notebook.getMetadata('lessonbook')).toMatchObject({ version: '2', checks: 'new' });
  expect(notebook.cells[1]?.getMetadata('lessonbook')).toMatchObject({ hints: ['new hint'] });
});

it('taking a newer version can be undone, but for what was typed since', () => {
  const notebook = copy();
  const undo = updateCopy(notebook, published);
  notebook.cells[3]?.setSource('typed since');
  undo();
  expect(sourcesOf(notebook)).toEqual([
    'intro: Old text',
    'a: my answer',
    'own: My note',
    'b: typed since'
  ]);
  expect(notebook.getMetadata('lessonbook')).toMatchObject({ version: '1' });
});

it('a copy is outdated where its version is another', () => {
  expect(isOutdated({ version: '1' }, '2')).toBe(true);
  expect(isOutdated({ version: '2' }, '2')).toBe(false);
  expect(isOutdated({}, '2')).toBe(false);
  expect(isOutdated(undefined, undefined)).toBe(false);
});
