/** A code cell as a notebook file holds it. */
export interface SavedCell {
  source: string;
  outputs?: object[];
  metadata?: object;
}

/** The kernel that a notebook file asks for. */
export interface SavedKernel {
  name: string;
  display_name: string;
  language?: string;
}

export const ours: SavedKernel = {
  name: 'lessonbook-typescript',
  display_name: 'TypeScript (Lessonbook)'
};

export const python: SavedKernel = { name: 'python3', display_name: 'Python 3 (ipykernel)' };

/** What makes a notebook a lesson: one that asks nothing. */
export const lessonMetadata = {
  kernelspec: { ...ours, language: 'typescript' },
  lessonbook: { format: 1, title: 'A lesson', exercises: [] }
};

/** The text of a notebook file. */
export function notebookText(
  cells: SavedCell[],
  kernelspec: SavedKernel = ours,
  metadata: object = {}
): string {
  return JSON.stringify({
    metadata: { kernelspec, ...metadata },
    nbformat: 4,
    nbformat_minor: 5,
    cells: cells.map(({ source, outputs = [], metadata: own = {} }, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      execution_count: null,
      metadata: own,
      source,
      outputs
    }))
  });
}
