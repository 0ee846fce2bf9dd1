import * as core from 'numpy-ts/core';
import type { NDArrayCore } from 'numpy-ts/core';
import { divide } from './arithmetic';
import { toAxis } from './axes';
import { floatFor, kindOf, type DType } from './dtype';
import { ValueError } from './errors';
import { toArray, toList, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { broadcastTo, reshape, transpose } from './shape';
import { allocate, cast, dtypeOf, fromCore, sizeOf, toCore, type Storage } from './storage';

/** Along which axes to reduce: one, several, or all together if none is given. */
export interface AxisOptions {
  axis?: number | readonly number[];
  /** Keeps the axes that are reduced, with length 1, so that the result broadcasts. */
  keepdims?: boolean;
}

/** Options of variance and standard deviation. */
export interface SpreadOptions extends AxisOptions {
  /** What is taken off the number of elements to divide by: 0, or 1 for a sample. */
  ddof?: number;
}

/** Options under which all elements together give one plain value. */
interface Whole {
  axis?: undefined;
  keepdims?: false;
}

/** A reduction to numbers; over all elements it gives a plain number. */
export interface Reduction<Options extends AxisOptions = AxisOptions> {
  (a: ArrayLike, options?: Omit<Options, keyof AxisOptions> & Whole): number;
  (a: ArrayLike, axis: number | readonly number[] | Options): NDArray;
}

/** A reduction to true or false; over all elements it gives a plain boolean. */
export interface BooleanReduction {
  (a: ArrayLike, options?: Whole): boolean;
  (a: ArrayLike, axis: number | readonly number[] | AxisOptions): NDArray;
}

/** Reduces an array along one axis, given from the front. */
type AlongAxis = (a: NDArrayCore, axis: number) => NDArrayCore | number | bigint | boolean | object;

interface ReductionSpec {
  /** The type to compute in, from the array's. */
  compute?: (dtype: DType) => DType;
  /** The result's type, from the one it is computed in. */
  result?: (dtype: DType) => DType;
  /** What is said of an axis without elements, where that is an error. */
  empty?: string;
}

type AxisArgument = number | readonly number[] | AxisOptions | undefined;

const toOptions = <T extends AxisOptions>(axis: number | readonly number[] | T | undefined): T =>
  (typeof axis === 'number' || Array.isArray(axis) ? { axis } : (axis ?? {})) as T;

/** Brings all axes to be reduced together into one, the last, and reduces that. */
export function reduceWith(
  f: AlongAxis,
  a: ArrayLike,
  { axis, keepdims = false }: AxisOptions,
  spec: ReductionSpec
): NDArray {
  const input = toStorage(a);
  const dtype = spec.compute?.(dtypeOf(input)) ?? dtypeOf(input);
  const array = new NDArray(cast(input, dtype));
  const all = array.shape.map((_, i) => i);
  const axes = axis === undefined ? all : toList(axis).map(each => toAxis(each, array.ndim));
  if (new Set(axes).size < axes.length) throw new ValueError("duplicate value in 'axis'");
  const kept = all.filter(i => !axes.includes(i));
  const lengths = (which: number[]) => which.map(i => array.shape[i] ?? 1);
  const count = sizeOf(lengths(axes));
  if (count === 0 && spec.empty) throw new ValueError(spec.empty);
  const shape = keepdims
    ? array.shape.map((length, i) => (axes.includes(i) ? 1 : length))
    : lengths(kept);
  const result = spec.result?.(dtype) ?? dtype;
  if (array.size === 0) return new NDArray(emptyResult(f, count, shape, dtype, result));
  // One axis is reduced where it is; numpy-ts does so without moving any element.
  const [only] = axes;
  const inPlace = axes.length === 1 && only !== undefined;
  const source = inPlace
    ? array
    : reshape(transpose(array, [...kept, ...axes]), [...lengths(kept), count]);
  const reduced = f(toCore(storageOf(source)), inPlace ? only : kept.length);
  return reshape(new NDArray(toResult(reduced, result)), shape);
}

/** A result of numpy-ts, which may be a plain value. */
function toResult(value: ReturnType<AlongAxis>, dtype: DType): Storage {
  if (value instanceof core.NDArrayCore) return fromCore(value, dtype);
  return cast(allocate([], 'float64', Float64Array.of(Number(value))), dtype);
}

/** Reductions of nothing: each element of the result is what no elements at all give. */
function emptyResult(f: AlongAxis, count: number, shape: number[], dtype: DType, result: DType) {
  const storage = allocate(shape, result);
  if (storage.size === 0 || count > 0) return storage;
  const one = f(toCore(allocate([0], dtype)), 0);
  const value = cast(toResult(one, 'float64'), result).data[0];
  storage.data.fill(value as never);
  return storage;
}

/** A reduction with its options; over all elements without `keepdims` it gives a plain value. */
export function reduction<Options extends AxisOptions = AxisOptions>(
  f: (options: Options) => AlongAxis,
  spec: ReductionSpec = {}
): Reduction<Options> & BooleanReduction {
  return (a: ArrayLike, axis?: AxisArgument) => {
    const options = toOptions<Options>(axis as Options);
    const result = reduceWith(f(options), a, options, spec);
    const whole = options.axis === undefined && !options.keepdims;
    return (whole ? result.item() : result) as never;
  };
}

const accumulated = (dtype: DType): DType =>
  kindOf(dtype) === 'f' ? dtype : kindOf(dtype) === 'u' ? 'uint64' : 'int64';
const inFloat = { compute: (dtype: DType) => (dtype === 'float32' ? dtype : 'float64') as DType };
const fraction = { compute: (dtype: DType) => (kindOf(dtype) === 'f' ? dtype : floatFor('int64')) };
const position = { result: (): DType => 'int64' };
const noIdentity = (name: string) =>
  `zero-size array to reduction operation ${name} which has no identity`;
const noElements = (name: string) => `attempt to get ${name} of an empty sequence`;

/** The sum; of whole numbers and booleans whole, 0 of none. NumPy: `numpy.sum`. */
export const sum: Reduction = reduction(() => core.sum, { compute: accumulated });
/** The product; 1 of none. NumPy: `numpy.prod`. */
export const prod: Reduction = reduction(() => core.prod, { compute: accumulated });
/** The mean; NaN of none. NumPy: `numpy.mean`. */
export const mean: Reduction = reduction(() => core.mean, inFloat);
/** The variance, with divisor n − ddof. NumPy: `numpy.var`. */
export const variance: Reduction<SpreadOptions> = reduction<SpreadOptions>(
  ({ ddof = 0 }) =>
    (a, axis) =>
      core.variance(a, axis, ddof),
  fraction
);
/** The standard deviation, with divisor n − ddof. NumPy: `numpy.std`. */
export const std: Reduction<SpreadOptions> = reduction<SpreadOptions>(
  ({ ddof = 0 }) =>
    (a, axis) =>
      core.std(a, axis, ddof),
  fraction
);
/** The smallest element; NaN where one is NaN. NumPy: `numpy.min`. */
export const min: Reduction = reduction(() => core.min, { empty: noIdentity('minimum') });
/** The largest element; NaN where one is NaN. NumPy: `numpy.max`. */
export const max: Reduction = reduction(() => core.max, { empty: noIdentity('maximum') });
/** The largest less the smallest element. NumPy: `numpy.ptp`. */
export const ptp: Reduction = reduction(() => core.ptp, { empty: noIdentity('maximum') });
/** Where the first smallest element is; over all axes, in row-major order. NumPy: `numpy.argmin`. */
export const argmin: Reduction = reduction(() => core.argmin, {
  ...position,
  empty: noElements('argmin')
});
/** Where the first largest element is; over all axes, in row-major order. NumPy: `numpy.argmax`. */
export const argmax: Reduction = reduction(() => core.argmax, {
  ...position,
  empty: noElements('argmax')
});
/** The middle value, or the mean of the two middle ones. NumPy: `numpy.median`. */
export const median: Reduction = reduction(() => core.median, inFloat);
/** Whether all elements are true (not 0); true of none. NumPy: `numpy.all`. */
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
/** The mean of what is not NaN. NumPy: `numpy.nanmean`. */
export const nanmean: Reduction = reduction(() => core.nanmean, inFloat);
/** The variance of what is not NaN. NumPy: `numpy.nanvar`. */
export const nanvar: Reduction<SpreadOptions> = reduction<SpreadOptions>(
  ({ ddof = 0 }) =>
    (a, axis) =>
      core.nanvar(a, axis, ddof),
  fraction
);
/** The standard deviation of what is not NaN. NumPy: `numpy.nanstd`. */
export const nanstd: Reduction<SpreadOptions> = reduction<SpreadOptions>(
  ({ ddof = 0 }) =>
    (a, axis) =>
      core.nanstd(a, axis, ddof),
  fraction
);
/** The smallest of what is not NaN. NumPy: `numpy.nanmin`. */
export const nanmin: Reduction = reduction(() => core.nanmin, { empty: noIdentity('fmin') });
/** The largest of what is not NaN. NumPy: `numpy.nanmax`. */
export const nanmax: Reduction = reduction(() => core.nanmax, { empty: noIdentity('fmax') });
/** The middle value of what is not NaN. NumPy: `numpy.nanmedian`. */
export const nanmedian: Reduction = reduction(() => core.nanmedian, inFloat);

/** A function of the array and of one or several parts of 100 or of 1. */
export interface Quantile {
  (a: ArrayLike, q: number, options?: Whole): number;
  (a: ArrayLike, q: ArrayLike, axis?: number | readonly number[] | AxisOptions): NDArray;
}

function quantiles(
  f: (a: NDArrayCore, q: number, axis: number) => ReturnType<AlongAxis>,
  top: number
): Quantile {
  const error =
    top === 100
      ? 'Percentiles must be in the range [0, 100]'
      : 'Quantiles must be in the range [0, 1]';
  return (a: ArrayLike, q: ArrayLike, axis?: AxisArgument) => {
    const options = toOptions<AxisOptions>(axis);
    const at = (part: number) => {
      if (!(part >= 0 && part <= top)) throw new ValueError(error);
      return reduceWith((b, along) => f(b, part, along), a, options, inFloat);
    };
    if (typeof q === 'number') {
      const result = at(q);
      const whole = options.axis === undefined && !options.keepdims;
      return (whole ? result.item() : result) as never;
    }
    const parts = toStorage(q, 'float64');
    const results = Array.from(new NDArray(parts).values() as Float64Array, at);
    const one = results[0]?.shape ?? [];
    const dtype = results[0]?.dtype ?? 'float64';
    const values = allocate([...parts.shape, ...one], dtype);
    results.forEach((result, i) => values.data.set(result.values() as never, i * result.size));
    return new NDArray(values) as never;
  };
}

/**
 * The value below which `q` percent of the elements lie, interpolated linearly; for a list of `q`
 * the results stand along a new first axis. NumPy: `numpy.percentile`.
 */
export const percentile: Quantile = quantiles(core.percentile, 100);
/** As {@link percentile}, with `q` from 0 to 1. NumPy: `numpy.quantile`. */
export const quantile: Quantile = quantiles(core.quantile, 1);
/** As {@link percentile}, of what is not NaN. NumPy: `numpy.nanpercentile`. */
export const nanpercentile: Quantile = quantiles(core.nanpercentile, 100);

function cumulative(f: (a: NDArrayCore, axis: number) => NDArrayCore) {
  return (a: ArrayLike, axis?: number): NDArray => {
    const storage = toStorage(a);
    const dtype = accumulated(dtypeOf(storage));
    const array = axis === undefined ? reshape(new NDArray(storage), -1) : new NDArray(storage);
    const source = cast(storageOf(array), dtype);
    return new NDArray(fromCore(f(toCore(source), toAxis(axis ?? 0, array.ndim)), dtype));
  };
}

/** Running sums along an axis, or of all elements in a row. NumPy: `numpy.cumsum`. */
export const cumsum = cumulative(core.cumsum);
/** Running products along an axis, or of all elements in a row. NumPy: `numpy.cumprod`. */
export const cumprod = cumulative(core.cumprod);

/** The differences between neighbours along an axis, the last if none is given. NumPy: `numpy.diff`. */
export function diff(
  a: ArrayLike,
  { n = 1, axis = -1 }: { n?: number; axis?: number } = {}
): NDArray {
  const storage = toStorage(a);
  const along = toAxis(axis, storage.shape.length);
  return new NDArray(fromCore(core.diff(toCore(storage), n, along), dtypeOf(storage)));
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
