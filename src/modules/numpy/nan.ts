import * as core from 'numpy-ts/core';
import { where } from './choose';
import { kindOf, type DType } from './dtype';
import { NDArray, storageOf } from './ndarray';
import { toResult, type AlongAxis } from './reduction';
import { toCore } from './storage';

/**
 * numpy-ts passes over NaN in many reductions, where NumPy lets them decide the result: to `ifAny`,
 * which is given the mask of where they are.
 */
export function withNaN(f: AlongAxis, ifAny: AlongAxis): AlongAxis {
  return (a, axis) => {
    if (kindOf(a.dtype as DType) !== 'f') return f(a, axis);
    const mask = core.isnan(a);
    if (!core.any(mask)) return f(a, axis);
    const there = toResult(core.any(mask, axis), 'bool');
    const decided = toResult(ifAny(mask, axis), 'float64');
    const others = toResult(f(a, axis), 'float64');
    const chosen = where(new NDArray(there), new NDArray(decided), new NDArray(others));
    return toCore(storageOf(chosen));
  };
}
