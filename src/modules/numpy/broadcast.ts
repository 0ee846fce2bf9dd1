import { ValueError, tuple } from './errors';
import { copyOf, release, viewOf, type Storage } from './storage';

/**
 * The shape that operands have together: shapes are lined up at their last axes, and an axis of
 * length 1 stretches.
 * @throws ValueError in NumPy's words when two lengths differ
 */
export function broadcastShape(...shapes: (readonly number[])[]): number[] {
  const result = new Array<number>(Math.max(0, ...shapes.map(shape => shape.length))).fill(1);
  for (const shape of shapes) {
    shape.forEach((length, i) => {
      const axis = i + result.length - shape.length;
      if (length === 1) return;
      if (result[axis] !== 1 && result[axis] !== length) {
        const words = shapes.map(each => tuple(each)).join(' ');
        throw new ValueError(`operands could not be broadcast together with shapes ${words}`);
      }
      result[axis] = length;
    });
  }
  return result;
}

/** A view that repeats its elements along the axes that stretch; the shapes must fit. */
export function stretch(storage: Storage, shape: readonly number[]): Storage {
  const added = shape.length - storage.shape.length;
  const strides = shape.map((length, axis) => {
    const own = storage.shape[axis - added];
    return own === undefined || (own === 1 && length !== 1)
      ? 0
      : (storage.strides[axis - added] ?? 0);
  });
  return viewOf(storage, shape, strides);
}

/** The elements repeated as the shape has it, written out in row-major order. */
export function spread(storage: Storage, shape: readonly number[]): Storage {
  if (tuple(storage.shape) === tuple(shape)) return storage;
  const view = stretch(storage, shape);
  const written = copyOf(view);
  release([view], []);
  return written;
}
