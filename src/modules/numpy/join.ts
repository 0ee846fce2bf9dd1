import { toAxis } from './axes';
import { promoteTypes } from './dtype';
import { ValueError } from './errors';
import { toArray, toList, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { expandDims, reshape } from './shape';
import { allocate, cast, elementsOf, offsetsOf, rowMajor, viewOf } from './storage';

/** Arrays to be joined: a list of them, or one whose rows are joined. */
export type ArrayList = readonly ArrayLike[] | NDArray;

/** The arrays of a list; along the way, texts in place of arrays are caught. */
const toArrays = (arrays: ArrayList): NDArray[] => {
  const list: readonly ArrayLike[] = arrays instanceof NDArray ? [...arrays] : arrays;
  if (list.length === 0) throw new ValueError('need at least one array to concatenate');
  return list.map(toArray);
};

/**
 * Arrays put together along an axis that they have. NumPy: `numpy.concatenate`.
 * @param axis 0 if not given; `null` joins all elements in a row
 * @throws ValueError when shapes differ along another axis
 * @example
 * ```ts
 * np.concatenate([[[1, 2], [3, 4]], [[5, 6]]], { axis: 0 })
 * // → [[1 2]
 * //  [3 4]
 * //  [5 6]]
 * ```
 */
export function concatenate(
  arrays: ArrayList,
  { axis = 0 }: { axis?: number | null } = {}
): NDArray {
  const parts = axis === null ? toArrays(arrays).map(part => reshape(part, -1)) : toArrays(arrays);
  const [first] = parts;
  if (!first) throw new ValueError('need at least one array to concatenate');
  if (first.ndim === 0) throw new ValueError('zero-dimensional arrays cannot be concatenated');
  const along = toAxis(axis ?? 0, first.ndim);
  parts.forEach((part, i) => checkFit(first, part, i, along));
  const dtype = parts.map(part => part.dtype).reduce(promoteTypes);
  const shape = [...first.shape];
  shape[along] = parts.reduce((sum, part) => sum + (part.shape[along] ?? 0), 0);
  const result = allocate(shape, dtype);
  const strides = rowMajor(shape);
  let offset = 0;
  for (const part of parts) {
    const values = elementsOf(cast(storageOf(part), dtype));
    offsetsOf(viewOf(result, part.shape, strides, offset)).forEach((at, i) => {
      result.data[at] = values[i] as never;
    });
    offset += (part.shape[along] ?? 0) * (strides[along] ?? 1);
  }
  return new NDArray(result);
}

function checkFit(first: NDArray, part: NDArray, index: number, along: number): void {
  const words = 'all the input array';
  if (part.ndim !== first.ndim) {
    throw new ValueError(
      `${words}s must have same number of dimensions, but the array at index 0 has ` +
        `${first.ndim} dimension(s) and the array at index ${index} has ${part.ndim} dimension(s)`
    );
  }
  const axis = first.shape.findIndex((length, i) => i !== along && length !== part.shape[i]);
  if (axis >= 0) {
    throw new ValueError(
      `${words} dimensions except for the concatenation axis must match exactly, but along ` +
        `dimension ${axis}, the array at index 0 has size ${first.shape[axis]} and the array at ` +
        `index ${index} has size ${part.shape[axis]}`
    );
  }
}

/**
 * Arrays of one shape put together along a new axis. NumPy: `numpy.stack`.
 * @param axis the place of the new axis, 0 if not given
 * @throws ValueError when shapes differ
 * @example
 * ```ts
 * np.stack([[1, 2], [3, 4]], { axis: 1 })
 * // → [[1 3]
 * //  [2 4]]
 * ```
 */
export function stack(arrays: ArrayList, { axis = 0 }: { axis?: number } = {}): NDArray {
  const parts = toArrays(arrays);
  if (parts.some(part => part.shape.join() !== parts[0]?.shape.join())) {
    throw new ValueError('all input arrays must have the same shape');
  }
  const along = toAxis(axis, (parts[0]?.ndim ?? 0) + 1);
  return concatenate(
    parts.map(part => expandDims(part, along)),
    { axis: along }
  );
}

const toRow = (part: NDArray) => (part.ndim < 2 ? reshape(part, [1, -1]) : part);
const toFlat = (part: NDArray) => (part.ndim < 1 ? reshape(part, -1) : part);
const toColumn = (part: NDArray) => (part.ndim < 2 ? reshape(part, [-1, 1]) : part);

/**
 * Arrays put under each other, lists as rows. NumPy: `numpy.vstack`.
 * @example
 * ```ts
 * np.vstack([[1, 2], [3, 4]])
 * // → [[1 2]
 * //  [3 4]]
 * ```
 */
export const vstack = (arrays: ArrayList): NDArray => concatenate(toArrays(arrays).map(toRow));

/**
 * Arrays put side by side; lists follow each other. NumPy: `numpy.hstack`.
 * @example
 * ```ts
 * np.hstack([[[1], [2]], [[3], [4]]])
 * // → [[1 3]
 * //  [2 4]]
 * ```
 */
export function hstack(arrays: ArrayList): NDArray {
  const parts = toArrays(arrays).map(toFlat);
  return concatenate(parts, { axis: parts[0]?.ndim === 1 ? 0 : 1 });
}

/** Lists as the columns of a matrix. NumPy: `numpy.column_stack`. */
export const columnStack = (arrays: ArrayList): NDArray =>
  concatenate(toArrays(arrays).map(toColumn), { axis: 1 });

/** Elements put to the end of an array. NumPy: `numpy.append`. */
export const append = (
  a: ArrayLike,
  values: ArrayLike,
  { axis = null }: { axis?: number | null } = {}
): NDArray => concatenate([a, values], { axis });

/**
 * An array cut into parts along an axis; views. NumPy: `numpy.split`.
 * @param sections how many equal parts, or the positions at which to cut
 * @throws ValueError when it cannot be cut equally
 * @example
 * ```ts
 * const [first, rest] = np.split(np.arange(5), [2]);
 * rest
 * // → [2 3 4]
 * ```
 */
export function split(
  a: ArrayLike,
  sections: number | readonly number[],
  { axis = 0 }: { axis?: number } = {}
): NDArray[] {
  const array = toArray(a);
  const along = toAxis(axis, array.ndim);
  const length = array.shape[along] ?? 0;
  if (typeof sections === 'number' && length % sections !== 0) {
    throw new ValueError('array split does not result in an equal division');
  }
  const cuts =
    typeof sections === 'number'
      ? Array.from({ length: sections - 1 }, (_, i) => ((i + 1) * length) / sections)
      : toList(sections);
  return [...cuts, length].map((stop, i) =>
    array.at(...new Array<string>(along).fill(':'), `${cuts[i - 1] ?? 0}:${stop}`)
  );
}

/**
 * As {@link split}, also into parts that are not equal: the first ones are longer.
 * NumPy: `numpy.array_split`.
 */
export function arraySplit(
  a: ArrayLike,
  sections: number | readonly number[],
  { axis = 0 }: { axis?: number } = {}
): NDArray[] {
  const array = toArray(a);
  if (typeof sections !== 'number') return split(array, sections, { axis });
  if (sections < 1) throw new ValueError('number sections must be larger than 0.');
  const length = array.shape[toAxis(axis, array.ndim)] ?? 0;
  const [whole, longer] = [Math.floor(length / sections), length % sections];
  const cuts = Array.from(
    { length: sections - 1 },
    (_, i) => (i + 1) * whole + Math.min(i + 1, longer)
  );
  return split(array, cuts, { axis });
}

/**
 * A matrix cut between columns, a list between elements; views. NumPy: `numpy.hsplit`.
 * @param sections how many equal parts, or the columns before which to cut
 * @example
 * ```ts
 * const [left, right] = np.hsplit(np.arange(8).reshape(2, 4), 2);
 * right
 * // → [[2 3]
 * //  [6 7]]
 * ```
 */
export function hsplit(a: ArrayLike, sections: number | readonly number[]): NDArray[] {
  const { ndim } = toArray(a);
  if (ndim === 0) throw new ValueError('hsplit only works on arrays of 1 or more dimensions');
  return split(a, sections, { axis: ndim > 1 ? 1 : 0 });
}

/** A matrix cut between rows; views. NumPy: `numpy.vsplit`. */
export function vsplit(a: ArrayLike, sections: number | readonly number[]): NDArray[] {
  if (toArray(a).ndim < 2) {
    throw new ValueError('vsplit only works on arrays of 2 or more dimensions');
  }
  return split(a, sections, { axis: 0 });
}

/** Arrays put behind each other along the third axis. NumPy: `numpy.dstack`. */
export const dstack = (arrays: ArrayList): NDArray =>
  concatenate(
    toArrays(arrays).map(part => {
      const rows = toRow(part);
      return rows.ndim < 3 ? expandDims(rows, 2) : rows;
    }),
    { axis: 2 }
  );
