import type { Paint } from '../color';
import { rcParams } from '../rc';
import { markerShape } from '../markers';
import { along, opacity, pairsOf, raw, spanOf } from './artist';
import type { Artist, Extent, Handle, Layer, Scene } from './artist';
import { describe } from './line';
import { Mappable, type ColorScaling } from './mappable';

/** What points are made of; sizes are areas in points². */
export interface PointsParts {
  x: number[];
  y: number[];
  sizes: number[];
  /** One colour for each point, or for all of them. */
  faces: Paint[];
  /** Undefined takes each point's own colour. */
  edges: Paint[] | undefined;
  edgeWidth: number;
  marker: string;
  alpha: number | undefined;
  label: string | undefined;
  zorder: number | undefined;
  /** Numbers that are shown by colour. */
  numbers?: number[];
  scaling: ColorScaling;
}

/** Points of a scatter plot. Matplotlib: `matplotlib.collections.PathCollection`. */
export class PathCollection extends Mappable implements Artist {
  readonly kind = 'points';
  label: string | undefined;
  readonly zorder: number;
  readonly #parts: PointsParts;

  /** Not for cells: points are made by `scatter`. */
  constructor(parts: PointsParts) {
    super(parts.numbers, parts.scaling);
    this.#parts = parts;
    this.label = parts.label;
    this.zorder = parts.zorder ?? 1;
  }

  /** The points as `[x, y]`. Matplotlib: `PathCollection.get_offsets`. */
  getOffsets(): [number, number][] {
    const { x, y } = this.#parts;
    return x.map((value, i) => [value, y[i] ?? NaN]);
  }
  /** The areas in points². Matplotlib: `PathCollection.get_sizes`. */
  getSizes(): number[] {
    return [...this.#parts.sizes];
  }
  /** The colours as `#rrggbb`. Matplotlib: `PathCollection.get_facecolors`. */
  getFacecolors(): string[] {
    return this.#paints().map(paint => paint.hex);
  }

  get count(): number {
    return this.#parts.x.length;
  }

  extent(): Extent {
    const { x, y } = this.#parts;
    const isWhole = (i: number) => Number.isFinite(x[i]) && Number.isFinite(y[i]);
    return {
      x: spanOf(x.filter((_, i) => isWhole(i))),
      y: spanOf(y.filter((_, i) => isWhole(i)))
    };
  }

  vertices(): Iterable<readonly [number, number]> {
    return pairsOf(this.#parts.x, this.#parts.y);
  }

  handle(): Handle {
    const { marker, sizes, edges, edgeWidth } = this.#parts;
    const [face = { hex: '#000000', alpha: 1 }] = this.#paints();
    const size = Math.sqrt(sizes[0] ?? rcParams['lines.markersize'] ** 2);
    return { marker: { marker, size, face, edge: edges?.[0] ?? face, edgeWidth } };
  }

  toLayers(scene: Scene): Layer[] {
    const { x, y, sizes, edges, edgeWidth, marker, numbers } = this.#parts;
    const paints = this.#paints();
    const { shape, isOpen, scale } = markerShape(marker) ?? {
      shape: 'circle',
      isOpen: false,
      scale: 1
    };
    const area = (size: number) => size * (scene.px(1) * scale) ** 2;
    const isVaried = paints.length > 1 && numbers === undefined;
    const values = x.flatMap((value, i) => {
      const [a, b] = [scene.x(value), scene.y(y[i] ?? NaN)];
      if (a === null || b === null) return [];
      return {
        x: a,
        y: b,
        ...(numbers ? { c: Number.isFinite(numbers[i]) ? numbers[i] : null } : {}),
        ...(isVaried ? { color: paints[i % paints.length]?.hex } : {}),
        ...(sizes.length > 1 ? { size: area(sizes[i % sizes.length] ?? 0) } : {})
      };
    });
    const color = numbers ? this.channel('c') : isVaried ? raw('color', 'nominal') : undefined;
    const [first = { hex: '#000000', alpha: 1 }] = paints;
    const edge = edges?.[0];
    const mark = {
      type: 'point',
      clip: true,
      shape,
      ...(sizes.length > 1 ? {} : { size: area(sizes[0] ?? 0) }),
      ...(color ? {} : { fill: isOpen ? 'transparent' : shown(first.hex), stroke: first.hex }),
      ...(color && isOpen ? { fill: 'transparent' } : {}),
      ...(edge ? { stroke: shown(edge.hex) } : {}),
      strokeWidth: scene.px(edgeWidth),
      ...opacity(first.alpha)
    };
    const encoding = {
      x: along('x'),
      y: along('y'),
      ...(color && !isOpen ? { fill: color } : {}),
      ...(color && !edge ? { stroke: color } : {}),
      ...(sizes.length > 1 ? { size: raw('size') } : {})
    };
    return [{ description: describe('points', this.label), data: { values }, mark, encoding }];
  }

  #paints(): Paint[] {
    const { faces, alpha, numbers } = this.#parts;
    const paints = numbers ? this.paints() : faces;
    return alpha === undefined ? paints : paints.map(paint => ({ ...paint, alpha }));
  }
}

/** Vega takes no colour for the default one. */
const shown = (hex: string): string => (hex === 'none' ? 'transparent' : hex);
