import { ValueError } from './errors';

/** One value of data; `null` and `undefined` are missing. */
export type Scalar = number | bigint | boolean | string | Date | null | undefined;

/** An array of the module `numpy`. */
export interface ArrayOfNumpy {
  tolist(): unknown;
}

/** A tensor of TensorFlow.js. */
export interface TensorLike {
  readonly shape: readonly number[];
  dataSync(): ArrayLike<number | string>;
}

/** Data: a list, a typed array, lists within lists, an array of `numpy`, or a tensor. */
export type Data = Iterable<unknown> | ArrayLike<unknown> | ArrayOfNumpy | TensorLike;

type Nested = Scalar | Nested[];

const isTensor = (value: object): value is TensorLike =>
  'dataSync' in value && typeof value.dataSync === 'function' && 'shape' in value;
const isNumpy = (value: object): value is ArrayOfNumpy =>
  'tolist' in value && typeof value.tolist === 'function';

/** Any data as lists within lists. */
export function toNested(value: unknown): Nested {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value as Scalar;
  if (isNumpy(value)) return value.tolist() as Nested;
  if (isTensor(value)) return reshape(Array.from(value.dataSync()), value.shape);
  if (Symbol.iterator in value) return Array.from(value as Iterable<unknown>, toNested);
  if ('length' in value) return Array.from(value as ArrayLike<unknown>, toNested);
  throw new TypeError('Data has to be a list, a typed array, an array of numpy or a tensor.');
}

function reshape(flat: Scalar[], shape: readonly number[]): Nested {
  if (shape.length === 0) return flat[0];
  let level: Nested[] = flat;
  for (const length of shape.slice(1).reverse()) {
    const rows = length === 0 ? 0 : level.length / length;
    level = Array.from({ length: rows }, (_, row) => level.slice(row * length, (row + 1) * length));
  }
  return level;
}

/** The shape of lists within lists, by their first elements. */
export function shapeOf(nested: Nested): number[] {
  return Array.isArray(nested) ? [nested.length, ...shapeOf(nested[0] as Nested)] : [];
}

/** All values along one axis; a single value is a list of one. */
export function toList(value: unknown): Scalar[] {
  const nested = toNested(value);
  return Array.isArray(nested) ? flattened(nested) : [nested];
}

function flattened(nested: Nested[]): Scalar[] {
  return nested.flatMap(item => (Array.isArray(item) ? flattened(item) : [item]));
}

/** Rows and columns. @throws ValueError where the data has another number of axes */
export function toMatrix(value: unknown): Scalar[][] {
  const nested = toNested(value);
  if (!Array.isArray(nested) || !nested.every(row => Array.isArray(row))) {
    throw new ValueError(`Expected 2D data, but it has ${shapeOf(nested).length} axes`);
  }
  return nested as Scalar[][];
}

/** A value as a number; what is missing is NaN. */
export function toNumber(value: Scalar): number {
  return value === null || value === undefined ? NaN : Number(value);
}

export const toNumbers = (value: unknown): number[] => toList(value).map(toNumber);

/** Whether an argument is data rather than a format or options. */
export function isData(value: unknown): value is Data {
  if (typeof value !== 'object' || value === null) return false;
  return (
    isNumpy(value) || isTensor(value) || Symbol.iterator in value || 'BYTES_PER_ELEMENT' in value
  );
}

/** The least and the greatest of the finite values; undefined where there is none. */
export function rangeOf(values: Iterable<number>): [number, number] | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : undefined;
}

/** One value for each position, repeated where a single one is given. */
export function cycled<T>(values: readonly T[], index: number): T | undefined {
  return values[index % Math.max(1, values.length)];
}
