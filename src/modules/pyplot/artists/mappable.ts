import { getCmap, type Colormap } from '../colormaps';
import type { Paint } from '../color';
import { rcParams } from '../rc';
import { rangeOf } from '../values';
import type { Layer } from './artist';

/** How numbers become colours. */
export interface ColorScaling {
  /** The name of a colormap, or one from `getCmap`. */
  cmap?: string | Colormap;
  /** The number that gets the first colour; the least one by default. */
  vmin?: number;
  /** The number that gets the last colour; the greatest one by default. */
  vmax?: number;
}

/** Numbers that are shown by colour. Matplotlib: `matplotlib.cm.ScalarMappable`. */
export class Mappable {
  cmap: Colormap;
  readonly #numbers: readonly number[] | undefined;
  #limits: [number | undefined, number | undefined];

  constructor(numbers: readonly number[] | undefined, scaling: ColorScaling) {
    this.#numbers = numbers;
    this.cmap = getCmap(scaling.cmap ?? rcParams['image.cmap']);
    this.#limits = [scaling.vmin, scaling.vmax];
  }

  /** The numbers; undefined where colours were given. Matplotlib: `ScalarMappable.get_array`. */
  getArray(): number[] | undefined {
    return this.#numbers && [...this.#numbers];
  }
  /** The numbers of the first and the last colour. Matplotlib: `ScalarMappable.get_clim`. */
  getClim(): [number, number] {
    const [low = 0, high = 1] = rangeOf(this.#numbers ?? []) ?? [];
    return [this.#limits[0] ?? low, this.#limits[1] ?? high];
  }
  setClim(vmin?: number, vmax?: number): void {
    this.#limits = [vmin, vmax];
  }
  setCmap(cmap: string | Colormap): void {
    this.cmap = getCmap(cmap);
  }

  /** The colour of each number. */
  protected paints(): Paint[] {
    const [low, high] = this.getClim();
    return (this.#numbers ?? []).map(value => ({
      hex: Number.isFinite(value)
        ? this.cmap.hexAt(high === low ? 0 : (value - low) / (high - low))
        : 'none',
      alpha: 1
    }));
  }

  /** The channel that shows a field's numbers by the colormap. */
  channel(field: string): Layer {
    const [low, high] = this.getClim();
    // Vega divides by the width of the domain.
    const domain = low === high ? [low, low + 1] : [low, high];
    return {
      field,
      type: 'quantitative',
      scale: { type: 'quantize', domain, range: this.cmap.hexes() },
      legend: null
    };
  }
}
