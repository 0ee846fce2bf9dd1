import { toPaint, type Color, type Paint } from '../color';
import { rcParams } from '../rc';
import { opacity, raw, spanOf } from './artist';
import type { Artist, Extent, Handle, Layer, Scene } from './artist';
import { checkAlpha, describe } from './line';

/** How bars and other filled shapes are drawn. */
export interface PatchOptions {
  label?: string;
  color?: Color;
  facecolor?: Color;
  fc?: Color;
  edgecolor?: Color;
  ec?: Color;
  linewidth?: number;
  lw?: number;
  alpha?: number;
  fill?: boolean;
  zorder?: number;
}

export const PATCH_KEYS = [
  'label',
  'color',
  'facecolor',
  'fc',
  'edgecolor',
  'ec',
  'linewidth',
  'lw',
  'alpha',
  'fill',
  'zorder'
] as const;

/** How a filled shape looks. */
export interface PatchLook {
  face: Paint;
  edge: Paint;
  /** Points. */
  edgeWidth: number;
}

const NONE: Paint = { hex: 'none', alpha: 0 };

/** The look that options give; `fallback` is the colour where none is given. */
export function patchLook(options: PatchOptions, fallback: Color): PatchLook {
  const { color, facecolor, fc, edgecolor, ec, linewidth, lw, alpha, fill = true } = options;
  const whole = alpha === undefined ? undefined : checkAlpha(alpha);
  const paint = (given: Color): Paint => {
    const found = toPaint(given);
    return whole === undefined || found.hex === 'none' ? found : { ...found, alpha: whole };
  };
  const edge = edgecolor ?? ec ?? color;
  const isForced = rcParams['patch.force_edgecolor'] || !fill;
  return {
    face: fill ? paint(facecolor ?? fc ?? color ?? fallback) : NONE,
    edge: edge === undefined ? (isForced ? paint(rcParams['patch.edgecolor']) : NONE) : paint(edge),
    edgeWidth: linewidth ?? lw ?? rcParams['patch.linewidth']
  };
}

/** A rectangle in data. Matplotlib: `matplotlib.patches.Rectangle`. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly look: PatchLook;
}

/** Bars that belong together. Matplotlib: `matplotlib.container.BarContainer`. */
export class BarContainer implements Artist {
  readonly kind = 'bars';
  label: string | undefined;
  readonly zorder: number;

  /** Not for cells: bars are made by `bar`, `barh` and `hist`. */
  constructor(
    /** The bars. */
    readonly patches: readonly Rectangle[],
    /** Which way they grow. */
    readonly orientation: 'vertical' | 'horizontal',
    label: string | undefined,
    zorder: number | undefined
  ) {
    this.label = label;
    this.zorder = zorder ?? 1;
  }

  /** How far each bar reaches. */
  get datavalues(): number[] {
    const isVertical = this.orientation === 'vertical';
    return this.patches.map(({ width, height }) => (isVertical ? height : width));
  }

  get count(): number {
    return this.patches.length;
  }

  extent(): Extent {
    const isVertical = this.orientation === 'vertical';
    const feet = this.patches.map(({ x, y }) => (isVertical ? y : x));
    // A bar without a length takes no room, as long as it has a width.
    const wide = this.patches.filter(({ width, height }) => width !== 0 || height !== 0);
    return {
      x: spanOf(
        wide.flatMap(({ x, width }) => [x, x + width]),
        isVertical ? [] : feet
      ),
      y: spanOf(
        wide.flatMap(({ y, height }) => [y, y + height]),
        isVertical ? feet : []
      )
    };
  }

  *vertices(): Generator<readonly [number, number]> {
    for (const { x, y, width, height } of this.patches) {
      yield [x, y];
      yield [x + width, y + height];
      yield [x + width / 2, y + height / 2];
    }
  }

  handle(): Handle | undefined {
    const look = this.patches[0]?.look;
    return look && { patch: look };
  }

  toLayers(scene: Scene): Layer[] {
    const [first] = this.patches;
    if (!first) return [];
    const faces = this.patches.map(({ look }) => look.face.hex);
    const isVaried = faces.some(hex => hex !== faces[0]);
    const { face, edge, edgeWidth } = first.look;
    const values = this.patches.map(({ x, y, width, height, look }) => ({
      x: scene.edge('x', x),
      x2: scene.edge('x', x + width),
      y: scene.edge('y', y),
      y2: scene.edge('y', y + height),
      ...(isVaried ? { color: look.face.hex } : {})
    }));
    const mark = {
      type: 'bar',
      clip: true,
      ...(isVaried ? {} : { fill: face.hex === 'none' ? 'transparent' : face.hex }),
      ...(edge.hex === 'none' ? {} : { stroke: edge.hex, strokeWidth: scene.px(edgeWidth) }),
      ...opacity(face.hex === 'none' ? edge.alpha : face.alpha)
    };
    const encoding = {
      x: { field: 'x' },
      x2: { field: 'x2' },
      y: { field: 'y' },
      y2: { field: 'y2' },
      ...(isVaried ? { fill: raw('color', 'nominal') } : {})
    };
    return [{ description: describe('bars', this.label), data: { values }, mark, encoding }];
  }
}
