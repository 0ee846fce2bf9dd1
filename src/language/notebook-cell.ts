import type { ISharedNotebook, ISharedText } from '@jupyter/ydoc';

/** A code cell of a TypeScript notebook. */
export interface NotebookCell {
  notebook: ISharedNotebook;
  id: string;
}

/** The notebook that a shared text is a code cell of, whatever its language. */
export function notebookOf(text: ISharedText): ISharedNotebook | undefined {
  if (!('cell_type' in text) || text.cell_type !== 'code' || !('notebook' in text)) {
    return undefined;
  }
  return (text.notebook as ISharedNotebook | null) ?? undefined;
}

/** The cell that a shared text is, where it is a code cell of a TypeScript notebook. */
export function cellOf(text: ISharedText): NotebookCell | undefined {
  const notebook = notebookOf(text);
  const { id } = text as unknown as { id: string };
  return notebook && isTypeScript(notebook) ? { notebook, id } : undefined;
}

/** Whether a notebook says that it is in TypeScript; a new one says so once it has a kernel. */
export function isTypeScript({ metadata }: ISharedNotebook): boolean {
  const { kernelspec, language_info: language } = metadata;
  return (kernelspec?.language ?? language?.name) === 'typescript';
}
