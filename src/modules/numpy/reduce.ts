import * as core from 'numpy-ts/core';
import type { NDArrayCore } from 'numpy-ts/core';
import { divide, isnan, logicalNot, maximum, notEqual, sqrt, square, subtract } from './arithmetic';
import { toAxis } from './axes';
import { kindOf, type DType } from './dtype';
import { toArray, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import {
  fractionFor,
  inFloats,
  reduction,
  toOptions,
  type AxisOptions,
  type BooleanReduction,
  type Reduction,
  type SpreadOptions,
  type Whole
} from './reduction';
import { withNaN } from './nan';
import { broadcastTo, reshape, squeeze } from './shape';
import { cast, dtypeOf, fromCore, toCore } from './storage';

const accumulated = (dtype: DType): DType =>
  kindOf(dtype) === 'f' ? dtype : kindOf(dtype) === 'u' ? 'uint64' : 'int64';
const position = { result: (): DType => 'int64' };
const noIdentity = (name: string) =>
  `zero-size array to reduction operation ${name} which has no identity`;
const noElements = (name: string) => `attempt to get ${name} of an empty sequence`;

/**
 * Variance and deviation, from sums and counts, whose two ways of summing (with and without NaN)
 * are numpy-ts's; its own variance fails over all elements together.
 */
function spreadWith(
  add: Reduction,
  finish: (variance: NDArray) => NDArray
): Reduction<SpreadOptions> {
  return (a: ArrayLike, argument?: number | readonly number[] | SpreadOptions) => {
    const { axis, keepdims, ddof = 0 } = toOptions<SpreadOptions>(argument);
    const storage = toStorage(a);
    const array = new NDArray(cast(storage, fractionFor(dtypeOf(storage))));
    const total = toArray(add(array, { axis, keepdims: true }));
    const count =
      add === nansum
        ? sum(logicalNot(isnan(array)), { axis, keepdims: true }).astype(array.dtype)
        : array.size / total.size;
    const center = divide(total, count);
    const squares = square(subtract(array, center));
    const divisor = maximum(subtract(count, ddof), 0);
    const result = finish(divide(add(squares, { axis, keepdims: true }), divisor));
    if (axis === undefined && !keepdims) return result.item() as never;
    return (keepdims ? result : squeeze(result, axis)) as never;
  };
}

/**
 * The sum; of whole numbers and booleans whole, 0 of none. NumPy: `numpy.sum`.
 * @example
 * ```ts
 * np.sum([[1, 2], [3, 4]], 0)
 * // → [4 6]
 * ```
 */
export const sum: Reduction = reduction(() => core.sum, { compute: accumulated });
/** The product; 1 of none. NumPy: `numpy.prod`. */
export const prod: Reduction = reduction(() => core.prod, { compute: accumulated });
/**
 * The mean; NaN of none. NumPy: `numpy.mean`.
 * @example
 * ```ts
 * np.mean([[1, 2], [3, 5]], { axis: 1, keepdims: true })
 * // → [[1.5]
 * //  [4. ]]
 * ```
 */
export const mean: Reduction = reduction(() => core.mean, inFloats);
/** The variance, with divisor n − ddof. NumPy: `numpy.var`. */
export const variance: Reduction<SpreadOptions> = spreadWith(sum, x => x);
/**
 * The standard deviation, with divisor n − ddof. NumPy: `numpy.std`.
 * @example
 * ```ts
 * np.std([1, 2, 3, 4], { ddof: 1 })
 * // → 1.2909944487358056
 * ```
 */
export const std: Reduction<SpreadOptions> = spreadWith(sum, x => sqrt(x));
/** The smallest element; NaN where one is NaN. NumPy: `numpy.min`. */
export const min: Reduction = reduction(() => withNaN(core.min, () => NaN), {
  empty: noIdentity('minimum')
});
/**
 * The largest element; NaN where one is NaN. NumPy: `numpy.max`.
 * @example
 * ```ts
 * np.max([[1, 7], [3, 4]], 1)
 * // → [7 4]
 * ```
 */
export const max: Reduction = reduction(() => withNaN(core.max, () => NaN), {
  empty: noIdentity('maximum')
});
/** The largest less the smallest element. NumPy: `numpy.ptp`. */
export const ptp: Reduction = reduction(() => withNaN(core.ptp, () => NaN), {
  empty: noIdentity('maximum')
});
/** Where the first smallest element is; over all axes, in row-major order. NumPy: `numpy.argmin`. */
export const argmin: Reduction = reduction(() => withNaN(core.argmin, core.argmax), {
  ...position,
  empty: noElements('argmin')
});
/**
 * Where the first largest element is; over all axes, in row-major order. NumPy: `numpy.argmax`.
 * @example
 * ```ts
 * np.argmax([1, 7, 3])
 * // → 1
 * ```
 */
export const argmax: Reduction = reduction(() => withNaN(core.argmax, core.argmax), {
  ...position,
  empty: noElements('argmax')
});
/**
 * The middle value, or the mean of the two middle ones. NumPy: `numpy.median`.
 * @example
 * ```ts
 * np.median([1, 3, 2, 10])
 * // → 2.5
 * ```
 */
export const median: Reduction = reduction(() => withNaN(core.median, () => NaN), inFloats);
/**
 * Whether all elements are true (not 0); true of none. NumPy: `numpy.all`.
 * @example
 * ```ts
 * np.all([true, false])
 * // → false
 * ```
 */
export const all: BooleanReduction = reduction(() => core.all, { compute: () => 'bool' });
/** Whether any element is true (not 0); false of none. NumPy: `numpy.any`. */
export const any: BooleanReduction = reduction(() => core.any, { compute: () => 'bool' });
/** How many elements are true (not 0). NumPy: `numpy.count_nonzero`. */
export const countNonzero: Reduction = reduction(() => (a, axis) => core.sum(a, axis), {
  compute: () => 'bool',
  result: () => 'int64'
});

/** The sum, NaN counted as 0. NumPy: `numpy.nansum`. */
export const nansum: Reduction = reduction(() => core.nansum, { compute: accumulated });
/** The product, NaN counted as 1. NumPy: `numpy.nanprod`. */
export const nanprod: Reduction = reduction(() => core.nanprod, { compute: accumulated });
/** Where the first smallest of what is not NaN is. NumPy: `numpy.nanargmin`. */
export const nanargmin: Reduction = reduction(() => core.nanargmin, {
  ...position,
  empty: noElements('argmin')
});
/** Where the first largest of what is not NaN is. NumPy: `numpy.nanargmax`. */
export const nanargmax: Reduction = reduction(() => core.nanargmax, {
  ...position,
  empty: noElements('argmax')
});
/** The mean of what is not NaN. NumPy: `numpy.nanmean`. */
export const nanmean: Reduction = reduction(() => core.nanmean, inFloats);
/** The variance of what is not NaN. NumPy: `numpy.nanvar`. */
export const nanvar: Reduction<SpreadOptions> = spreadWith(nansum, x => x);
/** The standard deviation of what is not NaN. NumPy: `numpy.nanstd`. */
export const nanstd: Reduction<SpreadOptions> = spreadWith(nansum, x => sqrt(x));
/** The smallest of what is not NaN. NumPy: `numpy.nanmin`. */
export const nanmin: Reduction = reduction(() => core.nanmin, { empty: noIdentity('fmin') });
/** The largest of what is not NaN. NumPy: `numpy.nanmax`. */
export const nanmax: Reduction = reduction(() => core.nanmax, { empty: noIdentity('fmax') });
/** The middle value of what is not NaN. NumPy: `numpy.nanmedian`. */
export const nanmedian: Reduction = reduction(() => core.nanmedian, inFloats);

function cumulative(f: (a: NDArrayCore, axis: number) => NDArrayCore) {
  return (a: ArrayLike, axis?: number): NDArray => {
    const storage = toStorage(a);
    const dtype = accumulated(dtypeOf(storage));
    const array = axis === undefined ? reshape(new NDArray(storage), -1) : new NDArray(storage);
    const source = cast(storageOf(array), dtype);
    return new NDArray(fromCore(f(toCore(source), toAxis(axis ?? 0, array.ndim)), dtype));
  };
}

/**
 * Running sums along an axis, or of all elements in a row. NumPy: `numpy.cumsum`.
 * @example
 * ```ts
 * np.cumsum([1, 2, 3])
 * // → [1 3 6]
 * ```
 */
export const cumsum = cumulative(core.cumsum);
/** Running products along an axis, or of all elements in a row. NumPy: `numpy.cumprod`. */
export const cumprod = cumulative(core.cumprod);

/**
 * The differences between neighbours along an axis, the last if none is given. NumPy: `numpy.diff`.
 * @example
 * ```ts
 * np.diff([1, 4, 9])
 * // → [3 5]
 * ```
 */
export function diff(
  a: ArrayLike,
  { n = 1, axis = -1 }: { n?: number; axis?: number } = {}
): NDArray {
  let array = toArray(a);
  const colons = new Array<string>(toAxis(axis, array.ndim)).fill(':');
  for (let i = 0; i < n; i++) {
    const [after, before] = [array.at(...colons, '1:'), array.at(...colons, ':-1')];
    array = array.dtype === 'bool' ? notEqual(after, before) : subtract(after, before);
  }
  return array;
}

/** The mean with weights, which run along the axis or have the array's shape. NumPy: `numpy.average`. */
export function average(a: ArrayLike, options: { weights?: ArrayLike } & Whole): number;
export function average(a: ArrayLike, options?: { weights?: ArrayLike } & AxisOptions): NDArray;
export function average(
  a: ArrayLike,
  { weights, axis, keepdims }: { weights?: ArrayLike } & AxisOptions = {}
): number | NDArray {
  const array = toArray(a);
  const options: AxisOptions = { axis, keepdims };
  let result: ArrayLike;
  if (weights === undefined) {
    result = mean(array, options);
  } else {
    let w = toArray(weights);
    if (w.ndim === 1 && array.ndim > 1 && typeof axis === 'number') {
      const along = toAxis(axis, array.ndim);
      w = reshape(
        w,
        array.shape.map((_, i) => (i === along ? -1 : 1))
      );
    }
    const total: ArrayLike = sum(broadcastTo(w, array.shape), options);
    result = divide(sum(array.multiply(w), options), total);
  }
  return axis === undefined && !keepdims ? toArray(result).item() : toArray(result);
}
