import type { Paint } from '../color';
import { rangeOf } from '../values';

/** A part of a Vega-Lite spec. */
export type Layer = Record<string, unknown>;

/** How far something reaches along one axis. */
export interface Span {
  low: number;
  high: number;
  /** The least value above zero, which is where a logarithmic axis may begin. */
  leastPositive: number;
  /** Values that no margin goes beyond, such as the foot of a bar. */
  sticky?: readonly number[];
  /** Whether it fits into empty axes, which then stay as they are. */
  isIdle?: boolean;
}

/** What an artist asks the axes to hold. */
export interface Extent {
  x?: Span;
  y?: Span;
}

/** How one entry of a legend is drawn. */
export interface Handle {
  line?: { paint: Paint; width: number; dashes: readonly number[] };
  marker?: { marker: string; size: number; face: Paint; edge: Paint; edgeWidth: number };
  patch?: { face: Paint; edge: Paint; edgeWidth: number };
}

/** Where an artist is drawn: points and data become what the spec holds. */
export interface Scene {
  /** Points (1/72 inch) in pixels. */
  px(points: number): number;
  /** A value of the horizontal axis as the spec has it. */
  x(value: number): number | null;
  y(value: number): number | null;
  /** A value as the spec has it, or the axis' end where a logarithm has none: for feet of bars. */
  edge(side: 'x' | 'y', value: number): number | null;
  /** Where a value lies, in pixels from the left or the top. */
  pixel(side: 'x' | 'y', value: number): number;
  /** Pixels of the axes. */
  width: number;
  height: number;
}

/** Something that is drawn in axes. */
export interface Artist {
  /** What it is, such as `line`, for descriptions. */
  readonly kind: string;
  /** What the legend calls it; none where it begins with an underscore. */
  label: string | undefined;
  /** What has more is drawn above. */
  readonly zorder: number;
  /** Data points, for descriptions. */
  readonly count: number;
  extent(): Extent;
  /** Data points that a legend had better not cover. */
  vertices(): Iterable<readonly [number, number]>;
  toLayers(scene: Scene): Layer[];
  handle(): Handle | undefined;
}

/** The span of some values; undefined where none is finite. */
export function spanOf(values: readonly number[], sticky?: readonly number[]): Span | undefined {
  const range = rangeOf(values);
  if (!range) return undefined;
  const [low, high] = range;
  const leastPositive = rangeOf(values.filter(value => value > 0))?.[0] ?? Infinity;
  return { low, high, leastPositive, sticky };
}

/** Pairs from two lists. */
export function* pairsOf(
  x: readonly number[],
  y: readonly number[]
): Generator<readonly [number, number]> {
  for (let i = 0; i < x.length; i++) yield [x[i] ?? NaN, y[i] ?? NaN];
}

/** A channel of data; what it shows has no legend of Vega's. */
export const raw = (field: string, type: 'quantitative' | 'nominal' = 'quantitative'): Layer => ({
  field,
  type,
  scale: null,
  legend: null
});

/** A channel along an axis. */
export const along = (field: string): Layer => ({ field });

/** The opacity of a mark; Vega-Lite's own would be less for points. */
export const opacity = (alpha: number): Layer => ({ opacity: alpha });
