import type { NotebookFiles } from '../host';

let files: NotebookFiles | undefined;

/** Says where the files beside the notebook are. */
export function useFiles(notebookFiles: NotebookFiles): void {
  files = notebookFiles;
}

/** The files beside the notebook. @throws Error before they are there */
export function store(): NotebookFiles {
  if (!files) throw new Error('There are no files beside this notebook');
  return files;
}
