import type { NDArray } from './ndarray';
import { toArray, type ArrayLike } from './input';
import { tuple } from './errors';
import type { ArrayDtype } from './printing/elements';
import { formatArray, layOut } from './printing/layout';
import { completeOptions, type PrintOptions } from './printing/options';

/** What a text of an array may be told beside the options in force. */
export interface ArrayTextOptions extends Pick<
  PrintOptions,
  'precision' | 'threshold' | 'edgeitems' | 'sign' | 'floatmode' | 'formatter'
> {
  /** The most characters of a line. */
  maxLineWidth?: number;
  /** Whether small numbers are written without an exponent. */
  suppressSmall?: boolean;
}

/** Options of {@link array2string}. */
export interface Array2StringOptions extends ArrayTextOptions {
  /** What stands between two elements; a space if not given. */
  separator?: string;
  /** The text that the array will stand behind; further lines are indented by its length. */
  prefix?: string;
  /** The text that will follow the array; lines are that much shorter. */
  suffix?: string;
}

/** The array as Python's `print` shows it. */
export const print = (array: NDArray): string =>
  formatArray(array.values(), array.shape, array.dtype as ArrayDtype);

/**
 * An array as text, with options for this once. NumPy: `numpy.array2string`.
 * @example
 * ```ts
 * np.array2string(np.array([1.5, 2.25, 3]), { precision: 1, separator: ', ' })
 * // → [1.5, 2.2, 3. ]
 * ```
 */
export function array2string(
  a: ArrayLike,
  {
    separator = ' ',
    prefix = '',
    suffix = '',
    maxLineWidth,
    suppressSmall,
    ...rest
  }: Array2StringOptions = {}
): string {
  const array = toArray(a);
  const options = completeOptions({ ...rest, linewidth: maxLineWidth, suppress: suppressSmall });
  return layOut(array.values(), array.shape, array.dtype as ArrayDtype, {
    options: { ...options, linewidth: options.linewidth - suffix.length },
    separator,
    indent: prefix.length
  });
}

/** Types that follow from how the elements look. */
const implied = ['bool', 'int64', 'float64'];

/**
 * An array as Python's notebooks show it as a cell's value. NumPy: `numpy.array_repr`, `repr(a)`.
 * @example
 * ```ts
 * np.arrayRepr(np.array([1, 2], { dtype: 'float32' }))
 * // → array([1., 2.], dtype=float32)
 * ```
 */
export function arrayRepr(a: ArrayLike, options: ArrayTextOptions = {}): string {
  const array = toArray(a);
  const { threshold, linewidth } = completeOptions();
  const text = array2string(array, {
    ...options,
    separator: ', ',
    prefix: 'array(',
    suffix: ')'
  });
  const extras: string[] = [];
  const empty = array.size === 0;
  if ((empty && tuple(array.shape) !== '(0,)') || array.size > threshold) {
    extras.push(`shape=${tuple(array.shape, ', ')}`);
  }
  if (empty || !implied.includes(array.dtype)) extras.push(`dtype=${array.dtype}`);
  if (extras.length === 0) return `array(${text})`;
  const start = `array(${text},`;
  const end = `${extras.join(', ')})`;
  const lastLine = start.length - (start.lastIndexOf('\n') + 1);
  const fits = lastLine + end.length + 1 <= (options.maxLineWidth ?? linewidth);
  return start + (fits ? ' ' : '\n      ') + end;
}

/** An array as Python's `print` shows it, with options for this once. NumPy: `numpy.array_str`. */
export function arrayStr(
  a: ArrayLike,
  options: Pick<ArrayTextOptions, 'maxLineWidth' | 'precision' | 'suppressSmall'> = {}
): string {
  const array = toArray(a);
  return array.ndim === 0 ? print(array) : array2string(array, options);
}
