import * as core from 'numpy-ts/core';
import { kindOf, type DType } from './dtype';
import { toArray, type ArrayLike } from './input';
import type { NDArray } from './ndarray';
import {
  binary,
  checkPower,
  combine,
  inFloat,
  toBool,
  unary,
  type BinaryFunction,
  type BinaryPredicate,
  type UnaryFunction,
  type UnaryPredicate
} from './operate';
import { dtypeOf, type Storage } from './storage';

const least8 = { compute: (dtype: DType) => (dtype === 'bool' ? 'int8' : dtype) };

function checkSubtract(a: Storage): void {
  if (dtypeOf(a) !== 'bool') return;
  throw new TypeError('numpy boolean subtract is not supported: use logicalXor instead');
}

/**
 * x1 + x2, element by element with broadcasting. NumPy: `numpy.add`, `x1 + x2`.
 * @example
 * ```ts
 * np.add([[1], [2]], [10, 20])
 * // → [[11 21]
 * //  [12 22]]
 * ```
 */
export const add: BinaryFunction = binary(core.add);
/**
 * x1 − x2, element by element with broadcasting. NumPy: `numpy.subtract`, `x1 - x2`.
 * @example
 * ```ts
 * np.subtract(1, [0.25, 0.5])
 * // → [0.75 0.5 ]
 * ```
 */
export const subtract: BinaryFunction = binary(core.subtract, { check: checkSubtract });
/**
 * x1 × x2, element by element with broadcasting. NumPy: `numpy.multiply`, `x1 * x2`.
 * @example
 * ```ts
 * np.multiply([1, 2, 3], 2)
 * // → [2 4 6]
 * ```
 */
export const multiply: BinaryFunction = binary(core.multiply);
/**
 * x1 / x2; a float result for whole numbers too; x / 0 is inf or nan. NumPy: `numpy.divide`.
 * @example
 * ```ts
 * np.divide([1, 2], 4)
 * // → [0.25 0.5 ]
 * ```
 */
export const divide: BinaryFunction = binary(core.divide, inFloat);
/** The largest whole number not above x1 / x2. NumPy: `numpy.floor_divide`, `x1 // x2`. */
export const floorDivide: BinaryFunction = binary(core.floor_divide, least8);
/**
 * The remainder, with the sign of x2. NumPy: `numpy.mod`, `x1 % x2`.
 * @example
 * ```ts
 * np.mod([7, -7], 3)
 * // → [1 2]
 * ```
 */
export const mod: BinaryFunction = binary(core.mod, least8);
/** {@link mod} by its other name. NumPy: `numpy.remainder`. */
export const remainder = mod;
/**
 * x1 to the power of x2. NumPy: `numpy.power`, `x1 ** x2`.
 * @throws ValueError for whole numbers to negative whole powers: make one of them float
 * @example
 * ```ts
 * np.power([1, 2, 3], 2)
 * // → [1 4 9]
 * ```
 */
export const power: BinaryFunction = binary(core.power, { ...least8, check: checkPower });
/**
 * The larger of each pair; NaN where one is NaN. NumPy: `numpy.maximum`.
 * @example
 * ```ts
 * np.maximum([1, 5], [3, 2])
 * // → [3 5]
 * ```
 */
export const maximum: BinaryFunction = binary(core.maximum);
/** The smaller of each pair; NaN where one is NaN. NumPy: `numpy.minimum`. */
export const minimum: BinaryFunction = binary(core.minimum);
/** The length of the hypotenuse, √(x1² + x2²). NumPy: `numpy.hypot`. */
export const hypot: BinaryFunction = binary(core.hypot, inFloat);
/** The angle of the point (x2, x1) in radians. NumPy: `numpy.arctan2`. */
export const arctan2: BinaryFunction = binary(core.arctan2, inFloat);

/** −x. NumPy: `numpy.negative`, `-x`. */
export const negative: UnaryFunction = unary(core.negative);
/** The size without the sign. NumPy: `numpy.absolute`, `numpy.abs`. */
export const abs: UnaryFunction = unary(core.absolute);
/** {@link abs} by its full name. NumPy: `numpy.absolute`. */
export const absolute = abs;
/** −1, 0 or 1; NaN for NaN. NumPy: `numpy.sign`. */
export const sign: UnaryFunction = unary(core.sign);
/** x². NumPy: `numpy.square`. */
export const square: UnaryFunction = unary(core.square, least8);
/**
 * The square root; NaN for negative numbers. NumPy: `numpy.sqrt`.
 * @example
 * ```ts
 * np.sqrt([4, 9])
 * // → [2. 3.]
 * ```
 */
export const sqrt: UnaryFunction = unary(core.sqrt, inFloat);
/** The cube root. NumPy: `numpy.cbrt`. */
export const cbrt: UnaryFunction = unary(core.cbrt, inFloat);
/**
 * e to the power of x. NumPy: `numpy.exp`.
 * @example
 * ```ts
 * np.exp([0, 1])
 * // → [1.         2.71828183]
 * ```
 */
export const exp: UnaryFunction = unary(core.exp, inFloat);
/** eˣ − 1, exact for small x too. NumPy: `numpy.expm1`. */
export const expm1: UnaryFunction = unary(core.expm1, inFloat);
/**
 * The natural logarithm; −inf for 0, NaN below. NumPy: `numpy.log`.
 * @example
 * ```ts
 * np.log([1, np.e])
 * // → [0. 1.]
 * ```
 */
export const log: UnaryFunction = unary(core.log, inFloat);
/** The logarithm to base 2. NumPy: `numpy.log2`. */
export const log2: UnaryFunction = unary(core.log2, inFloat);
/** The logarithm to base 10. NumPy: `numpy.log10`. */
export const log10: UnaryFunction = unary(core.log10, inFloat);
/** log(1 + x), exact for small x too. NumPy: `numpy.log1p`. */
export const log1p: UnaryFunction = unary(core.log1p, inFloat);
/** The sine of an angle in radians. NumPy: `numpy.sin`. */
export const sin: UnaryFunction = unary(core.sin, inFloat);
/** The cosine of an angle in radians. NumPy: `numpy.cos`. */
export const cos: UnaryFunction = unary(core.cos, inFloat);
/** The tangent of an angle in radians. NumPy: `numpy.tan`. */
export const tan: UnaryFunction = unary(core.tan, inFloat);
/** The angle in radians whose tangent is x. NumPy: `numpy.arctan`. */
export const arctan: UnaryFunction = unary(core.arctan, inFloat);
/** The hyperbolic tangent. NumPy: `numpy.tanh`. */
export const tanh: UnaryFunction = unary(core.tanh, inFloat);
/** Degrees as radians. NumPy: `numpy.deg2rad`. */
export const deg2rad: UnaryFunction = unary(core.deg2rad, inFloat);
/** The largest whole number not above x. NumPy: `numpy.floor`. */
export const floor: UnaryFunction = unary(core.floor);
/** The smallest whole number not below x. NumPy: `numpy.ceil`. */
export const ceil: UnaryFunction = unary(core.ceil);
/** The whole number nearest to zero from x. NumPy: `numpy.trunc`. */
export const trunc: UnaryFunction = unary(core.trunc);

/**
 * Whether x1 equals x2. NumPy: `numpy.equal`, `x1 == x2`.
 * @example
 * ```ts
 * np.equal([1, 2], [1, 3])
 * // → [ True False]
 * ```
 */
export const equal: BinaryPredicate = binary(core.equal, toBool);
/** Whether x1 differs from x2. NumPy: `numpy.not_equal`, `x1 != x2`. */
export const notEqual: BinaryPredicate = binary(core.not_equal, toBool);
/** Whether x1 is below x2. NumPy: `numpy.less`, `x1 < x2`. */
export const less: BinaryPredicate = binary(core.less, toBool);
/** Whether x1 is at most x2. NumPy: `numpy.less_equal`, `x1 <= x2`. */
export const lessEqual: BinaryPredicate = binary(core.less_equal, toBool);
/**
 * Whether x1 is above x2. NumPy: `numpy.greater`, `x1 > x2`.
 * @example
 * ```ts
 * np.greater([1, 5, 3], 2)
 * // → [False  True  True]
 * ```
 */
export const greater: BinaryPredicate = binary(core.greater, toBool);
/** Whether x1 is at least x2. NumPy: `numpy.greater_equal`, `x1 >= x2`. */
export const greaterEqual: BinaryPredicate = binary(core.greater_equal, toBool);
/**
 * Whether both are true (not 0). NumPy: `numpy.logical_and`, `x1 & x2` of masks.
 * @example
 * ```ts
 * np.logicalAnd([true, true], [true, false])
 * // → [ True False]
 * ```
 */
export const logicalAnd: BinaryPredicate = binary(core.logical_and, toTruth());
/** Whether one or both are true (not 0). NumPy: `numpy.logical_or`, `x1 | x2` of masks. */
export const logicalOr: BinaryPredicate = binary(core.logical_or, toTruth());
/** Whether just one is true (not 0). NumPy: `numpy.logical_xor`, `x1 ^ x2` of masks. */
export const logicalXor: BinaryPredicate = binary(core.logical_xor, toTruth());
/** Whether an element is false (0). NumPy: `numpy.logical_not`, `~x` of a mask. */
export const logicalNot: UnaryPredicate = unary(core.logical_not, toTruth());
/**
 * Whether an element is not a number. NumPy: `numpy.isnan`.
 * @example
 * ```ts
 * np.isnan([1, NaN])
 * // → [False  True]
 * ```
 */
export const isnan: UnaryPredicate = unary(core.isnan, toBool);
/** Whether an element is inf or −inf. NumPy: `numpy.isinf`. */
export const isinf: UnaryPredicate = unary(core.isinf, toBool);
/** Whether an element is neither NaN nor infinite. NumPy: `numpy.isfinite`. */
export const isfinite: UnaryPredicate = unary(core.isfinite, toBool);

/** Everything as true or false before it is combined. */
function toTruth() {
  return { compute: (): DType => 'bool', result: (): DType => 'bool' };
}

/**
 * Values limited to an interval; `null` for no limit. NumPy: `numpy.clip`.
 * @param a array of any shape
 * @param min lower limit, broadcast against `a`
 * @param max upper limit, broadcast against `a`
 * @example
 * ```ts
 * np.clip([1, 5, 9], 2, 6)
 * // → [2 5 6]
 * ```
 */
export function clip(a: ArrayLike, min: ArrayLike | null, max: ArrayLike | null): NDArray {
  const above = min === null ? a : combine(core.maximum, a, min, {});
  return max === null
    ? combine(core.maximum, above, above, {})
    : combine(core.minimum, above, max, {});
}

/**
 * Rounded to that many decimals, halves to the even digit. NumPy: `numpy.round`.
 * @param decimals 0 if not given; negative for tens, hundreds, …
 * @example
 * ```ts
 * np.round([1.234, 2.5], 1)
 * // → [1.2 2.5]
 * ```
 */
export function round(a: number, decimals?: number): number;
export function round(a: ArrayLike, decimals?: number): NDArray;
export function round(a: ArrayLike, decimals = 0): number | NDArray {
  // Whole numbers are rounded to tens and hundreds only, and then as floats.
  const compute = (dtype: DType): DType =>
    kindOf(dtype) === 'f' ? dtype : decimals < 0 ? 'float64' : dtype;
  const original = toArray(a).dtype;
  const nearest = unary(x => (kindOf(x.dtype as DType) === 'f' ? core.around(x, decimals) : x), {
    compute,
    result: () => original
  });
  return nearest(a);
}
/** {@link round} by its other name. NumPy: `numpy.around`. */
export const around = round;
