import { QuadContourSet } from '../artists/contour';
import { checkAlpha, type LineStyle } from '../artists/line';
import type { ColorScaling } from '../artists/mappable';
import type { Axes } from '../axes';
import type { Color } from '../color';
import type { Heights } from '../contours';
import { checkKeys, tuple, ValueError } from '../errors';
import { maxNTicks } from '../ticks/max-n';
import { isData, rangeOf, shapeOf, toNested, toNumbers, type Data } from '../values';

/** How contours are drawn. */
export interface ContourOptions extends ColorScaling {
  /** The heights, or about how many of them: 7 by default. */
  levels?: number | Data;
  /** One colour, or one for each height. */
  colors?: Color | readonly Color[];
  alpha?: number;
  linewidths?: number;
  linestyles?: LineStyle;
}

/** What `contour` takes: `Z`, or `X, Y, Z`, then levels, options last. */
export type ContourArgument = Data | number | ContourOptions;

const KEYS = ['levels', 'colors', 'alpha', 'linewidths', 'linestyles', 'cmap', 'vmin', 'vmax'];
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Draws lines of equal height, or fills between them. */
export function contours(
  axes: Axes,
  isFilled: boolean,
  args: readonly ContourArgument[]
): QuadContourSet {
  const last = args.at(-1);
  const hasOptions = typeof last === 'object' && !isData(last);
  const options = hasOptions ? (last as ContourOptions) : {};
  checkKeys('QuadContourSet.set()', options, KEYS);
  const given = hasOptions ? args.slice(0, -1) : [...args];
  const isWhole = given.length >= 3;
  const grid = isWhole
    ? placed(given[0] as Data, given[1] as Data, given[2] as Data)
    : placed(undefined, undefined, given[0] as Data);
  const asked = options.levels ?? (given[isWhole ? 3 : 1] as number | Data | undefined);
  const levels = typeof asked === 'object' ? toNumbers(asked) : automatic(grid.z, asked ?? 7);
  if (isFilled && levels.length < 2) {
    throw new ValueError('Filled contours require at least 2 levels.');
  }
  if (levels.some((level, i) => i > 0 && level <= (levels[i - 1] ?? level))) {
    throw new ValueError('Contour levels must be increasing');
  }
  const { colors, linewidths, linestyles, alpha } = options;
  return axes.add(
    new QuadContourSet({
      grid,
      levels,
      isFilled,
      colors: colors === undefined ? undefined : listOf(colors),
      linewidths,
      linestyles,
      alpha: checkAlpha(alpha),
      scaling: options
    })
  );
}

const listOf = (colors: Color | readonly Color[]): readonly Color[] =>
  typeof colors === 'string' || typeof colors[0] === 'number'
    ? [colors as Color]
    : (colors as readonly Color[]);

/** Round heights over all there are, one below and one above among them. */
function automatic(heights: readonly number[], count: number): number[] {
  const [low, high] = rangeOf(heights) ?? [0, 1];
  const levels = maxNTicks(low, high, { bins: count + 1, least: 1, steps: STEPS });
  const from = Math.max(
    0,
    levels.findLastIndex(level => level < low)
  );
  const above = levels.findIndex(level => level > high);
  const to = above < 0 ? levels.length : above + 1;
  return to - from < 3 ? levels : levels.slice(from, to);
}

/** Heights with the places of their nodes. */
function placed(x: Data | undefined, y: Data | undefined, z: Data): Heights {
  const shape = shapeOf(toNested(z));
  if (shape.length !== 2) {
    throw new TypeError(`Input z must be 2D, not ${shape.length}D`);
  }
  const [rows = 0, columns = 0] = shape;
  if (rows < 2 || columns < 2) {
    throw new TypeError(
      `Input z must be at least a (2, 2) shaped array, but has shape ${tuple(shape)}`
    );
  }
  return {
    rows,
    columns,
    z: toNumbers(z),
    x: along('x', x, rows, columns),
    y: along('y', y, rows, columns)
  };
}

/** One coordinate of every node, from that of its row or column. */
function along(name: 'x' | 'y', given: Data | undefined, rows: number, columns: number): number[] {
  const isX = name === 'x';
  const [count, lines] = isX ? [columns, 'columns'] : [rows, 'rows'];
  const values =
    given === undefined ? Array.from({ length: count }, (_, i) => i) : toNumbers(given);
  const shape = given === undefined ? [count] : shapeOf(toNested(given));
  if (shape.length === 2) {
    if (shape[0] !== rows || shape[1] !== columns) {
      throw new TypeError(
        `Shapes of ${name} ${tuple(shape)} and z ${tuple([rows, columns])} do not match`
      );
    }
    return values;
  }
  if (values.length !== count) {
    throw new TypeError(
      `Length of ${name} (${values.length}) must match number of ${lines} in z (${count})`
    );
  }
  return Array.from({ length: rows * columns }, (_, i) => {
    const at = isX ? i % columns : Math.floor(i / columns);
    return values[at] ?? NaN;
  });
}
