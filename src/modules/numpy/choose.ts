import { toAxis } from './axes';
import { broadcastShape, spread } from './broadcast';
import { makeElements } from './dtype';
import { toArray, toCommon, toList, toStorage, type ArrayLike } from './input';
import { ValueError } from './errors';
import { stack } from './join';
import { NDArray } from './ndarray';
import { reshape, type Shape } from './shape';
import { allocate, elementsOf, numbersOf, rowMajor } from './storage';

/**
 * The positions of all elements that are true (not 0), a list for each axis.
 * NumPy: `numpy.nonzero`.
 * @example
 * ```ts
 * const [rows, columns] = np.nonzero([[0, 1], [2, 0]]);
 * columns
 * // → [1 0]
 * ```
 */
export function nonzero(a: ArrayLike): NDArray[] {
  const { shape } = toArray(a);
  const flat: number[] = [];
  numbersOf(toStorage(a)).forEach((value: number, i: number) => {
    if (value) flat.push(i);
  });
  const strides = rowMajor(shape);
  return shape.map((length, axis) => {
    const positions = flat.map(at => BigInt(Math.floor(at / (strides[axis] ?? 1)) % length));
    return new NDArray(allocate([flat.length], 'int64', BigInt64Array.from(positions)));
  });
}

/**
 * Elements of `x` where the condition is true, of `y` elsewhere, all three broadcast; with the
 * condition alone, the positions at which it is true, a list for each axis. NumPy: `numpy.where`.
 * @example
 * ```ts
 * np.where([true, false, true], [1, 2, 3], 0)
 * // → [1 0 3]
 * ```
 */
export function where(condition: ArrayLike): NDArray[];
export function where(condition: ArrayLike, x: ArrayLike, y: ArrayLike): NDArray;
export function where(condition: ArrayLike, x?: ArrayLike, y?: ArrayLike): NDArray | NDArray[] {
  if (x === undefined && y === undefined) return nonzero(condition);
  if (x === undefined || y === undefined) {
    throw new ValueError('either both or neither of x and y should be given');
  }
  const test = toStorage(condition, 'bool');
  const [a, b, dtype] = toCommon(x, y);
  const shape = broadcastShape(test.shape, a.shape, b.shape);
  const truth = elementsOf(spread(test, shape));
  const [yes, no] = [elementsOf(spread(a, shape)), elementsOf(spread(b, shape))];
  const chosen = makeElements(dtype, truth.length);
  for (let i = 0; i < chosen.length; i++) chosen[i] = (truth[i] ? yes[i] : no[i]) as never;
  return new NDArray(allocate(shape, dtype, chosen));
}

/**
 * The positions of all elements that are true (not 0), a row for each. NumPy: `numpy.argwhere`.
 * @example
 * ```ts
 * np.argwhere([[0, 1], [2, 0]])
 * // → [[0 1]
 * //  [1 0]]
 * ```
 */
export function argwhere(a: ArrayLike): NDArray {
  const lists = nonzero(a);
  const [first] = lists;
  return first
    ? stack(lists, { axis: 1 })
    : new NDArray(allocate([toArray(a).item() ? 1 : 0, 0], 'int64'));
}

/** The positions, counted in row-major order, of all elements that are true. NumPy: `numpy.flatnonzero`. */
export const flatnonzero = (a: ArrayLike): NDArray =>
  nonzero(reshape(a, -1))[0] ?? new NDArray(allocate([0], 'int64'));

/** The elements at which a condition is true, in a row. NumPy: `numpy.extract`. */
export const extract = (condition: ArrayLike, a: ArrayLike): NDArray =>
  take(a, flatnonzero(condition));

/**
 * Elements at positions, along an axis or, if none is given, of all in a row. NumPy: `numpy.take`.
 * @throws IndexError where there is no such position
 * @example
 * ```ts
 * np.take([10, 20, 30], [2, 0])
 * // → [30 10]
 * ```
 */
export function take(a: ArrayLike, indices: ArrayLike, axis?: number): NDArray {
  const array = axis === undefined ? reshape(a, -1) : toArray(a);
  const along = toAxis(axis ?? 0, array.ndim);
  return array.at(...new Array<string>(along).fill(':'), toArray(indices));
}

/**
 * For each place the element at the position that stands there, along an axis; so it puts in order
 * what `np.argsort` has ordered. NumPy: `numpy.take_along_axis`.
 */
export function takeAlongAxis(a: ArrayLike, indices: ArrayLike, axis = -1): NDArray {
  const [array, places] = [toArray(a), toArray(indices)];
  const along = toAxis(axis, array.ndim);
  if (places.ndim !== array.ndim) {
    throw new ValueError('`indices` and `arr` must have the same number of dimensions');
  }
  const index = array.shape.map((length, i) => {
    if (i === along) return places;
    const range = BigInt64Array.from({ length }, (_, at) => BigInt(at));
    return reshape(
      range,
      array.shape.map((_, j) => (i === j ? -1 : 1))
    );
  });
  return array.at(...index);
}

/**
 * For each element the choice of the first condition that is true there; `otherwise` where none is.
 * NumPy: `numpy.select`.
 * @example
 * ```ts
 * const x = np.arange(6);
 * np.select([x.less(2), x.greater(3)], [x, x.multiply(10)], -1)
 * // → [ 0  1 -1 -1 40 50]
 * ```
 */
export function select(
  conditions: readonly ArrayLike[],
  choices: readonly ArrayLike[],
  otherwise: ArrayLike = 0
): NDArray {
  if (conditions.length !== choices.length) {
    throw new ValueError('list of cases must be same length as list of conditions');
  }
  if (conditions.length === 0) {
    throw new ValueError('select with an empty condition list is not possible');
  }
  return toArray(
    conditions.reduceRight(
      (rest, condition, i) => where(condition, choices[i] ?? 0, rest),
      otherwise
    )
  );
}

/** Positions counted in row-major order as one list for each axis. NumPy: `numpy.unravel_index`. */
export function unravelIndex(indices: ArrayLike, shape: Shape): NDArray[] {
  const lengths = toList(shape);
  const places = toArray(indices);
  const size = lengths.reduce((product, length) => product * length, 1);
  const numbers = numbersOf(toStorage(places));
  const outside = numbers.find((at: number) => at < 0 || at >= size);
  if (outside !== undefined) {
    throw new ValueError(`index ${outside} is out of bounds for array with size ${size}`);
  }
  const strides = rowMajor(lengths);
  return lengths.map((length, axis) => {
    const at = BigInt64Array.from(numbers, (place: number) =>
      BigInt(Math.floor(place / (strides[axis] ?? 1)) % length)
    );
    return new NDArray(allocate(places.shape, 'int64', at));
  });
}

/** Lists of positions, one for each axis, as positions counted in row-major order. NumPy: `numpy.ravel_multi_index`. */
export function ravelMultiIndex(indices: readonly ArrayLike[], shape: Shape): NDArray {
  const lengths = toList(shape);
  const strides = rowMajor(lengths);
  indices.forEach((each, axis) => {
    const numbers = numbersOf(toStorage(each));
    if (numbers.some((at: number) => at < 0 || at >= (lengths[axis] ?? 0))) {
      throw new ValueError('invalid entry in coordinates array');
    }
  });
  const parts = indices.map((each, axis) => toArray(each).multiply(strides[axis] ?? 1));
  return parts.reduce((sum, part) => sum.add(part));
}
