import { toAxis } from './axes';
import { IndexError, ValueError } from './errors';
import { toArray, toList, type ArrayLike } from './input';
import { concatenate } from './join';
import type { NDArray } from './ndarray';
import { broadcastTo, ravel, reshape, type Shape } from './shape';

/** Along which axis; over all elements in a row if none is given. */
interface EditOptions {
  axis?: number | null;
}

function prepare(a: ArrayLike, axis: number | null): [NDArray, number, number] {
  const array = axis === null ? ravel(a) : toArray(a);
  const along = toAxis(axis ?? 0, array.ndim);
  return [array, along, array.shape[along] ?? 0];
}

const take = (array: NDArray, along: number, positions: readonly number[]) =>
  array.at(...new Array<string>(along).fill(':'), positions);

function checkPosition(at: number, length: number, axis: number): number {
  if (at < -length || at >= length) {
    throw new IndexError(`index ${at} is out of bounds for axis ${axis} with size ${length}`);
  }
  return at < 0 ? at + length : at;
}

/**
 * A copy without the elements, rows or columns at these positions. NumPy: `numpy.delete`; as a
 * method's name `delete` is free in TypeScript: `np.delete(a, 1)`.
 * @example
 * ```ts
 * np.delete([10, 20, 30, 40], [0, 2])
 * // → [20 40]
 * ```
 */
function deleteAt(a: ArrayLike, positions: Shape, { axis = null }: EditOptions = {}): NDArray {
  const [array, along, length] = prepare(a, axis);
  const gone = new Set(toList(positions).map(at => checkPosition(at, length, along)));
  const kept = Array.from({ length }, (_, i) => i).filter(i => !gone.has(i));
  return take(array, along, kept);
}
export { deleteAt as delete };

/**
 * A copy with values put before a position. NumPy: `numpy.insert`, of one position.
 * @param values broadcast against the rest; without an axis as many as there are
 * @example
 * ```ts
 * np.insert([1, 2, 4], 2, 3)
 * // → [1 2 3 4]
 * ```
 */
export function insert(
  a: ArrayLike,
  position: number,
  values: ArrayLike,
  { axis = null }: EditOptions = {}
): NDArray {
  const [array, along, length] = prepare(a, axis);
  if (position < -length || position > length) {
    throw new IndexError(
      `index ${position} is out of bounds for axis ${along} with size ${length}`
    );
  }
  const at = position < 0 ? position + length : position;
  const given = toArray(values).astype(array.dtype);
  const rest = array.shape.toSpliced(along, 1);
  const part =
    array.ndim === 1
      ? ravel(given)
      : reshape(broadcastTo(given, rest), array.shape.toSpliced(along, 1, 1));
  const colons = new Array<string>(along).fill(':');
  return concatenate([array.at(...colons, `:${at}`), part, array.at(...colons, `${at}:`)], {
    axis: along
  });
}

/**
 * Elements moved along an axis; those that leave at one end come in at the other.
 * NumPy: `numpy.roll`.
 * @param shift by how many places; with several axes one for each
 * @example
 * ```ts
 * np.roll([1, 2, 3, 4], 1)
 * // → [4 1 2 3]
 * ```
 */
export function roll(a: ArrayLike, shift: Shape, axis?: Shape): NDArray {
  const array = toArray(a);
  if (axis === undefined) {
    const total = toList(shift).reduce((sum, each) => sum + each, 0);
    return reshape(roll(ravel(array), total, 0), array.shape);
  }
  const shifts = toList(shift);
  return toList(axis).reduce((moved, each, i) => {
    const along = toAxis(each, array.ndim);
    const length = array.shape[along] ?? 0;
    const by = shifts.length === 1 ? (shifts[0] ?? 0) : (shifts[i] ?? 0);
    const from = (at: number) => (((at - by) % length) + length) % length;
    return take(
      moved,
      along,
      Array.from({ length }, (_, at) => from(at))
    );
  }, array.copy());
}

/** What is put around an array: one value, what is at its edge, or what lies inside, mirrored or on. */
export type PadMode = 'constant' | 'edge' | 'reflect' | 'symmetric' | 'wrap';

/**
 * A copy with more elements around it. NumPy: `numpy.pad`.
 * @param width how many on all sides, before and after on all axes, or a pair for each axis
 * @param options `constantValues`: what is put there in mode `'constant'`, 0 if not given
 * @example
 * ```ts
 * np.pad([[1, 2]], 1)
 * // → [[0 0 0 0]
 * //  [0 1 2 0]
 * //  [0 0 0 0]]
 * ```
 */
export function pad(
  a: ArrayLike,
  width: number | readonly [number, number] | readonly (readonly [number, number])[],
  { mode = 'constant', constantValues = 0 }: { mode?: PadMode; constantValues?: number } = {}
): NDArray {
  const array = toArray(a);
  const widths = widthsOf(width, array.ndim);
  return widths.reduce((padded, [before, after], axis) => {
    const length = padded.shape[axis] ?? 0;
    if (mode === 'constant') {
      const side = (count: number) =>
        broadcastTo(
          toArray(constantValues).astype(array.dtype),
          padded.shape.toSpliced(axis, 1, count)
        );
      return concatenate([side(before), padded, side(after)], { axis });
    }
    if (length === 0) {
      throw new ValueError(
        `can't extend empty axis ${axis} using modes other than 'constant' or 'empty'`
      );
    }
    const places = Array.from({ length: before + length + after }, (_, i) =>
      source(i - before, length, mode)
    );
    return take(padded, axis, places);
  }, array.copy());
}

function widthsOf(
  width: number | readonly [number, number] | readonly (readonly [number, number])[],
  ndim: number
): (readonly [number, number])[] {
  if (typeof width === 'number') return Array.from({ length: ndim }, () => [width, width] as const);
  const [first, second] = width;
  if (typeof first === 'number' && typeof second === 'number') {
    return Array.from({ length: ndim }, () => [first, second] as const);
  }
  return [...(width as readonly (readonly [number, number])[])];
}

/** The position within an axis that a position beside it stands for. */
function source(at: number, length: number, mode: Exclude<PadMode, 'constant'>): number {
  const modulo = (x: number, n: number) => ((x % n) + n) % n;
  switch (mode) {
    case 'edge':
      return Math.min(Math.max(at, 0), length - 1);
    case 'wrap':
      return modulo(at, length);
    case 'symmetric': {
      const place = modulo(at, 2 * length);
      return place < length ? place : 2 * length - 1 - place;
    }
    case 'reflect': {
      if (length === 1) return 0;
      const place = modulo(at, 2 * length - 2);
      return place < length ? place : 2 * length - 2 - place;
    }
  }
}

/**
 * A list without the zeros at its ends. NumPy: `numpy.trim_zeros`.
 * @example
 * ```ts
 * np.trimZeros([0, 1, 0, 2, 0])
 * // → [1 0 2]
 * ```
 */
export function trimZeros(filt: ArrayLike): NDArray {
  const list = toArray(filt);
  const values = Array.from(list.tolist() as number[], Number);
  const first = values.findIndex(value => value !== 0);
  const last = values.findLastIndex(value => value !== 0);
  return first < 0 ? list.at(':0') : list.at(`${first}:${last + 1}`);
}
