import { BarContainer, PATCH_KEYS, patchLook, type PatchOptions } from '../artists/bars';
import type { Axes } from '../axes';
import type { Color } from '../color';
import { checkKeys, checkOneOf, tuple, ValueError } from '../errors';
import {
  cycled,
  isData,
  shapeOf,
  toList,
  toNested,
  toNumbers,
  type Data,
  type Scalar
} from '../values';
import { errorbar, type ErrorbarOptions } from './errorbar';

/** How bars are drawn. */
export interface BarOptions extends Omit<PatchOptions, 'color' | 'label'> {
  /** How wide bars are, in data: 0.8 by default. */
  width?: number | Data;
  /** How thick bars of `barh` are, in data: 0.8 by default. */
  height?: number | Data;
  /** Where bars of `bar` begin: 0 by default. */
  bottom?: number | Data;
  /** Where bars of `barh` begin: 0 by default. */
  left?: number | Data;
  /** Whether a bar stands over its position or begins there. */
  align?: 'center' | 'edge';
  /** One colour, or one for each bar. */
  color?: Color | readonly Color[];
  /** What the legend calls the bars. */
  label?: string;
  tickLabel?: readonly string[];
  xerr?: ErrorbarOptions['xerr'];
  yerr?: ErrorbarOptions['yerr'];
  capsize?: number;
  ecolor?: Color;
}

const KEYS = [
  ...PATCH_KEYS,
  'width',
  'height',
  'bottom',
  'left',
  'align',
  'tickLabel',
  'xerr',
  'yerr',
  'capsize',
  'ecolor'
];

/** Data for every bar, where a single number counts for all. */
function spread(
  names: readonly [string, string],
  position: Scalar[],
  given: number | Data
): number[] {
  const values = toNumbers(given);
  if (values.length === position.length) return values;
  if (values.length === 1) return position.map(() => values[0] ?? NaN);
  throw new ValueError(
    'shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between ' +
      `'${names[0]}' with shape ${tuple([position.length])} and '${names[1]}' with shape ${tuple(shapeOf(toNested(given)))}.`
  );
}

/** One colour for each bar, of those that were given. */
function colorsOf(color: BarOptions['color']): readonly (Color | undefined)[] {
  const isList = isData(color) && typeof color !== 'string';
  if (!isList) return [color as Color | undefined];
  const list = toNested(color as Data) as unknown[];
  return typeof list[0] === 'number' ? [list as number[]] : (list as Color[]);
}

/** Draws bars that grow up or to the right. */
export function bars(
  axes: Axes,
  isVertical: boolean,
  position: Data,
  length: number | Data,
  options: BarOptions = {}
): BarContainer {
  checkKeys('Rectangle.set()', options, KEYS);
  const { align = 'center' } = options;
  checkOneOf('align', align, ['center', 'edge']);
  const along = isVertical ? 'x' : 'y';
  const given = toList(position);
  const places = axes.scaleOf(along).convert(given);
  const names = isVertical ? (['x', 'height'] as const) : (['y', 'width'] as const);
  const many =
    given.length === 1
      ? Array.from({ length: toNumbers(length).length }, () => places[0] ?? 0)
      : places;
  const lengths = spread(names, many, length);
  const thick = (isVertical ? options.width : options.height) ?? 0.8;
  const widths = spread([names[0], isVertical ? 'width' : 'height'], many, thick);
  const feet = spread(
    [names[0], isVertical ? 'bottom' : 'left'],
    many,
    (isVertical ? options.bottom : options.left) ?? 0
  );
  const colors = colorsOf(options.color);
  const fallback = axes.nextPatchColor(
    options.color !== undefined || options.facecolor !== undefined
  );
  const patches = many.map((place, i) => {
    const [width = 0.8, foot = 0, reach = 0] = [widths[i], feet[i], lengths[i]];
    const start = align === 'center' ? place - width / 2 : place;
    const look = patchLook(
      {
        ...options,
        color: undefined,
        facecolor: cycled(colors, i) ?? options.facecolor ?? options.fc
      },
      fallback
    );
    return isVertical
      ? { x: start, y: foot, width, height: reach, look }
      : { x: foot, y: start, width: reach, height: width, look };
  });
  const container = new BarContainer(
    patches,
    isVertical ? 'vertical' : 'horizontal',
    options.label,
    options.zorder
  );
  axes.add(container);
  if (options.tickLabel) axes.scaleOf(along).setTicks(many, options.tickLabel);
  const { xerr, yerr, capsize, ecolor = 'k' } = options;
  if (xerr !== undefined || yerr !== undefined) {
    const centers = patches.map(({ x, width, y, height }) =>
      isVertical ? x + width / 2 : y + height / 2
    );
    const ends = lengths.map((reach, i) => (feet[i] ?? 0) + reach);
    const [xs, ys] = isVertical ? [centers, ends] : [ends, centers];
    errorbar(axes, xs, ys, { xerr, yerr, capsize, ecolor, fmt: 'none' });
  }
  return container;
}
