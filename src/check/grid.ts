import type { Comparison, Grid } from '../lesson/comparison';
import type { Numbers } from './array';
import { show, showNumber, showShape } from './show';

/** Rows and columns that are shown around the first difference. */
const ROWS = 5;
const COLUMNS = 6;

/** A part of two arrays of one shape, around the first offset that differs. */
export function arrayGrids(
  actual: Numbers,
  expected: Numbers,
  differs: readonly number[]
): Comparison | undefined {
  const { shape } = expected;
  const [first] = differs;
  const width = shape.at(-1);
  if (first === undefined || width === undefined) {
    return undefined;
  }
  const height = shape.at(-2) ?? 1;
  const wrong = new Set(differs);
  const matrix = Math.floor(first / (height * width));
  const leading = indexOf(matrix, shape.slice(0, -2));
  const rows = window(Math.floor(first / width) % height, height, ROWS);
  const columns = window(first % width, width, COLUMNS);
  const offset = (row: number, column: number) => (matrix * height + row) * width + column;
  const heading = (row: number) =>
    shape.length === 1 ? '' : showShape([...leading, row]).slice(1, -1);
  const marked = rows.flatMap((row, i) =>
    columns.flatMap((column, j) => (wrong.has(offset(row, column)) ? [[i, j] as const] : []))
  );
  const gridOf = ({ data }: Numbers): Grid => ({
    columns: columns.map(String),
    rows: rows.map(row => ({
      heading: heading(row),
      cells: columns.map(column => showNumber(data[offset(row, column)] ?? NaN))
    })),
    marked
  });
  return { kind: 'grids', expected: gridOf(expected), actual: gridOf(actual) };
}

/** A part of two tables, around the first cell that differs. */
export function tableGrids(
  actual: readonly object[],
  expected: readonly object[],
  place: { row: number; column: string },
  same: (actual: unknown, expected: unknown) => boolean
): Comparison {
  const all = Object.keys(expected[place.row] ?? {});
  const columns = window(all.indexOf(place.column), all.length, COLUMNS).map(j => all[j] ?? '');
  const rows = window(place.row, expected.length, ROWS);
  const cell = (table: readonly object[], row: number, column: string): unknown =>
    Reflect.get(table[row] ?? {}, column);
  const marked = rows.flatMap((row, i) =>
    columns.flatMap((column, j) =>
      same(cell(actual, row, column), cell(expected, row, column)) ? [] : [[i, j] as const]
    )
  );
  const gridOf = (table: readonly object[]): Grid => ({
    columns,
    rows: rows.map(row => ({
      heading: String(row),
      cells: columns.map(column => show(cell(table, row, column)))
    })),
    marked
  });
  return { kind: 'grids', expected: gridOf(expected), actual: gridOf(actual) };
}

/** Where an offset in row-major order lies along each axis. */
export function indexOf(offset: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = offset;
  for (const length of shape.toReversed()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}

/** At most `most` of the positions below `length`, with one of them about in the middle. */
function window(middle: number, length: number, most: number): number[] {
  const start = Math.max(0, Math.min(middle - Math.floor(most / 2), length - most));
  return Array.from({ length: Math.min(most, length) }, (_, index) => start + index);
}
