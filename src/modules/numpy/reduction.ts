import { NDArrayCore } from 'numpy-ts/core';
import { toAxis } from './axes';
import type { DType } from './dtype';
import { ValueError } from './errors';
import { toList, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import { reshape, transpose } from './shape';
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
export interface Whole {
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
export type AlongAxis = (
  a: NDArrayCore,
  axis: number
) => NDArrayCore | number | bigint | boolean | object;

export interface ReductionSpec {
  /** The type to compute in, from the array's. */
  compute?: (dtype: DType) => DType;
  /** The result's type, from the one it is computed in. */
  result?: (dtype: DType) => DType;
  /** What is said of an axis without elements, where that is an error. */
  empty?: string;
}

export type AxisArgument = number | readonly number[] | AxisOptions | undefined;

/** Options from what stands for them: an axis, several, or nothing. */
export const toOptions = <T extends AxisOptions>(
  axis: number | readonly number[] | T | undefined
): T => (typeof axis === 'number' || Array.isArray(axis) ? { axis } : (axis ?? {})) as T;

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
export function toResult(value: ReturnType<AlongAxis>, dtype: DType): Storage {
  if (value instanceof NDArrayCore) return fromCore(value, dtype);
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

/** The type that means are computed in. */
export const fractionFor = (dtype: DType): DType => (dtype === 'float32' ? dtype : 'float64');
/** For reductions whose results are fractions. */
export const inFloats: ReductionSpec = { compute: fractionFor };
