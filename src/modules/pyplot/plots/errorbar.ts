import { ErrorbarContainer } from '../artists/errorbars';
import { LINE_KEYS, Line2D, type LineOptions } from '../artists/line';
import type { Axes } from '../axes';
import { toPaint, type Color } from '../color';
import { checkKeys, tuple, ValueError } from '../errors';
import { parseFormat } from '../format';
import { rcParams } from '../rc';
import { shapeOf, toList, toNested, toNumber, toNumbers, type Data } from '../values';

/** How error bars are drawn; errors are sizes, one for all, one each, or `[below, above]`. */
export interface ErrorbarOptions extends LineOptions {
  xerr?: number | Data;
  yerr?: number | Data;
  /** A format of the line, or `'none'` to draw the error bars alone. */
  fmt?: string;
  ecolor?: Color;
  elinewidth?: number;
  /** The length of the caps in points. */
  capsize?: number;
  capthick?: number;
}

const KEYS = [...LINE_KEYS, 'xerr', 'yerr', 'fmt', 'ecolor', 'elinewidth', 'capsize', 'capthick'];

/** How far each bar reaches below and above. */
function reaches(
  name: string,
  of: string,
  given: number | Data,
  count: number
): [number, number][] {
  const nested = toNested(given);
  const shape = shapeOf(nested);
  const lists =
    shape.length === 2 && shape[0] === 2 ? (nested as number[][]).map(toNumbers) : undefined;
  const list = lists ? undefined : toNumbers(given);
  const isFitting = lists
    ? lists[0]?.length === count
    : shape.length === 0 || list?.length === count;
  if (!isFitting) {
    throw new ValueError(
      `'${name}' (shape: ${tuple(shape)}) must be a scalar or a 1D or (2, n) array-like whose shape ` +
        `matches '${of}' (shape: ${tuple([count])})`
    );
  }
  const pairs = Array.from({ length: count }, (_, i): [number, number] => {
    const both = list?.[shape.length === 0 ? 0 : i] ?? NaN;
    return lists ? [toNumber(lists[0]?.[i]), toNumber(lists[1]?.[i])] : [both, both];
  });
  if (pairs.flat().some(value => value < 0)) {
    throw new ValueError(`'${name}' must not contain negative values`);
  }
  return pairs;
}

/** Draws points with a bar for the error of each. */
export function errorbar(
  axes: Axes,
  x: Data,
  y: Data,
  options: ErrorbarOptions = {}
): ErrorbarContainer {
  checkKeys('Line2D.set()', options, KEYS);
  const xs = axes.scaleOf('x').convert(toList(x));
  const ys = axes.scaleOf('y').convert(toList(y));
  if (xs.length !== ys.length) throw new ValueError("'x' and 'y' must have the same size");
  const { xerr, yerr, fmt = '', ecolor, elinewidth, capsize, capthick, ...line } = options;
  const isBare = fmt.toLowerCase() === 'none';
  const format = isBare || fmt === '' ? {} : parseFormat(fmt);
  const color =
    line.color ?? line.c ?? format.color ?? (isBare && ecolor ? ecolor : axes.nextColor());
  const own = { ...format, ...line, color, label: undefined };
  const dataLine = isBare ? undefined : new Line2D(xs, ys, own);
  const segments = (side: 'x' | 'y') => {
    const given = side === 'x' ? xerr : yerr;
    if (given === undefined) return [];
    return reaches(`${side}err`, side, given, xs.length).map(([below, above], i) => {
      const [a, b] = [xs[i] ?? NaN, ys[i] ?? NaN];
      return side === 'x'
        ? { side, x: a - below, x2: a + above, y: b, y2: b }
        : { side, x: a, x2: a, y: b - below, y2: b + above };
    });
  };
  return axes.add(
    new ErrorbarContainer({
      line: dataLine,
      segments: [...segments('x'), ...segments('y')],
      paint: toPaint(ecolor ?? color),
      width: elinewidth ?? line.linewidth ?? line.lw ?? rcParams['lines.linewidth'],
      capsize: capsize ?? rcParams['errorbar.capsize'],
      capWidth: capthick ?? rcParams['lines.markeredgewidth'],
      alpha: line.alpha,
      label: line.label,
      zorder: line.zorder
    })
  );
}
