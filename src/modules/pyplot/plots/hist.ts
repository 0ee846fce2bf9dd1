import { BarContainer, PATCH_KEYS, patchLook, type PatchOptions } from '../artists/bars';
import { StepPatch } from '../artists/steps';
import type { Axes } from '../axes';
import type { Color } from '../color';
import { checkKeys, checkOneOf } from '../errors';
import { rcParams } from '../rc';
import { binEdges, countsOf, type Bins } from '../statistics';
import { shapeOf, toNested, toNumbers, type Data } from '../values';

/** How a histogram is counted and drawn. */
export interface HistOptions extends Omit<PatchOptions, 'color' | 'label'> {
  /** How many bins, their edges, or a rule: 10 by default. */
  bins?: Bins;
  /** Where the bins begin and end; by default where the data does. */
  range?: readonly [number, number];
  /** Whether the area is 1. */
  density?: boolean;
  /** Whether each bin counts those before it too; -1 counts from the right. */
  cumulative?: boolean | -1;
  weights?: Data;
  histtype?: 'bar' | 'barstacked' | 'step' | 'stepfilled';
  stacked?: boolean;
  orientation?: 'vertical' | 'horizontal';
  align?: 'left' | 'mid' | 'right';
  /** The part of a bin's width that bars fill. */
  rwidth?: number;
  /** Whether the axis of counts is logarithmic. */
  log?: boolean;
  /** One colour, or one for each data set. */
  color?: Color | readonly Color[];
  /** What the legend calls the bars; one for each data set. */
  label?: string | readonly string[];
}

const KEYS = [
  ...PATCH_KEYS,
  'bins',
  'range',
  'density',
  'cumulative',
  'weights',
  'histtype',
  'stacked',
  'orientation',
  'align',
  'rwidth',
  'log'
];

/** What a histogram counted. */
export interface Histogram {
  /** How much lies in each bin; for several data sets a list of each. */
  counts: number[] | number[][];
  /** The edges of the bins, one more than there are bins. */
  edges: number[];
  /** What was drawn, for each data set. */
  patches: (BarContainer | StepPatch)[];
}

/** Several data sets where the data is lists within a list. */
function setsOf(data: Data): number[][] {
  const nested = toNested(data);
  if (!Array.isArray(nested) || !Array.isArray(nested[0])) return [toNumbers(data)];
  const shape = shapeOf(nested);
  const rows = nested as number[][];
  const isMatrix = !Array.isArray(data) && rows.every(row => row.length === shape[1]);
  // Columns of an array, but lists of a list.
  return isMatrix
    ? Array.from({ length: shape[1] ?? 0 }, (_, i) => rows.map(row => row[i] ?? NaN))
    : rows.map(row => toNumbers(row));
}

function tallies(sets: number[][], edges: number[], options: HistOptions): number[][] {
  const { density = false, cumulative = false, weights } = options;
  const stacked = isStacked(options);
  const weight = weights === undefined ? undefined : toNumbers(weights);
  const counts = sets.map(values => countsOf(values, edges, weight));
  const widths = edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));
  const total = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
  let tops = stacked
    ? counts.map(
        (_, set) =>
          counts[0]?.map((__, bin) => total(counts.slice(0, set + 1).map(c => c[bin] ?? 0))) ?? []
      )
    : counts;
  if (density) {
    const whole = (set: number) => total((stacked ? tops.at(-1) : tops[set]) ?? []);
    tops = tops.map((list, set) =>
      list.map((value, bin) => value / (widths[bin] ?? 1) / whole(set))
    );
  }
  if (cumulative === false) return tops;
  return tops.map(list => {
    const parts = list.map((value, bin) => (density ? value * (widths[bin] ?? 1) : value));
    const order = cumulative === -1 ? parts.reverse() : parts;
    let sum = 0;
    const sums = order.map(value => (sum += value));
    return cumulative === -1 ? sums.reverse() : sums;
  });
}

const isStacked = ({ stacked = false, histtype }: HistOptions): boolean =>
  stacked || histtype === 'barstacked';

/** Counts and draws. */
export function hist(axes: Axes, data: Data, options: HistOptions = {}): Histogram {
  checkKeys('Rectangle.set()', options, KEYS);
  const { histtype = 'bar', orientation = 'vertical', align = 'mid', bins, range } = options;
  checkOneOf('histtype', histtype, ['bar', 'barstacked', 'step', 'stepfilled']);
  checkOneOf('align', align, ['left', 'mid', 'right']);
  checkOneOf('orientation', orientation, ['horizontal', 'vertical']);
  const sets = setsOf(data).map(values =>
    axes.scaleOf(orientation === 'vertical' ? 'x' : 'y').convert(values)
  );
  const finite = sets.flat().filter(value => !Number.isNaN(value));
  const edges = binEdges(finite, bins ?? rcParams['hist.bins'], range);
  const tops = tallies(sets, edges, options);
  if (options.log) axes.scaleOf(orientation === 'vertical' ? 'y' : 'x').setScale('log');
  const labels = typeof options.label === 'string' ? [options.label] : (options.label ?? []);
  const isList = Array.isArray(options.color) && typeof options.color[0] !== 'number';
  const colors = isList
    ? (options.color as readonly Color[])
    : options.color === undefined
      ? []
      : sets.map(() => options.color as Color);
  const patches = sets.map((_, set) => {
    const color = colors[set] ?? axes.nextColor();
    const feet = isStacked(options) ? tops[set - 1] : undefined;
    const parts = {
      tops: tops[set] ?? [],
      feet,
      edges,
      color,
      label: labels[set],
      set,
      sets: sets.length
    };
    return axes.add(histtype.startsWith('step') ? steps(parts, options) : barsOf(parts, options));
  });
  return { counts: sets.length === 1 ? (tops[0] ?? []) : tops, edges, patches };
}

interface Parts {
  tops: number[];
  feet: number[] | undefined;
  edges: number[];
  color: Color;
  label: string | undefined;
  set: number;
  sets: number;
}

function barsOf(parts: Parts, options: HistOptions): BarContainer {
  const { tops, feet, edges, color, label, set, sets } = parts;
  const { orientation = 'vertical', align = 'mid', rwidth } = options;
  const isStack = isStacked(options);
  const look = patchLook(
    { ...options, label, color: undefined, facecolor: options.facecolor ?? color },
    color
  );
  const part =
    rwidth === undefined ? (sets > 1 && !isStack ? 0.8 : 1) : Math.min(1, Math.max(0, rwidth));
  const patches = tops.map((top, bin) => {
    const [left = 0, right = 0] = [edges[bin], edges[bin + 1]];
    const whole = right - left;
    const width = (part * whole) / (isStack ? 1 : sets);
    const shift = align === 'left' ? -whole / 2 : align === 'right' ? whole / 2 : 0;
    const start = left + shift + (isStack ? 0 : set * width) + ((1 - part) * whole) / 2;
    const foot = feet?.[bin] ?? 0;
    return orientation === 'vertical'
      ? { x: start, y: foot, width, height: top - foot, look }
      : { x: foot, y: start, width: top - foot, height: width, look };
  });
  return new BarContainer(patches, orientation, label, options.zorder);
}

function steps(parts: Parts, options: HistOptions): StepPatch {
  const { tops, feet, edges, color, label } = parts;
  const isFilled = options.histtype === 'stepfilled';
  const own = isFilled
    ? { ...options, label, color: undefined, facecolor: options.facecolor ?? color }
    : { ...options, label, color: undefined, fill: false, edgecolor: options.edgecolor ?? color };
  const { orientation = 'vertical' } = options;
  return new StepPatch({
    tops,
    feet,
    edges,
    look: patchLook(own, color),
    orientation,
    label,
    zorder: options.zorder
  });
}
