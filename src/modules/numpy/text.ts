import { makeElements, type DType } from './dtype';
import { ValueError } from './errors';
import { NDArray } from './ndarray';
import { fixed, scientific, type Decimal } from './printing/digits';
import { allocate, toElement } from './storage';

/** A number as C's `printf` writes it, by a format such as `%.2f`, `%d`, `%8.3e` or `%g`. */
export function formatNumber(format: string, value: number): string {
  return format.replace(
    /%([-+ 0]*)(\d*)(?:\.(\d+))?([diefgs%])/g,
    (_, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const text = digitsOf(kind, value, precision === undefined ? undefined : Number(precision));
      const sign = text.startsWith('-')
        ? '-'
        : flags.includes('+')
          ? '+'
          : flags.includes(' ')
            ? ' '
            : '';
      const digits = text.replace(/^-/, '');
      if (flags.includes('-')) return (sign + digits).padEnd(Number(width));
      return flags.includes('0') && Number.isFinite(value)
        ? sign + digits.padStart(Number(width) - sign.length, '0')
        : (sign + digits).padStart(Number(width));
    }
  );
}

function digitsOf(kind: string, value: number, precision: number | undefined): string {
  if (kind === 's') return pythonText(value);
  if (!Number.isFinite(value)) return pythonText(value);
  switch (kind) {
    case 'd':
    case 'i':
      return String(Math.trunc(value));
    case 'f':
      return join(fixed(value, precision ?? 6));
    case 'e':
      return join(scientific(value, 'float64', precision ?? 6, precision ?? 6));
    default:
      return general(value, Math.max(1, precision ?? 6));
  }
}

const join = ({ negative, integer, fraction, exponent }: Decimal): string =>
  `${negative ? '-' : ''}${integer}${fraction ? `.${fraction}` : ''}${exponent ? `e${exponent}` : ''}`;

/** As many significant digits, without the zeros at the end. */
function general(value: number, digits: number): string {
  const rounded = scientific(value, 'float64', digits - 1, digits - 1);
  const exponent = Number(rounded.exponent);
  const d =
    exponent < -4 || exponent >= digits
      ? rounded
      : fixed(value, Math.max(0, digits - 1 - exponent));
  return join({ ...d, fraction: d.fraction.replace(/0+$/, '') });
}

function pythonText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return String(value);
}

/** How a text of numbers is read. */
export interface ParseOptions {
  dtype: DType;
  delimiter?: string;
  comments: string | null;
  skip: number;
  columns?: readonly number[];
  most: number;
  /** What a field that is no number stands for; without it, it is an error. */
  missing?: number;
}

/** The number that a field holds, or undefined where it holds none. */
function numberIn(field: string, dtype: DType): number | undefined {
  const text = field.trim();
  if (/^[+-]?nan$/i.test(text)) return NaN;
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  const whole = dtype.includes('int');
  const form = whole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  return form.test(text) ? Number(text) : undefined;
}

/**
 * The rows of numbers in the lines of a text, always with two axes.
 * @throws ValueError in NumPy's words where a field is no number or rows differ in length
 */
export function parseRows(lines: readonly string[], options: ParseOptions): NDArray {
  const { dtype, delimiter, comments, skip, columns, most, missing } = options;
  const rows: number[][] = [];
  let width: number | undefined;
  for (const line of lines.slice(skip)) {
    if (rows.length >= most) break;
    const text = comments ? (line.split(comments)[0] ?? '') : line;
    if (text.trim() === '') continue;
    const fields = delimiter ? text.split(delimiter) : text.trim().split(/\s+/);
    width ??= fields.length;
    if (fields.length !== width && !columns) {
      throw new ValueError(
        `the number of columns changed from ${width} to ${fields.length} at row ${rows.length + 1}; ` +
          'use `usecols` to select a subset and avoid this error'
      );
    }
    const chosen = columns ?? fields.map((_, i) => i);
    const row = rows.length;
    rows.push(
      chosen.map(column => {
        const at = column < 0 ? column + fields.length : column;
        const field = fields[at];
        if (field === undefined) {
          throw new ValueError(
            `invalid column index ${column} at row ${row + 1} with ${fields.length} columns`
          );
        }
        const value = numberIn(field, dtype) ?? missing;
        if (value === undefined) {
          throw new ValueError(
            `could not convert string '${field}' to ${dtype} at row ${row}, column ${at + 1}.`
          );
        }
        return value;
      })
    );
  }
  const length = rows[0]?.length ?? 0;
  const elements = makeElements(dtype, rows.length * length);
  rows.flat().forEach((value, i) => (elements[i] = toElement(value, dtype) as never));
  return new NDArray(allocate([rows.length, length], dtype, elements));
}
