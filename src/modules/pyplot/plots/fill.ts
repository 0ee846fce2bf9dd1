import { PATCH_KEYS, patchLook, type PatchOptions } from '../artists/bars';
import { FillBetween } from '../artists/fill';
import type { Axes } from '../axes';
import { checkKeys, ValueError } from '../errors';
import { toList, type Data, type Scalar } from '../values';

/** How an area is filled. */
export interface FillOptions extends PatchOptions {
  /** Where it is filled: one truth for each point. */
  where?: Data;
  /** Whether the curves are stairs. */
  step?: 'pre' | 'mid' | 'post';
}

function curve(axes: Axes, name: string, x: readonly number[], given: number | Data): number[] {
  const values = axes.scaleOf('y').convert(toList(given as Scalar | Data));
  if (values.length === 1 && x.length !== 1) return x.map(() => values[0] ?? NaN);
  if (values.length !== x.length) {
    throw new ValueError(
      `'x' has size ${x.length}, but '${name}' has an unequal size of ${values.length}`
    );
  }
  return values;
}

/** Fills between two curves. */
export function fillBetween(
  axes: Axes,
  x: Data,
  y1: number | Data,
  y2: number | Data,
  options: FillOptions = {}
): FillBetween {
  checkKeys('FillBetweenPolyCollection.set()', options, [...PATCH_KEYS, 'where', 'step']);
  const xs = axes.scaleOf('x').convert(toList(x));
  const [first, second] = [curve(axes, 'y1', xs, y1), curve(axes, 'y2', xs, y2)];
  const where = options.where === undefined ? undefined : toList(options.where).map(Boolean);
  if (where && where.length !== xs.length) {
    throw new ValueError(`where size (${where.length}) does not match 'x' size (${xs.length})`);
  }
  const isGiven = [options.color, options.facecolor, options.fc].some(color => color !== undefined);
  const look = patchLook(options, axes.nextPatchColor(isGiven));
  return axes.add(
    new FillBetween({
      x: xs,
      y1: first,
      y2: second,
      where,
      look,
      step: options.step,
      label: options.label,
      zorder: options.zorder
    })
  );
}
