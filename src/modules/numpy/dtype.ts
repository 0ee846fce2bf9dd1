import { OverflowError } from './errors';

/** The element types that an array can have. */
export type DType =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'float32'
  | 'float64';

/** Where elements are kept; `bool` as 0 and 1 in a `Uint8Array`. */
export type TypedArray =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

interface DTypeTraits {
  kind: 'b' | 'i' | 'u' | 'f';
  bytes: number;
  make: new (length: number) => TypedArray;
}

const traits: Record<DType, DTypeTraits> = {
  bool: { kind: 'b', bytes: 1, make: Uint8Array },
  int8: { kind: 'i', bytes: 1, make: Int8Array },
  int16: { kind: 'i', bytes: 2, make: Int16Array },
  int32: { kind: 'i', bytes: 4, make: Int32Array },
  int64: { kind: 'i', bytes: 8, make: BigInt64Array },
  uint8: { kind: 'u', bytes: 1, make: Uint8Array },
  uint16: { kind: 'u', bytes: 2, make: Uint16Array },
  uint32: { kind: 'u', bytes: 4, make: Uint32Array },
  uint64: { kind: 'u', bytes: 8, make: BigUint64Array },
  float32: { kind: 'f', bytes: 4, make: Float32Array },
  float64: { kind: 'f', bytes: 8, make: Float64Array }
};

/** Whether a value names an element type. */
export function isDType(value: unknown): value is DType {
  return typeof value === 'string' && Object.hasOwn(traits, value);
}

/**
 * The element type of that name.
 * @throws TypeError in NumPy's words when there is none
 */
export function toDType(value: string): DType {
  if (isDType(value)) return value;
  throw new TypeError(`data type '${value}' not understood`);
}

/** `b`ool, signed `i`nteger, `u`nsigned integer or `f`loat. */
export const kindOf = (dtype: DType) => traits[dtype].kind;

/** Bytes of one element. */
export const bytesOf = (dtype: DType) => traits[dtype].bytes;

/** Whether elements are whole numbers (`bool` not counted). */
export const isInteger = (dtype: DType) => kindOf(dtype) === 'i' || kindOf(dtype) === 'u';

/** Whether elements are kept as bigint. */
export const isBig = (dtype: DType) => dtype === 'int64' || dtype === 'uint64';

/** A typed array of zeros for elements of that type. */
export const makeElements = (dtype: DType, length: number) => new traits[dtype].make(length);

/** The element type of a JavaScript typed array. */
export function typedArrayDType(data: ArrayBufferView): DType {
  if (data instanceof Uint8ClampedArray) return 'uint8';
  const found = Object.entries(traits).find(
    ([dtype, { make }]) => dtype !== 'bool' && data instanceof make
  );
  if (!found) throw new TypeError(`Cannot make an array of a ${data.constructor.name}`);
  return found[0] as DType;
}

const signed: DType[] = ['int8', 'int16', 'int32', 'int64'];

/** The type that holds both without loss, NumPy: `numpy.promote_types`. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  const [ka, kb] = [kindOf(a), kindOf(b)];
  if (ka === 'b') return b;
  if (kb === 'b') return a;
  if (ka === kb) return bytesOf(a) > bytesOf(b) ? a : b;
  if (ka === 'f' || kb === 'f') {
    const [float, integer] = ka === 'f' ? [a, b] : [b, a];
    return float === 'float32' && bytesOf(integer) <= 2 ? 'float32' : 'float64';
  }
  const [int, uint] = ka === 'i' ? [a, b] : [b, a];
  if (bytesOf(int) > bytesOf(uint)) return int;
  return signed.find(dtype => bytesOf(dtype) > bytesOf(uint)) ?? 'float64';
}

/**
 * The type an operation with a plain number has: the array's own wherever the number fits in kind.
 * @throws OverflowError when a whole number is out of an integer type's bounds
 */
export function promoteScalar(dtype: DType, value: number | boolean): DType {
  if (typeof value === 'boolean' || kindOf(dtype) === 'f') return dtype;
  if (!Number.isInteger(value)) return 'float64';
  if (dtype === 'bool') return 'int64';
  const bits = 8 * bytesOf(dtype);
  const [low, high] =
    kindOf(dtype) === 'u' ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  if (value < low || value > high) {
    throw new OverflowError(`Python integer ${value} out of bounds for ${dtype}`);
  }
  return dtype;
}

/** The float type that a function such as the square root computes in. */
export function floatFor(dtype: DType): DType {
  return dtype === 'float32' || (bytesOf(dtype) === 2 && isInteger(dtype)) ? 'float32' : 'float64';
}
