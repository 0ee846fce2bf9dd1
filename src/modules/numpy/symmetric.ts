import type { ArrayLike } from './input';
import { asSquare } from './matrix';
import { NDArray } from './ndarray';
import { allocate } from './storage';

const tiny = 2 ** -52;

/**
 * Jacobi's method: turns away one element beside the diagonal after the other. Slower than others
 * for large matrices, and exact to the last digits.
 * @returns the eigenvalues, and the eigenvectors as rows, in no certain order
 */
function jacobi(matrix: number[][]): { values: number[]; vectors: number[][] } {
  const n = matrix.length;
  const a = matrix.map(row => [...row]);
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  const at = (i: number, j: number) => a[i]?.[j] ?? 0;
  const total = Math.hypot(...a.flat());
  const rotate = (lines: number[][], p: number, q: number, c: number, s: number) => {
    const [x, y] = [lines[p] ?? [], lines[q] ?? []];
    for (let k = 0; k < n; k++) {
      const [left, right] = [x[k] ?? 0, y[k] ?? 0];
      x[k] = c * left - s * right;
      y[k] = s * left + c * right;
    }
  };
  for (let sweep = 0; sweep < 60; sweep++) {
    let beside = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const off = at(p, q);
        beside = Math.max(beside, Math.abs(off));
        if (Math.abs(off) <= tiny * tiny * total) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotate(a, p, q, c, t * c);
        for (const row of a) {
          const [left, right] = [row[p] ?? 0, row[q] ?? 0];
          row[p] = c * left - t * c * right;
          row[q] = t * c * left + c * right;
        }
        rotate(v, p, q, c, t * c);
      }
    }
    if (beside <= tiny * tiny * total) break;
  }
  return { values: a.map((_, i) => at(i, i)), vectors: v };
}

/**
 * Eigenvalues in rising order and eigenvectors (as columns, their sign not fixed) of a symmetric
 * matrix, of which the part below the diagonal is read. NumPy: `numpy.linalg.eigh`.
 * @throws LinAlgError unless it is a square matrix
 * @example
 * ```ts
 * const { eigenvalues } = np.linalg.eigh([[2, 1], [1, 2]]);
 * eigenvalues
 * // → [1. 3.]
 * ```
 */
export function eigh(a: ArrayLike): { eigenvalues: NDArray; eigenvectors: NDArray } {
  const rows = new NDArray(asSquare(a)).tolist() as number[][];
  const n = rows.length;
  const lower = rows.map((row, i) => row.map((x, j) => (j <= i ? x : (rows[j]?.[i] ?? 0))));
  const { values, vectors } = jacobi(lower);
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const columns = new Float64Array(n * n);
  order.forEach((at, j) => vectors[at]?.forEach((x, i) => (columns[i * n + j] = x)));
  const sorted = Float64Array.from(order, at => values[at] ?? 0);
  return {
    eigenvalues: new NDArray(allocate([n], 'float64', sorted)),
    eigenvectors: new NDArray(allocate([n, n], 'float64', columns))
  };
}

/** The eigenvalues of a symmetric matrix, rising. NumPy: `numpy.linalg.eigvalsh`. */
export const eigvalsh = (a: ArrayLike): NDArray => eigh(a).eigenvalues;
