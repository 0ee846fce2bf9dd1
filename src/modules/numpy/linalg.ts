import * as core from 'numpy-ts/core';
import { toAxis } from './axes';
import { LinAlgError, ValueError } from './errors';
import { abs, power, sqrt } from './arithmetic';
import { toArray, type ArrayLike } from './input';
import { asSquare, toFloat } from './matrix';
import { NDArray } from './ndarray';
import { countNonzero, max, min, sum } from './reduce';
import type { AxisOptions } from './reduction';
import { fromCore, toCore } from './storage';

/** numpy-ts says in words of its own that a matrix is singular. */
function unlessSingular<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Error && /singular/i.test(error.message)) {
      throw new LinAlgError('Singular matrix');
    }
    throw error;
  }
}

const toResult = (result: core.NDArrayCore) => new NDArray(fromCore(result));

/** Which norm, and along which axis. */
export interface NormOptions extends AxisOptions {
  axis?: number;
  /** 2 (the length), 1, another power, Infinity or −Infinity; `'fro'` for a matrix. */
  ord?: number | 'fro';
}

/** Norms of a matrix: its largest or smallest singular value, sum of a column, or sum of a row. */
function matrixNorm(matrix: NDArray, ord: number): number {
  const sizes = abs(new NDArray(toFloat(matrix)));
  const extreme = ord > 0 ? max : min;
  switch (Math.abs(ord)) {
    case 1:
      return extreme(sum(sizes, 0));
    case 2:
      return extreme(toResult(core.linalg.svdvals(toCore(toFloat(matrix)))));
    case Infinity:
      return extreme(sum(sizes, 1));
    default:
      throw new ValueError('Invalid norm order for matrices.');
  }
}

/**
 * The length of a list, or of each along an axis; of a matrix without `axis` the root of the sum
 * of squares. NumPy: `numpy.linalg.norm`.
 * @example
 * ```ts
 * np.linalg.norm([3, 4])
 * // → 5
 * ```
 */
export function norm(
  x: ArrayLike,
  options?: { ord?: number | 'fro' } & { axis?: undefined; keepdims?: false }
): number;
export function norm(x: ArrayLike, options: NormOptions): NDArray;
export function norm(x: ArrayLike, { ord, axis, keepdims }: NormOptions = {}): number | NDArray {
  const array = toArray(x);
  const options: AxisOptions = { axis, keepdims };
  if (axis === undefined && array.ndim === 2 && typeof ord === 'number') {
    const result = matrixNorm(array, ord);
    return keepdims ? toArray(result).reshape(1, 1) : result;
  }
  if (axis !== undefined) toAxis(axis, array.ndim);
  const sizes = abs(new NDArray(toFloat(array)));
  if (ord === Infinity) return max(sizes, options);
  if (ord === -Infinity) return min(sizes, options);
  if (ord === 0) return toArray(countNonzero(sizes, options)).astype('float64');
  if (ord === undefined || ord === 2 || ord === 'fro')
    return sqrt(sum(sizes.multiply(sizes), options));
  return power(sum(power(sizes, ord), options), 1 / ord);
}

/**
 * The inverse of a square matrix. NumPy: `numpy.linalg.inv`.
 * @throws LinAlgError when there is none
 * @example
 * ```ts
 * np.linalg.inv([[2, 0], [0, 4]])
 * // → [[0.5  0.  ]
 * //  [0.   0.25]]
 * ```
 */
export function inv(a: ArrayLike): NDArray {
  const matrix = asSquare(a);
  return unlessSingular(() => toResult(core.linalg.inv(toCore(matrix))));
}

/** The determinant of a square matrix. NumPy: `numpy.linalg.det`. */
export const det = (a: ArrayLike): number => Number(core.linalg.det(toCore(asSquare(a))));

/**
 * The x with a · x = b. NumPy: `numpy.linalg.solve`.
 * @throws LinAlgError when the matrix is singular
 * @example
 * ```ts
 * np.linalg.solve([[2, 0], [0, 4]], [2, 2])
 * // → [1.  0.5]
 * ```
 */
export function solve(a: ArrayLike, b: ArrayLike): NDArray {
  const matrix = asSquare(a);
  return unlessSingular(() => toResult(core.linalg.solve(toCore(matrix), toCore(toFloat(b)))));
}

/** The pseudo-inverse of a matrix. NumPy: `numpy.linalg.pinv`. */
export const pinv = (a: ArrayLike): NDArray => toResult(core.linalg.pinv(toCore(toFloat(a))));

export {
  cholesky,
  cond,
  lstsq,
  matrixPower,
  matrixRank,
  qr,
  slogdet,
  svd,
  svdvals
} from './decompositions';
export { eig, eigvals } from './eigen';
export { eigh, eigvalsh } from './symmetric';
