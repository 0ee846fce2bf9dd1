import { opacity, spanOf } from './artist';
import type { Artist, Extent, Handle, Layer, Scene } from './artist';
import type { PatchLook } from './bars';
import { describe, Line2D, type LineOptions } from './line';

/** A line across the axes. Matplotlib: the `Line2D` of `axhline` and `axvline`. */
export class ReferenceLine implements Artist {
  readonly kind = 'reference line';
  label: string | undefined;
  readonly zorder: number;
  readonly count = 1;
  readonly #line: Line2D;

  /** Not for cells: these lines are made by `axhline` and `axvline`. */
  constructor(
    readonly orientation: 'horizontal' | 'vertical',
    /** Where it crosses its axis. */
    readonly value: number,
    /** Between which parts of the axes it runs. */
    private readonly ends: readonly [number, number],
    options: LineOptions
  ) {
    this.#line = new Line2D([], [], options);
    this.label = options.label;
    this.zorder = this.#line.zorder;
  }

  extent(): Extent {
    const span = spanOf([this.value]);
    if (span) span.isIdle = this.value >= 0 && this.value <= 1;
    return this.orientation === 'horizontal' ? { y: span } : { x: span };
  }
  vertices(): Iterable<readonly [number, number]> {
    return [];
  }
  handle(): Handle {
    const { line } = this.#line.handle();
    return { line };
  }

  toLayers(scene: Scene): Layer[] {
    const { line } = this.handle();
    if (!line) return [];
    const isHorizontal = this.orientation === 'horizontal';
    const [from, to] = this.ends;
    const dashes = line.dashes.map(dash => scene.px(dash));
    const mark = {
      type: 'rule',
      clip: true,
      stroke: line.paint.hex,
      strokeWidth: scene.px(line.width),
      ...opacity(line.paint.alpha),
      ...(dashes.length > 0 ? { strokeDash: dashes } : {})
    };
    const encoding = isHorizontal
      ? { y: { field: 'y' }, x: { value: from * scene.width }, x2: { value: to * scene.width } }
      : {
          x: { field: 'x' },
          y: { value: (1 - to) * scene.height },
          y2: { value: (1 - from) * scene.height }
        };
    const values = [isHorizontal ? { y: scene.y(this.value) } : { x: scene.x(this.value) }];
    return [
      { description: describe('reference line', this.label), data: { values }, mark, encoding }
    ];
  }
}

/** A band across the axes. Matplotlib: the patch of `axhspan` and `axvspan`. */
export class ReferenceSpan implements Artist {
  readonly kind = 'reference span';
  label: string | undefined;
  readonly count = 1;

  /** Not for cells: bands are made by `axhspan` and `axvspan`. */
  constructor(
    readonly orientation: 'horizontal' | 'vertical',
    readonly from: number,
    readonly to: number,
    readonly look: PatchLook,
    label: string | undefined,
    readonly zorder: number
  ) {
    this.label = label;
  }

  extent(): Extent {
    const span = spanOf([this.from, this.to]);
    return this.orientation === 'horizontal' ? { y: span } : { x: span };
  }
  vertices(): Iterable<readonly [number, number]> {
    return [];
  }
  handle(): Handle {
    return { patch: this.look };
  }

  toLayers(scene: Scene): Layer[] {
    const { face, edge, edgeWidth } = this.look;
    const isHorizontal = this.orientation === 'horizontal';
    const mark = {
      type: 'rect',
      clip: true,
      fill: face.hex === 'none' ? 'transparent' : face.hex,
      ...(edge.hex === 'none' ? {} : { stroke: edge.hex, strokeWidth: scene.px(edgeWidth) }),
      ...opacity(face.alpha)
    };
    const values = isHorizontal
      ? [{ y: scene.y(this.from), y2: scene.y(this.to) }]
      : [{ x: scene.x(this.from), x2: scene.x(this.to) }];
    const encoding = isHorizontal
      ? { y: { field: 'y' }, y2: { field: 'y2' }, x: { value: 0 }, x2: { value: scene.width } }
      : { x: { field: 'x' }, x2: { field: 'x2' }, y: { value: 0 }, y2: { value: scene.height } };
    return [
      { description: describe('reference span', this.label), data: { values }, mark, encoding }
    ];
  }
}
