import * as arithmetic from './arithmetic';
import { bytesOf, isBig, toDType, type DType, type TypedArray } from './dtype';
import { IndexError, ValueError } from './errors';
import { assign, select, type Index } from './indexing';
import type { ArrayLike } from './input';
import { print } from './print';
import { dot, matmul } from './products';
import * as reductions from './reduce';
import type { AxisOptions, SpreadOptions, Whole } from './reduction';
import * as shapes from './shape';
import type { Shape } from './shape';
import { argsort, sort } from './sorting';
import { toTensor, type TensorFlow } from './tensor';
import { cast, copyOf, dtypeOf, elementsOf, type Storage } from './storage';

/** What lists within lists an array gives. */
export type NestedList = number | boolean | NestedList[];

type Axis = number | readonly number[];
/** The elements behind an array. Not for cells. */
export let storageOf: (array: NDArray) => Storage;

/**
 * An array of numbers or booleans with any number of axes. NumPy: `numpy.ndarray`.
 *
 * Operators are methods (`a.add(b)` for `a + b`), an index is `a.at('1:3, ::-1')` for
 * `a[1:3, ::-1]`, and `a.set('0', 5)` is `a[0] = 5`. Views share their elements, as in NumPy.
 */
export class NDArray {
  readonly #storage: Storage;

  static {
    storageOf = array => array.#storage;
  }

  /** Not for cells: make arrays with `np.array`, `np.zeros` and the like. */
  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The length of each axis. */
  get shape(): readonly number[] {
    return [...this.#storage.shape];
  }
  /** The number of axes. */
  get ndim(): number {
    return this.#storage.shape.length;
  }
  /** The number of elements. */
  get size(): number {
    return this.#storage.size;
  }
  /** The type of the elements. */
  get dtype(): DType {
    return dtypeOf(this.#storage);
  }
  /** Bytes of one element. */
  get itemsize(): number {
    return bytesOf(this.dtype);
  }
  /** Bytes of all elements. */
  get nbytes(): number {
    return this.size * this.itemsize;
  }
  /** For each axis, by how many bytes one step along it moves. */
  get strides(): number[] {
    return Array.from(this.#storage.strides, stride => stride * this.itemsize);
  }
  /** The axes reversed; a view. */
  get T(): NDArray {
    return shapes.transpose(this);
  }

  /**
   * The part that an index leads to. NumPy: `a[...]`. Positions and ranges give a view; a mask or a
   * list of positions gives a copy. A single element comes as an array without axes: see
   * {@link item} for the plain number.
   * @throws IndexError in NumPy's words
   * @example
   * ```ts
   * const a = np.arange(6).reshape(2, 3);
   * a.at(0);
   * // → [0 1 2]
   * a.at(0, -1).item();
   * // → 2
   * a.at(':, ::-1');
   * // → [[2 1 0]
   * //    [5 4 3]]
   * a.at(a.greater(3));
   * // → [4 5]
   * a.at(':', [2, 0]);
   * // → [[2 0]
   * //    [5 3]]
   * ```
   */
  at(...index: Index[]): NDArray {
    return select(this, index);
  }

  /**
   * Writes to where an index leads; the last argument is what to write, broadcast.
   * NumPy: `a[...] = value`.
   * @throws IndexError, ValueError in NumPy's words
   * @example
   * ```ts
   * const a = np.zeros([2, 3]);
   * a.set(0, 5);
   * a.set('1, :2', [1, 2]);
   * // → [[5. 5. 5.]
   * //    [1. 2. 0.]]
   * a.set(a.equal(5), NaN);
   * // → [[nan nan nan]
   * //    [ 1.  2.  0.]]
   * ```
   */
  set(...indexAndValue: [...Index[], ArrayLike]): this {
    const value = indexAndValue.at(-1) as ArrayLike;
    assign(this, indexAndValue.slice(0, -1) as Index[], value);
    return this;
  }

  /**
   * One element as a plain number or boolean; without a position, the only one there is.
   * NumPy: `ndarray.item`.
   * @param position counted in row-major order, or one for each axis
   * @throws ValueError when there are more elements than one
   */
  item(...position: number[]): number {
    if (position.length === 0 && this.size !== 1) {
      throw new ValueError('can only convert an array of size 1 to a Python scalar');
    }
    const [first = 0] = position;
    if (position.length === 1 && (first < -this.size || first >= this.size)) {
      throw new IndexError(`index ${first} is out of bounds for size ${this.size}`);
    }
    const array = position.length > 1 ? this.at(...position) : this;
    const at = position.length > 1 ? 0 : first < 0 ? first + this.size : first;
    return toPlain(array.values()[at] ?? NaN, this.dtype) as number;
  }

  /** The elements as lists within lists, of plain numbers or booleans. NumPy: `ndarray.tolist`. */
  tolist(): NestedList {
    const values = this.values();
    let position = 0;
    const level = (axis: number): NestedList =>
      axis === this.ndim
        ? toPlain(values[position++] ?? NaN, this.dtype)
        : Array.from({ length: this.shape[axis] ?? 0 }, () => level(axis + 1));
    return level(0);
  }

  /** For `JSON.stringify` and for the data of a plot. */
  toJSON(): NestedList {
    return this.tolist();
  }

  /**
   * The elements in row-major order, as a typed array; not to be written to. `int64` comes as
   * bigint, `bool` as 0 and 1.
   */
  values(): TypedArray {
    return elementsOf(this.#storage);
  }

  /**
   * The elements as a tensor of TensorFlow.js: floats as `float32`, whole numbers as `int32`,
   * booleans as `bool`. The other way, every function here takes tensors. TensorFlow:
   * `tf.convert_to_tensor`, which keeps 64 bits.
   * @param tf the library, as it is imported
   * @throws OverflowError where a whole number is beyond 32 bits
   * @example
   * ```ts
   * const t = np.arange(4).reshape(2, 2).toTensor(tf);
   * np.array(t.square())
   * // → [[0 1]
   * //  [4 9]]
   * ```
   */
  toTensor<T>(tf: TensorFlow<T>): T {
    return toTensor(this.#storage, tf);
  }

  /** Walks along the first axis: plain values of a list, rows of a matrix. */
  *[Symbol.iterator](): Iterator<NDArray & number> {
    if (this.ndim === 0) throw new TypeError('iteration over a 0-d array');
    for (let i = 0; i < (this.shape[0] ?? 0); i++) {
      yield (this.ndim === 1 ? this.item(i) : this.at(i)) as NDArray & number;
    }
  }

  /** As Python's `print` shows it. */
  toString(): string {
    return print(this);
  }

  /** Catches operators, which TypeScript cannot give to arrays. */
  [Symbol.toPrimitive](hint: string): string | number {
    if (hint === 'string') return this.toString();
    if (this.size === 1) return Number(this.item());
    throw new TypeError(
      'Arrays have no operators in TypeScript: write a.add(b) for a + b, a.multiply(2) for a * 2, ' +
        'a.less(b) for a < b; `${a}` puts an array into a text'
    );
  }

  /** In another type; always a copy. Fractions are cut off for whole types. NumPy: `ndarray.astype`. */
  astype(dtype: DType): NDArray {
    const changed = cast(this.#storage, toDType(dtype));
    return new NDArray(changed === this.#storage ? copyOf(changed) : changed);
  }
  /** A copy with memory of its own. NumPy: `ndarray.copy`. */
  copy(): NDArray {
    return new NDArray(copyOf(this.#storage));
  }
  /** Another array over the same elements. NumPy: `ndarray.view`, without another type. */
  view(): NDArray {
    return this.at('...');
  }
  /** One value throughout. NumPy: `ndarray.fill`. */
  fill(value: number | boolean): void {
    this.set('...', value);
  }
  /** See {@link shapes.reshape}: `a.reshape(2, -1)` or `a.reshape([2, -1])`. */
  reshape(...shape: number[] | [readonly number[]]): NDArray {
    return shapes.reshape(this, (shape as (number | readonly number[])[]).flat());
  }
  /** All elements along one axis, a view where they lie in order. */
  ravel(): NDArray {
    return shapes.ravel(this);
  }
  /** All elements along one axis; a copy. */
  flatten(): NDArray {
    return this.copy().ravel();
  }
  /** The axes in another order, reversed if none is given; a view. */
  transpose(...axes: number[] | [readonly number[]]): NDArray {
    const order = (axes as (number | readonly number[])[]).flat();
    return shapes.transpose(this, order.length > 0 ? order : undefined);
  }
  /** Two axes exchanged; a view. */
  swapaxes(axis1: number, axis2: number): NDArray {
    return shapes.swapaxes(this, axis1, axis2);
  }
  /** Axes of length 1 taken away; a view. */
  squeeze(axis?: Shape): NDArray {
    return shapes.squeeze(this, axis);
  }
  /** Each element repeated. */
  repeat(repeats: Shape, axis?: number): NDArray {
    return shapes.repeat(this, repeats, axis);
  }

  /** this + other, with broadcasting. */
  add(other: ArrayLike): NDArray {
    return arithmetic.add(this, other);
  }
  /** this − other, with broadcasting. */
  subtract(other: ArrayLike): NDArray {
    return arithmetic.subtract(this, other);
  }
  /** this × other, with broadcasting. */
  multiply(other: ArrayLike): NDArray {
    return arithmetic.multiply(this, other);
  }
  /** this / other, with broadcasting. */
  divide(other: ArrayLike): NDArray {
    return arithmetic.divide(this, other);
  }
  /** The largest whole number not above this / other. */
  floorDivide(other: ArrayLike): NDArray {
    return arithmetic.floorDivide(this, other);
  }
  /** The remainder of this / other. */
  mod(other: ArrayLike): NDArray {
    return arithmetic.mod(this, other);
  }
  /** this to the power of other. */
  power(other: ArrayLike): NDArray {
    return arithmetic.power(this, other);
  }
  /** −this. */
  negative(): NDArray {
    return arithmetic.negative(this);
  }
  /** The sizes without the signs. */
  abs(): NDArray {
    return arithmetic.abs(this);
  }
  /** Rounded, halves to the even digit. */
  round(decimals = 0): NDArray {
    return arithmetic.round(this, decimals);
  }
  /** Limited to an interval; `null` for no limit. */
  clip(min: ArrayLike | null, max: ArrayLike | null): NDArray {
    return arithmetic.clip(this, min, max);
  }
  /** Whether elements are equal: a mask. */
  equal(other: ArrayLike): NDArray {
    return arithmetic.equal(this, other);
  }
  /** Whether elements differ: a mask. */
  notEqual(other: ArrayLike): NDArray {
    return arithmetic.notEqual(this, other);
  }
  /** Whether elements are below the other: a mask. */
  less(other: ArrayLike): NDArray {
    return arithmetic.less(this, other);
  }
  /** Whether elements are at most the other: a mask. */
  lessEqual(other: ArrayLike): NDArray {
    return arithmetic.lessEqual(this, other);
  }
  /** Whether elements are above the other: a mask. */
  greater(other: ArrayLike): NDArray {
    return arithmetic.greater(this, other);
  }
  /** Whether elements are at least the other: a mask. */
  greaterEqual(other: ArrayLike): NDArray {
    return arithmetic.greaterEqual(this, other);
  }
  /** Both masks together. */
  and(other: ArrayLike): NDArray {
    return arithmetic.logicalAnd(this, other);
  }
  /** Either mask. */
  or(other: ArrayLike): NDArray {
    return arithmetic.logicalOr(this, other);
  }
  /** Just one of two masks. */
  xor(other: ArrayLike): NDArray {
    return arithmetic.logicalXor(this, other);
  }
  /** The mask turned round. */
  not(): NDArray {
    return arithmetic.logicalNot(this);
  }
  /** The matrix product. */
  matmul(other: ArrayLike): NDArray {
    return matmul(this, other);
  }
  /** The product of lists or matrices. */
  dot(other: ArrayLike): NDArray {
    return dot(this, other);
  }
  /** Running sums. */
  cumsum(axis?: number): NDArray {
    return reductions.cumsum(this, axis);
  }
  /** Running products. */
  cumprod(axis?: number): NDArray {
    return reductions.cumprod(this, axis);
  }
  /** The positions that would sort the elements. */
  argsort(options?: { axis?: number | null }): NDArray {
    return argsort(this, options);
  }
  /**
   * Sorts the elements along an axis, the last if none is given, in the array itself.
   * NumPy: `ndarray.sort`.
   */
  sort({ axis = -1 }: { axis?: number } = {}): void {
    this.set('...', sort(this, { axis }));
  }
  /** A sorted copy (NumPy's method sorts in place: see `np.sort`). */
  sorted(options?: { axis?: number | null }): NDArray {
    return sort(this, options);
  }

  /** The sum: of all, or along an axis. */
  sum(options?: Whole): number;
  sum(axis: Axis | AxisOptions): NDArray;
  sum(axis?: Axis | AxisOptions): number | NDArray {
    return reductions.sum(this, axis ?? {});
  }

  /** The product: of all, or along an axis. */
  prod(options?: Whole): number;
  prod(axis: Axis | AxisOptions): NDArray;
  prod(axis?: Axis | AxisOptions): number | NDArray {
    return reductions.prod(this, axis ?? {});
  }

  /** The mean: of all, or along an axis. */
  mean(options?: Whole): number;
  mean(axis: Axis | AxisOptions): NDArray;
  mean(axis?: Axis | AxisOptions): number | NDArray {
    return reductions.mean(this, axis ?? {});
  }

  /** The standard deviation: of all, or along an axis. */
  std(options?: Whole & { ddof?: number }): number;
  std(axis: Axis | SpreadOptions): NDArray;
  std(axis?: Axis | SpreadOptions): number | NDArray {
    return reductions.std(this, axis ?? {});
  }

  /** The variance: of all, or along an axis. */
  var(options?: Whole & { ddof?: number }): number;
  var(axis: Axis | SpreadOptions): NDArray;
  var(axis?: Axis | SpreadOptions): number | NDArray {
    return reductions.variance(this, axis ?? {});
  }

  /** The smallest element: of all, or along an axis. */
  min(options?: Whole): number;
  min(axis: Axis | AxisOptions): NDArray;
  min(axis?: Axis | AxisOptions): number | NDArray {
    return reductions.min(this, axis ?? {});
  }

  /** The largest element: of all, or along an axis. */
  max(options?: Whole): number;
  max(axis: Axis | AxisOptions): NDArray;
  max(axis?: Axis | AxisOptions): number | NDArray {
    return reductions.max(this, axis ?? {});
  }

  /** Where the first smallest element is: of all, or along an axis. */
  argmin(options?: Whole): number;
  argmin(axis: Axis | AxisOptions): NDArray;
  argmin(axis?: Axis | AxisOptions): number | NDArray {
    return reductions.argmin(this, axis ?? {});
  }

  /** Where the first largest element is: of all, or along an axis. */
  argmax(options?: Whole): number;
  argmax(axis: Axis | AxisOptions): NDArray;
  argmax(axis?: Axis | AxisOptions): number | NDArray {
    return reductions.argmax(this, axis ?? {});
  }

  /** Whether all elements are true: of all, or along an axis. */
  all(options?: Whole): boolean;
  all(axis: Axis | AxisOptions): NDArray;
  all(axis?: Axis | AxisOptions): boolean | NDArray {
    return reductions.all(this, axis ?? {});
  }

  /** Whether any element is true: of all, or along an axis. */
  any(options?: Whole): boolean;
  any(axis: Axis | AxisOptions): NDArray;
  any(axis?: Axis | AxisOptions): boolean | NDArray {
    return reductions.any(this, axis ?? {});
  }
}

function toPlain(value: number | bigint, dtype: DType): number | boolean {
  if (dtype === 'bool') return Boolean(value);
  return isBig(dtype) ? Number(value) : (value as number);
}
