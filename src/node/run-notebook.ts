import type { ICodeCell, INotebookContent } from '@jupyterlab/nbformat';
import { NotebookKernel, sourceOf, type RunOptions } from './notebook-kernel';

export type { RunOptions } from './notebook-kernel';

/** A notebook that ran. */
export interface RunResult {
  /** The notebook with its outputs. */
  notebook: INotebookContent;
  /** Index of the cell that failed; those after it did not run. */
  failedCell?: number;
  /** What it failed by, in one line. */
  error?: string;
}

/** Runs a notebook's code cells from the first to the last, in a kernel of their own. */
export async function runNotebook(
  notebook: INotebookContent,
  options: RunOptions
): Promise<RunResult> {
  const kernel = new NotebookKernel(options);
  const cells = structuredClone(notebook.cells);
  const result: RunResult = { notebook: { ...notebook, cells } };
  try {
    for (const [index, cell] of cells.entries()) {
      if (cell.cell_type === 'code') {
        const { ok, outputs, executionCount, error } = await kernel.run(sourceOf(cell));
        const code = cell as ICodeCell;
        code.outputs = outputs;
        code.execution_count = executionCount;
        if (!ok) {
          result.failedCell = index;
          result.error = error ?? 'it did not run';
          break;
        }
      }
    }
  } finally {
    kernel.dispose();
  }
  return result;
}
