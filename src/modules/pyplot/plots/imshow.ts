import { AxesImage } from '../artists/image';
import { checkAlpha } from '../artists/line';
import type { ColorScaling } from '../artists/mappable';
import type { Axes } from '../axes';
import { toHex } from '../color';
import { checkKeys, checkOneOf, quoted, tuple, ValueError } from '../errors';
import { rcParams } from '../rc';
import { shapeOf, toNested, toNumber, type Data, type Scalar } from '../values';

/** How a picture is drawn. */
export interface ImageOptions extends ColorScaling {
  /** How many units of x are as long as one of y: `'equal'` by default. */
  aspect?: 'equal' | 'auto' | number;
  /** Whether the first row is above or below: `'upper'` by default. */
  origin?: 'upper' | 'lower';
  /** Left, right, bottom and top of the picture. */
  extent?: readonly [number, number, number, number];
  /** Taken for Matplotlib's sake: cells here are squares of one colour always. */
  interpolation?: string;
  alpha?: number;
}

const KEYS = ['cmap', 'vmin', 'vmax', 'aspect', 'origin', 'extent', 'interpolation', 'alpha'];

const INTERPOLATIONS =
  'none auto antialiased nearest bilinear bicubic spline16 spline36 hanning hamming hermite kaiser quadric catrom gaussian bessel mitchell sinc lanczos blackman'.split(
    ' '
  );

/** Draws numbers as colours, or colours as they are. */
export function imshow(axes: Axes, data: Data, options: ImageOptions = {}): AxesImage {
  checkKeys('AxesImage.set()', options, KEYS);
  const nested = toNested(data);
  const shape = shapeOf(nested);
  const [rows = 0, columns = 0, channels] = shape;
  const isColored = shape.length === 3 && (channels === 3 || channels === 4);
  if (shape.length !== 2 && !isColored && !(shape.length === 3 && channels === 1)) {
    throw new TypeError(`Invalid shape ${tuple(shape)} for image data`);
  }
  const {
    origin = rcParams['image.origin'],
    interpolation,
    aspect = rcParams['image.aspect']
  } = options;
  checkOneOf('origin', origin, ['upper', 'lower']);
  if (interpolation !== undefined && !INTERPOLATIONS.includes(interpolation)) {
    throw new ValueError(`${quoted(interpolation)} is not a valid value for interpolation.`);
  }
  const isUpper = origin === 'upper';
  const ends = [
    -0.5,
    columns - 0.5,
    isUpper ? rows - 0.5 : -0.5,
    isUpper ? -0.5 : rows - 0.5
  ] as const;
  const extent = options.extent ?? ends;
  const cells = (nested as unknown[][]).flat();
  const numbers = isColored
    ? undefined
    : cells.map(cell => toNumber((Array.isArray(cell) ? cell[0] : cell) as Scalar));
  const bytes = isColored && (cells as number[][]).some(cell => cell.some(part => part > 1));
  const colors = isColored
    ? (cells as number[][]).map(cell => ({
        hex: toHex(bytes ? cell.map(part => part / 255) : cell),
        alpha: 1
      }))
    : undefined;
  const image = axes.add(
    new AxesImage({
      rows,
      columns,
      numbers,
      colors,
      extent,
      isFirstRowAbove: isUpper,
      alpha: checkAlpha(options.alpha),
      scaling: options
    })
  );
  axes.setAspect(aspect as 'equal');
  axes.scaleOf('x').follow(extent[0], extent[1]);
  axes.scaleOf('y').follow(extent[2], extent[3]);
  return image;
}
