import { Line2D, type LineOptions } from '../artists/line';
import { Reach } from '../artists/reach';
import type { Axes } from '../axes';
import { checkKeys, ValueError } from '../errors';
import { rcParams } from '../rc';
import { quantile, sorted } from '../statistics';
import { cycled, shapeOf, toNested, toNumbers, type Data } from '../values';

/** How boxes are drawn. */
export interface BoxplotOptions {
  orientation?: 'vertical' | 'horizontal';
  /** Where the boxes stand; 1, 2, 3 … by default. */
  positions?: Data;
  widths?: number | Data;
  /** How far whiskers reach, in heights of the box (1.5 by default), or two percentiles. */
  whis?: number | readonly [number, number];
  tickLabels?: readonly string[];
  showmeans?: boolean;
  showfliers?: boolean;
  showcaps?: boolean;
  showbox?: boolean;
}

const KEYS = [
  'orientation',
  'positions',
  'widths',
  'whis',
  'tickLabels',
  'showmeans',
  'showfliers',
  'showcaps',
  'showbox'
];

/** The numbers that one box shows, in Matplotlib's words. */
export interface BoxStatistics {
  mean: number;
  med: number;
  q1: number;
  q3: number;
  whislo: number;
  whishi: number;
  /** What lies beyond the whiskers. */
  fliers: number[];
}

/** What `boxplot` drew, and the numbers behind it. */
export interface Boxplot {
  stats: BoxStatistics[];
  boxes: Line2D[];
  whiskers: Line2D[];
  caps: Line2D[];
  medians: Line2D[];
  fliers: Line2D[];
  means: Line2D[];
}

/** Median, quartiles, whiskers and what lies beyond. */
export function boxStatistics(
  data: readonly number[],
  whis: number | readonly [number, number]
): BoxStatistics {
  const order = sorted(data);
  if (order.length === 0) {
    return { mean: NaN, med: NaN, q1: NaN, q3: NaN, whislo: NaN, whishi: NaN, fliers: [] };
  }
  const [q1, med, q3] = [0.25, 0.5, 0.75].map(part => quantile(order, part)) as [
    number,
    number,
    number
  ];
  const [low, high] =
    typeof whis === 'number'
      ? [q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)]
      : [quantile(order, whis[0] / 100), quantile(order, whis[1] / 100)];
  const above = order.findLast(value => value <= high);
  const below = order.find(value => value >= low);
  const whishi = above === undefined || above < q3 ? q3 : above;
  const whislo = below === undefined || below > q1 ? q1 : below;
  const beyond = [...data.filter(value => value < whislo), ...data.filter(value => value > whishi)];
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return { mean, med, q1, q3, whislo, whishi, fliers: beyond };
}

/** Several data sets: lists in a list, or the columns of an array. */
function setsOf(data: Data): number[][] {
  const nested = toNested(data);
  if (!Array.isArray(nested) || !Array.isArray(nested[0])) return [toNumbers(data)];
  if (Array.isArray(data)) return nested.map(toNumbers);
  const [, columns = 0] = shapeOf(nested);
  return Array.from({ length: columns }, (_, i) =>
    (nested as number[][]).map(row => row[i] ?? NaN)
  );
}

/** Draws a box for each data set. */
export function boxplot(axes: Axes, data: Data, options: BoxplotOptions = {}): Boxplot {
  checkKeys('boxplot()', options, KEYS);
  const {
    orientation = 'vertical',
    showmeans = rcParams['boxplot.showmeans'],
    tickLabels
  } = options;
  const { showfliers = true, showcaps = true, showbox = true } = options;
  const sets = setsOf(data);
  const whis = options.whis ?? rcParams['boxplot.whiskers'];
  const stats = sets.map(values => boxStatistics(values, whis));
  const positions =
    options.positions === undefined ? sets.map((_, i) => i + 1) : toNumbers(options.positions);
  if (positions.length !== sets.length) {
    throw new ValueError(
      'List of boxplot statistics and `positions` values must have same the length'
    );
  }
  if (tickLabels && tickLabels.length !== sets.length) {
    throw new ValueError('Dimensions of labels and X must be compatible');
  }
  const spread = Math.max(...positions) - Math.min(...positions);
  const widths =
    options.widths === undefined
      ? [Math.min(0.5, Math.max(0.15, 0.15 * spread))]
      : toNumbers(options.widths);
  const isVertical = orientation === 'vertical';
  const draw = (across: number[], along: number[], look: LineOptions): Line2D =>
    axes.add(
      new Line2D(isVertical ? across : along, isVertical ? along : across, {
        linewidth: 1,
        color: 'k',
        ...look
      })
    );
  const drawn: Boxplot = {
    stats,
    boxes: [],
    whiskers: [],
    caps: [],
    medians: [],
    fliers: [],
    means: []
  };
  stats.forEach((box, i) => {
    const at = positions[i] ?? 0;
    const width = cycled(widths, i) ?? 0.5;
    const [left, right] = [at - width / 2, at + width / 2];
    const cap = [at - width / 4, at + width / 4];
    const { q1, q3, med, whislo, whishi, fliers, mean } = box;
    const hidden = { linestyle: 'None' };
    drawn.whiskers.push(draw([at, at], [q1, whislo], {}), draw([at, at], [q3, whishi], {}));
    if (showcaps) drawn.caps.push(draw(cap, [whislo, whislo], {}), draw(cap, [whishi, whishi], {}));
    if (showbox) drawn.boxes.push(draw([left, right, right, left, left], [q1, q1, q3, q3, q1], {}));
    const color = rcParams['boxplot.medianprops.color'];
    drawn.medians.push(draw([left, right], [med, med], { color, zorder: 2.1 }));
    if (showmeans)
      drawn.means.push(draw([at], [mean], { ...hidden, marker: '^', color: 'C2', zorder: 2.1 }));
    if (showfliers) {
      const flier = { ...hidden, marker: 'o', markerfacecolor: 'none' };
      drawn.fliers.push(
        draw(
          fliers.map(() => at),
          fliers,
          flier
        )
      );
    }
  });
  const side = isVertical ? 'x' : 'y';
  axes.add(new Reach(side, Math.min(...positions) - 0.5, Math.max(...positions) + 0.5));
  axes.scaleOf(side).setTicks(positions, tickLabels ?? positions.map(String));
  return drawn;
}
