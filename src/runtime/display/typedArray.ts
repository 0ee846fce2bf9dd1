import type { MimeBundle } from '../../protocol/runtime';
import { arrayHtml } from './grid';
import { inspect } from './inspect';
import type { ArrayDtype } from '../../modules/numpy/printing/elements';
import type { Formatter } from './registry';

const dtypes: Record<string, ArrayDtype> = {
  Float32Array: 'float32',
  Float64Array: 'float64',
  Int8Array: 'int8',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Int16Array: 'int16',
  Uint16Array: 'uint16',
  Int32Array: 'int32',
  Uint32Array: 'uint32',
  BigInt64Array: 'int64',
  BigUint64Array: 'uint64'
};

type TypedArray = ArrayBufferView & ArrayLike<number | bigint> & { [Symbol.toStringTag]: string };

/** Whether a value is a typed array of a type whose elements can be laid out. */
export function isTypedArray(value: unknown): value is TypedArray {
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return false;
  return (value as TypedArray)[Symbol.toStringTag] in dtypes;
}

/** Typed arrays: as text like any other array, and as a table of one row. */
export const typedArrayFormatter: Formatter<TypedArray> = {
  matches: isTypedArray,
  render(array): MimeBundle {
    const name = array[Symbol.toStringTag];
    const shape = [array.length];
    const html = arrayHtml(array, shape, dtypes[name] ?? 'float64', `${name} · [${array.length}]`);
    const text = inspect(array);
    return html === undefined ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html };
  }
};
