import { opacity, pairsOf, spanOf } from './artist';
import type { Artist, Extent, Handle, Layer, Scene } from './artist';
import type { PatchLook } from './bars';
import { describe } from './line';

export interface FillParts {
  x: number[];
  y1: number[];
  y2: number[];
  where: boolean[] | undefined;
  look: PatchLook;
  step: 'pre' | 'mid' | 'post' | undefined;
  label: string | undefined;
  zorder: number | undefined;
}

const STEPS = { pre: 'step-before', mid: 'step', post: 'step-after' } as const;

/** The area between two curves. Matplotlib: `matplotlib.collections.FillBetweenPolyCollection`. */
export class FillBetween implements Artist {
  readonly kind = 'area';
  label: string | undefined;
  readonly zorder: number;
  readonly #parts: FillParts;

  /** Not for cells: areas are made by `fillBetween`. */
  constructor(parts: FillParts) {
    this.#parts = parts;
    this.label = parts.label;
    this.zorder = parts.zorder ?? 1;
  }

  get count(): number {
    return this.#parts.x.length;
  }

  #isShown(i: number): boolean {
    const { x, y1, y2, where } = this.#parts;
    return (where?.[i] ?? true) && [x[i], y1[i], y2[i]].every(Number.isFinite);
  }

  extent(): Extent {
    const { x, y1, y2 } = this.#parts;
    const shown = (values: number[]) => values.filter((_, i) => this.#isShown(i));
    return { x: spanOf(shown(x)), y: spanOf([...shown(y1), ...shown(y2)]) };
  }

  *vertices(): Generator<readonly [number, number]> {
    yield* pairsOf(this.#parts.x, this.#parts.y1);
    yield* pairsOf(this.#parts.x, this.#parts.y2);
  }

  handle(): Handle {
    return { patch: this.#parts.look };
  }

  toLayers(scene: Scene): Layer[] {
    const { x, y1, y2, look, step } = this.#parts;
    const values = x.map((value, i) =>
      this.#isShown(i)
        ? { x: scene.x(value), y: scene.edge('y', y1[i] ?? NaN), y2: scene.edge('y', y2[i] ?? NaN) }
        : { x: scene.x(value), y: null, y2: null }
    );
    const { face, edge, edgeWidth } = look;
    const mark = {
      type: 'area',
      order: false,
      clip: true,
      fill: face.hex === 'none' ? 'transparent' : face.hex,
      ...(edge.hex === 'none' ? {} : { stroke: edge.hex, strokeWidth: scene.px(edgeWidth) }),
      ...opacity(face.alpha),
      ...(step ? { interpolate: STEPS[step] } : {})
    };
    const encoding = { x: { field: 'x' }, y: { field: 'y', stack: null }, y2: { field: 'y2' } };
    return [{ description: describe('area', this.label), data: { values }, mark, encoding }];
  }
}
