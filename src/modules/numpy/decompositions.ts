import * as core from 'numpy-ts/core';
import { array, identity } from './creation';
import { LinAlgError } from './errors';
import { toArray, type ArrayLike } from './input';
import { inv } from './linalg';
import { asMatrix, asSquare } from './matrix';
import { NDArray } from './ndarray';
import { matmul } from './products';
import { fromCore, toCore } from './storage';

const toResult = (result: core.NDArrayCore) => new NDArray(fromCore(result));

/**
 * Takes what a reflection turns to nothing below place `k` of column `k` out of all columns; gives the
 * vector to reflect at, if there is anything to turn.
 */
function reflect(columns: number[][], k: number): number[] | undefined {
  const column = columns[k] ?? [];
  const head = column[k] ?? 0;
  const below = Math.hypot(...column.slice(k + 1));
  // As LAPACK has it, a column that is right already stays, and keeps its sign.
  if (below === 0) return undefined;
  const length = Math.hypot(head, below) * (head < 0 ? -1 : 1);
  const vector = column.map((x, i) => (i < k ? 0 : i === k ? head + length : x));
  for (const each of columns.slice(k)) project(each, vector);
  return vector;
}

/** Reflects a column at the plane that the vector stands on. */
function project(column: number[], vector: number[]): void {
  const dot = (x: number[]) => x.reduce((total, each, i) => total + each * (vector[i] ?? 0), 0);
  const factor = (2 * dot(column)) / dot(vector);
  column.forEach((x, i) => (column[i] = x - factor * (vector[i] ?? 0)));
}

/**
 * A matrix as a product of one with orthogonal columns and a triangular one, by reflections.
 * NumPy: `numpy.linalg.qr`.
 * @throws LinAlgError unless it is a matrix
 */
export function qr(a: ArrayLike): { Q: NDArray; R: NDArray } {
  const matrix = new NDArray(asMatrix(a));
  const [rows = 0, all = 0] = matrix.shape;
  const count = Math.min(rows, all);
  const columns = matrix.T.tolist() as number[][];
  const vectors = Array.from({ length: count }, (_, k) => reflect(columns, k));
  const basis = Array.from({ length: count }, (_, j) =>
    Array.from({ length: rows }, (__, i) => (i === j ? 1 : 0))
  );
  for (const vector of vectors.reverse()) {
    if (vector) basis.forEach(each => project(each, vector));
  }
  const upper = columns.map((column, j) => column.slice(0, count).map((x, i) => (i <= j ? x : 0)));
  const lay = (lists: number[][]) => array(lists, { dtype: matrix.dtype }).T.copy();
  return { Q: lay(basis), R: lay(upper) };
}

/**
 * The singular value decomposition `U · diag(S) · Vh` of a matrix; the signs of vectors are not
 * fixed. NumPy: `numpy.linalg.svd`.
 * @param options `fullMatrices`: whether U and Vh are square; true if not given
 * @example
 * ```ts
 * const { S } = np.linalg.svd([[3, 0], [0, 4]]);
 * S
 * // → [4. 3.]
 * ```
 */
export function svd(
  a: ArrayLike,
  { fullMatrices = true }: { fullMatrices?: boolean } = {}
): { U: NDArray; S: NDArray; Vh: NDArray } {
  const found = core.linalg.svd(toCore(asMatrix(a)), fullMatrices);
  if (!('vt' in found)) throw new LinAlgError('SVD did not converge');
  return { U: toResult(found.u), S: toResult(found.s), Vh: toResult(found.vt) };
}

/** The singular values of a matrix, falling. NumPy: `numpy.linalg.svdvals`. */
export const svdvals = (a: ArrayLike): NDArray =>
  toResult(core.linalg.svdvals(toCore(asMatrix(a))));

/**
 * The x for which a · x comes closest to b, by least squares. NumPy: `numpy.linalg.lstsq`, which
 * gives the four as a tuple.
 * @returns x, the sums of squares that are left (none where the columns of `a` are not independent or
 * it has no more rows than columns), the rank and the singular values of `a`
 * @throws LinAlgError where the number of rows differs
 * @example
 * ```ts
 * const { x } = np.linalg.lstsq([[0, 1], [1, 1], [2, 1]], [1, 3, 5]);
 * x.round(6)
 * // → [2. 1.]
 * ```
 */
export function lstsq(
  a: ArrayLike,
  b: ArrayLike
): { x: NDArray; residuals: NDArray; rank: number; s: NDArray } {
  const [matrix, right] = [new NDArray(asMatrix(a)), toArray(b).astype('float64')];
  const [rows = 0, columns = 0] = matrix.shape;
  if (right.shape[0] !== rows) throw new LinAlgError('Incompatible dimensions');
  const { U, S, Vh } = svd(matrix, { fullMatrices: false });
  const values = S.tolist() as number[];
  const limit = (values[0] ?? 0) * Math.max(rows, columns) * 2 ** -52;
  const inverse = values.map(value => (value > limit ? 1 / value : 0));
  const rank = values.filter(value => value > limit).length;
  const x = matmul(Vh.T.multiply(inverse), matmul(U.T, right));
  const rest = right.subtract(matmul(matrix, x));
  const left = rest.multiply(rest);
  const residuals =
    rank === columns && rows > columns
      ? left.ndim === 1
        ? toArray([left.sum()]).astype('float64')
        : left.sum(0)
      : toArray([]);
  return { x, residuals, rank, s: S };
}

/**
 * The lower triangular L with L · Lᵀ = a, for a symmetric positive definite matrix.
 * NumPy: `numpy.linalg.cholesky`.
 * @throws LinAlgError when it is not positive definite
 */
export function cholesky(a: ArrayLike): NDArray {
  const matrix = toCore(asSquare(a));
  try {
    return toResult(core.linalg.cholesky(matrix));
  } catch {
    throw new LinAlgError('Matrix is not positive definite');
  }
}

/** How many columns of a matrix are independent. NumPy: `numpy.linalg.matrix_rank`. */
export function matrixRank(a: ArrayLike): number {
  const array = toArray(a);
  const values = svdvals(array).tolist() as number[];
  const limit = (values[0] ?? 0) * Math.max(...array.shape) * 2 ** -52;
  return values.filter(value => value > limit).length;
}

/** How many times larger a relative error in b can become in x for a · x = b. NumPy: `numpy.linalg.cond`. */
export function cond(a: ArrayLike): number {
  const values = svdvals(a).tolist() as number[];
  return (values[0] ?? 0) / (values.at(-1) ?? 0);
}

/**
 * A square matrix multiplied by itself that often; by its inverse for negative `n`.
 * NumPy: `numpy.linalg.matrix_power`.
 * @throws LinAlgError for negative `n` when there is no inverse
 */
export function matrixPower(a: ArrayLike, n: number): NDArray {
  if (!Number.isInteger(n)) throw new TypeError('exponent must be an integer');
  asSquare(a);
  const array = toArray(a);
  const one = identity(array.shape[0] ?? 0, { dtype: array.dtype });
  if (n === 0) return one;
  const base = n < 0 ? inv(array) : array;
  let result: NDArray | undefined;
  // By squaring: each binary digit of the exponent takes one or two products.
  let square = base;
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result ? matmul(result, square) : square;
    if (rest > 1) square = matmul(square, square);
  }
  return result ?? one;
}

/** The sign of a determinant and the logarithm of its size. NumPy: `numpy.linalg.slogdet`. */
export function slogdet(a: ArrayLike): { sign: number; logabsdet: number } {
  const { sign, logabsdet } = core.linalg.slogdet(toCore(asSquare(a)));
  return { sign: Number(sign), logabsdet: Number(logabsdet) };
}
