import * as core from 'numpy-ts/core';
import { LinAlgError } from './errors';
import type { ArrayLike } from './input';
import { asSquare } from './matrix';
import { NDArray } from './ndarray';
import { allocate, elementsOf, fromCore } from './storage';

const tiny = 2 ** -52;

/** The two eigenvalues of a matrix of two rows; undefined where they are no real numbers. */
function ofPair(a: number, b: number, c: number, d: number): [number, number] | undefined {
  const half = (a - d) / 2;
  const under = half * half + b * c;
  if (under < -(tiny ** 0.5) * Math.max(half * half, Math.abs(b * c)) * 1e-4) return undefined;
  const root = Math.sqrt(Math.max(under, 0));
  const middle = (a + d) / 2;
  return half >= 0 ? [middle + root, middle - root] : [middle - root, middle + root];
}

/** One step `R · Q + shift` for `Q · R = T − shift`, over the first `n` rows, by Givens rotations. */
function step(t: number[][], n: number, shift: number): void {
  const row = (i: number) => t[i] as number[];
  for (let i = 0; i < n; i++) row(i)[i] = (row(i)[i] ?? 0) - shift;
  const turns: [number, number][] = [];
  for (let i = 0; i < n - 1; i++) {
    const [upper, lower] = [row(i), row(i + 1)];
    const length = Math.hypot(upper[i] ?? 0, lower[i] ?? 0) || 1;
    const [c, s] = [(upper[i] ?? 0) / length || (lower[i] ? 0 : 1), (lower[i] ?? 0) / length];
    turns.push([c, s]);
    for (let j = i; j < n; j++) {
      const [x, y] = [upper[j] ?? 0, lower[j] ?? 0];
      upper[j] = c * x + s * y;
      lower[j] = c * y - s * x;
    }
  }
  turns.forEach(([c, s], i) => {
    for (let j = 0; j <= Math.min(i + 1, n - 1); j++) {
      const line = row(j);
      const [x, y] = [line[i] ?? 0, line[i + 1] ?? 0];
      line[i] = c * x + s * y;
      line[i + 1] = c * y - s * x;
    }
  });
  for (let i = 0; i < n; i++) row(i)[i] = (row(i)[i] ?? 0) + shift;
}

/** Zeros below the first subdiagonal, by elimination; the eigenvalues stay. */
function toHessenberg(t: number[][]): void {
  const n = t.length;
  const row = (i: number) => t[i] as number[];
  for (let k = 1; k < n - 1; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(row(i)[k - 1] ?? 0) > Math.abs(row(pivot)[k - 1] ?? 0)) pivot = i;
    }
    const head = row(pivot)[k - 1] ?? 0;
    if (head === 0) continue;
    [t[k], t[pivot]] = [row(pivot), row(k)];
    for (const line of t) [line[k], line[pivot]] = [line[pivot] ?? 0, line[k] ?? 0];
    for (let i = k + 1; i < n; i++) {
      const factor = (row(i)[k - 1] ?? 0) / head;
      if (factor === 0) continue;
      for (let j = 0; j < n; j++) row(i)[j] = (row(i)[j] ?? 0) - factor * (row(k)[j] ?? 0);
      for (const line of t) line[k] = (line[k] ?? 0) + factor * (line[i] ?? 0);
    }
  }
}

/** The eigenvalues of a matrix by the QR algorithm. @throws LinAlgError where some are not real */
function valuesOf(matrix: Float64Array, size: number): Float64Array {
  const t = Array.from({ length: size }, (_, i) =>
    Array.from(matrix.subarray(i * size, (i + 1) * size))
  );
  toHessenberg(t);
  const at = (i: number, j: number) => t[i]?.[j] ?? 0;
  const found = new Float64Array(size);
  let n = size;
  for (let round = 0; n > 0; round++) {
    if (round > 300 * size) throw new LinAlgError('Eigenvalues did not converge');
    const small = (i: number) =>
      Math.abs(at(i, i - 1)) <= tiny * (Math.abs(at(i, i)) + Math.abs(at(i - 1, i - 1)));
    if (n === 1 || small(n - 1)) {
      found[n - 1] = at(n - 1, n - 1);
      n -= 1;
      continue;
    }
    const pair = ofPair(at(n - 2, n - 2), at(n - 2, n - 1), at(n - 1, n - 2), at(n - 1, n - 1));
    if (n === 2 || small(n - 2)) {
      if (!pair) {
        throw new LinAlgError(
          'The matrix has complex eigenvalues, and arrays here are of real numbers'
        );
      }
      found.set(pair, n - 2);
      n -= 2;
      continue;
    }
    const last = at(n - 1, n - 1);
    const [x, y] = pair ?? [last, last];
    const near = Math.abs(x - last) < Math.abs(y - last) ? x : y;
    // A shift that is off now and then leads out of circles.
    step(t, n, round % 11 === 10 ? near + Math.abs(at(n - 1, n - 2)) : near);
  }
  return found;
}

/**
 * The eigenvalues of a square matrix, in no certain order. NumPy: `numpy.linalg.eigvals`, which also
 * gives complex ones.
 * @throws LinAlgError where some are complex numbers
 */
export function eigvals(a: ArrayLike): NDArray {
  const matrix = asSquare(a);
  const size = matrix.shape[0] ?? 0;
  const elements = Float64Array.from(elementsOf(matrix) as Float64Array);
  return new NDArray(allocate([size], 'float64', valuesOf(elements, size)));
}

/** The vectors that a matrix turns to nothing, the likeliest first, as rows. */
function nullVectors(matrix: number[][]): number[][] {
  const found = core.linalg.svd(core.array(matrix), true);
  if (!('vt' in found)) return [];
  return (new NDArray(fromCore(found.vt)).tolist() as number[][]).reverse();
}

/**
 * Eigenvalues, in no certain order, and eigenvectors of length 1 (as columns, their sign not fixed)
 * of a square matrix. NumPy: `numpy.linalg.eig`, which also gives complex ones.
 * @throws LinAlgError where some are complex numbers
 * @example
 * ```ts
 * const { eigenvalues } = np.linalg.eig([[2, 0], [0, 3]]);
 * np.sort(eigenvalues)
 * // → [2. 3.]
 * ```
 */
export function eig(a: ArrayLike): { eigenvalues: NDArray; eigenvectors: NDArray } {
  const matrix = asSquare(a);
  const size = matrix.shape[0] ?? 0;
  const rows = new NDArray(matrix).tolist() as number[][];
  const eigenvalues = eigvals(a);
  const values = eigenvalues.tolist() as number[];
  const scale = Math.max(...rows.flat().map(Math.abs), 1e-300);
  const columns = values.map((value, i) => {
    // Equal eigenvalues take further vectors of the same space.
    const before = values.slice(0, i).filter(each => Math.abs(each - value) < 1e-7 * scale).length;
    const shifted = rows.map((row, j) => row.map((x, k) => (j === k ? x - value : x)));
    return nullVectors(shifted)[before] ?? [];
  });
  const vectors = new Float64Array(size * size);
  columns.forEach((column, j) => column.forEach((x, i) => (vectors[i * size + j] = x)));
  return { eigenvalues, eigenvectors: new NDArray(allocate([size, size], 'float64', vectors)) };
}
