import type { Artist, Handle } from './artists/artist';
import { toPaint, type Color } from './color';
import { quoted, ValueError } from './errors';
import { fontSize, isChosen, rcParams } from './rc';

/** Where a legend stands. */
export type LegendPlace = keyof typeof PLACES | number | readonly [number, number];

/** How a legend is drawn. */
export interface LegendOptions {
  loc?: LegendPlace;
  labels?: readonly string[];
  title?: string;
  ncols?: number;
  ncol?: number;
  fontsize?: number | string;
  frameon?: boolean;
  framealpha?: number;
  facecolor?: Color;
  edgecolor?: Color;
  /** A place in parts of the axes at which the legend's `loc` stands. */
  bboxToAnchor?: readonly [number, number];
}

/** The corner, side or middle by part of the width from the left and of the height from below. */
const PLACES = {
  best: [1, 1],
  'upper right': [1, 1],
  'upper left': [0, 1],
  'lower left': [0, 0],
  'lower right': [1, 0],
  right: [1, 0.5],
  'center left': [0, 0.5],
  'center right': [1, 0.5],
  'lower center': [0.5, 0],
  'upper center': [0.5, 1],
  center: [0.5, 0.5]
} as const;

/** One line of a legend. */
export interface LegendEntry {
  label: string;
  handle: Handle;
}

/** What a legend shows: all that has a label, or the labels given in the order of drawing. */
export function legendEntries(
  artists: readonly Artist[],
  labels?: readonly string[]
): LegendEntry[] {
  if (labels) {
    const handles = artists.flatMap(artist => artist.handle() ?? []);
    return labels.slice(0, handles.length).map((label, i) => ({ label, handle: handles[i] ?? {} }));
  }
  return artists.flatMap(artist => {
    const handle = artist.handle();
    const { label } = artist;
    return handle && label !== undefined && label !== '' && !label.startsWith('_')
      ? { label, handle }
      : [];
  });
}

/** A legend. Matplotlib: `matplotlib.legend.Legend`. */
export class Legend {
  readonly place: LegendPlace;

  /** Not for cells: legends are made by `legend`. */
  constructor(
    readonly entries: readonly LegendEntry[],
    readonly options: LegendOptions = {}
  ) {
    this.place = options.loc ?? (rcParams['legend.loc'] as LegendPlace);
    if (typeof this.place === 'string' && !Object.hasOwn(PLACES, this.place)) {
      throw new ValueError(`${quoted(this.place)} is not a valid value for loc.`);
    }
    for (const color of [options.facecolor, options.edgecolor])
      if (color !== undefined) toPaint(color);
  }

  /** What the legend says. Matplotlib: `Legend.get_texts`, which gives texts. */
  getTexts(): string[] {
    return this.entries.map(({ label }) => label);
  }

  /** The size of its letters in points. */
  get fontsize(): number {
    return fontSize(this.options.fontsize ?? rcParams['legend.fontsize']);
  }
  /** The frame's colours; an undefined background is that of the page. */
  get frame(): { face: Color | undefined; edge: Color; alpha: number } | undefined {
    const { frameon = rcParams['legend.frameon'], facecolor, edgecolor, framealpha } = this.options;
    const inherited = isChosen('axes.facecolor') ? rcParams['axes.facecolor'] : undefined;
    const own = rcParams['legend.facecolor'];
    return frameon
      ? {
          face: facecolor ?? (own === 'inherit' ? inherited : own),
          edge: edgecolor ?? rcParams['legend.edgecolor'],
          alpha: framealpha ?? rcParams['legend.framealpha']
        }
      : undefined;
  }
}

/** A box in pixels from the left and the top. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const NAMES = Object.keys(PLACES) as (keyof typeof PLACES)[];

/** Where a legend of a size comes to stand in axes of a size, all in pixels. */
export function placeLegend(
  legend: Legend,
  size: { width: number; height: number },
  axes: { width: number; height: number },
  pad: number,
  points: readonly (readonly [number, number])[]
): Box {
  const { place } = legend;
  if (Array.isArray(place)) {
    const [x = 0, y = 0] = place as readonly number[];
    return { left: x * axes.width, top: (1 - y) * axes.height - size.height, ...size };
  }
  const name =
    typeof place === 'number' ? (NAMES[place] ?? 'best') : (place as keyof typeof PLACES);
  const at = (each: keyof typeof PLACES): Box => {
    const [x, y] = PLACES[each];
    const anchor = legend.options.bboxToAnchor;
    if (anchor) {
      const left = anchor[0] * axes.width - x * size.width + pad * (1 - 2 * x);
      return {
        left,
        top: (1 - anchor[1]) * axes.height - (1 - y) * size.height + pad * (2 * y - 1),
        ...size
      };
    }
    return {
      left: pad + x * (axes.width - size.width - 2 * pad),
      top: pad + (1 - y) * (axes.height - size.height - 2 * pad),
      ...size
    };
  };
  if (name !== 'best' || legend.options.bboxToAnchor) return at(name);
  // The first place in Matplotlib's order that covers the fewest points.
  const boxes = NAMES.slice(1).map(at);
  const covered = boxes.map(box => points.filter(point => isInside(point, box)).length);
  return boxes[covered.indexOf(Math.min(...covered))] ?? at('upper right');
}

const isInside = ([x, y]: readonly [number, number], { left, top, width, height }: Box): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;
