import { makeElements, toDType, type DType } from './dtype';
import { ValueError } from './errors';
import { inferDType, toArray, toList, toStorage, type ArrayLike, type Nested } from './input';
import { NDArray, storageOf } from './ndarray';
import { broadcastTo, reshape, type Shape } from './shape';
import { allocate, cast, copyOf, elementsOf, offsetsOf, toElement, viewOf } from './storage';

/** The element type, where it is not to follow from the values. */
export interface DTypeOptions {
  dtype?: DType;
}

/**
 * An array of numbers, booleans, lists within lists, or a copy of an array or tensor.
 * NumPy: `numpy.array`.
 *
 * Without `dtype` it is `bool` for booleans only, `int64` for whole numbers only (JavaScript cannot
 * tell 1.0 from 1), else `float64`; a typed array keeps its own. `null` and `undefined` become NaN.
 * @throws ValueError when lists differ in length
 * @throws TypeError for texts and objects
 * @example
 * ```ts
 * np.array([[1, 2.5], [3, 4]])
 * // → [[1.  2.5]
 * //  [3.  4. ]]
 * ```
 */
export function array(data: ArrayLike, { dtype }: DTypeOptions = {}): NDArray {
  const storage = toStorage(data, dtype && toDType(dtype));
  const shared = data instanceof NDArray && storage === storageOf(data);
  return new NDArray(shared ? copyOf(storage) : storage);
}

/** As {@link array}, but an array of the right type is given back itself. NumPy: `numpy.asarray`. */
export function asarray(data: ArrayLike, { dtype }: DTypeOptions = {}): NDArray {
  if (data instanceof NDArray && (!dtype || dtype === data.dtype)) return data;
  return array(data, { dtype });
}

/** Checks a shape and gives it as a list. */
function toShape(shape: Shape): number[] {
  const lengths = toList(shape);
  if (lengths.some(length => length < 0))
    throw new ValueError('negative dimensions are not allowed');
  if (!lengths.every(Number.isInteger)) throw new TypeError('A shape consists of whole numbers');
  return lengths;
}

/**
 * Zeros, `float64` if no type is given. NumPy: `numpy.zeros`.
 * @example
 * ```ts
 * np.zeros([2, 3])
 * // → [[0. 0. 0.]
 * //  [0. 0. 0.]]
 * ```
 */
export function zeros(shape: Shape, { dtype = 'float64' }: DTypeOptions = {}): NDArray {
  return new NDArray(allocate(toShape(shape), toDType(dtype)));
}

/** Room for elements; they start as zeros. NumPy: `numpy.empty`, where they start as anything. */
export const empty = zeros;

/**
 * Ones, `float64` if no type is given. NumPy: `numpy.ones`.
 * @example
 * ```ts
 * np.ones(2, { dtype: np.int64 })
 * // → [1 1]
 * ```
 */
export const ones = (shape: Shape, { dtype = 'float64' }: DTypeOptions = {}): NDArray =>
  full(shape, 1, { dtype });

/**
 * One value throughout, its type that of the value. NumPy: `numpy.full`.
 * @example
 * ```ts
 * np.full([2, 2], 7)
 * // → [[7 7]
 * //  [7 7]]
 * ```
 */
export function full(shape: Shape, value: ArrayLike, options: DTypeOptions = {}): NDArray {
  return array(broadcastTo(array(value, options), toShape(shape)));
}

/** Zeros in the shape and type of another array. NumPy: `numpy.zeros_like`. */
export const zerosLike = (a: ArrayLike, options: DTypeOptions = {}): NDArray =>
  fullLike(a, 0, options);
/** Ones in the shape and type of another array. NumPy: `numpy.ones_like`. */
export const onesLike = (a: ArrayLike, options: DTypeOptions = {}): NDArray =>
  fullLike(a, 1, options);
/** One value throughout, in the shape and type of another array. NumPy: `numpy.full_like`. */
export function fullLike(a: ArrayLike, value: ArrayLike, { dtype }: DTypeOptions = {}): NDArray {
  const like = toArray(a);
  return full(like.shape, value, { dtype: dtype ?? like.dtype });
}

/**
 * Numbers from `start` (0 if only `stop` is given) to below `stop`, `step` apart; `int64` if all
 * are whole, else `float64`. NumPy: `numpy.arange`.
 * @example
 * ```ts
 * np.arange(2, 9, 2)
 * // → [2 4 6 8]
 * ```
 */
export function arange(stop: number, options?: DTypeOptions): NDArray;
export function arange(start: number, stop: number, options?: DTypeOptions): NDArray;
export function arange(start: number, stop: number, step: number, options?: DTypeOptions): NDArray;
export function arange(...args: (number | DTypeOptions | undefined)[]): NDArray {
  const numbers = args.filter(arg => typeof arg === 'number');
  const options = args.find(arg => typeof arg === 'object') ?? {};
  const [start, stop, step] =
    numbers.length === 1
      ? [0, numbers[0] ?? 0, 1]
      : [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 1];
  if (step === 0) throw new ValueError('Maximum allowed size exceeded');
  const dtype = options.dtype ?? inferDType([start, stop, step]);
  const elements = makeElements(dtype, Math.max(0, Math.ceil((stop - start) / step)));
  // NumPy adds up the difference of the first two elements, not the step itself.
  const delta = start + step - start;
  for (let i = 0; i < elements.length; i++) {
    elements[i] = toElement(start + i * delta, dtype) as never;
  }
  return new NDArray(allocate([elements.length], dtype, elements));
}

/** How many numbers, and whether the last one is among them. */
export interface SpacingOptions extends DTypeOptions {
  /** How many, 50 if not given; may also stand before the options. */
  num?: number;
  /** Whether the last number is among them; true if not given. */
  endpoint?: boolean;
}

/**
 * `num` numbers evenly spread from `start` to `stop`, both included; `float64`.
 * NumPy: `numpy.linspace`.
 * @param num how many, 50 if not given
 * @example
 * ```ts
 * np.linspace(0, 10, { num: 5 })
 * // → [ 0.   2.5  5.   7.5 10. ]
 * ```
 */
export function linspace(start: number, stop: number, options?: SpacingOptions): NDArray;
export function linspace(
  start: number,
  stop: number,
  num: number,
  options?: Omit<SpacingOptions, 'num'>
): NDArray;
export function linspace(
  start: number,
  stop: number,
  count: number | SpacingOptions = {},
  rest: SpacingOptions = {}
): NDArray {
  const {
    num = 50,
    endpoint = true,
    dtype = 'float64'
  } = typeof count === 'number' ? { ...rest, num: count } : count;
  if (num < 0) throw new ValueError(`Number of samples, ${num}, must be non-negative.`);
  const parts = endpoint ? num - 1 : num;
  const step = (stop - start) / parts;
  const values = Float64Array.from({ length: num }, (_, i) => (i === 0 ? start : i * step + start));
  if (endpoint && num > 1) values[num - 1] = stop;
  return new NDArray(cast(allocate([num], 'float64', values), dtype));
}

/** `num` numbers from `base**start` to `base**stop`, evenly spread in the exponent. NumPy: `numpy.logspace`. */
export function logspace(
  start: number,
  stop: number,
  num = 50,
  { base = 10, ...options }: DTypeOptions & { endpoint?: boolean; base?: number } = {}
): NDArray {
  const exponents = linspace(start, stop, num, { endpoint: options.endpoint ?? true });
  const values = Float64Array.from(exponents.values() as Float64Array, x => base ** x);
  return new NDArray(cast(allocate([num], 'float64', values), options.dtype ?? 'float64'));
}

/**
 * Ones on a diagonal, zeros elsewhere; `float64` if no type is given. NumPy: `numpy.eye`.
 * @param n rows
 * @param m columns, as many as rows if not given
 * @param k which diagonal: 0 the main one, above it positive
 * @example
 * ```ts
 * np.eye(2)
 * // → [[1. 0.]
 * //  [0. 1.]]
 * ```
 */
export function eye(
  n: number,
  m = n,
  { k = 0, dtype = 'float64' }: DTypeOptions & { k?: number } = {}
): NDArray {
  const storage = allocate(toShape([n, m]), toDType(dtype));
  const one = toElement(1, dtype);
  for (let i = Math.max(0, -k); i < n && i + k < m; i++) storage.data[i * m + i + k] = one as never;
  return new NDArray(storage);
}

/** The square matrix with ones on its diagonal. NumPy: `numpy.identity`. */
export const identity = (n: number, options: DTypeOptions = {}): NDArray => eye(n, n, options);

/**
 * The diagonal of a matrix, or the matrix with a list as its diagonal. NumPy: `numpy.diag`.
 * @param k which diagonal: 0 the main one, above it positive
 */
export function diag(v: ArrayLike, k = 0): NDArray {
  const storage = toStorage(v);
  const [rows = 0, columns = 0] = storage.shape;
  if (storage.shape.length > 2 || storage.shape.length < 1)
    throw new ValueError('Input must be 1- or 2-d.');
  if (storage.shape.length === 2) {
    const [row, column] = [Math.max(0, -k), Math.max(0, k)];
    const length = Math.max(0, Math.min(rows - row, columns - column));
    const [down = 0, right = 0] = storage.strides;
    const offset = storage.offset + row * down + column * right;
    return new NDArray(viewOf(storage, [length], [down + right], offset));
  }
  const result = zeros([rows + Math.abs(k), rows + Math.abs(k)], {
    dtype: new NDArray(storage).dtype
  });
  const target = diag(result, k);
  const elements = elementsOf(storage);
  const data = storageOf(result).data;
  offsetsOf(storageOf(target)).forEach((offset, i) => (data[offset] = elements[i] as never));
  return result;
}

/**
 * Coordinates on a grid: each list repeated along the axes of the others. NumPy: `numpy.meshgrid`
 * with `indexing='xy'`, so that the second list runs along the rows.
 * @example
 * ```ts
 * const [x, y] = np.meshgrid([1, 2, 3], [10, 20]);
 * y
 * // → [[10 10 10]
 * //  [20 20 20]]
 * ```
 */
export function meshgrid(...lists: ArrayLike[]): NDArray[] {
  const arrays = lists.map(list => reshape(list, -1));
  const order = arrays.map((_, i) => (i < 2 && arrays.length > 1 ? 1 - i : i));
  const shape = order.map(i => arrays[i]?.size ?? 0);
  return arrays.map((each, i) => {
    const along = shape.map((_, axis) => (order[axis] === i ? -1 : 1));
    return array(broadcastTo(reshape(each, along), shape));
  });
}

/**
 * `num` numbers from `start` to `stop`, each the same multiple of the one before.
 * NumPy: `numpy.geomspace`.
 * @param num how many, 50 if not given
 */
export function geomspace(start: number, stop: number, num = 50): NDArray {
  if (start === 0 || stop === 0) throw new ValueError('Geometric sequence cannot include zero');
  if (start < 0 !== stop < 0) {
    throw new ValueError('A geometric sequence between numbers of both signs is not real');
  }
  const exponents = linspace(Math.log10(Math.abs(start)), Math.log10(Math.abs(stop)), num);
  const sign = Math.sign(start);
  const values = Float64Array.from(
    exponents.values() as Float64Array,
    exponent => sign * 10 ** exponent
  );
  if (num > 0) values[0] = start;
  if (num > 1) values[num - 1] = stop;
  return new NDArray(allocate([num], 'float64', values));
}

/** What a function gives for each position of an array. NumPy: `numpy.fromfunction`, for each by itself. */
export function fromfunction(
  f: (...position: number[]) => number | boolean,
  shape: Shape
): NDArray {
  const lengths = toShape(shape);
  const visit = (position: number[]): Nested =>
    position.length === lengths.length
      ? f(...position)
      : Array.from({ length: lengths[position.length] ?? 0 }, (_, i) => visit([...position, i]));
  return array(visit([]));
}

const mask = (rows: number, columns: number, k: number) =>
  fromfunction((i, j) => j <= i + k, [rows, columns]);

/** Ones on and below a diagonal, zeros above it. NumPy: `numpy.tri`. */
export const tri = (n: number, m = n, k = 0): NDArray => mask(n, m, k).astype('float64');

/** A copy with zeros above a diagonal. NumPy: `numpy.tril`, of a matrix. */
export function tril(m: ArrayLike, k = 0): NDArray {
  const [rows, columns] = matrixShape(m);
  return toArray(m).multiply(mask(rows, columns, k));
}

/** A copy with zeros below a diagonal. NumPy: `numpy.triu`, of a matrix. */
export function triu(m: ArrayLike, k = 0): NDArray {
  const [rows, columns] = matrixShape(m);
  return toArray(m).multiply(mask(rows, columns, k - 1).not());
}

function matrixShape(m: ArrayLike): readonly [number, number] {
  const { shape } = toArray(m);
  if (shape.length !== 2) throw new ValueError(`A matrix is needed, not ${shape.length} axes`);
  return [shape[0] ?? 0, shape[1] ?? 0];
}

/** The positions of a grid: for each axis the position along it, at every place. NumPy: `numpy.indices`. */
export function indices(dimensions: readonly number[]): NDArray {
  const shape = toShape(dimensions);
  return array(
    shape.map((_, axis) => fromfunction((...position) => position[axis] ?? 0, shape)),
    {
      dtype: 'int64'
    }
  );
}
