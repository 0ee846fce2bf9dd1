import { broadcastShape, spread } from './broadcast';
import { makeElements } from './dtype';
import { toArray, toCommon, toStorage, type ArrayLike } from './input';
import { ValueError } from './errors';
import { NDArray } from './ndarray';
import { allocate, elementsOf, numbersOf, rowMajor } from './storage';

/**
 * The positions of all elements that are true (not 0), a list for each axis.
 * NumPy: `numpy.nonzero`.
 */
export function nonzero(a: ArrayLike): NDArray[] {
  const { shape } = toArray(a);
  const flat: number[] = [];
  numbersOf(toStorage(a)).forEach((value: number, i: number) => {
    if (value) flat.push(i);
  });
  const strides = rowMajor(shape);
  return shape.map((length, axis) => {
    const positions = flat.map(at => BigInt(Math.floor(at / (strides[axis] ?? 1)) % length));
    return new NDArray(allocate([flat.length], 'int64', BigInt64Array.from(positions)));
  });
}

/**
 * Elements of `x` where the condition is true, of `y` elsewhere, all three broadcast; with the
 * condition alone, the positions at which it is true, a list for each axis. NumPy: `numpy.where`.
 */
export function where(condition: ArrayLike): NDArray[];
export function where(condition: ArrayLike, x: ArrayLike, y: ArrayLike): NDArray;
export function where(condition: ArrayLike, x?: ArrayLike, y?: ArrayLike): NDArray | NDArray[] {
  if (x === undefined && y === undefined) return nonzero(condition);
  if (x === undefined || y === undefined) {
    throw new ValueError('either both or neither of x and y should be given');
  }
  const test = toStorage(condition, 'bool');
  const [a, b, dtype] = toCommon(x, y);
  const shape = broadcastShape(test.shape, a.shape, b.shape);
  const truth = elementsOf(spread(test, shape));
  const [yes, no] = [elementsOf(spread(a, shape)), elementsOf(spread(b, shape))];
  const chosen = makeElements(dtype, truth.length);
  for (let i = 0; i < chosen.length; i++) chosen[i] = (truth[i] ? yes[i] : no[i]) as never;
  return new NDArray(allocate(shape, dtype, chosen));
}
