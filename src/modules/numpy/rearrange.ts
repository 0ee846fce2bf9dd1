import { broadcastShape } from './broadcast';
import { ValueError } from './errors';
import { toArray, type ArrayLike } from './input';
import type { NDArray } from './ndarray';
import { broadcastTo, flip, reshape, swapaxes } from './shape';

function withAxes(a: ArrayLike, least: number): NDArray {
  const array = toArray(a);
  const missing = Math.max(0, least - array.ndim);
  return missing > 0
    ? reshape(array, [...new Array<number>(missing).fill(1), ...array.shape])
    : array;
}

/** With one axis at least. NumPy: `numpy.atleast_1d`. */
export const atleast1d = (a: ArrayLike): NDArray => withAxes(a, 1);
/** With two axes at least; a list becomes a row. NumPy: `numpy.atleast_2d`. */
export const atleast2d = (a: ArrayLike): NDArray => withAxes(a, 2);

/** The arrays stretched to the shape that they have together; views. NumPy: `numpy.broadcast_arrays`. */
export function broadcastArrays(...arrays: ArrayLike[]): NDArray[] {
  const parts = arrays.map(toArray);
  const shape = broadcastShape(...parts.map(part => part.shape));
  return parts.map(part => broadcastTo(part, shape));
}

/** Left and right exchanged: the second axis turned round; a view. NumPy: `numpy.fliplr`. */
export function fliplr(m: ArrayLike): NDArray {
  if (toArray(m).ndim < 2) throw new ValueError('Input must be >= 2-d.');
  return flip(m, 1);
}

/** Top and bottom exchanged: the first axis turned round; a view. NumPy: `numpy.flipud`. */
export function flipud(m: ArrayLike): NDArray {
  if (toArray(m).ndim < 1) throw new ValueError('Input must be >= 1-d.');
  return flip(m, 0);
}

/**
 * Turned by 90 degrees in the plane of the first two axes, against the clock; a view.
 * NumPy: `numpy.rot90`.
 * @param k how many times, 1 if not given
 * @example
 * ```ts
 * np.rot90([[1, 2], [3, 4]])
 * // → [[2 4]
 * //  [1 3]]
 * ```
 */
export function rot90(m: ArrayLike, k = 1): NDArray {
  const array = toArray(m);
  if (array.ndim < 2) {
    throw new ValueError(
      array.ndim === 1
        ? 'Axes must be different.'
        : `Axes=(0, 1) out of range for array of ndim=${array.ndim}.`
    );
  }
  const turns = ((k % 4) + 4) % 4;
  if (turns === 0) return array;
  if (turns === 2) return flip(array, [0, 1]);
  return turns === 1 ? flip(swapaxes(array, 0, 1), 0) : swapaxes(flip(array, 0), 0, 1);
}
