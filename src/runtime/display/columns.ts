import { isTypedArray } from './typedArray';

/** What a column holds; `mixed` where its values differ or are objects. */
export type ColumnType = 'number' | 'text' | 'boolean' | 'date' | 'mixed';

/** Rows of named columns, read only where they are shown. */
export interface Table {
  rows: number;
  columns: { name: string; type: ColumnType }[];
  value(row: number, column: number): unknown;
}

/** Enough rows to tell a table from another array, however long it is. */
const sampled = 200;
const mostColumns = 200;

function sampleRows(rows: number): number[] {
  if (rows <= sampled) return Array.from({ length: rows }, (_, i) => i);
  const step = (rows - 1) / (sampled - 1);
  return Array.from({ length: sampled }, (_, i) => Math.round(i * step));
}

type PlainObject = Record<string, unknown>;

/** An object literal or its like: not an instance of a class, not an array. */
export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A data property's value; a getter is not run. */
function own(row: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(row, key)?.value;
}

export const isMissing = (value: unknown): value is null | undefined =>
  value === null || value === undefined;

function typeOf(value: unknown): ColumnType {
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  return value instanceof Date ? 'date' : 'mixed';
}

/** The one type of all values that are there; `mixed` where there are several or none. */
function columnType(values: unknown[]): ColumnType {
  const types = new Set(values.filter(value => !isMissing(value)).map(typeOf));
  const [only] = types;
  return types.size === 1 && only ? only : 'mixed';
}

function tableOf(
  rows: number,
  names: string[],
  value: (row: number, name: string) => unknown
): Table {
  const sample = sampleRows(rows);
  return {
    rows,
    columns: names.map(name => ({ name, type: columnType(sample.map(row => value(row, name))) })),
    value: (row, column) => value(row, names[column] ?? '')
  };
}

/** An array of plain objects that mostly have the same keys. */
export function fromRows(value: unknown): Table | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const sample = sampleRows(value.length).map((i): unknown => value[i]);
  if (!sample.every(isPlainObject)) return undefined;
  const counts = new Map<string, number>();
  let total = 0;
  for (const row of sample) {
    for (const key of Object.keys(row)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      total++;
    }
  }
  const names = [...counts.keys()];
  if (names.length === 0 || names.length > mostColumns) return undefined;
  if (total < 0.5 * names.length * sample.length) return undefined;
  const rows: unknown[] = value;
  const table = tableOf(rows.length, names, (row, name) => {
    const object = rows[row];
    return isPlainObject(object) ? own(object, name) : undefined;
  });
  return table.columns.some(column => column.type !== 'mixed') ? table : undefined;
}

type Column = ArrayLike<unknown>;

const isColumn = (value: unknown): value is Column => Array.isArray(value) || isTypedArray(value);

/** An object of at least two arrays, plain or typed, of one length. */
export function fromColumns(value: unknown): Table | undefined {
  if (!isPlainObject(value)) return undefined;
  const names = Object.keys(value);
  if (names.length < 2 || names.length > mostColumns) return undefined;
  const columns = new Map<string, Column>();
  for (const name of names) {
    const column = own(value, name);
    if (!isColumn(column)) return undefined;
    columns.set(name, column);
  }
  const [length = 0, ...others] = new Set([...columns.values()].map(column => column.length));
  if (length === 0 || others.length > 0) return undefined;
  const table = tableOf(length, names, (row, name) => columns.get(name)?.[row]);
  return table.columns.some(column => column.type !== 'mixed') ? table : undefined;
}

/**
 * Any rows that `console.table` accepts: arrays and objects of rows, which may be arrays, objects
 * or single values. The first column tells which row it is.
 */
export function fromAnything(value: unknown): Table | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = isColumn(value) ? undefined : Object.keys(value);
  const rows = keys ? keys.length : (value as Column).length;
  if (rows === 0) return undefined;
  const row = (i: number): unknown => (keys ? own(value, keys[i] ?? '') : (value as Column)[i]);
  const names = new Set<string>();
  let single = false;
  for (const i of sampleRows(rows)) {
    const item = row(i);
    if (isPlainObject(item) || Array.isArray(item))
      Object.keys(item).forEach(key => names.add(key));
    else single = true;
  }
  const shown = ['(index)', ...[...names].slice(0, mostColumns), ...(single ? ['(value)'] : [])];
  return tableOf(rows, shown, (i, name) => {
    const item = row(i);
    if (name === '(index)') return keys ? keys[i] : i;
    const structured = isPlainObject(item) || Array.isArray(item);
    if (name === '(value)') return structured ? undefined : item;
    return structured ? own(item, name) : undefined;
  });
}
