import { toAxis } from './axes';
import { broadcastShape, stretch } from './broadcast';
import { toArray, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { moveaxis, reshape } from './shape';
import { numbersOf } from './storage';

/**
 * What a function gives for each list along an axis, put together. NumPy: `numpy.apply_along_axis`.
 * @param f gives a number, or a list that takes the axis's place
 * @example
 * ```ts
 * np.applyAlongAxis(row => row.max() - row.min(), 1, [[1, 5], [7, 2]])
 * // → [4 5]
 * ```
 */
export function applyAlongAxis(
  f: (list: NDArray) => ArrayLike,
  axis: number,
  a: ArrayLike
): NDArray {
  const array = toArray(a);
  const along = toAxis(axis, array.ndim);
  const rest = array.shape.toSpliced(along, 1);
  const lists = reshape(moveaxis(array, along, -1), [-1, array.shape[along] ?? 0]);
  const results = Array.from({ length: lists.shape[0] ?? 0 }, (_, i) => toArray(f(lists.at(i))));
  const inner = results[0]?.shape ?? [];
  const together = reshape(toArray(results), [...rest, ...inner]);
  return inner.length === 1 ? moveaxis(together, -1, along) : together;
}

/**
 * A function of numbers as one of arrays, with broadcasting. NumPy: `numpy.vectorize`.
 * @example
 * ```ts
 * const relu = np.vectorize(x => (x > 0 ? x : 0));
 * relu([-1, 2, -3])
 * // → [0 2 0]
 * ```
 */
export function vectorize(
  f: (...numbers: number[]) => number | boolean
): (...arrays: ArrayLike[]) => NDArray {
  return (...inputs) => {
    const arrays = inputs.map(toArray);
    const shape = broadcastShape(...arrays.map(each => each.shape));
    const lists = arrays.map(each => numbersOf(stretch(storageOf(each), shape)));
    const [first = []] = lists;
    const results = Array.from(first, (_, i) => f(...lists.map(list => list[i] ?? NaN)));
    return reshape(toArray(results), shape);
  };
}
