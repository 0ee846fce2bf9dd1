import * as core from 'numpy-ts/core';
import { kindOf, type DType } from './dtype';
import { toArray, type ArrayLike } from './input';
import type { NDArray } from './ndarray';
import { where } from './choose';
import { isnan } from './arithmetic';
import {
  binary,
  inFloat,
  toBool,
  unary,
  type BinaryFunction,
  type UnaryFunction,
  type UnaryPredicate
} from './operate';
import { dtypeOf, type Storage } from './storage';

/** Floats stay what they are; truth values are numbers of eight bits. */
const least8 = { compute: (dtype: DType) => (dtype === 'bool' ? 'int8' : dtype) };

/** 2 to the power of x. NumPy: `numpy.exp2`. */
export const exp2: UnaryFunction = unary(core.exp2, inFloat);
/** The angle in radians whose sine is x; NaN beyond −1 and 1. NumPy: `numpy.arcsin`. */
export const arcsin: UnaryFunction = unary(core.arcsin, inFloat);
/** The angle in radians whose cosine is x; NaN beyond −1 and 1. NumPy: `numpy.arccos`. */
export const arccos: UnaryFunction = unary(core.arccos, inFloat);
/** The hyperbolic sine. NumPy: `numpy.sinh`. */
export const sinh: UnaryFunction = unary(core.sinh, inFloat);
/** The hyperbolic cosine. NumPy: `numpy.cosh`. */
export const cosh: UnaryFunction = unary(core.cosh, inFloat);
/** The inverse of the hyperbolic sine. NumPy: `numpy.arcsinh`. */
export const arcsinh: UnaryFunction = unary(core.arcsinh, inFloat);
/** The inverse of the hyperbolic cosine; NaN below 1. NumPy: `numpy.arccosh`. */
export const arccosh: UnaryFunction = unary(core.arccosh, inFloat);
/** The inverse of the hyperbolic tangent; NaN beyond −1 and 1. NumPy: `numpy.arctanh`. */
export const arctanh: UnaryFunction = unary(core.arctanh, inFloat);
/** Radians as degrees. NumPy: `numpy.rad2deg`. */
export const rad2deg: UnaryFunction = unary(core.rad2deg, inFloat);
/** {@link rad2deg} by its other name. NumPy: `numpy.degrees`. */
export const degrees = rad2deg;
/** Degrees as radians. NumPy: `numpy.radians`. */
export const radians: UnaryFunction = unary(core.radians, inFloat);
/** sin(πx) / πx, 1 at 0. NumPy: `numpy.sinc`. */
export const sinc: UnaryFunction = unary(core.sinc, inFloat);
/** The nearest whole number, halves to the even one; a float. NumPy: `numpy.rint`. */
export const rint: UnaryFunction = unary(core.rint, inFloat);
/** 1 / x; of whole numbers only 1, −1 and 0 are left. NumPy: `numpy.reciprocal`. */
export const reciprocal: UnaryFunction = unary(core.reciprocal, least8);
/** x as it is; a copy. NumPy: `numpy.positive`, `+x`. */
export const positive: UnaryFunction = unary(core.positive);
/** Whether the sign is negative, that of −0 too. NumPy: `numpy.signbit`. */
export const signbit: UnaryPredicate = unary(core.signbit, toBool);

/** The larger of each pair, the other one where one is NaN. NumPy: `numpy.fmax`. */
export const fmax: BinaryFunction = binary(core.fmax);
/** The smaller of each pair, the other one where one is NaN. NumPy: `numpy.fmin`. */
export const fmin: BinaryFunction = binary(core.fmin);
/** The remainder, with the sign of x1. NumPy: `numpy.fmod`. */
export const fmod: BinaryFunction = binary(core.fmod, least8);
/** The size of x1 with the sign of x2. NumPy: `numpy.copysign`. */
export const copysign: BinaryFunction = binary(core.copysign, inFloat);
/** log(eˣ¹ + eˣ²), right where the powers would be too large. NumPy: `numpy.logaddexp`. */
export const logaddexp: BinaryFunction = binary(core.logaddexp, inFloat);

function checkWhole(a: Storage, b: Storage): void {
  const odd = [a, b].find(each => kindOf(dtypeOf(each)) === 'f');
  if (odd)
    throw new TypeError(`Bits are combined of whole numbers and booleans, not of ${dtypeOf(odd)}`);
}

/** The greatest common divisor. NumPy: `numpy.gcd`. */
export const gcd: BinaryFunction = binary(core.gcd, { check: checkWhole });
/** The least common multiple. NumPy: `numpy.lcm`. */
export const lcm: BinaryFunction = binary(core.lcm, { check: checkWhole });
/** Bits that are set in both. NumPy: `numpy.bitwise_and`, `x1 & x2`. */
export const bitwiseAnd: BinaryFunction = binary(core.bitwise_and, { check: checkWhole });
/** Bits that are set in one or both. NumPy: `numpy.bitwise_or`, `x1 | x2`. */
export const bitwiseOr: BinaryFunction = binary(core.bitwise_or, { check: checkWhole });
/** Bits that are set in just one. NumPy: `numpy.bitwise_xor`, `x1 ^ x2`. */
export const bitwiseXor: BinaryFunction = binary(core.bitwise_xor, { check: checkWhole });

/**
 * NaN and infinities replaced by numbers. NumPy: `numpy.nan_to_num`.
 * @param replacements for NaN (0 if not given), infinity (the largest number), −infinity
 * @example
 * ```ts
 * np.nanToNum([1.5, NaN, Infinity], { posinf: 9 })
 * // → [1.5 0.  9. ]
 * ```
 */
export function nanToNum(
  x: ArrayLike,
  { nan = 0, posinf, neginf }: { nan?: number; posinf?: number; neginf?: number } = {}
): NDArray {
  const array = toArray(x);
  if (kindOf(array.dtype) !== 'f') return array.copy();
  const largest = array.dtype === 'float32' ? (2 - 2 ** -23) * 2 ** 127 : Number.MAX_VALUE;
  const known = where(isnan(array), nan, array);
  const below = where(known.equal(-Infinity), neginf ?? -largest, known);
  return where(below.equal(Infinity), posinf ?? largest, below).astype(array.dtype);
}
