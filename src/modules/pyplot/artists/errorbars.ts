import type { Paint } from '../color';
import { opacity, spanOf } from './artist';
import type { Artist, Extent, Handle, Layer, Scene } from './artist';
import { describe, type Line2D } from './line';

/** From where to where one error bar reaches. */
export interface Segment {
  side: 'x' | 'y';
  x: number;
  x2: number;
  y: number;
  y2: number;
}

export interface ErrorbarParts {
  line: Line2D | undefined;
  segments: Segment[];
  paint: Paint;
  /** Points. */
  width: number;
  capsize: number;
  capWidth: number;
  alpha: number | undefined;
  label: string | undefined;
  zorder: number | undefined;
}

/** Points with error bars. Matplotlib: `matplotlib.container.ErrorbarContainer`. */
export class ErrorbarContainer implements Artist {
  readonly kind = 'error bars';
  label: string | undefined;
  readonly zorder: number;
  readonly #parts: ErrorbarParts;

  /** Not for cells: error bars are made by `errorbar`. */
  constructor(parts: ErrorbarParts) {
    this.#parts = parts;
    this.label = parts.label;
    this.zorder = parts.zorder ?? 2;
  }

  /** The line through the points, if one is drawn. */
  get line(): Line2D | undefined {
    return this.#parts.line;
  }
  /** The error bars' ends as `[[x, y], [x2, y2]]`. */
  getSegments(): [[number, number], [number, number]][] {
    return this.#parts.segments.map(({ x, y, x2, y2 }) => [
      [x, y],
      [x2, y2]
    ]);
  }

  get count(): number {
    return this.#parts.segments.length;
  }

  extent(): Extent {
    const { segments, line } = this.#parts;
    const own = line?.extent();
    const ends = (...spans: number[]) => spans;
    const x = segments.flatMap(segment => ends(segment.x, segment.x2));
    const y = segments.flatMap(segment => ends(segment.y, segment.y2));
    const within = (side: 'x' | 'y') => (own?.[side] ? [own[side].low, own[side].high] : []);
    return { x: spanOf([...x, ...within('x')]), y: spanOf([...y, ...within('y')]) };
  }

  *vertices(): Generator<readonly [number, number]> {
    for (const { x, y, x2, y2 } of this.#parts.segments) {
      yield [x, y];
      yield [x2, y2];
    }
  }

  handle(): Handle {
    const own = this.#parts.line?.handle();
    const { paint, width } = this.#parts;
    return own?.line || own?.marker ? own : { line: { paint, width, dashes: [] } };
  }

  toLayers(scene: Scene): Layer[] {
    const { line, segments, paint, width, capsize, capWidth, alpha } = this.#parts;
    const look = { stroke: paint.hex, clip: true, ...opacity(alpha ?? paint.alpha) };
    const bars = segments.map(({ x, x2, y, y2 }) => ({
      x: scene.x(x),
      x2: scene.x(x2),
      y: scene.y(y),
      y2: scene.y(y2)
    }));
    const encoding = {
      x: { field: 'x' },
      x2: { field: 'x2' },
      y: { field: 'y' },
      y2: { field: 'y2' }
    };
    const rules: Layer = {
      description: describe('error bars', this.label),
      data: { values: bars },
      mark: { type: 'rule', strokeWidth: scene.px(width), ...look },
      encoding
    };
    const caps = (side: 'x' | 'y'): Layer[] => {
      const own = segments.filter(segment => segment.side === side);
      if (capsize === 0 || own.length === 0) return [];
      const values = own.flatMap(({ x, x2, y, y2 }) => [
        { x: scene.x(x), y: scene.y(y) },
        { x: scene.x(x2), y: scene.y(y2) }
      ]);
      // A stroke's cap lies across its bar.
      const shape = side === 'x' ? 'M0,-1V1' : 'M-1,0H1';
      const size = (2 * scene.px(capsize)) ** 2;
      const mark = {
        type: 'point',
        shape,
        size,
        strokeWidth: scene.px(capWidth),
        fill: 'transparent',
        ...look
      };
      return [
        {
          description: 'caps',
          data: { values },
          mark,
          encoding: { x: { field: 'x' }, y: { field: 'y' } }
        }
      ];
    };
    return [rules, ...caps('x'), ...caps('y'), ...(line?.toLayers(scene) ?? [])];
  }
}
