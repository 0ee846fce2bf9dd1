import { divide, multiply, subtract } from './arithmetic';
import { toAxis } from './axes';
import { floatFor } from './dtype';
import { ValueError } from './errors';
import { isScalar, toArray, toStorage, type ArrayLike } from './input';
import { concatenate } from './join';
import { lstsq } from './decompositions';
import { NDArray } from './ndarray';
import { diff, sum } from './reduce';
import { flip, ravel, reshape } from './shape';
import { allocate, numbersOf } from './storage';

/**
 * The slopes along an axis: by both neighbours inside, by one at the ends. NumPy: `numpy.gradient`.
 * @param spacing the distance of two elements, 1 if not given, or the place of each
 * @returns an array in the shape of the first; without `axis` a list of them, one for each axis, if
 * there are several
 * @throws ValueError for an axis of less than two elements
 * @example
 * ```ts
 * np.gradient([1, 2, 4, 7])
 * // → [1.  1.5 2.5 3. ]
 * ```
 */
export function gradient(
  f: ArrayLike,
  spacing: ArrayLike | undefined,
  options: { axis: number }
): NDArray;
export function gradient(f: ArrayLike, spacing?: ArrayLike): NDArray | NDArray[];
export function gradient(
  f: ArrayLike,
  spacing: ArrayLike = 1,
  { axis }: { axis?: number } = {}
): NDArray | NDArray[] {
  const array = toArray(f);
  const values = array.astype(floatFor(array.dtype));
  if (axis !== undefined) return slopes(values, toAxis(axis, array.ndim), spacing);
  const all = array.shape.map((_, along) => slopes(values, along, spacing));
  return all.length === 1 && all[0] ? all[0] : all;
}

function slopes(f: NDArray, axis: number, spacing: ArrayLike): NDArray {
  const length = f.shape[axis] ?? 0;
  if (length < 2) {
    throw new ValueError(
      'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.'
    );
  }
  const colons = new Array<string>(axis).fill(':');
  const part = (range: string) => f.at(...colons, range);
  const across = f.shape.map((_, i) => (i === axis ? -1 : 1));
  if (isScalar(spacing)) {
    const h = Number(spacing);
    const inside = divide(subtract(part('2:'), part(':-2')), 2 * h);
    const first = divide(subtract(part('1:2'), part('0:1')), h);
    const last = divide(subtract(part('-1:'), part('-2:-1')), h);
    return concatenate([first, inside, last], { axis });
  }
  const places = toArray(spacing).astype('float64');
  if (places.ndim !== 1 || places.size !== length) {
    throw new ValueError('when 1d, distances must match the length of the corresponding dimension');
  }
  const steps = diff(places);
  const [before, after] = [steps.at(':-1'), steps.at('1:')].map(each => reshape(each, across));
  const ends = [steps.item(0), steps.item(-1)];
  const [left, right] = [before, after] as [NDArray, NDArray];
  // Of three points that are not evenly spread, the slope of the parabola through them.
  const weigh = (range: string, weight: NDArray) => multiply(part(range), weight);
  const both = left.add(right);
  const inside = weigh(':-2', right.negative().divide(left.multiply(both)))
    .add(weigh('1:-1', right.subtract(left).divide(left.multiply(right))))
    .add(weigh('2:', left.divide(right.multiply(both))));
  const first = divide(subtract(part('1:2'), part('0:1')), ends[0] ?? 1);
  const last = divide(subtract(part('-1:'), part('-2:-1')), ends[1] ?? 1);
  return concatenate([first, inside, last], { axis });
}

/**
 * Values between known points, on straight lines. NumPy: `numpy.interp`.
 * @param xp where values are known, rising
 * @param fp the values there
 * @param options `left` and `right`: what stands before the first and after the last point; the
 * first and last value if not given
 * @example
 * ```ts
 * np.interp([1.5, 4], [1, 2, 3], [10, 20, 30])
 * // → [15. 30.]
 * ```
 */
export function interp(
  x: number,
  xp: ArrayLike,
  fp: ArrayLike,
  options?: { left?: number; right?: number }
): number;
export function interp(
  x: ArrayLike,
  xp: ArrayLike,
  fp: ArrayLike,
  options?: { left?: number; right?: number }
): NDArray;
export function interp(
  x: ArrayLike,
  xp: ArrayLike,
  fp: ArrayLike,
  { left, right }: { left?: number; right?: number } = {}
): number | NDArray {
  const [places, values] = [xp, fp].map(each => numbersOf(toStorage(each, 'float64'))) as [
    Float64Array,
    Float64Array
  ];
  if (places.length === 0) throw new ValueError('array of sample points is empty');
  if (places.length !== values.length)
    throw new ValueError('fp and xp are not of the same length.');
  const last = places.length - 1;
  const at = (value: number): number => {
    if (Number.isNaN(value)) return NaN;
    if (value < (places[0] ?? 0)) return left ?? values[0] ?? NaN;
    if (value > (places[last] ?? 0)) return right ?? values[last] ?? NaN;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= value) low = middle;
      else high = middle;
    }
    const [x0, x1, y0, y1] = [places[low], places[high], values[low], values[high]] as [
      number,
      number,
      number,
      number
    ];
    if (value === x1) return y1;
    return x1 === x0 ? y0 : ((y1 - y0) / (x1 - x0)) * (value - x0) + y0;
  };
  const storage = toStorage(x, 'float64');
  const found = Float64Array.from(numbersOf(storage), at);
  const result = new NDArray(allocate(storage.shape, 'float64', found));
  return isScalar(x) ? result.item() : result;
}

/**
 * The area under a curve, by trapezoids, along the last axis. NumPy: `numpy.trapezoid`.
 * @param options `x`: the places of the values; `dx`: their distance, 1 if not given
 * @example
 * ```ts
 * np.trapezoid([1, 2, 3])
 * // → 4
 * ```
 */
export function trapezoid(y: ArrayLike, options?: { x?: ArrayLike; dx?: number }): number;
export function trapezoid(
  y: ArrayLike,
  options: { x?: ArrayLike; dx?: number; axis: number }
): NDArray;
export function trapezoid(
  y: ArrayLike,
  { x, dx = 1, axis = -1 }: { x?: ArrayLike; dx?: number; axis?: number } = {}
): number | NDArray {
  const array = toArray(y);
  const along = toAxis(axis, array.ndim);
  const colons = new Array<string>(along).fill(':');
  const widths =
    x === undefined
      ? toArray(dx)
      : reshape(
          diff(x),
          array.shape.map((_, i) => (i === along ? -1 : 1))
        );
  const means = array
    .at(...colons, '1:')
    .add(array.at(...colons, ':-1'))
    .multiply(0.5);
  const areas = sum(multiply(means, widths), along);
  return areas.ndim === 0 ? areas.item() : areas;
}

/**
 * The coefficients of the polynomial of that degree that comes closest, the highest power first.
 * NumPy: `numpy.polyfit`.
 * @example
 * ```ts
 * np.polyfit([0, 1, 2], [1, 3, 5], 1).round(6)
 * // → [2. 1.]
 * ```
 */
export function polyfit(x: ArrayLike, y: ArrayLike, deg: number): NDArray {
  const places = ravel(toArray(x).astype('float64'));
  if (places.size === 0) throw new TypeError('expected non-empty vector for x');
  if (deg < 0) throw new ValueError('expected deg >= 0');
  const powers = Array.from({ length: deg + 1 }, (_, i) => deg - i);
  const matrix = places.at(':', null).power(powers.map(power => power + 0));
  // Columns of about one size keep the computation exact.
  const scale = matrix.multiply(matrix).sum(0).power(0.5);
  const { x: found } = lstsq(matrix.divide(scale), toArray(y).astype('float64'));
  return found.ndim === 1 ? found.divide(scale) : found.divide(scale.at(':', null));
}

/** A polynomial's values; coefficients with the highest power first. NumPy: `numpy.polyval`. */
export function polyval(p: ArrayLike, x: number): number;
export function polyval(p: ArrayLike, x: ArrayLike): NDArray;
export function polyval(p: ArrayLike, x: ArrayLike): number | NDArray {
  const coefficients = toArray(p);
  const places = toArray(x);
  let value = multiply(places, 0);
  for (let i = 0; i < coefficients.size; i++) {
    value = value.multiply(places).add(coefficients.at(i));
  }
  return isScalar(x) ? value.item() : value;
}

/** The coefficients of a polynomial's derivative, the highest power first. NumPy: `numpy.polyder`. */
export function polyder(p: ArrayLike): NDArray {
  const coefficients = toArray(p);
  const degree = coefficients.size - 1;
  const powers = flip(Array.from({ length: degree }, (_, i) => i + 1));
  return coefficients.at(`:${Math.max(degree, 0)}`).multiply(powers);
}
