import { opacity, spanOf } from './artist';
import type { Artist, Extent, Handle, Layer, Scene } from './artist';
import type { PatchLook } from './bars';
import { describe } from './line';

export interface StepParts {
  tops: readonly number[];
  feet: readonly number[] | undefined;
  edges: readonly number[];
  look: PatchLook;
  orientation: 'vertical' | 'horizontal';
  label: string | undefined;
  zorder: number | undefined;
}

/** The outline of a histogram, filled or not. Matplotlib: a `Polygon` of `hist`. */
export class StepPatch implements Artist {
  readonly kind = 'steps';
  label: string | undefined;
  readonly zorder: number;
  readonly #parts: StepParts;

  /** Not for cells: outlines are made by `hist`. */
  constructor(parts: StepParts) {
    this.#parts = parts;
    this.label = parts.label;
    this.zorder = parts.zorder ?? 1;
  }

  get count(): number {
    return this.#parts.tops.length;
  }

  /** Along the tops from the left, and back along the feet where it is filled. */
  outline(): [number, number][] {
    const { tops, feet, edges, look } = this.#parts;
    const foot = (bin: number) => feet?.[bin] ?? 0;
    const last = tops.length - 1;
    const above = tops.flatMap((top, bin): [number, number][] => [
      [edges[bin] ?? NaN, top],
      [edges[bin + 1] ?? NaN, top]
    ]);
    const below = tops.flatMap((_, bin): [number, number][] => [
      [edges[bin] ?? NaN, foot(bin)],
      [edges[bin + 1] ?? NaN, foot(bin)]
    ]);
    if (look.face.hex !== 'none') return [...above, ...below.reverse(), ...above.slice(0, 1)];
    return [[edges[0] ?? NaN, foot(0)], ...above, [edges.at(-1) ?? NaN, foot(last)]];
  }

  #placed(): [number, number][] {
    const points = this.outline();
    const isVertical = this.#parts.orientation === 'vertical';
    return isVertical ? points : points.map(([x, y]) => [y, x]);
  }

  extent(): Extent {
    const points = this.#placed();
    const isVertical = this.#parts.orientation === 'vertical';
    const foot = this.#parts.feet ?? [0];
    return {
      x: spanOf(
        points.map(([x]) => x),
        isVertical ? [] : foot
      ),
      y: spanOf(
        points.map(([, y]) => y),
        isVertical ? foot : []
      )
    };
  }

  vertices(): Iterable<readonly [number, number]> {
    return this.#placed();
  }

  handle(): Handle {
    return { patch: this.#parts.look };
  }

  toLayers(scene: Scene): Layer[] {
    const { face, edge, edgeWidth } = this.#parts.look;
    const values = this.#placed().map(([x, y]) => ({
      x: scene.edge('x', x),
      y: scene.edge('y', y)
    }));
    const mark = {
      type: 'line',
      order: false,
      clip: true,
      ...(face.hex === 'none' ? {} : { fill: face.hex, fillOpacity: face.alpha }),
      ...(edge.hex === 'none'
        ? { stroke: 'transparent', strokeWidth: 0 }
        : { stroke: edge.hex, strokeWidth: scene.px(edgeWidth), ...opacity(edge.alpha) })
    };
    const encoding = { x: { field: 'x' }, y: { field: 'y' } };
    return [{ description: describe('steps', this.label), data: { values }, mark, encoding }];
  }
}
