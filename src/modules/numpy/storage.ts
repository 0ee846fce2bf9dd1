import { ArrayStorage, NDArrayCore, configureWasm } from 'numpy-ts/core';
import { isBig, kindOf, makeElements, type DType, type TypedArray } from './dtype';

/**
 * The memory that numpy-ts takes all its arrays from: reserved at once, taken as arrays come, and
 * given back as they are collected. A device that has less to give gets less.
 */
function reserveHeap(): ArrayBufferLike {
  for (const megabytes of [512, 256, 64]) {
    try {
      configureWasm({ maxMemory: megabytes * 2 ** 20 });
      return ArrayStorage.zeros([1], 'float64').data.buffer;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new RangeError('There is too little memory for arrays');
}

const heap = reserveHeap();

/**
 * Elements with shape, strides and offset. numpy-ts computes right and fast on elements that lie in
 * row-major order; views, casts and broadcasting are ours, since its own are slow or wrong.
 */
export type Storage = ArrayStorage;

/** The number of elements of a shape. */
export const sizeOf = (shape: readonly number[]) => shape.reduce((size, n) => size * n, 1);

/** Zeros; `values`, if given, are taken over in row-major order. */
export function allocate(shape: readonly number[], dtype: DType, values?: TypedArray): Storage {
  const storage = values
    ? ArrayStorage.empty([...shape], dtype)
    : ArrayStorage.zeros([...shape], dtype);
  // The two kinds of typed array have two kinds of `set`; both sides are of the same kind here.
  if (values) (storage.data as Float64Array).set(values as Float64Array);
  return storage;
}

/** The element type; numpy-ts has more of them than can come in here. */
export const dtypeOf = (storage: Storage) => storage.dtype as DType;

/** The same elements seen through another shape. */
export function viewOf(
  storage: Storage,
  shape: readonly number[],
  strides: readonly number[],
  offset = storage.offset
): Storage {
  return ArrayStorage.fromDataShared(
    storage.data,
    [...shape],
    storage.dtype,
    [...strides],
    offset,
    storage.wasmRegion
  );
}

/** Strides, in elements, of a shape in row-major order. */
export function rowMajor(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  return strides;
}

/** Calls back with the offset of the first element of each run along the last axis. */
function eachRun(storage: Storage, run: (offset: number) => void): void {
  const { shape, strides } = storage;
  const visit = (axis: number, offset: number): void => {
    if (axis >= shape.length - 1) return run(offset);
    for (let i = 0; i < (shape[axis] ?? 0); i++) visit(axis + 1, offset + i * (strides[axis] ?? 0));
  };
  if (storage.size > 0) visit(0, storage.offset);
}

/** Copies a view's elements into row-major order. */
function gather<T extends TypedArray>(from: T, to: T, storage: Storage): void {
  const length = storage.shape.at(-1) ?? 1;
  const step = storage.strides.at(-1) ?? 1;
  let position = 0;
  eachRun(storage, offset => {
    // For a few elements a loop is faster than a call.
    if (length < 16) {
      for (let i = 0, at = offset; i < length; i++, at += step) {
        to[position + i] = from[at] as number;
      }
    } else if (step === 1) {
      (to as Float64Array).set((from as Float64Array).subarray(offset, offset + length), position);
    } else if (step === 0) {
      (to as Float64Array).fill(from[offset] as number, position, position + length);
    } else {
      for (let i = 0, at = offset; i < length; i++, at += step) {
        to[position + i] = from[at] as number;
      }
    }
    position += length;
  });
}

/** The elements in row-major order; the array's own memory where they lie so already. */
export function elementsOf(storage: Storage): TypedArray {
  const data = storage.data as TypedArray;
  if (storage.isCContiguous) return data.subarray(storage.offset, storage.offset + storage.size);
  const elements = makeElements(dtypeOf(storage), storage.size);
  gather(data, elements, storage);
  return elements;
}

/** Offsets into the data of all elements, in row-major order. */
export function offsetsOf(storage: Storage): Int32Array {
  const offsets = new Int32Array(storage.size);
  const length = storage.shape.at(-1) ?? 1;
  const step = storage.strides.at(-1) ?? 1;
  let position = 0;
  eachRun(storage, offset => {
    for (let i = 0; i < length; i++) offsets[position++] = offset + i * step;
  });
  return offsets;
}

/** A copy in row-major order with memory of its own. */
export function copyOf(storage: Storage): Storage {
  if (storage.isCContiguous) return allocate(storage.shape, dtypeOf(storage), elementsOf(storage));
  const copy = ArrayStorage.empty([...storage.shape], storage.dtype);
  gather(storage.data as TypedArray, copy.data as TypedArray, storage);
  return copy;
}

/** The same elements in row-major order from the start of their memory; a copy if need be. */
export function packed(storage: Storage): Storage {
  return storage.isCContiguous && storage.offset === 0 ? storage : copyOf(storage);
}

/** Bigints as numbers, several times faster than one call of `Number` for each. */
function fromBig(elements: BigInt64Array | BigUint64Array): Float64Array {
  const { buffer, byteOffset, length } = elements;
  const low = new Uint32Array(buffer, byteOffset, 2 * length);
  const high =
    elements instanceof BigInt64Array ? new Int32Array(buffer, byteOffset, 2 * length) : low;
  const numbers = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    numbers[i] = (high[2 * i + 1] ?? 0) * 2 ** 32 + (low[2 * i] ?? 0);
  }
  return numbers;
}

/** The elements as plain numbers, in row-major order. */
export function numbersOf(storage: Storage): Exclude<TypedArray, BigInt64Array | BigUint64Array> {
  const elements = elementsOf(storage);
  return elements instanceof BigInt64Array || elements instanceof BigUint64Array
    ? fromBig(elements)
    : elements;
}

/** A number as an element of the type; fractions are cut off for whole types, as in C. */
export function toElement(value: number, dtype: DType): number | bigint {
  if (dtype === 'bool') return value ? 1 : 0;
  if (!isBig(dtype)) return kindOf(dtype) === 'f' ? value : Math.trunc(value);
  if (Number.isFinite(value)) return BigInt(Math.trunc(value));
  return dtype === 'int64' ? -(2n ** 63n) : 0n;
}

/** The elements in another type, in row-major order; the same storage where nothing changes. */
export function cast(storage: Storage, dtype: DType): Storage {
  if (storage.dtype === dtype) return storage;
  const from = elementsOf(storage);
  const to = allocate(storage.shape, dtype);
  const data = to.data as TypedArray;
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    if (isBig(dtypeOf(storage))) data.set(from as BigInt64Array);
    else
      for (let i = 0; i < data.length; i++) data[i] = toElement(Number(from[i]), dtype) as bigint;
  } else {
    const numbers = numbersOf(storage);
    if (dtype === 'bool') for (let i = 0; i < data.length; i++) data[i] = numbers[i] ? 1 : 0;
    else data.set(numbers);
  }
  return to;
}

/**
 * Gives back at once the memory of what was made on the way; arrays that are collected come later,
 * after the cell, and a loop over large ones would run out before.
 */
export function release(made: readonly Storage[], kept: readonly (Storage | undefined)[]): void {
  for (const storage of made) if (!kept.includes(storage)) storage.dispose();
}

/** For the functions of numpy-ts. */
export const toCore = (storage: Storage) => NDArrayCore.fromStorage(packed(storage));

/**
 * A result of numpy-ts, in the type that NumPy gives it. Some results (sums of `int64` along an
 * axis in 1.7.0) lie in memory that is free already: they are taken out before anything is put there.
 */
export function fromCore(result: NDArrayCore, dtype?: DType): Storage {
  const { storage } = result;
  const lost = storage.data.buffer === heap && !storage.wasmRegion;
  const kept = lost
    ? allocate(storage.shape, dtypeOf(storage), elementsOf(storage).slice())
    : storage;
  return dtype ? cast(kept, dtype) : kept;
}
