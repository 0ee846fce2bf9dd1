/** What was expected and what was found, in a form that can be shown side by side. */
export type Comparison =
  /** A part of two arrays or tables, around the first place where they differ. */
  | { kind: 'grids'; expected: Grid; actual: Grid }
  | { kind: 'shapes'; expected: readonly number[]; actual: readonly number[] }
  /** Named parts that differ: encodings of a plot, layers of a model, a line of text. */
  | { kind: 'parts'; parts: readonly Part[] };

/** A small table. */
export interface Grid {
  /** Headings of the columns; a name, or an index. */
  columns: readonly string[];
  rows: readonly { heading: string; cells: readonly string[] }[];
  /** Row and column of each cell that differs. */
  marked: readonly (readonly [row: number, column: number])[];
}

/** One thing that differs; what is missing on a side is not there. */
export interface Part {
  name: string;
  expected?: string;
  actual?: string;
}
