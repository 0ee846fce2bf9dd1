/** Numbers in row-major order with a shape: what every kind of array comes down to. */
export interface Numbers {
  shape: readonly number[];
  data: ArrayLike<number>;
  /** The element type, where the array has one. */
  dtype?: string;
}

/** What NumPy's arrays and tensors have in common, and the ways in which they give their elements. */
interface ArrayLikeObject {
  shape: readonly number[];
  dtype?: unknown;
  isDisposed?: unknown;
  data?: unknown;
  dataSync?: () => unknown;
  tolist?: () => unknown;
  toArray?: () => unknown;
}

const TYPED: Record<string, string> = {
  Float32Array: 'float32',
  Float64Array: 'float64',
  Int8Array: 'int8',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Int16Array: 'int16',
  Uint16Array: 'uint16',
  Int32Array: 'int32',
  Uint32Array: 'uint32',
  BigInt64Array: 'int64',
  BigUint64Array: 'uint64'
};

function isArrayLikeObject(value: unknown): value is ArrayLikeObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    'shape' in value &&
    Array.isArray(value.shape) &&
    value.shape.every(length => typeof length === 'number')
  );
}

/** Whether a value is a tensor whose memory was given back. */
export function isDisposed(value: unknown): boolean {
  return isArrayLikeObject(value) && value.isDisposed === true;
}

/**
 * The numbers of a number, boolean, typed array, nested array, NumPy array or tensor; `undefined`
 * for anything else, a ragged array or one of texts among it. Makes no tensor.
 */
export function asNumbers(value: unknown): Numbers | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return { shape: [], data: [Number(value)] };
  }
  if (typeof value === 'boolean') {
    return { shape: [], data: [Number(value)], dtype: 'bool' };
  }
  if (Array.isArray(value)) {
    return fromNested(value);
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const elements = value as unknown as ArrayLike<number | bigint>;
    const dtype = TYPED[String(Reflect.get(value, Symbol.toStringTag))];
    return { shape: [elements.length], data: toNumbers(elements), ...(dtype ? { dtype } : {}) };
  }
  return isArrayLikeObject(value) && !isDisposed(value) ? fromObject(value) : undefined;
}

/** The shape of an array of whatever kind; `[]` for a number, `undefined` for no array. */
export function shapeOf(value: unknown): readonly number[] | undefined {
  return isArrayLikeObject(value) ? value.shape : asNumbers(value)?.shape;
}

/** The dtype of an array that has one. */
export function dtypeOf(value: unknown): string | undefined {
  if (!isArrayLikeObject(value)) {
    return asNumbers(value)?.dtype;
  }
  return value.dtype === undefined ? undefined : String(value.dtype);
}

/** The numbers of an array of whatever kind, in row-major order; none for no array. */
export function flat(value: unknown): number[] {
  return Array.from(asNumbers(value)?.data ?? []);
}

function fromObject(array: ArrayLikeObject): Numbers | undefined {
  const elements = elementsOf(array);
  const size = array.shape.reduce((product, length) => product * length, 1);
  if (elements?.length !== size) {
    return undefined;
  }
  const dtype = dtypeOf(array);
  return { shape: array.shape, data: elements, ...(dtype === undefined ? {} : { dtype }) };
}

/** A view's `data` may lie in any order, so it is taken only where there is no other way. */
function elementsOf(array: ArrayLikeObject): ArrayLike<number> | undefined {
  if (typeof array.dataSync === 'function') {
    return toNumbers(array.dataSync() as ArrayLike<number>);
  }
  const give = array.tolist ?? array.toArray;
  const elements = typeof give === 'function' ? give.call(array) : array.data;
  return asNumbers(elements)?.data;
}

function fromNested(array: readonly unknown[]): Numbers | undefined {
  const parts = array.map(asNumbers);
  const shape = parts[0]?.shape ?? [];
  const data: number[] = [];
  for (const part of parts) {
    if (!part || !sameShape(part.shape, shape)) {
      return undefined;
    }
    for (let index = 0; index < part.data.length; index++) {
      data.push(part.data[index] ?? NaN);
    }
  }
  return { shape: [array.length, ...shape], data };
}

function toNumbers(elements: ArrayLike<number | bigint>): ArrayLike<number> {
  return Array.from(elements, Number);
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
