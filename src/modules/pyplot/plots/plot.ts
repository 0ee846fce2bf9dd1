import { Line2D, LINE_KEYS, type LineOptions } from '../artists/line';
import type { Axes } from '../axes';
import { checkKeys, tuple, ValueError } from '../errors';
import { parseFormat } from '../format';
import { isData, shapeOf, toNested, toList, type Data, type Scalar } from '../values';

/** What `plot` takes: data, formats such as `'r--o'`, and options last. */
export type PlotArgument = Data | string | LineOptions;

const isOptions = (value: unknown): value is LineOptions =>
  typeof value === 'object' && value !== null && !isData(value);

interface Group {
  data: Data[];
  format?: string;
}

/** Splits `x, y, 'r', x2, y2` into what belongs to each line. */
function groupsOf(args: readonly PlotArgument[]): Group[] {
  const groups: Group[] = [];
  let at = 0;
  while (at < args.length) {
    const data: Data[] = [];
    while (at < args.length && data.length < 2 && isData(args[at])) data.push(args[at++] as Data);
    if (data.length === 0) throw new ValueError('plot takes data first: plot(y), plot(x, y), …');
    const format = typeof args[at] === 'string' ? (args[at++] as string) : undefined;
    groups.push({ data, format });
  }
  return groups;
}

/** The columns of data with two axes, or the only one of data with one. */
function columnsOf(data: Data): { columns: Scalar[][]; shape: number[] } {
  const nested = toNested(data);
  const shape = shapeOf(nested);
  if (shape.length < 2) return { columns: [toList(data)], shape };
  const rows = nested as Scalar[][];
  const columns = Array.from({ length: shape[1] ?? 0 }, (_, i) => rows.map(row => row[i]));
  return { columns, shape };
}

function linesOf(axes: Axes, group: Group, options: LineOptions): Line2D[] {
  const [first, second] = group.data;
  const y = columnsOf((second ?? first) as Data);
  const count = y.shape[0] ?? 0;
  const x =
    second === undefined
      ? { columns: [Array.from({ length: count }, (_, i) => i)], shape: [count] }
      : columnsOf(first as Data);
  if (x.shape[0] !== y.shape[0]) {
    throw new ValueError(
      `x and y must have same first dimension, but have shapes ${tuple(x.shape)} and ${tuple(y.shape)}`
    );
  }
  if (x.shape.length > 2 || y.shape.length > 2) {
    throw new ValueError(
      `x and y can be no greater than 2D, but have shapes ${tuple(x.shape)} and ${tuple(y.shape)}`
    );
  }
  const format = group.format === undefined ? {} : parseFormat(group.format);
  const lines = Math.max(x.columns.length, y.columns.length);
  return Array.from({ length: lines }, (_, i) => {
    const own = { ...format, ...withoutUndefined(options) };
    const color = own.color ?? own.c ?? axes.nextColor();
    const [xs = [], ys = []] = [x.columns[i % x.columns.length], y.columns[i % y.columns.length]];
    return new Line2D(axes.scaleOf('x').convert(xs), axes.scaleOf('y').convert(ys), {
      ...own,
      color
    });
  });
}

const withoutUndefined = (options: LineOptions): LineOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** Draws lines and markers. */
export function plot(axes: Axes, args: readonly PlotArgument[]): Line2D[] {
  const last = args.at(-1);
  const options = isOptions(last) ? last : {};
  checkKeys('Line2D.set()', options, LINE_KEYS);
  const groups = groupsOf(isOptions(last) ? args.slice(0, -1) : args);
  return groups.flatMap(group => linesOf(axes, group, options)).map(line => axes.add(line));
}
