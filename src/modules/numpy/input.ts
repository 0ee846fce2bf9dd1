import {
  isBig,
  makeElements,
  promoteScalar,
  promoteTypes,
  typedArrayDType,
  type DType,
  type TypedArray
} from './dtype';
import { ValueError, tuple } from './errors';
import { NDArray, storageOf } from './ndarray';
import { allocate, cast, dtypeOf, sizeOf, toElement, type Storage } from './storage';
import { fromTensor, isTensor, type TensorLike } from './tensor';

/** Lists within lists; `null` and `undefined`, a measurement that was not taken, count as NaN. */
export type Nested = number | boolean | null | undefined | NDArray | readonly Nested[];

/**
 * Whatever can be taken for an array: an array, numbers, lists within lists, a typed array, a tensor
 * of TensorFlow.js.
 */
export type ArrayLike = Nested | TypedArray | Uint8ClampedArray | TensorLike;

type Leaf = number | boolean;

/** The shape that nested lists have. */
function shapeOfNested(data: unknown): number[] {
  if (data instanceof NDArray) return [...data.shape];
  if (!Array.isArray(data) && !ArrayBuffer.isView(data)) return [];
  const list = data as ArrayLike[] & { length: number };
  return list.length === 0 ? [0] : [list.length, ...shapeOfNested(list[0])];
}

function inhomogeneous(shape: readonly number[], depth: number): ValueError {
  return new ValueError(
    'setting an array element with a sequence. The requested array has an inhomogeneous shape ' +
      `after ${depth} dimensions. The detected shape was ${tuple(shape.slice(0, depth), ', ')} + ` +
      'inhomogeneous part.'
  );
}

/** How many leading axes of nested lists have the same length everywhere. */
function regularDepth(level: unknown[], shape: readonly number[]): number {
  let depth = 0;
  for (; depth < shape.length; depth++) {
    if (!level.every(part => Array.isArray(part) && part.length === shape[depth])) break;
    level = level.flat(1);
  }
  return depth;
}

function leaf(value: unknown): Leaf {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return NaN;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') {
    throw new TypeError(
      `Cannot put the text '${value}' into an array: numbers and booleans only. ` +
        "Compare texts first, as in np.array(texts.map(text => text === 'Adelie'))"
    );
  }
  throw new TypeError(
    `Cannot put ${typeof value === 'object' ? 'an object' : `a ${typeof value}`} into an array`
  );
}

/** Appends all leaves in row-major order; remembers the types that come. */
function collect(
  data: unknown,
  shape: readonly number[],
  axis: number,
  all: Leaf[],
  types: Set<DType>
): void {
  if (data instanceof NDArray) {
    if (tuple(data.shape) !== tuple(shape.slice(axis))) throw inhomogeneous(shape, axis);
    types.add(data.dtype);
    for (const value of data.values()) all.push(Number(value));
    return;
  }
  if (ArrayBuffer.isView(data)) {
    const numbers = data as TypedArray;
    if (numbers.length !== shape[axis]) throw inhomogeneous(shape, axis);
    types.add(typedArrayDType(data));
    for (const value of numbers) all.push(Number(value));
    return;
  }
  if (!Array.isArray(data)) {
    if (axis < shape.length) throw inhomogeneous(shape, axis);
    const value = leaf(data);
    types.add(inferDType([value]));
    all.push(value);
    return;
  }
  if (axis >= shape.length || data.length !== shape[axis]) throw inhomogeneous(shape, axis);
  // A hole in the list is a missing value as well, so no `forEach`.
  for (const part of data as unknown[]) collect(part, shape, axis + 1, all, types);
}

/**
 * The type for numbers without one: `bool` if all are, `int64` if all are whole, else `float64`.
 * JavaScript cannot tell 1.0 from 1.
 */
export function inferDType(values: readonly Leaf[]): DType {
  if (values.length === 0) return 'float64';
  if (values.every(value => typeof value === 'boolean')) return 'bool';
  const whole = values.every(
    value => typeof value === 'boolean' || (Number.isSafeInteger(value) && !Object.is(value, -0))
  );
  return whole ? 'int64' : 'float64';
}

/**
 * Whatever stands for an array, as elements of the type asked for or of the one they suggest.
 * @throws ValueError when lists differ in length
 * @throws TypeError for texts and objects
 */
export function toStorage(data: ArrayLike, dtype?: DType): Storage {
  if (data instanceof NDArray) return dtype ? cast(storageOf(data), dtype) : storageOf(data);
  if (isTensor(data)) {
    const storage = fromTensor(data);
    return dtype ? cast(storage, dtype) : storage;
  }
  if (ArrayBuffer.isView(data)) {
    const elements = data as TypedArray;
    const storage = allocate([elements.length], typedArrayDType(data), elements);
    return dtype ? cast(storage, dtype) : storage;
  }
  const shape = shapeOfNested(data);
  const all: Leaf[] = [];
  const types = new Set<DType>();
  try {
    collect(data, shape, 0, all, types);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw inhomogeneous(shape, regularDepth([data], shape));
  }
  const target = dtype ?? (types.size > 0 ? [...types].reduce(promoteTypes) : 'float64');
  const values = makeElements(target, sizeOf(shape));
  if (isBig(target))
    all.forEach((value, i) => (values[i] = toElement(Number(value), target) as bigint));
  else all.forEach((value, i) => (values[i] = toElement(Number(value), target) as number));
  return allocate(shape, target, values);
}

/** The one element of an array without axes that holds a plain number. */
export function scalarStorage(value: number | boolean, dtype: DType): Storage {
  const values = makeElements(dtype, 1);
  values[0] = toElement(Number(value), dtype) as never;
  return allocate([], dtype, values);
}

/** Whether a value is a plain number or boolean, which takes on the type of what it meets. */
export const isScalar = (value: unknown): value is number | boolean =>
  typeof value === 'number' || typeof value === 'boolean';

/** Two operands in one type: plain numbers adapt to arrays, arrays to each other. */
export function toCommon(
  a: ArrayLike,
  b: ArrayLike,
  least?: (dtype: DType) => DType
): [Storage, Storage, DType] {
  let dtype: DType;
  if (isScalar(a) && isScalar(b)) dtype = promoteTypes(inferDType([a]), inferDType([b]));
  else if (isScalar(b)) {
    a = toArray(a);
    dtype = promoteScalar(a.dtype, b);
  } else if (isScalar(a)) {
    b = toArray(b);
    dtype = promoteScalar(b.dtype, a);
  } else {
    [a, b] = [toArray(a), toArray(b)];
    dtype = promoteTypes(a.dtype, b.dtype);
  }
  dtype = least?.(dtype) ?? dtype;
  const [left, right] = [a, b].map(x =>
    isScalar(x) ? scalarStorage(x, dtype) : cast(toStorage(x), dtype)
  ) as [Storage, Storage];
  return [left, right, dtype];
}

/** An array of whatever stands for one; arrays themselves are not copied. */
export const toArray = (data: ArrayLike): NDArray =>
  data instanceof NDArray ? data : new NDArray(toStorage(data));

/** A number where it stands for one axis or length, a list where for several. */
export const toList = (value: number | readonly number[]): number[] =>
  typeof value === 'number' ? [value] : [...value];

/** The type of an input without making an array of it. */
export const typeOf = (data: ArrayLike): DType => dtypeOf(storageOf(toArray(data)));
