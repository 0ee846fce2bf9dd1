import { readFileSync } from 'node:fs';
import type { INotebookContent } from '@jupyterlab/nbformat';

/**
 * Reads a notebook.
 * @throws Error that says in a sentence why it cannot
 */
export function readNotebook(file: string): INotebookContent {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? `There is no file ${file}.` : message, { cause: error });
  }
  const notebook = parse(text) as Partial<INotebookContent> | null;
  if (notebook?.nbformat !== 4 || !Array.isArray(notebook.cells)) {
    throw new Error('It is no Jupyter notebook of format 4.');
  }
  return notebook as INotebookContent;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`It is no JSON: ${(error as Error).message}`, { cause: error });
  }
}
