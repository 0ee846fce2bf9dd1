import * as core from 'numpy-ts/core';
import { divide, sqrt, subtract } from './arithmetic';
import { promoteTypes } from './dtype';
import { ValueError } from './errors';
import { toArray, toStorage, type ArrayLike } from './input';
import { vstack } from './join';
import { NDArray } from './ndarray';
import { diagonal } from './contractions';
import { matmul, outer } from './products';
import { mean } from './reduce';
import { searchsorted } from './sorting';
import { atleast2d } from './rearrange';
import { squeeze } from './shape';
import { fromCore, numbersOf, toCore } from './storage';

/** How elements are counted into intervals. */
export interface HistogramOptions {
  /** The lowest and highest value; those of the elements if not given. */
  range?: readonly [number, number];
  /** Whether the counts are scaled so that the area under them is 1. */
  density?: boolean;
  /** How much each element counts. */
  weights?: ArrayLike;
}

/**
 * How many elements fall into each of `bins` equally wide intervals, and the edges of those; the
 * last interval has its upper edge too. NumPy: `numpy.histogram`.
 * @param bins how many, 10 if not given, or their edges
 * @example
 * ```ts
 * const [counts, edges] = np.histogram([1, 2, 2, 5], 4);
 * counts
 * // → [1 2 0 1]
 * edges
 * // → [1. 2. 3. 4. 5.]
 * ```
 */
export function histogram(
  a: ArrayLike,
  bins: number | ArrayLike = 10,
  { range, density = false, weights }: HistogramOptions = {}
): [NDArray, NDArray] {
  const edges = histogramBinEdges(a, bins, { range });
  const limits = edges.values() as Float64Array;
  const count = limits.length - 1;
  const heights = new Float64Array(count);
  const each = weights === undefined ? undefined : numbersOf(toStorage(weights, 'float64'));
  const [low = 0, high = 0] = [limits[0], limits[count]];
  const values = toArray(a).ravel();
  // The last interval has its upper edge too.
  const places = searchsorted(edges, values, { side: 'right' }).values() as BigInt64Array;
  numbersOf(toStorage(values)).forEach((value: number, i: number) => {
    if (!(value >= low && value <= high)) return;
    const at = Math.min(Number(places[i]) - 1, count - 1);
    heights[at] = (heights[at] ?? 0) + (each?.[i] ?? 1);
  });
  if (density) {
    const total = heights.reduce((sum, height) => sum + height, 0);
    heights.forEach((height, i) => {
      heights[i] = height / ((limits[i + 1] ?? 0) - (limits[i] ?? 0)) / total;
    });
  }
  const counts = toArray(heights);
  return [density || each ? counts : counts.astype('int64'), edges];
}

/** The edges that {@link histogram} has. NumPy: `numpy.histogram_bin_edges`, without its rules by name. */
export function histogramBinEdges(
  a: ArrayLike,
  bins: number | ArrayLike = 10,
  { range }: Pick<HistogramOptions, 'range'> = {}
): NDArray {
  if (typeof bins !== 'number') {
    const edges = toArray(bins).astype('float64');
    const limits = edges.values() as Float64Array;
    if (limits.some((edge, i) => edge < (limits[i - 1] ?? -Infinity))) {
      throw new ValueError('`bins` must increase monotonically, when an array');
    }
    return edges;
  }
  if (bins < 1) throw new ValueError('`bins` must be positive, when an integer');
  const values = numbersOf(toStorage(a, 'float64'));
  let [low, high] = range ?? [0, 1];
  if (!range && values.length > 0) {
    [low, high] = [Infinity, -Infinity];
    for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  if (!(Number.isFinite(low) && Number.isFinite(high))) {
    throw new ValueError(
      `${range ? 'supplied' : 'autodetected'} range of [${low}, ${high}] is not finite`
    );
  }
  if (low > high) throw new ValueError('max must be larger than min in range parameter.');
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const step = (high - low) / bins;
  return toArray(
    Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : i * step + low))
  );
}

/**
 * How many pairs of elements fall into each rectangle, and the edges along both axes.
 * NumPy: `numpy.histogram2d`.
 * @param bins how many along each axis, 10 if not given
 */
export function histogram2d(
  x: ArrayLike,
  y: ArrayLike,
  bins: number | readonly [number, number] = 10
): [NDArray, NDArray, NDArray] {
  const [rows, columns] = typeof bins === 'number' ? [bins, bins] : bins;
  const [counts, xs, ys] = core.histogram2d(
    toCore(toStorage(x, 'float64')),
    toCore(toStorage(y, 'float64')),
    [rows, columns]
  );
  return [counts, xs, ys].map(each => new NDArray(fromCore(each, 'float64'))) as [
    NDArray,
    NDArray,
    NDArray
  ];
}

/**
 * The number of the interval that each value falls into: 0 below the first edge. NumPy: `numpy.digitize`.
 * @param bins the edges, rising or falling
 * @param options `right`: whether an interval has its right edge rather than its left one
 * @throws ValueError unless the edges rise or fall
 * @example
 * ```ts
 * np.digitize([0.2, 6.4, 3], [0, 1, 2.5, 4, 10])
 * // → [1 4 3]
 * ```
 */
export function digitize(
  x: ArrayLike,
  bins: ArrayLike,
  { right = false }: { right?: boolean } = {}
): NDArray {
  const edges = toArray(bins);
  const limits = numbersOf(toStorage(edges));
  const rising = limits.every((edge: number, i: number) => i === 0 || edge >= (limits[i - 1] ?? 0));
  const falling = limits.every(
    (edge: number, i: number) => i === 0 || edge <= (limits[i - 1] ?? 0)
  );
  if (!rising && !falling) {
    throw new ValueError('bins must be monotonically increasing or decreasing');
  }
  const side = right ? 'left' : 'right';
  if (rising) return searchsorted(edges, x, { side });
  return searchsorted(edges.at('::-1'), x, { side }).multiply(-1).add(edges.size);
}

/** How a covariance is taken. */
export interface CovOptions {
  /** Further variables, put under the first. */
  y?: ArrayLike;
  /** Whether each row is a variable; if false each column is. */
  rowvar?: boolean;
  /** Whether to divide by the number of observations rather than by one less. */
  bias?: boolean;
  /** What is taken off the number of observations to divide by; 1, or 0 with `bias`. */
  ddof?: number;
}

/**
 * The covariances of variables, each with each; a row is a variable. NumPy: `numpy.cov`.
 * @example
 * ```ts
 * np.cov([[0, 1, 2], [2, 1, 0]])
 * // → [[ 1. -1.]
 * //  [-1.  1.]]
 * ```
 */
export function cov(
  m: ArrayLike,
  { y, rowvar = true, bias = false, ddof }: CovOptions = {}
): NDArray {
  const lay = (each: ArrayLike) => {
    const rows = atleast2d(toArray(each).astype('float64'));
    return rowvar || toArray(each).ndim < 2 ? rows : rows.T;
  };
  const x = y === undefined ? lay(m) : vstack([lay(m), lay(y)]);
  const centred = subtract(x, mean(x, { axis: 1, keepdims: true }));
  const divisor = Math.max((x.shape[1] ?? 0) - (ddof ?? (bias ? 0 : 1)), 0);
  return squeeze(divide(matmul(centred, centred.T), divisor));
}

/** The correlations of variables, each with each; a row is a variable. NumPy: `numpy.corrcoef`. */
export function corrcoef(x: ArrayLike, options: Pick<CovOptions, 'y' | 'rowvar'> = {}): NDArray {
  const c = cov(x, options);
  if (c.ndim === 0) return divide(c, c);
  const deviations = sqrt(diagonal(c));
  return divide(c, outer(deviations, deviations)).clip(-1, 1);
}

/** In how far two lists overlap for a result: all, as long as the longer one, or wholly. */
export type Mode = 'full' | 'same' | 'valid';

/**
 * The sum of products of one list with another one that slides over it backwards.
 * NumPy: `numpy.convolve`.
 * @param options `mode`: `'full'` if not given
 * @example
 * ```ts
 * np.convolve([1, 2, 3], [0, 1, 0.5])
 * // → [0.  1.  2.5 4.  1.5]
 * ```
 */
export function convolve(
  a: ArrayLike,
  v: ArrayLike,
  { mode = 'full' }: { mode?: Mode } = {}
): NDArray {
  return slide(core.convolve, a, v, mode, true);
}

/** As {@link convolve}, without turning the second list round. NumPy: `numpy.correlate`. */
export function correlate(
  a: ArrayLike,
  v: ArrayLike,
  { mode = 'valid' }: { mode?: Mode } = {}
): NDArray {
  return slide(core.correlate, a, v, mode, false);
}

function slide(
  f: typeof core.convolve,
  a: ArrayLike,
  v: ArrayLike,
  mode: Mode,
  swaps: boolean
): NDArray {
  const [x, y] = [toArray(a), toArray(v)];
  if (x.size === 0) throw new ValueError('a cannot be empty');
  if (y.size === 0) throw new ValueError('v cannot be empty');
  const dtype = promoteTypes(x.dtype, y.dtype);
  // The longer one stays, the shorter one slides.
  const inputs = (swaps && y.size > x.size ? [y, x] : [x, y]).map(each =>
    toCore(toStorage(each, 'float64'))
  );
  const [left, right] = inputs;
  if (!left || !right) throw new ValueError('two lists are needed');
  return new NDArray(fromCore(f(left, right, mode), dtype));
}
