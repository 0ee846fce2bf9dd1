import { toPaint, type Color, type Paint } from '../color';
import { ValueError } from '../errors';
import { dashesOf } from '../format';
import { markerShape } from '../markers';
import { rcParams } from '../rc';
import { along, opacity, pairsOf, spanOf } from './artist';
import type { Artist, Extent, Handle, Layer, Scene } from './artist';

/** A kind of line: `'-'`, `'--'`, `'-.'`, `':'`, their names, or `[offset, dashes]` in points. */
export type LineStyle = string | readonly [number, readonly number[]];

/** How a line is drawn. */
export interface LineOptions {
  label?: string;
  color?: Color;
  c?: Color;
  linewidth?: number;
  lw?: number;
  linestyle?: LineStyle;
  ls?: LineStyle;
  marker?: string;
  markersize?: number;
  ms?: number;
  markerfacecolor?: Color;
  mfc?: Color;
  markeredgecolor?: Color;
  mec?: Color;
  markeredgewidth?: number;
  mew?: number;
  alpha?: number;
  drawstyle?: 'default' | 'steps' | 'steps-pre' | 'steps-mid' | 'steps-post';
  zorder?: number;
}

export const LINE_KEYS = [
  'label',
  'color',
  'c',
  'linewidth',
  'lw',
  'linestyle',
  'ls',
  'marker',
  'markersize',
  'ms',
  'markerfacecolor',
  'mfc',
  'markeredgecolor',
  'mec',
  'markeredgewidth',
  'mew',
  'alpha',
  'drawstyle',
  'zorder'
] as const;

const STEPS: Readonly<Record<string, string>> = {
  steps: 'step-before',
  'steps-pre': 'step-before',
  'steps-mid': 'step',
  'steps-post': 'step-after'
};

/** @throws ValueError for an opacity that is none */
export function checkAlpha(alpha: number | undefined): number {
  if (alpha === undefined) return 1;
  if (alpha < 0 || alpha > 1) throw new ValueError(`alpha (${alpha}) is outside 0-1 range`);
  return alpha;
}

/** A line through points, with markers at them. Matplotlib: `matplotlib.lines.Line2D`. */
export class Line2D implements Artist {
  readonly kind = 'line';
  label: string | undefined;
  readonly zorder: number;
  readonly #x: number[];
  readonly #y: number[];
  #paint: Paint;
  #dashes: number[] | undefined;
  #isWidthScaled: boolean;
  #width: number;
  #marker: string;
  #size: number;
  readonly #options: LineOptions;

  /** Not for cells: lines are made by `plot`. */
  constructor(x: number[], y: number[], options: LineOptions) {
    this.#x = x;
    this.#y = y;
    this.#options = options;
    this.label = options.label;
    this.zorder = options.zorder ?? 2;
    const alpha = checkAlpha(options.alpha);
    const paint = toPaint(options.color ?? options.c ?? 'C0');
    this.#paint = { ...paint, alpha: options.alpha === undefined ? paint.alpha : alpha };
    const style = options.linestyle ?? options.ls ?? rcParams['lines.linestyle'];
    this.#dashes = dashesOf(style);
    this.#isWidthScaled = typeof style === 'string';
    this.#width = options.linewidth ?? options.lw ?? rcParams['lines.linewidth'];
    this.#marker = options.marker ?? rcParams['lines.marker'];
    markerShape(this.#marker);
    this.#size = options.markersize ?? options.ms ?? rcParams['lines.markersize'];
  }

  /** The points' first coordinates. Matplotlib: `Line2D.get_xdata`. */
  getXdata(): number[] {
    return [...this.#x];
  }
  /** The points' second coordinates. Matplotlib: `Line2D.get_ydata`. */
  getYdata(): number[] {
    return [...this.#y];
  }
  /** The colour as `#rrggbb`. Matplotlib: `Line2D.get_color`, as it was given. */
  getColor(): string {
    return this.#paint.hex;
  }
  setColor(color: Color): void {
    this.#paint = { ...toPaint(color), alpha: this.#paint.alpha };
  }
  /** The width in points. Matplotlib: `Line2D.get_linewidth`. */
  getLinewidth(): number {
    return this.#width;
  }
  setLinewidth(points: number): void {
    this.#width = points;
  }
  setLinestyle(style: LineStyle): void {
    this.#dashes = dashesOf(style);
    this.#isWidthScaled = typeof style === 'string';
  }
  setMarker(marker: string): void {
    markerShape(marker);
    this.#marker = marker;
  }
  /** What the legend calls the line. Matplotlib: `Line2D.get_label`. */
  getLabel(): string {
    return this.label ?? '';
  }
  setLabel(label: string): void {
    this.label = label;
  }

  get count(): number {
    return this.#x.length;
  }

  extent(): Extent {
    const isWhole = (i: number) => Number.isFinite(this.#x[i]) && Number.isFinite(this.#y[i]);
    return {
      x: spanOf(this.#x.filter((_, i) => isWhole(i))),
      y: spanOf(this.#y.filter((_, i) => isWhole(i)))
    };
  }

  vertices(): Iterable<readonly [number, number]> {
    return pairsOf(this.#x, this.#y);
  }

  handle(): Handle {
    const { marker } = this.#markerLook();
    return {
      line: this.#dashes && { paint: this.#paint, width: this.#width, dashes: this.#scaled() },
      marker
    };
  }

  toLayers(scene: Scene): Layer[] {
    const values = this.#x.map((x, i) => {
      const [a, b] = [scene.x(x), scene.y(this.#y[i] ?? NaN)];
      // A gap needs both, or the point would stand at the axis.
      return a === null || b === null ? { x: a, y: null } : { x: a, y: b };
    });
    return [...this.#strokeLayer(scene, values), ...this.#markerLayer(scene, values)];
  }

  #scaled(): number[] {
    const unit = this.#isWidthScaled ? this.#width : 1;
    return (this.#dashes ?? []).map(length => length * unit);
  }

  #strokeLayer(scene: Scene, values: Layer[]): Layer[] {
    if (!this.#dashes || this.#width === 0 || this.#paint.hex === 'none') return [];
    const dashes = this.#scaled().map(length => scene.px(length));
    const step = STEPS[this.#options.drawstyle ?? 'default'];
    const mark = {
      type: 'line',
      order: false,
      clip: true,
      stroke: this.#paint.hex,
      strokeWidth: scene.px(this.#width),
      strokeJoin: 'round',
      ...opacity(this.#paint.alpha),
      ...(dashes.length > 0 ? { strokeDash: dashes } : {}),
      ...(step ? { interpolate: step } : {})
    };
    const description = describe('line', this.label);
    return [{ description, data: { values }, mark, encoding: { x: along('x'), y: along('y') } }];
  }

  #markerLook(): { marker: Handle['marker'] } {
    if (!markerShape(this.#marker)) return { marker: undefined };
    const { markerfacecolor, mfc, markeredgecolor, mec, markeredgewidth, mew } = this.#options;
    const look = (color: Color | undefined): Paint => {
      if (color === undefined || color === 'auto') return this.#paint;
      const paint = toPaint(color);
      return { ...paint, alpha: Math.min(paint.alpha, this.#paint.alpha) };
    };
    return {
      marker: {
        marker: this.#marker,
        size: this.#size,
        face: look(markerfacecolor ?? mfc),
        edge: look(markeredgecolor ?? mec),
        edgeWidth: markeredgewidth ?? mew ?? rcParams['lines.markeredgewidth']
      }
    };
  }

  #markerLayer(scene: Scene, values: Layer[]): Layer[] {
    const { marker } = this.#markerLook();
    if (!marker) return [];
    return [
      {
        description: describe('markers', this.label),
        data: { values },
        mark: { type: 'point', clip: true, ...markerMark(marker, scene) },
        encoding: { x: along('x'), y: along('y') }
      }
    ];
  }
}

/** How a marker's mark looks. */
export function markerMark(look: NonNullable<Handle['marker']>, scene: Pick<Scene, 'px'>): Layer {
  const { shape, isOpen, scale } = markerShape(look.marker) ?? {
    shape: 'circle',
    isOpen: false,
    scale: 1
  };
  return {
    shape,
    size: (scene.px(look.size) * scale) ** 2,
    fill: isOpen || look.face.hex === 'none' ? 'transparent' : look.face.hex,
    stroke: look.edge.hex === 'none' ? 'transparent' : look.edge.hex,
    strokeWidth: scene.px(look.edgeWidth),
    ...opacity(Math.max(look.face.alpha, look.edge.alpha))
  };
}

/** What a layer shows, for readers of the spec. */
export const describe = (kind: string, label: string | undefined): string =>
  label === undefined || label.startsWith('_') ? kind : `${kind}: ${label}`;
