import * as core from 'numpy-ts/core';
import type { NDArrayCore } from 'numpy-ts/core';
import { ValueError } from './errors';
import { toStorage, type ArrayLike } from './input';
import { withNaN } from './nan';
import { NDArray } from './ndarray';
import {
  inFloats,
  reduceWith,
  toOptions,
  type AlongAxis,
  type AxisArgument,
  type AxisOptions,
  type Whole
} from './reduction';
import { allocate } from './storage';

/** A function of the array and of one or several parts of 100 or of 1. */
export interface Quantile {
  (a: ArrayLike, q: number, options?: Whole): number;
  (a: ArrayLike, q: ArrayLike, axis?: number | readonly number[] | AxisOptions): NDArray;
}

function quantiles(
  f: (a: NDArrayCore, q: number, axis: number) => ReturnType<AlongAxis>,
  top: number,
  skipsNaN = false
): Quantile {
  const error =
    top === 100
      ? 'Percentiles must be in the range [0, 100]'
      : 'Quantiles must be in the range [0, 1]';
  return (a: ArrayLike, q: ArrayLike, axis?: AxisArgument) => {
    const options = toOptions<AxisOptions>(axis);
    const at = (part: number) => {
      if (!(part >= 0 && part <= top)) throw new ValueError(error);
      const alone: AlongAxis = (b, along) => f(b, part, along);
      return reduceWith(skipsNaN ? alone : withNaN(alone, () => NaN), a, options, inFloats);
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
 * @example
 * ```ts
 * np.percentile([1, 2, 3, 4], 25)
 * // → 1.75
 * ```
 */
export const percentile: Quantile = quantiles(core.percentile, 100);
/** As {@link percentile}, with `q` from 0 to 1. NumPy: `numpy.quantile`. */
export const quantile: Quantile = quantiles(core.quantile, 1);
/** As {@link percentile}, of what is not NaN. NumPy: `numpy.nanpercentile`. */
export const nanpercentile: Quantile = quantiles(core.nanpercentile, 100, true);
