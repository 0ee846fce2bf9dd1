import { writeFileSync } from 'node:fs';
import type { IOutput } from '@jupyterlab/nbformat';
import { notebookText } from '../../lesson/notebook';
import type { RunOptions } from '../notebook-kernel';
import { readNotebook } from '../read-notebook';
import { runNotebook } from '../run-notebook';

/**
 * `lessonbook run NOTEBOOK`: runs it, prints what its cells print, and says which cell failed.
 *
 * @param out where the notebook with its outputs is written, if anywhere
 */
export async function run(
  file: string,
  options: RunOptions,
  out: string | undefined
): Promise<number> {
  const { notebook, failedCell, error } = await runNotebook(readNotebook(file), {
    ...options,
    notebook: file
  });
  for (const cell of notebook.cells) {
    process.stdout.write(((cell.outputs ?? []) as IOutput[]).map(textOf).join(''));
  }
  if (out !== undefined) {
    writeFileSync(out, notebookText(notebook));
  }
  if (failedCell === undefined) {
    console.log(`${file} ran whole.`);
    return 0;
  }
  console.error(`${file}: the cell '${String(notebook.cells[failedCell]?.id)}' ended by ${error}`);
  return 1;
}

function textOf(output: IOutput): string {
  return output.output_type === 'stream' ? [output.text].flat().join('') : '';
}
