import * as core from 'numpy-ts/core';
import { toAxis } from './axes';
import { ValueError } from './errors';
import { toArray, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { reshape } from './shape';
import { allocate, copyOf, dtypeOf, fromCore, numbersOf, toCore, type Storage } from './storage';

/** Along which axis; the last if none is given, `null` for all elements in a row. */
export interface SortOptions {
  axis?: number | null;
}

function prepare(a: ArrayLike, { axis = -1 }: SortOptions): [Storage, number] {
  const array = axis === null ? reshape(a, -1) : toArray(a);
  return [storageOf(array), toAxis(axis ?? 0, array.ndim)];
}

/**
 * A sorted copy, NaN at the end. NumPy: `numpy.sort`.
 * @example
 * ```ts
 * np.sort([[3, 1], [2, 5]], { axis: 0 })
 * // → [[2 1]
 * //  [3 5]]
 * ```
 */
export function sort(a: ArrayLike, options: SortOptions = {}): NDArray {
  const [storage, axis] = prepare(a, options);
  if (storage.size < 2) return new NDArray(copyOf(storage));
  return new NDArray(fromCore(core.sort(toCore(storage), axis), dtypeOf(storage)));
}

/**
 * The positions that would sort the elements; equal ones keep their order. NumPy: `numpy.argsort`.
 * @example
 * ```ts
 * np.argsort([30, 10, 20])
 * // → [1 2 0]
 * ```
 */
export function argsort(a: ArrayLike, options: SortOptions = {}): NDArray {
  const [storage, axis] = prepare(a, options);
  if (storage.size === 0) return new NDArray(allocate(storage.shape, 'int64'));
  return new NDArray(fromCore(core.argsort(toCore(storage), axis), 'int64'));
}

/** NumPy's order of two numbers: NaN comes last. */
const compare = (x: number, y: number): number =>
  x < y || (Number.isNaN(y) && !Number.isNaN(x)) ? -1 : x > y || Number.isNaN(x) ? 1 : 0;

/**
 * The positions that would sort by several lists, by the last one first; equal ones keep their
 * order. NumPy: `numpy.lexsort`.
 * @example
 * ```ts
 * const [surnames, names] = [[2, 1, 2], [5, 7, 4]];
 * np.lexsort([names, surnames])
 * // → [1 2 0]
 * ```
 */
export function lexsort(keys: readonly ArrayLike[] | NDArray): NDArray {
  const lists = [...(keys as Iterable<ArrayLike>)].map(key => numbersOf(toStorage(key)));
  const length = lists[0]?.length ?? 0;
  if (lists.length === 0) throw new TypeError('need sequence of keys with len > 0 in lexsort');
  if (lists.some(list => list.length !== length))
    throw new ValueError('all keys need to be the same shape');
  lists.reverse();
  const order = Array.from({ length }, (_, i) => i).sort((i, j) => {
    for (const list of lists) {
      const found = compare(list[i] ?? NaN, list[j] ?? NaN);
      if (found !== 0 && !(Number.isNaN(list[i]) && Number.isNaN(list[j]))) return found;
    }
    return i - j;
  });
  return new NDArray(allocate([length], 'int64', BigInt64Array.from(order, BigInt)));
}

function checkKth(a: ArrayLike, kth: number, options: SortOptions): void {
  const [storage, axis] = prepare(a, options);
  const length = storage.shape[axis] ?? 0;
  if (kth < -length || kth >= length)
    throw new ValueError(`kth(=${kth < 0 ? kth + length : kth}) out of bounds (${length})`);
}

/**
 * A copy with the element at place `kth` that would be there if it were sorted, smaller ones before
 * it and larger ones behind. NumPy: `numpy.partition`, where the order of those is left open; here
 * they are sorted.
 * @example
 * ```ts
 * np.partition([7, 1, 5, 3], 1)
 * // → [1 3 5 7]
 * ```
 */
export function partition(a: ArrayLike, kth: number, options: SortOptions = {}): NDArray {
  checkKth(a, kth, options);
  return sort(a, options);
}

/**
 * The positions of what {@link partition} gives. NumPy: `numpy.argpartition`, where the order of the
 * smaller and of the larger ones is left open; here they are sorted.
 */
export function argpartition(a: ArrayLike, kth: number, options: SortOptions = {}): NDArray {
  checkKth(a, kth, options);
  return argsort(a, options);
}

/**
 * Where values would have to be put into a sorted list to keep it sorted.
 * NumPy: `numpy.searchsorted`.
 * @example
 * ```ts
 * np.searchsorted([1, 3, 5], [0, 4])
 * // → [0 2]
 * ```
 */
export function searchsorted(
  a: ArrayLike,
  v: ArrayLike,
  { side = 'left' }: { side?: 'left' | 'right' } = {}
): NDArray {
  const sorted = numbersOf(toStorage(a));
  const values = toArray(v);
  const places = Array.from(numbersOf(storageOf(values)), value => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] ?? NaN;
      if (side === 'left' ? at < value : at <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return reshape(
    new NDArray(allocate([places.length], 'int64', BigInt64Array.from(places, BigInt))),
    values.shape
  );
}
