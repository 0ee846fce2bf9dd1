import type { Mappable } from './artists/mappable';
import { QuadContourSet } from './artists/contour';
import { Axes } from './axes';
import { checkKeys } from './errors';
import type { Figure } from './figure';
import { maxNTicks } from './ticks/max-n';
import { labelOf, scalarLabels } from './ticks/scalar-labels';
import { nonsingular } from './ticks/nonsingular';
import { toNumbers, type Data } from './values';

/** How a colour bar is drawn. */
export interface ColorbarOptions {
  /** The axes beside which it stands; those of what it explains by default. */
  ax?: Axes;
  label?: string;
  orientation?: 'vertical' | 'horizontal';
  /** The part of the axes' room that it takes: 0.15 by default. */
  fraction?: number;
  pad?: number;
  shrink?: number;
  ticks?: Data;
}

const KEYS = ['ax', 'label', 'orientation', 'fraction', 'pad', 'shrink', 'ticks'];

/** A kind of mistake of Python's own. */
class RuntimeError extends Error {
  override readonly name = 'RuntimeError';
}

/** Says which number has which colour. Matplotlib: `matplotlib.colorbar.Colorbar`. */
export class Colorbar {
  #label: string;

  /** Not for cells: colour bars are made by `colorbar`. */
  constructor(
    /** The axes of the bar itself. */
    readonly ax: Axes,
    /** What it explains. */
    readonly mappable: Mappable,
    readonly options: ColorbarOptions
  ) {
    this.#label = options.label ?? '';
  }

  /** What the numbers are. Matplotlib: `Colorbar.set_label`. */
  setLabel(label: string): void {
    this.#label = label;
  }
  get label(): string {
    return this.#label;
  }
  get isVertical(): boolean {
    return this.options.orientation !== 'horizontal';
  }

  /** The numbers at both ends. */
  ends(): [number, number] {
    if (this.mappable instanceof QuadContourSet) {
      const { levels } = this.mappable;
      return [levels[0] ?? 0, levels.at(-1) ?? 1];
    }
    const [low, high] = this.mappable.getClim();
    return nonsingular(low, high, 0.1);
  }

  /** Where ticks stand and what they say. */
  ticks(): { values: number[]; labels: string[] } {
    const [low, high] = this.ends();
    const { mappable, options } = this;
    const space = this.ax.tickSpace(this.isVertical ? 'y' : 'x');
    const values =
      options.ticks !== undefined
        ? toNumbers(options.ticks)
        : mappable instanceof QuadContourSet
          ? thinned(mappable.levels)
          : maxNTicks(low, high, { bins: Math.min(9, Math.max(1, space)) });
    const style = scalarLabels(values, [low, high]);
    return { values, labels: values.map(value => labelOf(value, style)) };
  }

  /** Each colour with the numbers between which it stands. */
  steps(): { from: number; to: number; color: string }[] {
    const { mappable } = this;
    if (mappable instanceof QuadContourSet) {
      const { levels } = mappable;
      return mappable.colors().flatMap((color, i) => {
        const [from, to] = [levels[i], levels[i + 1]];
        return from === undefined || to === undefined ? [] : [{ from, to, color }];
      });
    }
    const [low, high] = this.ends();
    const colors = mappable.cmap.hexes();
    const at = (i: number) => low + (i * (high - low)) / colors.length;
    return colors.map((color, i) => ({ from: at(i), to: at(i + 1), color }));
  }
}

/** Every second, third … of many levels, with the one nearest to zero among them. */
function thinned(levels: readonly number[]): number[] {
  const step = Math.max(1, Math.ceil(levels.length / 10));
  const every = (start: number) => levels.filter((_, i) => i >= start && (i - start) % step === 0);
  const nearest = (values: readonly number[]) => Math.min(...values.map(Math.abs));
  let best = every(0);
  for (let start = 1; start < step; start++) {
    if (nearest(every(start)) < nearest(best)) best = every(start);
  }
  return best;
}

/** Draws a colour bar, for which the axes of what it explains make room. */
export function addColorbar(
  figure: Figure,
  mappable: Mappable | undefined,
  options: ColorbarOptions = {}
): Colorbar {
  checkKeys('colorbar()', options, KEYS);
  const last = figure.lastMappable;
  const shown = mappable ?? last?.mappable;
  if (!shown) {
    throw new RuntimeError(
      'No mappable was found to use for colorbar creation. First define a mappable such as an image ' +
        '(with imshow) or a contour set (with contourf).'
    );
  }
  // A single number gets the colour in the middle.
  const [low, high] = shown.getClim();
  if (low === high) shown.setClim(...nonsingular(low, high, 0.1));
  const axes = options.ax ?? figure.axesOf(shown) ?? figure.gca();
  const isVertical = options.orientation !== 'horizontal';
  const { fraction = 0.15, pad = isVertical ? 0.05 : 0.15, shrink = 1 } = options;
  const { left, bottom, width, height } = axes.position;
  const kept = 1 - fraction - pad;
  const place = isVertical
    ? {
        left: left + width * (kept + pad),
        bottom: bottom + (height * (1 - shrink)) / 2,
        width: width * fraction,
        height: height * shrink
      }
    : {
        left: left + (width * (1 - shrink)) / 2,
        bottom,
        width: width * shrink,
        height: height * fraction
      };
  axes.position = isVertical
    ? { left, bottom, width: width * kept, height }
    : { left, bottom: bottom + height * (fraction + pad), width, height: height * kept };
  const bar = new Axes(figure, place);
  bar.explains = new Colorbar(bar, shown, options);
  bar.beside = axes;
  figure.axes.push(bar);
  return bar.explains;
}
