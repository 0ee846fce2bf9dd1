import type { Json } from '../../protocol/runtime';
import { fromColumns, isPlainObject } from './columns';
import { toJson } from './json';
import type { Formatter } from './registry';

const schema = 'https://vega.github.io/schema/vega-lite/v5.json';

type Spec = Record<string, unknown>;

/** The keys that make a view of several others. */
const compositions = ['layer', 'hconcat', 'vconcat', 'concat'];

/** A view has a mark or consists of views; data or an encoding tells it from another object. */
function isSpec(value: unknown): value is Spec {
  if (!isPlainObject(value)) return false;
  if (typeof value.$schema === 'string') return value.$schema.includes('vega-lite');
  if ('mark' in value) return isMark(value.mark) && ('data' in value || 'encoding' in value);
  const views = compositions.flatMap(key =>
    Array.isArray(value[key]) ? (value[key] as unknown[]) : []
  );
  if (views.length > 0) return views.every(isView);
  return ('facet' in value || 'repeat' in value) && isView(value.spec);
}

const isMark = (mark: unknown): boolean =>
  typeof mark === 'string' || (isPlainObject(mark) && typeof mark.type === 'string');

/** A part of a composed view may take its data and encoding from the whole. */
const isView = (value: unknown): boolean =>
  isPlainObject(value) && (isMark(value.mark) || isSpec(value));

/** `{ a: [...], b: [...] }` as one object a row, which is what Vega-Lite reads. */
function rowsOf(values: unknown): unknown {
  const table = fromColumns(values);
  if (!table) return values;
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name }, column) => [name, table.value(row, column)]))
  );
}

/** The spec with columns of inline data made rows, wherever in the composition they are. */
function withRows(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return compositions.includes(key) ? value.map(v => withRows(v)) : value;
  if (!isPlainObject(value)) return value;
  if (key === 'data') return 'values' in value ? { ...value, values: rowsOf(value.values) } : value;
  if (key === 'datasets') {
    return Object.fromEntries(Object.entries(value).map(([name, data]) => [name, rowsOf(data)]));
  }
  if (key !== '' && key !== 'spec') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withRows(v, k)]));
}

/** The marks of a view in the order they are drawn. */
function marksOf(spec: Json | undefined): string[] {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) return [];
  const { mark } = spec;
  if (typeof mark === 'string') return [mark];
  if (typeof mark === 'object' && mark !== null && !Array.isArray(mark)) return [String(mark.type)];
  return [...compositions.map(key => spec[key]), spec.spec].flatMap(views =>
    (Array.isArray(views) ? views : [views]).flatMap(marksOf)
  );
}

/** How many rows of inline data a view and its parts hold. */
function countRows(spec: Json | undefined): number {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) return 0;
  const data = spec.data;
  const values =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? data.values : undefined;
  const own = Array.isArray(values) ? values.length : 0;
  const parts = [...compositions.map(key => spec[key]), spec.spec].flatMap(views =>
    Array.isArray(views) ? views : [views]
  );
  return parts.reduce<number>((sum, part) => sum + countRows(part ?? undefined), own);
}

/** Vega-Lite specs, shown as the plot they describe. */
export const vegaLiteFormatter: Formatter<Spec> = {
  matches: isSpec,
  render(value) {
    const spec = toJson({ $schema: schema, ...(withRows(value) as Spec) });
    const rows = countRows(spec);
    const marks = marksOf(spec).join(' + ') || 'plot';
    const summary = `Vega-Lite: ${marks}, ${rows} row${rows === 1 ? '' : 's'}`;
    return { 'application/vnd.vegalite.v5+json': spec, 'text/plain': summary };
  }
};
