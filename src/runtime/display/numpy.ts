import type { MimeBundle } from '../../protocol/runtime';
import { usePrinter, type Printable } from '../../modules/numpy/print';
import { arrayHtml } from './grid';
import { formatArray, type ArrayDtype } from './ndarray';
import type { Formatter } from './registry';

/** What is asked of an array of the module `numpy`. */
interface NumpyArray extends Printable {
  readonly dtype: ArrayDtype;
  readonly ndim: number;
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

const textOf = (array: Printable) =>
  formatArray(array.values(), array.shape, array.dtype as ArrayDtype);

usePrinter(textOf);

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
