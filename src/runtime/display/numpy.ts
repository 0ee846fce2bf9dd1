import type { MimeBundle } from '../../protocol/runtime';
import type { ArrayDtype } from '../../modules/numpy/printing/elements';
import { formatArray } from '../../modules/numpy/printing/layout';
import { arrayHtml } from './grid';
import type { Formatter } from './registry';

/** What is asked of an array of the module `numpy`. */
interface NumpyArray {
  readonly shape: readonly number[];
  readonly dtype: ArrayDtype;
  readonly ndim: number;
  /** The elements in row-major order. */
  values(): ArrayLike<number | bigint>;
}

function isNumpyArray(value: unknown): value is NumpyArray {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'ndim' in value &&
    'shape' in value &&
    Array.isArray(value.shape) &&
    'dtype' in value &&
    typeof value.dtype === 'string' &&
    'values' in value &&
    typeof value.values === 'function'
  );
}

const shapeOf = (array: NumpyArray) => `[${array.shape.join(', ')}]`;
const headerOf = (array: NumpyArray) => `array ${array.dtype} ${shapeOf(array)}`;

const textOf = (array: NumpyArray) => formatArray(array.values(), array.shape, array.dtype);

/**
 * Arrays of the module `numpy`: as a cell's value with dtype and shape above, in `console.log` as
 * Python's `print` shows them.
 */
export const numpyFormatter: Formatter<NumpyArray> = {
  matches: isNumpyArray,
  render(array): MimeBundle {
    const text = `${headerOf(array)}\n${textOf(array)}`;
    const caption = `array · ${array.dtype} · ${shapeOf(array)}`;
    const html = arrayHtml(array.values(), array.shape, array.dtype, caption);
    return html === undefined ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html };
  },
  text: textOf,
  label: headerOf
};
