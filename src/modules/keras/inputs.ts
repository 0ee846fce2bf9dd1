import type { DataType, Tensor } from '@tensorflow/tfjs';
import { ValueError } from './errors';
import { tf } from './tf';

/** Lists of numbers within lists. */
export type NestedNumbers = number | boolean | readonly NestedNumbers[];

/** An array of the module `numpy`. */
interface ArrayOfNumbers {
  readonly shape: readonly number[];
  readonly dtype: string;
  values(): ArrayLike<number> | ArrayLike<bigint>;
}

type Elements = Float32Array | Float64Array | Int32Array | Uint8Array | Int8Array | Int16Array;

/** Whatever can be taken for numbers: a tensor, a NumPy array, lists in lists, a typed array. */
export type Numbers = Tensor | ArrayOfNumbers | NestedNumbers | Elements;

const isTensor = (value: unknown): value is Tensor => value instanceof tf.Tensor;

function isArray(value: unknown): value is ArrayOfNumbers {
  return (
    typeof value === 'object' &&
    value !== null &&
    'values' in value &&
    typeof value.values === 'function' &&
    'shape' in value &&
    Array.isArray(value.shape) &&
    'dtype' in value
  );
}

/** Whether a value stands for numbers, and not for several inputs or options. */
export const isNumbers = (value: unknown): value is Numbers =>
  isTensor(value) ||
  isArray(value) ||
  typeof value === 'number' ||
  ArrayBuffer.isView(value) ||
  Array.isArray(value);

/**
 * Numbers as a tensor. The elements of a NumPy array are handed over as they lie, where their type
 * is one of tensors.
 * @throws ValueError where the value is none of what stands for numbers
 */
export function toTensor(value: Numbers, dtype: DataType = 'float32'): Tensor {
  if (isTensor(value)) return value.dtype === dtype ? value : tf.cast(value, dtype);
  if (isArray(value)) {
    const elements = value.values();
    const fits =
      (dtype === 'float32' && elements instanceof Float32Array) ||
      (dtype === 'int32' && elements instanceof Int32Array);
    const numbers = fits
      ? (elements as Float32Array).slice()
      : Float32Array.from(elements as ArrayLike<number>, Number);
    return tf.tensor(
      fits || dtype === 'float32' ? numbers : Int32Array.from(numbers),
      [...value.shape],
      dtype
    );
  }
  if (ArrayBuffer.isView(value)) {
    const elements = Float32Array.from(value as unknown as ArrayLike<number>, Number);
    return tf.tensor1d(elements, dtype as 'float32');
  }
  if (typeof value === 'number' || Array.isArray(value)) {
    return tf.cast(tf.tensor(value as number[]), dtype);
  }
  throw new ValueError(
    `Numbers are expected: a tensor, a NumPy array or lists of numbers. Received: ${String(value)}`
  );
}
