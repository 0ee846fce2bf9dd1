import { equal, subject, type CompareOptions } from './compare';
import { failed, type Failure } from './failure';
import { tableGrids } from './grid';
import { show } from './show';

/** A row of a table, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** How the rows of two tables are compared; `ordered` says whether their order counts. */
export type RowsOptions = CompareOptions;

/** Compares a table, an array of objects, by its columns, then the number of rows, then the cells. */
export function compareRows(
  actual: unknown,
  expected: readonly Row[],
  options: RowsOptions = {}
): Failure | undefined {
  const who = subject(options);
  if (!Array.isArray(actual) || !actual.every(isRow)) {
    return failed('wrong-type', `${who} is ${show(actual)}; an array of rows is expected.`, {
      expected: `${expected.length} rows`,
      actual: show(actual)
    });
  }
  return (
    compareColumns(actual, expected, who) ??
    compareCount(actual, expected, who) ??
    (options.ordered === false
      ? compareUnordered(actual, expected, who, options)
      : compareCells(actual, expected, who, options))
  );
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compareColumns(
  actual: readonly Row[],
  expected: readonly Row[],
  who: string
): Failure | undefined {
  const [found, wanted] = [actual, expected].map(rows => Object.keys(rows[0] ?? {}).sort());
  if (!found || !wanted || actual.length === 0 || expected.length === 0) {
    return undefined;
  }
  const missing = wanted.filter(column => !found.includes(column));
  const extra = found.filter(column => !wanted.includes(column));
  if (missing.length === 0 && extra.length === 0) {
    return undefined;
  }
  const parts = [
    ...(missing.length > 0 ? [`has no ${quoted(missing)}`] : []),
    ...(extra.length > 0 ? [`has ${quoted(extra)} besides`] : [])
  ];
  return failed('wrong-columns', `${who} ${parts.join(' and ')}.`, {
    expected: wanted.join(', '),
    actual: found.join(', ')
  });
}

function compareCount(
  actual: readonly Row[],
  expected: readonly Row[],
  who: string
): Failure | undefined {
  return actual.length === expected.length
    ? undefined
    : failed('wrong-rows', `${who} has ${actual.length} rows; ${expected.length} are expected.`, {
        expected: `${expected.length} rows`,
        actual: `${actual.length} rows`
      });
}

function compareCells(
  actual: readonly Row[],
  expected: readonly Row[],
  who: string,
  { tolerance }: RowsOptions
): Failure | undefined {
  for (const [index, row] of expected.entries()) {
    for (const [column, wanted] of Object.entries(row)) {
      const found = actual[index]?.[column];
      if (!equal(found, wanted, tolerance)) {
        return failed(
          'wrong-values',
          `${who} has ${show(found)} as \`${column}\` of row ${index}; ${show(wanted)} is expected there.`,
          {
            expected: show(wanted),
            actual: show(found),
            comparison: tableGrids(actual, expected, { row: index, column }, (a, b) =>
              equal(a, b, tolerance)
            )
          }
        );
      }
    }
  }
  return undefined;
}

function compareUnordered(
  actual: readonly Row[],
  expected: readonly Row[],
  who: string,
  { tolerance }: RowsOptions
): Failure | undefined {
  const rest = [...actual];
  for (const wanted of expected) {
    const index = rest.findIndex(row => equal(row, wanted, tolerance));
    if (index < 0) {
      return failed('wrong-rows', `${who} lacks the row ${show(wanted)}.`, {
        expected: show(wanted),
        actual: `${actual.length} other rows`
      });
    }
    rest.splice(index, 1);
  }
  return undefined;
}

const quoted = (columns: readonly string[]): string =>
  columns.map(column => `\`${column}\``).join(', ');
