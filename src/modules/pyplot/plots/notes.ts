import { Annotation, Text, type AnnotateOptions, type TextOptions } from '../artists/text';
import type { Axes } from '../axes';
import { checkKeys, quoted, ValueError } from '../errors';
import type { Scalar } from '../values';

/** A place along an axis: a number, a date or a category. */
export type Place = number | Date | string;

const KEYS = [
  'color',
  'c',
  'fontsize',
  'size',
  'fontweight',
  'weight',
  'fontstyle',
  'style',
  'ha',
  'horizontalalignment',
  'va',
  'verticalalignment',
  'rotation',
  'alpha',
  'transform',
  'zorder'
];

const placeOf = (axes: Axes, side: 'x' | 'y', value: Scalar): number =>
  axes.scaleOf(side).convert([value])[0] ?? NaN;

/** Draws a text. */
export function text(
  axes: Axes,
  x: Place,
  y: Place,
  content: string,
  options: TextOptions = {}
): Text {
  checkKeys('Text.set()', options, KEYS);
  const isOfAxes = options.transform === 'axes';
  const [left, top] = isOfAxes
    ? [Number(x), Number(y)]
    : [placeOf(axes, 'x', x), placeOf(axes, 'y', y)];
  return axes.add(new Text(left, top, content, options));
}

/** Draws a text about a place. */
export function annotate(
  axes: Axes,
  content: string,
  xy: AnnotateOptions['xy'] | AnnotateOptions,
  options?: AnnotateOptions
): Annotation {
  const isOptions = xy !== undefined && !Array.isArray(xy);
  const given = isOptions
    ? (xy as AnnotateOptions)
    : { ...options, xy: xy as AnnotateOptions['xy'] };
  const { xy: about, xytext, textcoords = 'data', arrowprops, ...rest } = given;
  checkKeys('Text.set()', rest, KEYS);
  if (!about)
    throw new ValueError("annotate takes the place it is about: annotate('text', [x, y])");
  if (textcoords !== 'data' && textcoords !== 'offset points') {
    throw new ValueError(`${quoted(textcoords)} is not a valid coordinate`);
  }
  const place = ([x, y]: readonly [Place, Place]): [number, number] => [
    placeOf(axes, 'x', x),
    placeOf(axes, 'y', y)
  ];
  const isOffset = xytext !== undefined && textcoords === 'offset points';
  const at: [number, number] = isOffset
    ? [Number(xytext[0]), Number(xytext[1])]
    : place(xytext ?? about);
  return axes.add(new Annotation(content, place(about), at, arrowprops, isOffset, rest));
}
