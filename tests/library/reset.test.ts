import { YNotebook } from '@jupyter/ydoc';
import type { ICell, IOutput } from '@jupyterlab/nbformat';
import { expect, it } from 'vitest';
import { ownStarters, resetLesson } from '../../src/library/reset';

const code = (id: string, source: string, outputs: IOutput[] = []): ICell & { id: string } => ({
  cell_type: 'code',
  id,
  source,
  metadata: {},
  execution_count: null,
  outputs
});
const output: IOutput = { output_type: 'stream', name: 'stdout', text: 'hello' };
const published = [code('a', 'one'), code('b', 'two'), code('c', 'three')];

/** A copy that was worked on: `a` answered, `b` deleted, a cell of the learner's own added. */
function worked(): YNotebook {
  const notebook = YNotebook.create();
  notebook.insertCells(0, [
    code('a', 'mine', [output]),
    code('own', 'my own'),
    code('c', 'three', [output])
  ]);
  return notebook;
}

const sourcesOf = (notebook: YNotebook) =>
  notebook.cells.map(cell => [cell.id, cell.getSource()].join(': '));

it('a lesson is put back as it was handed out, beside what the learner added', () => {
  const notebook = worked();
  resetLesson(notebook, published);
  expect(sourcesOf(notebook)).toEqual(['a: one', 'b: two', 'own: my own', 'c: three']);
  expect(notebook.cells.map(cell => cell.toJSON().outputs)).toEqual([[], [], [], []]);
});

it('putting a lesson back can be undone, but for what was typed since', () => {
  const notebook = worked();
  const undo = resetLesson(notebook, published);
  notebook.cells[3]?.setSource('typed since');
  undo();
  expect(sourcesOf(notebook)).toEqual(['a: mine', 'own: my own', 'c: typed since']);
  expect(notebook.cells[0]?.toJSON().outputs).toEqual([output]);
});

it('a lesson of somebody else has its exercises put back', () => {
  const notebook = YNotebook.create();
  const metadata = { lessonbook: { exercise: 'scale', starter: 'start' } };
  notebook.insertCells(0, [code('intro', 'changed'), { ...code('x', 'mine'), metadata }]);
  resetLesson(notebook, ownStarters(notebook));
  expect(sourcesOf(notebook)).toEqual(['intro: changed', 'x: start']);
});
