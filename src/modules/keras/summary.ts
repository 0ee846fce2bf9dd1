import type { LayerVariable } from '@tensorflow/tfjs';
import { tuple } from './errors';

type Shape = (number | null)[];

/** A row of a summary. */
export interface SummaryRow {
  name: string;
  kind: string;
  /** Undefined while it is not known. */
  shape: Shape | Shape[] | undefined;
  /** Undefined while the weights have not been made. */
  params: number | undefined;
  /** What it is connected to, such as `dense[0][0]`, for a model that is no chain. */
  connections?: string[];
  trainable?: boolean | undefined;
}

/** What a summary says. */
export interface SummaryParts {
  name: string;
  rows: SummaryRow[];
  isChain: boolean;
  trainable: number;
  nonTrainable: number;
  /** Numbers that an optimizer keeps, once it has stepped, and their bytes. */
  optimizer: { params: number; bytes: number } | undefined;
}

/** How many numbers weights hold. */
export const countOf = (weights: readonly LayerVariable[]): number =>
  weights.reduce(
    (sum, { shape }) => sum + shape.reduce<number>((size, n) => size * (n ?? 1), 1),
    0
  );

const grouped = (count: number) => count.toLocaleString('en-US');

/** Bytes as Keras writes them: `1.95 KB`. */
function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(2)} ${units[unit]}`;
}

function shapeText(shape: SummaryRow['shape']): string {
  if (!shape) return '?';
  if (!Array.isArray(shape[0])) return tuple(shape as Shape);
  const all = (shape as Shape[]).map(tuple);
  return all.length === 1 ? (all[0] ?? '?') : `[${all.join(', ')}]`;
}

/** Text in lines no wider than `width`, broken at spaces; a longer word is cut off. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/\S+\s*/g) ?? []) {
    if (line && line.length + word.trimEnd().length > width) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line].map(each => {
    const trimmed = each.trimEnd();
    return trimmed.length > width ? `${trimmed.slice(0, width - 1)}…` : trimmed;
  });
}

type Align = 'left' | 'right' | 'center';

function padded(text: string, width: number, align: Align): string {
  if (align === 'left') return text.padEnd(width);
  if (align === 'right') return text.padStart(width);
  const left = Math.floor((width - text.length) / 2);
  return ' '.repeat(left) + text + ' '.repeat(width - text.length - left);
}

/** A table of box characters; `inner` are the widths of the cells without their margins. */
function table(head: string[], rows: string[][], inner: number[], align: Align[]): string[] {
  const bar = (left: string, line: string, between: string, right: string) =>
    left + inner.map(width => line.repeat(width + 2)).join(between) + right;
  const row = (cells: string[], edge: string) => {
    const wrapped = cells.map((cell, i) => wrap(cell, inner[i] ?? 1));
    const height = Math.max(...wrapped.map(lines => lines.length));
    return Array.from({ length: height }, (_, at) =>
      [
        edge,
        wrapped
          .map((lines, i) => ` ${padded(lines[at] ?? '', inner[i] ?? 1, align[i] ?? 'left')} `)
          .join(edge),
        edge
      ].join('')
    );
  };
  const body = rows.flatMap((cells, i) => [
    ...(i === 0 ? [] : [bar('├', '─', '┼', '┤')]),
    ...row(cells, '│')
  ]);
  return [
    bar('┏', '━', '┳', '┓'),
    ...row(head, '┃'),
    bar('┡', '━', '╇', '┩'),
    ...body,
    bar('└', '─', '┴', '┘')
  ];
}

/** Rounds halves to the even neighbour, as Python does. */
const rounded = (x: number) => (x % 1 === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));

/** Widths of cells for a table so many characters wide, cut as Keras's printer cuts them. */
function fitted(widths: number[], length: number): number[] {
  let excess = widths.reduce((sum, width) => sum + width + 3, 1) - length;
  return widths.map((width, i) => {
    const less = Math.min(width + 2, rounded(excess / (widths.length - i)));
    excess -= less;
    return width - less;
  });
}

/** What `model.summary` can be told. */
export interface SummaryOptions {
  /** How many characters wide; by default what Keras takes in a terminal of 80. */
  lineLength?: number;
  /** Whether a column says which layers are trained, by default `false`. */
  showTrainable?: boolean;
  /** Takes each line instead of the output. */
  printFn?: (text: string) => void;
}

/** A summary as Keras prints it. */
export function summaryText(parts: SummaryParts, options: SummaryOptions = {}): string {
  const { showTrainable = false } = options;
  const head = ['Layer (type)', 'Output Shape', 'Param #'];
  const align: Align[] = ['left', 'left', 'right'];
  let positions = parts.isChain ? [0.45, 0.8, 1] : [0.3, 0.56, 0.74, 1];
  if (!parts.isChain) {
    head.push('Connected to');
    align.push('left');
  }
  if (showTrainable) {
    head.push('Trainable');
    align.push('center');
    positions = [...positions.map(position => position * 0.9), 1];
  }
  // A terminal of 80 characters, of which Keras leaves 4.
  const length = options.lineLength ?? 76;
  const ends = positions.map(position => Math.floor(position * length));
  const widths = ends.map((end, i) => end - (ends[i - 1] ?? 0));
  const rows = parts.rows.map(row => [
    `${row.name} (${row.kind})`,
    shapeText(row.shape),
    row.params === undefined ? '0 (unbuilt)' : grouped(row.params),
    ...(parts.isChain ? [] : [row.connections?.join(', ') || '-']),
    ...(showTrainable ? [row.trainable === undefined ? '-' : row.trainable ? 'Y' : 'N'] : [])
  ]);
  const { trainable, nonTrainable, optimizer } = parts;
  const total = trainable + nonTrainable + (optimizer?.params ?? 0);
  const bytes = 4 * (trainable + nonTrainable) + (optimizer?.bytes ?? 0);
  const line = (what: string, count: number, size: number) =>
    ` ${what} params: ${grouped(count)} (${sizeText(size)})`;
  return [
    `Model: "${parts.name}"`,
    ...table(head, rows, fitted(widths, length), align),
    line('Total', total, bytes),
    line('Trainable', trainable, 4 * trainable),
    line('Non-trainable', nonTrainable, 4 * nonTrainable),
    ...(optimizer ? [line('Optimizer', optimizer.params, optimizer.bytes)] : [])
  ].join('\n');
}
