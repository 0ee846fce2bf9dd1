import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INotebookContent, IOutput } from '@jupyterlab/nbformat';
import { describe, expect, it } from 'vitest';
import { runNotebook } from '../../src/node/run-notebook';
import { runtimeFolder } from './client';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as INotebookContent;

async function run(notebook: INotebookContent) {
  const result = await runNotebook(notebook, { runtimeFolder, cellTimeout: 60 });
  const outputs = result.notebook.cells.flatMap(cell => (cell.outputs ?? []) as IOutput[]);
  return { ...result, outputs };
}

const streams = (outputs: IOutput[], name: string) =>
  outputs
    .filter(output => output.output_type === 'stream' && output.name === name)
    .map(output => output.text)
    .join('');

describe('every published notebook runs whole', () => {
  it.each(globSync('notebooks/**/*.ipynb', { cwd: root }))(
    '%s',
    async file => {
      const { failedCell, outputs } = await run(read(file));
      expect(outputs.filter(output => output.output_type === 'error')).toEqual([]);
      expect(failedCell).toBeUndefined();
      expect(streams(outputs, 'stderr')).toBe('');
    },
    120_000
  );
});

describe('the first notebook', () => {
  it('finds what is known of the penguins', async () => {
    const { outputs } = await run(read('notebooks/first/fit-a-line.ipynb'));
    // Least squares over the 342 penguins gives 49.7 g per mm (R's lm on palmerpenguins: 49.69).
    const slope = /Each mm of flipper goes with ([\d.]+) g/.exec(streams(outputs, 'stdout'))?.[1];
    expect(Number(slope)).toBeCloseTo(49.7, 0);
    expect(streams(outputs, 'stdout')).toContain('Tensors still in memory: 0');
  }, 120_000);
});

describe('a notebook that fails', () => {
  const cell = (source: string) => ({
    cell_type: 'code',
    id: source,
    metadata: {},
    source,
    outputs: [],
    execution_count: null
  });
  const notebook = (...sources: string[]) =>
    ({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: sources.map(cell)
    }) as unknown as INotebookContent;

  it('stops at the cell that threw', async () => {
    const { failedCell, notebook: ran } = await run(notebook('1', 'throw new Error("no")', '2'));
    expect(failedCell).toBe(1);
    expect(ran.cells[0]?.execution_count).toBe(1);
    expect(ran.cells[2]?.outputs).toEqual([]);
  });

  it('stops at a cell that never ends', async () => {
    const { failedCell } = await runNotebook(notebook('while (true) {}'), {
      runtimeFolder,
      cellTimeout: 1
    });
    expect(failedCell).toBe(0);
  });
});
