import { movedAxes, toAxis } from './axes';
import { broadcastShape, stretch } from './broadcast';
import { ValueError, tuple } from './errors';
import { toArray, toList, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { allocate, copyOf, dtypeOf, elementsOf, packed, rowMajor, sizeOf, viewOf } from './storage';

/** A shape, or the length of the one axis there is. */
export type Shape = number | readonly number[];

/** A view with other axes: for each new axis an old one, or `null` for a new one of length 1. */
function arrange(a: NDArray, axes: readonly (number | null)[]): NDArray {
  const { shape, strides } = storageOf(a);
  return new NDArray(
    viewOf(
      storageOf(a),
      axes.map(axis => (axis === null ? 1 : (shape[axis] ?? 1))),
      axes.map(axis => (axis === null ? 0 : (strides[axis] ?? 0)))
    )
  );
}

/**
 * The same elements in another shape, a view where they lie in order. NumPy: `numpy.reshape`.
 * @param shape one length may be −1: it is computed from the others
 * @param options `order`: `'C'` reads and writes row by row, `'F'` column by column
 * @throws ValueError when the number of elements differs
 * @example
 * ```ts
 * np.reshape(np.arange(6), [2, -1])
 * // → [[0 1 2]
 * //  [3 4 5]]
 * ```
 */
export function reshape(
  a: ArrayLike,
  shape: Shape,
  { order = 'C' }: { order?: 'C' | 'F' } = {}
): NDArray {
  if (order === 'F') {
    // Column by column is row by row with all axes reversed, before and after.
    return transpose(reshape(transpose(a), toList(shape).reverse()));
  }
  const storage = toStorage(a);
  const wanted = toList(shape);
  if (wanted.filter(length => length < 0).length > 1) {
    throw new ValueError('can only specify one unknown dimension');
  }
  // NumPy's own word for the length that is left open.
  const words = tuple(wanted).replace('-1', 'newaxis');
  const known = sizeOf(wanted.filter(length => length >= 0));
  const full = wanted.map(length => (length < 0 ? storage.size / known : length));
  if (sizeOf(full) !== storage.size || !full.every(Number.isInteger)) {
    throw new ValueError(`cannot reshape array of size ${storage.size} into shape ${words}`);
  }
  const source = storage.isCContiguous ? storage : packed(storage);
  return new NDArray(viewOf(source, full, rowMajor(full)));
}

/**
 * All elements along one axis, a view where they lie in order. NumPy: `numpy.ravel`.
 * @example
 * ```ts
 * np.ravel([[1, 2], [3, 4]])
 * // → [1 2 3 4]
 * ```
 */
export const ravel = (a: ArrayLike): NDArray => reshape(a, -1);

/**
 * The axes in another order, reversed if none is given; a view. NumPy: `numpy.transpose`.
 * @throws ValueError when `axes` does not name each axis once
 * @example
 * ```ts
 * np.transpose([[1, 2, 3], [4, 5, 6]])
 * // → [[1 4]
 * //  [2 5]
 * //  [3 6]]
 * ```
 */
export function transpose(a: ArrayLike, axes?: readonly number[]): NDArray {
  const array = toArray(a);
  const order = axes ?? array.shape.map((_, i) => array.ndim - 1 - i);
  if (order.length !== array.ndim) throw new ValueError("axes don't match array");
  const positive = order.map(axis => toAxis(axis, array.ndim));
  if (new Set(positive).size !== positive.length)
    throw new ValueError('repeated axis in transpose');
  return arrange(array, positive);
}

/** Two axes exchanged; a view. NumPy: `numpy.swapaxes`. */
export function swapaxes(a: ArrayLike, axis1: number, axis2: number): NDArray {
  const array = toArray(a);
  const [x, y] = [toAxis(axis1, array.ndim), toAxis(axis2, array.ndim)];
  return arrange(
    array,
    array.shape.map((_, i) => (i === x ? y : i === y ? x : i))
  );
}

/** Axes moved to other places, the rest kept in order; a view. NumPy: `numpy.moveaxis`. */
export function moveaxis(a: ArrayLike, source: Shape, destination: Shape): NDArray {
  const array = toArray(a);
  const [from, to] = [source, destination].map(axes =>
    toList(axes).map(axis => toAxis(axis, array.ndim))
  ) as [number[], number[]];
  return arrange(array, movedAxes(array.ndim, from, to));
}

/**
 * A new axis of length 1 at that place of the result; a view. NumPy: `numpy.expand_dims`.
 * @example
 * ```ts
 * np.expandDims([1, 2], 1)
 * // → [[1]
 * //  [2]]
 * ```
 */
export function expandDims(a: ArrayLike, axis: Shape): NDArray {
  const array = toArray(a);
  const axes = toList(axis);
  const places = axes.map(each => toAxis(each, array.ndim + axes.length));
  const order: (number | null)[] = array.shape.map((_, i) => i);
  for (const place of [...places].sort((x, y) => x - y)) order.splice(place, 0, null);
  return arrange(array, order);
}

/**
 * Axes of length 1 taken away, all of them if none is given; a view. NumPy: `numpy.squeeze`.
 * @throws ValueError when an axis given is longer
 * @example
 * ```ts
 * np.squeeze([[1, 2]])
 * // → [1 2]
 * ```
 */
export function squeeze(a: ArrayLike, axis?: Shape): NDArray {
  const array = toArray(a);
  const axes = axis === undefined ? undefined : toList(axis).map(each => toAxis(each, array.ndim));
  if (axes?.some(each => array.shape[each] !== 1)) {
    throw new ValueError('cannot select an axis to squeeze out which has size not equal to one');
  }
  const order = array.shape.map((_, i) => i);
  return arrange(
    array,
    order.filter(i => (axes ? !axes.includes(i) : array.shape[i] !== 1))
  );
}

/**
 * The order of elements turned round along the axes, along all if none is given. NumPy: `numpy.flip`.
 * @example
 * ```ts
 * np.flip([[1, 2], [3, 4]], 0)
 * // → [[3 4]
 * //  [1 2]]
 * ```
 */
export function flip(a: ArrayLike, axis?: Shape): NDArray {
  const array = toArray(a);
  const axes = axis === undefined ? undefined : toList(axis).map(each => toAxis(each, array.ndim));
  return array.at(array.shape.map((_, i) => (!axes || axes.includes(i) ? '::-1' : ':')).join());
}

/**
 * The array stretched to a shape, as broadcasting does; a view that repeats elements, so do not
 * write to it. NumPy: `numpy.broadcast_to`.
 * @throws ValueError when it does not fit
 * @example
 * ```ts
 * np.broadcastTo([1, 2], [2, 2])
 * // → [[1 2]
 * //  [1 2]]
 * ```
 */
export function broadcastTo(a: ArrayLike, shape: Shape): NDArray {
  const storage = toStorage(a);
  const wanted = toList(shape);
  const words = () =>
    new ValueError(
      'operands could not be broadcast together with remapped shapes [original->remapped]: ' +
        `${tuple(storage.shape)}  and requested shape ${tuple(wanted)}`
    );
  if (storage.shape.length > wanted.length) {
    throw new ValueError('input operand has more dimensions than allowed by the axis remapping');
  }
  let common: number[];
  try {
    common = broadcastShape(storage.shape, wanted);
  } catch {
    throw words();
  }
  if (tuple(common) !== tuple(wanted)) throw words();
  return new NDArray(stretch(storage, wanted));
}

/** The shape that arrays of these shapes have together. NumPy: `numpy.broadcast_shapes`. */
export function broadcastShapes(...shapes: Shape[]): number[] {
  const lists = shapes.map(toList);
  try {
    return broadcastShape(...lists);
  } catch {
    const first = lists[0] ?? [];
    const at = lists.findIndex((_, i) => {
      try {
        broadcastShape(...lists.slice(0, i + 1));
        return false;
      } catch {
        return true;
      }
    });
    const words = (i: number, shape: readonly number[]) =>
      `arg ${i} with shape ${tuple(shape, ', ')}`;
    throw new ValueError(
      'shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between ' +
        `${words(0, first)} and ${words(at, lists[at] ?? [])}.`
    );
  }
}

/**
 * The array repeated, `reps` times along each axis. NumPy: `numpy.tile`.
 * @example
 * ```ts
 * np.tile([1, 2], 2)
 * // → [1 2 1 2]
 * ```
 */
export function tile(a: ArrayLike, reps: Shape): NDArray {
  const times = toList(reps);
  const storage = toStorage(a);
  const ndim = Math.max(times.length, storage.shape.length);
  const pad = (list: readonly number[]) => [
    ...new Array<number>(ndim - list.length).fill(1),
    ...list
  ];
  const [shape, counts] = [pad(storage.shape), pad(times)];
  const source = viewOf(packed(storage), shape, rowMajor(shape));
  // Each axis becomes two, the repetitions and the elements, which are then read as one.
  const strides = source.strides.flatMap(stride => [0, stride]);
  const doubled = shape.flatMap((length, i) => [counts[i] ?? 1, length]);
  const values = elementsOf(viewOf(source, doubled, strides));
  return new NDArray(
    allocate(
      shape.map((length, i) => length * (counts[i] ?? 1)),
      dtypeOf(storage),
      values
    )
  );
}

/**
 * Each element repeated, along an axis or, if none is given, of all in a row. NumPy: `numpy.repeat`.
 * @example
 * ```ts
 * np.repeat([1, 2], 2)
 * // → [1 1 2 2]
 * ```
 */
export function repeat(a: ArrayLike, repeats: Shape, axis?: number): NDArray {
  const array = axis === undefined ? ravel(a) : toArray(a);
  const along = toAxis(axis ?? 0, array.ndim);
  const length = array.shape[along] ?? 0;
  const counts = typeof repeats === 'number' ? new Array<number>(length).fill(repeats) : repeats;
  const positions = counts.flatMap((count, i) => new Array<number>(count).fill(i));
  return array.at(...new Array<string>(along).fill(':'), positions);
}

/** A copy with memory of its own. NumPy: `numpy.copy`. */
export const copy = (a: ArrayLike): NDArray => new NDArray(copyOf(toStorage(a)));
/** The shape of whatever stands for an array. NumPy: `numpy.shape`. */
export const shape = (a: ArrayLike): number[] => [...toArray(a).shape];
/** The number of axes. NumPy: `numpy.ndim`. */
export const ndim = (a: ArrayLike): number => toArray(a).ndim;
/** The number of elements. NumPy: `numpy.size`. */
export const size = (a: ArrayLike): number => toArray(a).size;
