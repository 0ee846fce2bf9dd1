import { checkAlpha } from '../artists/line';
import type { ColorScaling } from '../artists/mappable';
import { PathCollection } from '../artists/points';
import type { Axes } from '../axes';
import { parseColor, toPaint, type Color, type Paint } from '../color';
import { checkKeys, quoted, ValueError } from '../errors';
import { markerShape } from '../markers';
import { rcParams } from '../rc';
import { isData, toList, toNested, toNumbers, type Data } from '../values';

/** How points are drawn. */
export interface ScatterOptions extends ColorScaling {
  /** The areas of the markers in points², one for each point or for all. */
  s?: number | Data;
  /** Numbers shown by `cmap`, a colour, or a colour for each point. */
  c?: Color | Data;
  color?: Color;
  marker?: string;
  alpha?: number;
  linewidths?: number;
  linewidth?: number;
  edgecolors?: Color | 'face';
  edgecolor?: Color | 'face';
  label?: string;
  zorder?: number;
}

const KEYS = [
  's',
  'c',
  'color',
  'marker',
  'alpha',
  'linewidths',
  'linewidth',
  'edgecolors',
  'edgecolor',
  'label',
  'zorder',
  'cmap',
  'vmin',
  'vmax'
];

/** Whether the colours of points are numbers for a colormap. */
function numbersOf(c: unknown, count: number): number[] | undefined {
  if (!isData(c)) return undefined;
  const nested = toNested(c);
  if (!Array.isArray(nested) || nested.some(item => typeof item !== 'number')) return undefined;
  if (nested.length === count) return nested as number[];
  if (parseColor(nested)) return undefined;
  throw new ValueError(
    `'c' argument has ${nested.length} elements, which is inconsistent with 'x' and 'y' with size ${count}.`
  );
}

function facesOf(c: unknown, count: number): Paint[] {
  const single = parseColor(isData(c) && typeof c !== 'string' ? toNested(c) : c);
  if (single) return [single];
  const isList = isData(c) && typeof c !== 'string';
  const faces = isList ? (toNested(c) as unknown[]).map(parseColor) : [];
  if (!isList || faces.some(face => face === undefined)) {
    throw new ValueError(
      `'c' argument must be a color, a sequence of colors, or a sequence of numbers, not ${quoted(c)}`
    );
  }
  if (faces.length !== count) {
    throw new ValueError(
      `'c' argument has ${faces.length} elements, which is inconsistent with 'x' and 'y' with size ${count}.`
    );
  }
  return faces as Paint[];
}

/** Draws a marker at each point. */
export function scatter(
  axes: Axes,
  x: Data,
  y: Data,
  options: ScatterOptions = {}
): PathCollection {
  checkKeys('PathCollection.set()', options, KEYS);
  const [xs, ys] = [axes.scaleOf('x').convert(toList(x)), axes.scaleOf('y').convert(toList(y))];
  if (xs.length !== ys.length) throw new ValueError('x and y must be the same size');
  const sizes =
    options.s === undefined ? [rcParams['lines.markersize'] ** 2] : toNumbers(options.s);
  if (sizes.length !== 1 && sizes.length !== xs.length) {
    throw new ValueError(
      `s (size ${sizes.length}) cannot be broadcast to match x and y (size ${xs.length})`
    );
  }
  const marker = options.marker ?? rcParams['scatter.marker'];
  markerShape(marker);
  const { c, color } = options;
  const numbers = color === undefined ? numbersOf(c, xs.length) : undefined;
  const edge =
    options.edgecolors ??
    options.edgecolor ??
    (color === undefined ? rcParams['scatter.edgecolors'] : 'face');
  const faces = numbers ? [] : facesOf(color ?? c ?? axes.nextPatchColor(), xs.length);
  if (options.alpha !== undefined) checkAlpha(options.alpha);
  return axes.add(
    new PathCollection({
      x: xs,
      y: ys,
      sizes,
      faces,
      edges: edge === 'face' ? undefined : [toPaint(edge)],
      edgeWidth: options.linewidths ?? options.linewidth ?? rcParams['lines.linewidth'],
      marker,
      alpha: options.alpha,
      label: options.label,
      zorder: options.zorder,
      numbers,
      scaling: options
    })
  );
}
