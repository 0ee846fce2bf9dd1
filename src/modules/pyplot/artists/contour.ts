import { toPaint, type Color } from '../color';
import { contourLines, contourRings, type Heights } from '../contours';
import { dashesOf } from '../format';
import { rcParams } from '../rc';
import { along, opacity, spanOf } from './artist';
import type { Artist, Extent, Layer, Scene } from './artist';
import type { LineStyle } from './line';
import { Mappable, type ColorScaling } from './mappable';

export interface ContourParts {
  grid: Heights;
  levels: readonly number[];
  isFilled: boolean;
  /** Colours by their own names, one after the other. */
  colors: readonly Color[] | undefined;
  linewidths: number | undefined;
  linestyles: LineStyle | undefined;
  alpha: number;
  scaling: ColorScaling;
}

/** Lines of equal height, or what lies between them. Matplotlib: `matplotlib.contour.QuadContourSet`. */
export class QuadContourSet extends Mappable implements Artist {
  readonly kind: string;
  label: string | undefined;
  readonly zorder: number;
  readonly #parts: ContourParts;

  /** Not for cells: contours are made by `contour` and `contourf`. */
  constructor(parts: ContourParts) {
    super([...parts.levels], parts.scaling);
    this.#parts = parts;
    this.kind = parts.isFilled ? 'filled contours' : 'contours';
    this.zorder = parts.isFilled ? 1 : 2;
  }

  /** The heights of the lines, or between which heights is filled. */
  get levels(): number[] {
    return [...this.#parts.levels];
  }
  /** Whether what lies between the lines is filled. */
  get filled(): boolean {
    return this.#parts.isFilled;
  }
  get count(): number {
    return this.#parts.levels.length;
  }

  /** The colour of each line or band as `#rrggbb`. */
  colors(): string[] {
    const { levels, isFilled, colors } = this.#parts;
    const values = isFilled
      ? levels.slice(1).map((level, i) => (level + (levels[i] ?? level)) / 2)
      : levels;
    const [low, high] = this.getClim();
    return values.map((value, i) =>
      colors
        ? toPaint(colors[i % colors.length]).hex
        : this.cmap.hexAt(high === low ? 0 : (value - low) / (high - low))
    );
  }

  extent(): Extent {
    const { x, y } = this.#parts.grid;
    const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)];
    return { x: spanOf(ends(x), ends(x)), y: spanOf(ends(y), ends(y)) };
  }
  vertices(): Iterable<readonly [number, number]> {
    return [];
  }
  handle(): undefined {
    return undefined;
  }

  toLayers(scene: Scene): Layer[] {
    return this.#parts.isFilled ? this.#bands(scene) : this.#lines(scene);
  }

  #bands(scene: Scene): Layer[] {
    const { grid, levels, alpha } = this.#parts;
    return this.colors().map((fill, i) => {
      const [low = 0, high = 0] = [levels[i], levels[i + 1]];
      // What is higher turns the other way, and so is a hole.
      const holes = contourRings(grid, high).map(ring => ring.reverse());
      const mark = { type: 'line', fill, fillOpacity: alpha, stroke: null, strokeWidth: 0 };
      return layerOf(
        `contour band: ${low} to ${high}`,
        mark,
        [...contourRings(grid, low), ...holes],
        scene
      );
    });
  }

  #lines(scene: Scene): Layer[] {
    const { grid, levels, linewidths, linestyles, colors, alpha } = this.#parts;
    const width = linewidths ?? rcParams['lines.linewidth'];
    const all = this.colors();
    return levels.map((level, i) => {
      // A single colour tells what is below zero by dashes.
      const style = linestyles ?? (colors?.length === 1 && level < 0 ? '--' : '-');
      const dashes = (dashesOf(style) ?? []).map(dash => scene.px(dash * width));
      const mark = {
        type: 'line',
        stroke: all[i],
        strokeWidth: scene.px(width),
        ...(dashes.length > 0 ? { strokeDash: dashes } : {}),
        ...opacity(alpha)
      };
      return layerOf(`contour: ${level}`, mark, contourLines(grid, level), scene);
    });
  }
}

/** Lines as one mark, with a gap between each and the next. */
function layerOf(
  description: string,
  mark: Layer,
  lines: readonly (readonly (readonly [number, number])[])[],
  scene: Scene
): Layer {
  const gap = { x: null, y: null };
  const values = lines.flatMap((line, i) => [
    ...(i === 0 ? [] : [gap]),
    ...line.map(([x, y]) => ({ x: scene.x(x), y: scene.y(y) }))
  ]);
  return {
    description,
    data: { values },
    mark: { ...mark, order: false, clip: true },
    encoding: { x: along('x'), y: along('y') }
  };
}
