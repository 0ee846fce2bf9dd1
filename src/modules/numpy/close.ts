import { broadcastShape, spread } from './broadcast';
import { isScalar, toArray, toStorage, type ArrayLike } from './input';
import { NDArray } from './ndarray';
import { all } from './reduce';
import { allocate, elementsOf } from './storage';

/** How far two elements may lie apart: by `atol` + `rtol` × the size of the second. */
export interface Tolerance {
  /** Relative to the second element; 1e-5 if not given. */
  rtol?: number;
  /** Absolute; 1e-8 if not given. */
  atol?: number;
  /** Whether NaN counts as close to NaN; false if not given. */
  equalNan?: boolean;
}

/** Whether each element is close to the other array's. NumPy: `numpy.isclose`. */
export function isclose(a: number, b: number, tolerance?: Tolerance): boolean;
export function isclose(a: ArrayLike, b: ArrayLike, tolerance?: Tolerance): NDArray;
export function isclose(
  a: ArrayLike,
  b: ArrayLike,
  { rtol = 1e-5, atol = 1e-8, equalNan = false }: Tolerance = {}
): boolean | NDArray {
  const [x, y] = [toStorage(a, 'float64'), toStorage(b, 'float64')];
  const shape = broadcastShape(x.shape, y.shape);
  const [left, right] = [x, y].map(each => elementsOf(spread(each, shape))) as [
    Float64Array,
    Float64Array
  ];
  const close = Uint8Array.from(left, (value, i) => {
    const other = right[i] ?? NaN;
    if (equalNan && Number.isNaN(value) && Number.isNaN(other)) return 1;
    // Infinity is close to itself only, though their difference is not a number.
    if (value === other) return 1;
    return Number.isFinite(other) && Math.abs(value - other) <= atol + rtol * Math.abs(other)
      ? 1
      : 0;
  });
  const result = new NDArray(allocate(shape, 'bool', close));
  return isScalar(a) && isScalar(b) ? Boolean(close[0]) : result;
}

/**
 * Whether all elements are close to the other array's. NumPy: `numpy.allclose`.
 * @example
 * ```ts
 * np.allclose([0.1 + 0.2], [0.3])
 * // → true
 * ```
 */
export const allclose = (a: ArrayLike, b: ArrayLike, tolerance?: Tolerance): boolean =>
  all(isclose(toArray(a), toArray(b), tolerance));

/** Whether shapes and all elements are equal. NumPy: `numpy.array_equal`. */
export function arrayEqual(a: ArrayLike, b: ArrayLike): boolean {
  const [x, y] = [toArray(a), toArray(b)];
  return x.shape.join() === y.shape.join() && all(x.equal(y));
}
