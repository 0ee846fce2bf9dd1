import type { MimeBundle } from '../../protocol/runtime';
import { fromAnything, fromColumns, fromRows, isMissing, type Table } from './columns';
import { shortest } from '../../modules/numpy/printing/digits';
import { tableHtml, type HtmlCell } from './html';
import { inspect } from './inspect';
import { shownIndices } from '../../modules/numpy/printing/layout';
import type { Formatter } from './registry';

/** Rows shown before the middle is left out, and how many at each end remain. */
const mostRows = 20;
const edge = 5;
const cellWidth = 40;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > cellWidth ? `${line.slice(0, cellWidth - 1)}…` : line;
}

function cellText(value: unknown): string {
  if (isMissing(value)) return '–';
  if (typeof value === 'string') return shorten(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  }
  if (typeof value === 'number' && Math.fround(value) === value) {
    return String(shortest(value, 'float32'));
  }
  return shorten(inspect(value));
}

const numbered = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const captionOf = (table: Table) =>
  `${numbered(table.rows, 'row')} × ${numbered(table.columns.length, 'column')}`;

const shownRows = (table: Table) => shownIndices(table.rows, edge, table.rows > mostRows);

function html(table: Table): string {
  const cell = (row: number, column: number): HtmlCell => {
    const value = table.value(row, column);
    const type = table.columns[column]?.type ?? 'mixed';
    return isMissing(value)
      ? { text: '–', class: `lb-missing lb-${type}`, title: 'missing' }
      : { text: cellText(value), class: `lb-${type}` };
  };
  return tableHtml({
    class: 'lb-rows',
    caption: captionOf(table),
    head: [
      { text: '', class: 'lb-index' },
      ...table.columns.map(({ name, type }) => ({ text: name, class: `lb-${type}`, title: type }))
    ],
    rows: shownRows(table).map(row => [
      row === null ? { text: '…', class: 'lb-ellipsis' } : { text: String(row), class: 'lb-index' },
      ...table.columns.map((_, column) =>
        row === null ? { text: '…', class: 'lb-ellipsis' } : cell(row, column)
      )
    ]),
    rowHeaders: true
  });
}

/** Lines up columns of text, numbers to the right. */
function align(lines: string[][], right: boolean[]): string {
  const widths = right.map((_, column) =>
    Math.max(...lines.map(line => line[column]?.length ?? 0))
  );
  return lines
    .map(line =>
      line
        .map((text, i) => (right[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

function bodyText(table: Table, rows: (number | null)[]): string {
  const lines = rows.map(row =>
    table.columns.map((_, column) => (row === null ? '…' : cellText(table.value(row, column))))
  );
  const right = table.columns.map(column => column.type === 'number');
  const header = table.columns.map(column => column.name);
  return align([header, ...lines], right);
}

/** What `console.table` prints; a value that has no rows is written like any other. */
export function formatTable(value: unknown): string {
  const table = fromAnything(value);
  return table ? bodyText(table, shownIndices(table.rows, 50, table.rows > 100)) : inspect(value);
}

function bundle(table: Table): MimeBundle {
  return {
    'text/plain': `${bodyText(table, shownRows(table))}\n${captionOf(table)}`,
    'text/html': html(table)
  };
}

/** Arrays of alike objects. */
export const rowsFormatter: Formatter<object[]> = {
  matches: (value): value is object[] => fromRows(value) !== undefined,
  render(value) {
    const table = fromRows(value);
    return table ? bundle(table) : { 'text/plain': inspect(value) };
  }
};

/** Objects of equally long arrays. */
export const columnsFormatter: Formatter<object> = {
  matches: (value): value is object => fromColumns(value) !== undefined,
  render(value) {
    const table = fromColumns(value);
    return table ? bundle(table) : { 'text/plain': inspect(value) };
  }
};
