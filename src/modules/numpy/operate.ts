import { NDArrayCore } from 'numpy-ts/core';
import { broadcastShape, spread } from './broadcast';
import { floatFor, kindOf, type DType } from './dtype';
import { ValueError } from './errors';
import { isScalar, toCommon, toStorage, type ArrayLike } from './input';
import { NDArray, storageOf } from './ndarray';
import {
  cast,
  dtypeOf,
  fromCore,
  numbersOf,
  packed,
  release,
  toCore,
  type Storage
} from './storage';

/** A function of two operands, element by element, with broadcasting. */
export interface BinaryFunction {
  (x1: number, x2: number): number;
  (x1: ArrayLike, x2: ArrayLike): NDArray;
}

/** A function of two operands whose result is true or false for each pair. */
export interface BinaryPredicate {
  (x1: number | boolean, x2: number | boolean): boolean;
  (x1: ArrayLike, x2: ArrayLike): NDArray;
}

/** A function of each element by itself. */
export interface UnaryFunction {
  (x: number): number;
  (x: ArrayLike): NDArray;
}

/** A question asked of each element by itself. */
export interface UnaryPredicate {
  (x: number | boolean): boolean;
  (x: ArrayLike): NDArray;
}

type BinaryCore = (a: NDArrayCore, b: NDArrayCore | number) => NDArrayCore;
type UnaryCore = (a: NDArrayCore) => NDArrayCore;

/** Which type a function computes in, and which its result has. */
export interface Typing {
  /** The type to compute in, from the one the operands have in common. */
  compute?: (dtype: DType) => DType;
  /** The result's type, from the one it is computed in. */
  result?: (dtype: DType) => DType;
  /** Looks at the operands before; throws when they cannot be computed with. */
  check?: (a: Storage, b: Storage) => void;
}

/** Types for functions whose results are fractions. */
export const inFloat: Typing = { compute: floatFor };
/** Types for questions. */
export const toBool: Typing = { result: () => 'bool' };

const isNumber = (x: ArrayLike): x is number => typeof x === 'number';

/** The storage of an operand that is an array and stays. */
const ownOf = (x: ArrayLike) => (x instanceof NDArray ? storageOf(x) : undefined);

/** Puts a function of numpy-ts on arrays of one shape to use on whatever stands for arrays. */
export function combine(f: BinaryCore, x1: ArrayLike, x2: ArrayLike, typing: Typing): NDArray {
  const [a, b, dtype] = toCommon(x1, x2, typing.compute);
  typing.check?.(a, b);
  const shape = broadcastShape(a.shape, b.shape);
  const result = typing.result?.(dtype) ?? dtype;
  // A number to the right is passed on as it is, which saves writing it out.
  const plain = isNumber(x2) && !isScalar(x1) && kindOf(dtype) === 'f';
  const left = packed(spread(a, shape));
  const right = plain ? b : packed(spread(b, shape));
  const found = f(toCore(left), plain ? x2 : toCore(right));
  const storage = fromCore(found, result);
  release([a, b, left, right, found.storage], [ownOf(x1), ownOf(x2), storage]);
  return new NDArray(storage);
}

/**
 * A function of two operands from one of numpy-ts. That plain numbers give a plain number and all
 * else an array stands in the overloads, beyond what the body can tell the compiler.
 */
export function binary(f: BinaryCore, typing: Typing = {}): BinaryFunction & BinaryPredicate {
  return (x1: ArrayLike, x2: ArrayLike) => {
    const result = combine(f, x1, x2, typing);
    return (isScalar(x1) && isScalar(x2) ? result.item() : result) as never;
  };
}

/** A function of one operand from one of numpy-ts. */
export function unary(f: UnaryCore, typing: Typing = {}): UnaryFunction & UnaryPredicate {
  return (x: ArrayLike) => {
    const storage = toStorage(x);
    const dtype = typing.compute?.(dtypeOf(storage)) ?? dtypeOf(storage);
    const input = packed(cast(storage, dtype));
    const found = f(toCore(input));
    const kept = fromCore(found, typing.result?.(dtype) ?? dtype);
    release([input, found.storage], [storage, kept]);
    const result = new NDArray(kept);
    return (isScalar(x) ? result.item() : result) as never;
  };
}

/** @throws ValueError when whole numbers would be raised to a negative whole power */
export function checkPower(base: Storage, exponent: Storage): void {
  if (kindOf(dtypeOf(base)) !== 'i') return;
  if (numbersOf(exponent).some(value => value < 0)) {
    throw new ValueError('Integers to negative integer powers are not allowed.');
  }
}
