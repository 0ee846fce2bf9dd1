import * as core from 'numpy-ts/core';
import { toAxis } from './axes';
import { makeElements } from './dtype';
import { toArray, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { reshape } from './shape';
import { allocate, copyOf, dtypeOf, fromCore, numbersOf, toCore, type Storage } from './storage';

/** Along which axis; the last if none is given, `null` for all elements in a row. */
interface SortOptions {
  axis?: number | null;
}

function prepare(a: ArrayLike, { axis = -1 }: SortOptions): [Storage, number] {
  const array = axis === null ? reshape(a, -1) : toArray(a);
  return [storageOf(array), toAxis(axis ?? 0, array.ndim)];
}

/** A sorted copy, NaN at the end. NumPy: `numpy.sort`. */
export function sort(a: ArrayLike, options: SortOptions = {}): NDArray {
  const [storage, axis] = prepare(a, options);
  if (storage.size < 2) return new NDArray(copyOf(storage));
  return new NDArray(fromCore(core.sort(toCore(storage), axis), dtypeOf(storage)));
}

/** The positions that would sort the elements; equal ones keep their order. NumPy: `numpy.argsort`. */
export function argsort(a: ArrayLike, options: SortOptions = {}): NDArray {
  const [storage, axis] = prepare(a, options);
  if (storage.size === 0) return new NDArray(allocate(storage.shape, 'int64'));
  return new NDArray(fromCore(core.argsort(toCore(storage), axis), 'int64'));
}

/** What {@link unique} gives beside the values. */
export interface UniqueOptions {
  /** Also the position at which each value comes first. */
  returnIndex?: boolean;
  /** Also, for each element, the position of its value among the values. */
  returnInverse?: boolean;
  /** Also how often each value comes. */
  returnCounts?: boolean;
}

interface ValuesOnly {
  returnIndex?: false;
  returnInverse?: false;
  returnCounts?: false;
}

/**
 * The values that occur, sorted, each once. NumPy: `numpy.unique`.
 * @returns the values, or a list of them and what else was asked for, in the order index, inverse,
 * counts
 */
export function unique(a: ArrayLike, options?: ValuesOnly): NDArray;
export function unique(a: ArrayLike, options: UniqueOptions): NDArray[];
export function unique(
  a: ArrayLike,
  { returnIndex, returnInverse, returnCounts }: UniqueOptions = {}
): NDArray | NDArray[] {
  const storage = toStorage(a);
  const numbers = numbersOf(storage);
  const order = argsort(a, { axis: null }).values();
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Array<number>(numbers.length);
  let previous: number | undefined;
  for (const position of order) {
    const at = Number(position);
    const value = numbers[at];
    // All NaN are one value, so `Object.is` and not `===`; but 0 and −0 are one as well.
    const same = value === previous || (Number.isNaN(value) && Number.isNaN(previous));
    if (first.length === 0 || !same) {
      first.push(at);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    inverse[at] = first.length - 1;
    previous = value;
  }
  const flat = reshape(new NDArray(storage), -1);
  const values = flat.at(positions(first));
  const extras = [
    returnIndex ? positions(first) : undefined,
    returnInverse ? reshape(positions(inverse), storage.shape) : undefined,
    returnCounts ? positions(counts) : undefined
  ].filter(extra => extra !== undefined);
  return extras.length > 0 ? [values, ...extras] : values;
}

function positions(list: number[]): NDArray {
  const elements = makeElements('int64', list.length);
  list.forEach((at, i) => (elements[i] = BigInt(at)));
  return new NDArray(allocate([list.length], 'int64', elements));
}

/**
 * Where values would have to be put into a sorted list to keep it sorted.
 * NumPy: `numpy.searchsorted`.
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
  return reshape(positions(places), values.shape);
}

/** Which elements of `a` are among `values`. NumPy: `numpy.isin`. */
export function isin(a: ArrayLike, values: ArrayLike): NDArray {
  const among = new Set(numbersOf(toStorage(values)));
  const storage = toStorage(a);
  const truth = Uint8Array.from(numbersOf(storage), value => (among.has(value) ? 1 : 0));
  return new NDArray(allocate(storage.shape, 'bool', truth));
}

/** How often each whole number from 0 on comes. NumPy: `numpy.bincount`. */
export function bincount(x: ArrayLike): NDArray {
  const counts: number[] = [];
  for (const value of numbersOf(toStorage(x))) counts[value] = (counts[value] ?? 0) + 1;
  return positions(Array.from(counts, count => count ?? 0));
}

/**
 * How many elements fall into each of `bins` equally wide intervals, and the edges of those.
 * NumPy: `numpy.histogram`.
 */
export function histogram(a: ArrayLike, bins: number | ArrayLike = 10): [NDArray, NDArray] {
  const values = toStorage(a, 'float64');
  const [counts, edges] = core.histogram(
    toCore(values),
    typeof bins === 'number' ? bins : toCore(toStorage(bins, 'float64'))
  );
  return [new NDArray(fromCore(counts, 'int64')), new NDArray(fromCore(edges, 'float64'))];
}
