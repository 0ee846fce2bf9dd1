import { ArrayStorage } from 'numpy-ts/core';
import { kindOf, type DType, type TypedArray } from './dtype';
import { OverflowError } from './errors';
import { allocate, dtypeOf, elementsOf, numbersOf, rowMajor, type Storage } from './storage';

/** The elements that a tensor can be made of. */
export type TensorData = Float32Array | Int32Array | Uint8Array;

/** What is asked of a tensor of TensorFlow.js, of whichever copy of the library. */
export interface TensorLike {
  readonly shape: number[];
  readonly dtype: string;
  readonly size: number;
  readonly dataId: object;
  dataSync(): ArrayLike<number>;
  flatten(): TensorLike;
  slice(begin: number, size: number): TensorLike;
  dispose(): void;
}

/** What is asked of TensorFlow.js to make a tensor. */
export interface TensorFlow<T> {
  tensor(values: TensorData, shape: number[], dtype: 'float32' | 'int32' | 'bool'): T;
  getBackend(): string;
}

/** Whether a value is a tensor of TensorFlow.js. */
export function isTensor(value: unknown): value is TensorLike {
  if (typeof value !== 'object' || value === null) return false;
  return 'dataId' in value && 'dataSync' in value && typeof value.dataSync === 'function';
}

/**
 * Whether what a tensor is read into is the backend's own memory, which nobody may write to. The wasm
 * backend copies as it reads, others hand out what they hold.
 */
function sharesMemory(tensor: TensorLike): boolean {
  const flat = tensor.flatten();
  const one = flat.slice(0, Math.min(1, tensor.size));
  const shared = one.dataSync() === one.dataSync();
  one.dispose();
  flat.dispose();
  return shared;
}

/**
 * The elements of a tensor: read once, and copied once more only where the backend gives its own.
 * @throws TypeError for tensors of texts or complex numbers
 */
export function fromTensor(tensor: TensorLike): Storage {
  const { shape, dtype } = tensor;
  if (dtype !== 'float32' && dtype !== 'int32' && dtype !== 'bool') {
    throw new TypeError(`Cannot make an array of a ${dtype} tensor: numbers and booleans only`);
  }
  const read = tensor.dataSync() as TensorData;
  if (sharesMemory(tensor)) return allocate(shape, dtype, read);
  return ArrayStorage.fromDataShared(read, [...shape], dtype, rowMajor(shape), 0, null);
}

/** @throws OverflowError where a whole number is beyond 32 bits */
function toInt32(elements: ArrayLike<number>): Int32Array {
  const whole = new Int32Array(elements.length);
  for (let i = 0; i < whole.length; i++) {
    const value = elements[i] ?? 0;
    whole[i] = value;
    if (whole[i] !== value) {
      throw new OverflowError(`Tensors hold whole numbers of 32 bits, and ${value} has more`);
    }
  }
  return whole;
}

/** A tensor's type for that of an array: floats and whole numbers of 32 bits, and booleans. */
const tensorDType = (dtype: DType) =>
  dtype === 'bool' ? 'bool' : kindOf(dtype) === 'f' ? 'float32' : 'int32';

function tensorData(storage: Storage): TensorData {
  const elements: TypedArray = elementsOf(storage);
  switch (dtypeOf(storage)) {
    case 'float32':
    case 'int32':
    case 'bool':
      return elements as TensorData;
    case 'float64':
      return new Float32Array(elements as Float64Array);
    default:
      return toInt32(numbersOf(storage));
  }
}

/** A tensor of an array's elements, copied no more than the backend itself copies. */
export function toTensor<T>(storage: Storage, tf: TensorFlow<T>): T {
  const data = tensorData(storage);
  const own = data.buffer !== (storage.data as TypedArray).buffer;
  // The wasm backend takes a copy at once; others keep what they are given.
  const kept = own || tf.getBackend() === 'wasm' ? data : data.slice();
  return tf.tensor(kept, [...storage.shape], tensorDType(dtypeOf(storage)));
}
