import { PATCH_KEYS, patchLook, type PatchOptions } from '../artists/bars';
import { LINE_KEYS, type LineOptions } from '../artists/line';
import { ReferenceLine, ReferenceSpan } from '../artists/reference';
import type { Axes } from '../axes';
import { checkKeys } from '../errors';
import { rcParams } from '../rc';
import type { Scalar } from '../values';

type Ends = { xmin?: number; xmax?: number; ymin?: number; ymax?: number };

/** Draws a line across the axes. */
export function referenceLine(
  axes: Axes,
  orientation: 'horizontal' | 'vertical',
  value: Scalar,
  options: LineOptions & Ends = {}
): ReferenceLine {
  checkKeys('Line2D.set()', options, [...LINE_KEYS, 'xmin', 'xmax', 'ymin', 'ymax']);
  const { xmin, xmax, ymin, ymax, ...line } = options;
  const ends = orientation === 'horizontal' ? [xmin, xmax] : [ymin, ymax];
  const [at = NaN] = axes.scaleOf(orientation === 'horizontal' ? 'y' : 'x').convert([value]);
  const own = { ...line, color: line.color ?? line.c ?? rcParams['lines.color'] };
  return axes.add(new ReferenceLine(orientation, at, [ends[0] ?? 0, ends[1] ?? 1], own));
}

/** Draws a band across the axes. */
export function referenceSpan(
  axes: Axes,
  orientation: 'horizontal' | 'vertical',
  from: Scalar,
  to: Scalar,
  options: PatchOptions = {}
): ReferenceSpan {
  checkKeys('Rectangle.set()', options, PATCH_KEYS);
  const [low = NaN, high = NaN] = axes
    .scaleOf(orientation === 'horizontal' ? 'y' : 'x')
    .convert([from, to]);
  const look = patchLook(options, rcParams['patch.facecolor']);
  return axes.add(
    new ReferenceSpan(orientation, low, high, look, options.label, options.zorder ?? 1)
  );
}
