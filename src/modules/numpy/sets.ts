import { toAxis } from './axes';
import { ValueError } from './errors';
import { toArray, toStorage, type ArrayLike } from './input';
import { concatenate } from './join';
import { NDArray, storageOf } from './ndarray';
import { moveaxis, ravel, reshape } from './shape';
import { argsort, lexsort } from './sorting';
import { allocate, numbersOf } from './storage';

/** What {@link unique} gives beside the values. */
export interface UniqueOptions {
  /** Also the position at which each value comes first. */
  returnIndex?: boolean;
  /** Also, for each element, the position of its value among the values. */
  returnInverse?: boolean;
  /** Also how often each value comes. */
  returnCounts?: boolean;
  /** Which axis to look along for whole rows or columns that are equal; each element if not given. */
  axis?: number | null;
}

interface ValuesOnly {
  returnIndex?: false;
  returnInverse?: false;
  returnCounts?: false;
  axis?: number | null;
}

/** Groups of equal things: where each first comes, how many it has, and whose each one is. */
interface Groups {
  first: number[];
  counts: number[];
  inverse: number[];
}

/** Groups what is equal; `order` sorts, and keeps equal ones in their order. */
function group(order: readonly number[], same: (a: number, b: number) => boolean): Groups {
  const groups: Groups = { first: [], counts: [], inverse: new Array<number>(order.length) };
  order.forEach((at, i) => {
    const previous = order[i - 1];
    if (previous === undefined || !same(previous, at)) {
      groups.first.push(at);
      groups.counts.push(0);
    }
    const last = groups.first.length - 1;
    groups.counts[last] = (groups.counts[last] ?? 0) + 1;
    groups.inverse[at] = last;
  });
  return groups;
}

export function positions(list: readonly number[]): NDArray {
  return new NDArray(allocate([list.length], 'int64', BigInt64Array.from(list, BigInt)));
}

/**
 * The values that occur, sorted, each once; with an axis the rows or columns that occur.
 * NumPy: `numpy.unique`.
 * @returns the values, or a list of them and what else was asked for, in the order index, inverse,
 * counts
 * @example
 * ```ts
 * np.unique([3, 1, 1, 2])
 * // → [1 2 3]
 * const [values, counts] = np.unique([3, 1, 1, 2], { returnCounts: true });
 * counts
 * // → [2 1 1]
 * np.unique([[1, 2], [3, 4], [1, 2]], { axis: 0 })
 * // → [[1 2]
 * //  [3 4]]
 * ```
 */
export function unique(a: ArrayLike, options?: ValuesOnly): NDArray;
export function unique(a: ArrayLike, options: UniqueOptions): NDArray[];
export function unique(
  a: ArrayLike,
  { returnIndex, returnInverse, returnCounts, axis = null }: UniqueOptions = {}
): NDArray | NDArray[] {
  const array = toArray(a);
  const [values, groups] = axis === null ? uniqueElements(array) : uniqueRows(array, axis);
  const inverse = () => {
    const each = positions(groups.inverse);
    return axis === null ? reshape(each, array.shape) : each;
  };
  const extras = [
    returnIndex ? positions(groups.first) : undefined,
    returnInverse ? inverse() : undefined,
    returnCounts ? positions(groups.counts) : undefined
  ].filter(extra => extra !== undefined);
  return extras.length > 0 ? [values, ...extras] : values;
}

function uniqueElements(array: NDArray): [NDArray, Groups] {
  const numbers = numbersOf(storageOf(array));
  const order = Array.from(argsort(array, { axis: null }).values() as BigInt64Array, Number);
  // All NaN are one value, so not only `===`; but 0 and −0 are one as well, so no `Object.is`.
  const groups = group(order, (x, y) => {
    const [left, right] = [numbers[x] ?? NaN, numbers[y] ?? NaN];
    return left === right || (Number.isNaN(left) && Number.isNaN(right));
  });
  return [ravel(array).at(positions(groups.first)), groups];
}

function uniqueRows(array: NDArray, axis: number): [NDArray, Groups] {
  const along = toAxis(axis, array.ndim);
  const rows = moveaxis(array, along, 0);
  const flat = reshape(rows, [rows.shape[0] ?? 0, -1]);
  const width = flat.shape[1] ?? 0;
  const numbers = numbersOf(storageOf(flat));
  const keys = Array.from({ length: width }, (_, i) => flat.at(':', width - 1 - i));
  const order = Array.from(lexsort(keys).values() as BigInt64Array, Number);
  const groups = group(order, (x, y) =>
    Array.from({ length: width }).every((_, i) => numbers[x * width + i] === numbers[y * width + i])
  );
  return [moveaxis(rows.at(positions(groups.first)), 0, along), groups];
}

const setOf = (a: ArrayLike) => new Set(numbersOf(toStorage(a)));

/**
 * Which elements of `a` are among `values`. NumPy: `numpy.isin`.
 * @example
 * ```ts
 * np.isin([1, 2, 3], [2, 5])
 * // → [False  True False]
 * ```
 */
export function isin(a: ArrayLike, values: ArrayLike): NDArray {
  const among = setOf(values);
  const storage = toStorage(a);
  const truth = Uint8Array.from(numbersOf(storage), value => (among.has(value) ? 1 : 0));
  return new NDArray(allocate(storage.shape, 'bool', truth));
}

/** What is in one list or the other, sorted, each once. NumPy: `numpy.union1d`. */
export const union1d = (a: ArrayLike, b: ArrayLike): NDArray =>
  unique(concatenate([a, b], { axis: null }));

/** What is in both lists, sorted, each once. NumPy: `numpy.intersect1d`. */
export function intersect1d(a: ArrayLike, b: ArrayLike): NDArray {
  const values = unique(a);
  return values.at(isin(values, b));
}

/** What is in the first list and not in the second, sorted, each once. NumPy: `numpy.setdiff1d`. */
export function setdiff1d(a: ArrayLike, b: ArrayLike): NDArray {
  const values = unique(a);
  return values.at(isin(values, b).not());
}

/** What is in just one of two lists, sorted, each once. NumPy: `numpy.setxor1d`. */
export const setxor1d = (a: ArrayLike, b: ArrayLike): NDArray =>
  union1d(setdiff1d(a, b), setdiff1d(b, a));

/**
 * How often each whole number from 0 on comes, or the sum of their weights. NumPy: `numpy.bincount`.
 * @example
 * ```ts
 * np.bincount([0, 3, 1, 1])
 * // → [1 2 0 1]
 * ```
 */
export function bincount(
  x: ArrayLike,
  { weights, minlength = 0 }: { weights?: ArrayLike; minlength?: number } = {}
): NDArray {
  const values = numbersOf(toStorage(x));
  const each = weights === undefined ? undefined : numbersOf(toStorage(weights, 'float64'));
  if (each && each.length !== values.length) {
    throw new ValueError("The weights and list don't have the same length.");
  }
  let length = minlength;
  for (const value of values) length = Math.max(length, value + 1);
  const counts = new Float64Array(length);
  values.forEach((value: number, i: number) => {
    if (value < 0) throw new ValueError("'list' argument must have no negative elements");
    counts[value] = (counts[value] ?? 0) + (each?.[i] ?? 1);
  });
  const result = new NDArray(allocate([length], 'float64', counts));
  return each ? result : result.astype('int64');
}
