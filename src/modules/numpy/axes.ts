import { AxisError } from './errors';

/**
 * An axis counted from the front; negative ones count from the end.
 * @throws AxisError in NumPy's words
 */
export function toAxis(axis: number, ndim: number): number {
  if (!Number.isInteger(axis)) throw new TypeError(`An axis is a whole number, not ${axis}`);
  if (axis < -ndim || axis >= ndim) {
    throw new AxisError(`axis ${axis} is out of bounds for array of dimension ${ndim}`);
  }
  return axis < 0 ? axis + ndim : axis;
}

/** The order of axes with some moved to other places. */
export function movedAxes(ndim: number, from: number[], to: number[]): number[] {
  const order = Array.from({ length: ndim }, (_, i) => i).filter(axis => !from.includes(axis));
  const moves = from.map((axis, i) => [to[i] ?? 0, axis] as const).sort(([x], [y]) => x - y);
  for (const [place, axis] of moves) order.splice(place, 0, axis);
  return order;
}
