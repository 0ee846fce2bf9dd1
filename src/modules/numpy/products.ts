import * as core from 'numpy-ts/core';
import { broadcastShape, spread } from './broadcast';
import { promoteTypes, type DType } from './dtype';
import { ValueError, tuple } from './errors';
import { isScalar, toArray, toCommon, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { multiply } from './arithmetic';
import { ravel, reshape } from './shape';
import { sum } from './reduce';
import { allocate, cast, fromCore, toCore, viewOf, rowMajor, type Storage } from './storage';

/** One product of two matrices in a type that both have. */
function product(a: Storage, b: Storage, dtype: DType): Storage {
  const [rows = 0, inner = 0] = a.shape;
  const columns = b.shape[1] ?? 0;
  if (rows * inner * columns === 0) return allocate([rows, columns], dtype);
  return fromCore(core.matmul(toCore(a), toCore(b)), dtype);
}

function checkCore(n: number, m: number): void {
  if (n === m) return;
  throw new ValueError(
    'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ' +
      `(n?,k),(k,m?)->(n?,m?) (size ${m} is different from ${n})`
  );
}

/**
 * The matrix product over the last two axes, the axes before them broadcast; a list counts as a row
 * on the left, as a column on the right. NumPy: `numpy.matmul`, `x1 @ x2`.
 * @throws ValueError when the columns of `x1` are not as many as the rows of `x2`, or for numbers
 * @example
 * ```ts
 * np.matmul([[1, 2], [3, 4]], [1, 10])
 * // → [21 43]
 * ```
 */
export function matmul(x1: ArrayLike, x2: ArrayLike): NDArray {
  const [first, second] = [toArray(x1), toArray(x2)];
  const bare = [first, second].findIndex(each => each.ndim === 0);
  if (bare >= 0) {
    throw new ValueError(
      `matmul: Input operand ${bare} does not have enough dimensions (has 0, gufunc core with ` +
        'signature (n?,k),(k,m?)->(n?,m?) requires 1)'
    );
  }
  const [left, right, dtype] = toCommon(first, second);
  const a = left.shape.length === 1 ? reshape(new NDArray(left), [1, -1]) : new NDArray(left);
  const b = right.shape.length === 1 ? reshape(new NDArray(right), [-1, 1]) : new NDArray(right);
  const [rows = 0, inner = 0] = a.shape.slice(-2);
  const [height = 0, columns = 0] = b.shape.slice(-2);
  checkCore(inner, height);
  const batch = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const result = allocate([...batch, rows, columns], dtype);
  const [as, bs] = [
    spread(storageOf(a), [...batch, rows, inner]),
    spread(storageOf(b), [...batch, inner, columns])
  ];
  if (batch.length === 0) result.data.set(product(as, bs, dtype).data as never);
  else {
    const part = (storage: Storage, shape: number[], i: number) =>
      cast(
        viewOf(
          storage,
          shape,
          rowMajor(shape),
          storage.offset + i * (shape[0] ?? 0) * (shape[1] ?? 0)
        ),
        dtype
      );
    const count = batch.reduce((size, n) => size * n, 1);
    for (let i = 0; i < count; i++) {
      const each = product(part(as, [rows, inner], i), part(bs, [inner, columns], i), dtype);
      result.data.set(each.data as never, i * rows * columns);
    }
  }
  const shape = [
    ...batch,
    ...(left.shape.length === 1 ? [] : [rows]),
    ...(right.shape.length === 1 ? [] : [columns])
  ];
  return reshape(new NDArray(result), shape);
}

/**
 * The product of two lists (a plain number in a 0-d array), of matrices, or with a number. For more
 * than two axes, over the last axis of `a` and the last but one of `b`. NumPy: `numpy.dot`.
 * @throws ValueError when those axes differ in length
 * @example
 * ```ts
 * np.dot([1, 2], [3, 4])
 * // → 11
 * ```
 */
export function dot(a: ArrayLike, b: ArrayLike): NDArray {
  if (isScalar(a) || isScalar(b)) return toArray(multiply(a, b));
  const [left, right] = [toArray(a), toArray(b)];
  if (left.ndim === 0 || right.ndim === 0) return multiply(left, right);
  const [i, j] = [left.ndim - 1, Math.max(0, right.ndim - 2)];
  const [n, m] = [left.shape[i], right.shape[j]];
  if (n !== m) {
    throw new ValueError(
      `shapes ${tuple(left.shape)} and ${tuple(right.shape)} not aligned: ${n} (dim ${i}) != ${m} (dim ${j})`
    );
  }
  if (right.ndim <= 2) return matmul(left, right);
  const rows = reshape(left, [-1, n ?? 0]);
  const order = [j, ...right.shape.map((_, axis) => axis).filter(axis => axis !== j)];
  const columns = reshape(right.transpose(order), [m ?? 0, -1]);
  const rest = right.shape.toSpliced(j, 1);
  return reshape(matmul(rows, columns), [...left.shape.slice(0, -1), ...rest]);
}

/** The sum of products of two lists as a plain number. NumPy: `numpy.vdot`. */
export function vdot(a: ArrayLike, b: ArrayLike): number {
  return sum(multiply(ravel(a), ravel(b)));
}

/**
 * Each element of `a` times each of `b`: a row for each of `a`. NumPy: `numpy.outer`.
 * @example
 * ```ts
 * np.outer([1, 2], [3, 4])
 * // → [[3 4]
 * //  [6 8]]
 * ```
 */
export const outer = (a: ArrayLike, b: ArrayLike): NDArray =>
  multiply(reshape(a, [-1, 1]), reshape(b, [1, -1]));

/** The sum along the diagonal. NumPy: `numpy.trace`. */
export function trace(a: ArrayLike): number {
  const storage = toStorage(a);
  const [rows = 0, columns = 0] = storage.shape;
  const [down = 0, right = 0] = storage.strides;
  if (storage.shape.length !== 2)
    throw new ValueError('diag requires an array of at least two dimensions');
  return sum(new NDArray(viewOf(storage, [Math.min(rows, columns)], [down + right])));
}

/** The smallest type that holds what all of these hold. NumPy: `numpy.result_type` for arrays. */
export const resultType = (...arrays: ArrayLike[]): DType =>
  arrays.map(each => toArray(each).dtype).reduce(promoteTypes);
