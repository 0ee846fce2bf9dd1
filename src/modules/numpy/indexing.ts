import { IndexError, ValueError, tuple } from './errors';
import { broadcastShape, stretch } from './broadcast';
import { isInteger, makeElements, type TypedArray } from './dtype';
import { toStorage, type ArrayLike, type Nested } from './input';
import { NDArray, storageOf } from './ndarray';
import {
  allocate,
  cast,
  dtypeOf,
  elementsOf,
  numbersOf,
  offsetsOf,
  rowMajor,
  viewOf,
  type Storage
} from './storage';

/** A range of positions along one axis, as `start:stop:step` in Python; `null` for left out. */
export class Slice {
  constructor(
    readonly start: number | null,
    readonly stop: number | null,
    readonly step: number | null = null
  ) {}
}

/** A new axis of length 1 in an index. NumPy: `numpy.newaxis`. */
export const newaxis = null;

/**
 * One part of an index: a position, a range, a text as Python writes it between the brackets
 * (`'1:3, ::-1'`), `newaxis`, a mask, or a list of positions.
 */
export type Index = number | string | Slice | null | NDArray | readonly Nested[] | readonly Index[];

/** A single position that came through {@link s}; it takes its axis away, unlike a range. */
class Position extends Slice {
  constructor(readonly at: number) {
    super(at, at + 1);
  }
}

/** Stands for as many whole axes as there are left. */
const ellipsis = new Slice(null, null);

type Part = number | Slice | null | NDArray;

function parseBound(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^[+-]?\d+$/.test(trimmed)) return Number(trimmed);
  throw new IndexError(`'${trimmed}' is not a whole number; write ranges as start:stop:step`);
}

function parsePart(text: string): number | Slice | null {
  const trimmed = text.trim();
  if (trimmed === '...') return ellipsis;
  if (['None', 'newaxis', 'np.newaxis', 'null'].includes(trimmed)) return null;
  const bounds = trimmed.split(':');
  if (bounds.length > 3) throw new IndexError(`'${trimmed}' has more than start:stop:step`);
  const [start, stop, step] = bounds.map(parseBound);
  if (bounds.length > 1) return new Slice(start ?? null, stop ?? null, step ?? null);
  if (start === null || start === undefined) {
    throw new IndexError('A part of the index is empty; write : for the whole axis');
  }
  return start;
}

function parse(text: string): (number | Slice | null)[] {
  const parts = text.replace(/,\s*$/, '').split(',');
  return text.trim() === '' ? [] : parts.map(parsePart);
}

function toParts(index: Index): Part[] {
  if (typeof index === 'string') return parse(index);
  if (typeof index === 'number' || index === null || index instanceof Slice) return [index];
  if (index instanceof NDArray) return [index];
  // What `s` made is a list of parts; any other list holds positions or a mask.
  if (index.length > 0 && index.every(part => part instanceof Slice || part === null)) {
    return index.flatMap(part => toParts(part as Index));
  }
  const positions = toStorage(index as ArrayLike);
  return [new NDArray(positions.size === 0 ? cast(positions, 'int64') : positions)];
}

/**
 * An index as Python writes it between the brackets, to be kept and used again:
 * `a.at(np.s('1:3, ::-1'))`. NumPy: `numpy.s_`.
 * @example
 * ```ts
 * const corner = np.s('1:, ::-1');
 * np.arange(6).reshape(2, 3).at(corner)
 * // → [[5 4 3]]
 * ```
 */
export function s(text: string | TemplateStringsArray): (Slice | null)[] {
  return parse(typeof text === 'string' ? text : text.join('')).map(part =>
    typeof part === 'number' ? new Position(part) : part
  );
}

/** What an index leads to: a view, or single elements gathered by offset. */
type Target = { view: Storage } | { offsets: Int32Array; shape: number[]; storage: Storage };

interface Axes {
  shape: number[];
  strides: number[];
  offset: number;
}

function checkPosition(at: number, axis: number, length: number): number {
  if (!Number.isInteger(at)) {
    throw new IndexError(
      'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices'
    );
  }
  if (at < -length || at >= length) {
    throw new IndexError(`index ${at} is out of bounds for axis ${axis} with size ${length}`);
  }
  return at < 0 ? at + length : at;
}

/** Python's rules for ranges: bounds beyond the ends are cut, negative ones count from the end. */
function range(slice: Slice, length: number): { start: number; count: number; step: number } {
  const step = slice.step ?? 1;
  if (step === 0) throw new ValueError('slice step cannot be zero');
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const bound = (value: number | null, otherwise: number) => {
    if (value === null) return otherwise;
    return Math.min(Math.max(value < 0 ? value + length : value, low), high);
  };
  const start = bound(slice.start, step > 0 ? low : high);
  const stop = bound(slice.stop, step > 0 ? high : low);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

const isMask = (part: NDArray) => part.dtype === 'bool';

/** How many axes of the array a part of an index speaks of. */
function axesTaken(part: Part): number {
  if (part === null || part === ellipsis) return 0;
  return part instanceof NDArray && isMask(part) ? part.ndim : 1;
}

function fill(parts: Part[], ndim: number): Part[] {
  const taken = parts.reduce<number>((sum, part) => sum + axesTaken(part), 0);
  if (taken > ndim) {
    throw new IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${taken} were indexed`
    );
  }
  const at = parts.indexOf(ellipsis);
  if (at !== parts.lastIndexOf(ellipsis)) {
    throw new IndexError("an index can only have a single ellipsis ('...')");
  }
  const rest = Array.from({ length: ndim - taken }, () => new Slice(null, null));
  return at < 0 ? [...parts, ...rest] : parts.toSpliced(at, 1, ...rest);
}

/** Positions along each axis that a mask covers at which it is true. */
function maskPositions(mask: NDArray, axis: number, shape: readonly number[]): NDArray[] {
  mask.shape.forEach((length, i) => {
    const expected = shape[axis + i];
    if (length !== expected) {
      throw new IndexError(
        'boolean index did not match indexed array along axis ' +
          `${axis + i}; size of axis is ${expected} but size of corresponding boolean axis is ${length}`
      );
    }
  });
  const strides = rowMajor(mask.shape);
  const flat: number[] = [];
  mask.values().forEach((value: number | bigint, i: number) => {
    if (value) flat.push(i);
  });
  return mask.shape.map((length, i) => {
    const positions = flat.map(at => Math.floor(at / (strides[i] ?? 1)) % length);
    return new NDArray(allocate([flat.length], 'float64', Float64Array.from(positions)));
  });
}

/** Floats may be positions if they are whole: in TypeScript many whole numbers come as floats. */
function checkPositions(part: NDArray): void {
  if (isMask(part) || isInteger(part.dtype)) return;
  if (numbersOf(storageOf(part)).every((at: number) => Number.isInteger(at))) return;
  throw new IndexError('arrays used as indices must be of integer (or boolean) type');
}

/** Follows an index, masks and lists of positions included. */
function locate(a: NDArray, indices: readonly Index[]): Target {
  const storage = storageOf(a);
  const parts = fill(indices.flatMap(toParts), a.ndim);
  const axes: Axes = { shape: [], strides: [], offset: storage.offset };
  const chosen: { positions: NDArray; axis: number }[] = [];
  // Where the axes of lists go: in place of the first one, or to the front if a range parts them.
  let place: number | undefined;
  let front = false;
  let last = -1;
  let axis = 0;
  parts.forEach((part, i) => {
    const length = storage.shape[axis] ?? 0;
    const stride = storage.strides[axis] ?? 0;
    if (part === null) {
      axes.shape.push(1);
      axes.strides.push(0);
    } else if (part instanceof NDArray) {
      checkPositions(part);
      if (place !== undefined && last !== i - 1) front = true;
      place ??= axes.shape.length;
      last = i;
      const positions = isMask(part) ? maskPositions(part, axis, storage.shape) : [part];
      positions.forEach((each, j) => chosen.push({ positions: each, axis: axis + j }));
    } else if (part instanceof Slice && !(part instanceof Position)) {
      const { start, count, step } = range(part, length);
      axes.shape.push(count);
      axes.strides.push(stride * step);
      if (count > 0) axes.offset += start * stride;
    } else {
      const at = part instanceof Position ? part.at : Number(part);
      axes.offset += checkPosition(at, axis, length) * stride;
    }
    axis += axesTaken(part);
  });
  const view = viewOf(storage, axes.shape, axes.strides, axes.offset);
  return chosen.length === 0 ? { view } : pick(storage, view, chosen, front ? 0 : (place ?? 0));
}

/** The offsets of elements chosen by lists of positions, which broadcast against each other. */
function pick(
  storage: Storage,
  view: Storage,
  chosen: { positions: NDArray; axis: number }[],
  place: number
): Target {
  const shapes = chosen.map(({ positions }) => positions.shape);
  let common: number[];
  try {
    common = broadcastShape(...shapes);
  } catch {
    const words = shapes.map(shape => tuple(shape)).join(' ');
    throw new IndexError(
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${words}`
    );
  }
  const count = common.reduce((size, n) => size * n, 1);
  const moves = new Int32Array(count);
  for (const { positions, axis } of chosen) {
    const length = storage.shape[axis] ?? 0;
    numbersOf(stretch(storageOf(positions), common)).forEach((at: number, i: number) => {
      moves[i] = (moves[i] ?? 0) + checkPosition(at, axis, length) * (storage.strides[axis] ?? 0);
    });
  }
  const shape = view.shape.toSpliced(place, 0, ...common);
  const outer = view.shape.slice(0, place);
  const blocks = offsetsOf(view);
  const inner = blocks.length / outer.reduce((size, n) => size * n, 1) || 0;
  const offsets = new Int32Array(blocks.length * count);
  let position = 0;
  for (let block = 0; block < blocks.length; block += Math.max(1, inner)) {
    for (const move of moves) {
      for (let i = 0; i < inner; i++) offsets[position++] = (blocks[block + i] ?? 0) + move;
    }
  }
  return { offsets, shape, storage };
}

const sameShape = (a: NDArray, b: NDArray) => tuple(a.shape) === tuple(b.shape);

/** The elements at which a mask of the array's own shape is true; the most usual use of a mask. */
function filter(a: NDArray, mask: NDArray): NDArray {
  const truth = mask.values();
  const values = a.values();
  const chosen = makeElements(a.dtype, truth.length);
  let count = 0;
  for (let i = 0; i < truth.length; i++) {
    if (truth[i]) chosen[count++] = values[i] as never;
  }
  return new NDArray(allocate([count], a.dtype, chosen.subarray(0, count)));
}

/** The part of an array that an index leads to: a view, or a copy for masks and lists. */
export function select(a: NDArray, indices: readonly Index[]): NDArray {
  const [mask] = indices;
  if (indices.length === 1 && mask instanceof NDArray && isMask(mask) && sameShape(mask, a)) {
    return filter(a, mask);
  }
  const target = locate(a, indices);
  if ('view' in target) return new NDArray(target.view);
  const data = target.storage.data as TypedArray;
  const elements = makeElements(dtypeOf(target.storage), target.offsets.length);
  target.offsets.forEach((offset, i) => (elements[i] = data[offset] as never));
  return new NDArray(allocate(target.shape, dtypeOf(target.storage), elements));
}

/** Writes a value, broadcast, to where an index leads. */
export function assign(a: NDArray, indices: readonly Index[], value: ArrayLike): void {
  const target = locate(a, indices);
  const own = storageOf(a);
  const shape = 'view' in target ? target.view.shape : target.shape;
  const offsets = 'view' in target ? offsetsOf(target.view) : target.offsets;
  const source = cast(toStorage(value), a.dtype);
  let spread: TypedArray;
  try {
    const trimmed = source.shape.slice(0, Math.max(0, source.shape.length - shape.length));
    const fits = trimmed.every(length => length === 1);
    const kept = fits
      ? viewOf(source, source.shape.slice(trimmed.length), source.strides.slice(trimmed.length))
      : source;
    if (tuple(broadcastShape(shape, kept.shape)) !== tuple(shape)) throw new ValueError();
    spread = elementsOf(stretch(kept, shape));
  } catch {
    throw new ValueError(
      'view' in target
        ? `could not broadcast input array from shape ${tuple(source.shape)} into shape ${tuple(shape)}`
        : `shape mismatch: value array of shape ${tuple(source.shape)} could not be broadcast to indexing result of shape ${tuple(shape)}`
    );
  }
  // What is written may be a view of what is written to, so it is taken down first.
  const values = spread.slice();
  const data = own.data as TypedArray;
  offsets.forEach((offset, i) => (data[offset] = values[i] as never));
}
