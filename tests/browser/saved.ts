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
}

export const ours: SavedKernel = {
  name: 'lessonbook-typescript',
  display_name: 'TypeScript (Lessonbook)'
};

export const python: SavedKernel = { name: 'python3', display_name: 'Python 3 (ipykernel)' };

/** The text of a notebook file. */
export function notebookText(cells: SavedCell[], kernelspec: SavedKernel = ours): string {
  return JSON.stringify({
    metadata: { kernelspec },
    nbformat: 4,
    nbformat_minor: 5,
    cells: cells.map(({ source, outputs = [], metadata = {} }, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      execution_count: null,
      metadata,
      source,
      outputs
    }))
  });
}
