import { toHex } from './color';
import maps from './colormaps.json';
import { quoted, ValueError } from './errors';

/** The hexadecimal digits of all colours, or stops `[position, red, green, blue]`. */
type Source = string | number[][];
const sources = maps as Readonly<Record<string, Source>>;

/** Colours for the numbers from 0 to 1. Matplotlib: `matplotlib.colors.Colormap`. */
export class Colormap {
  readonly #hexes: readonly string[];

  constructor(
    readonly name: string,
    hexes: readonly string[]
  ) {
    this.#hexes = hexes;
  }

  /** How many colours there are. */
  get N(): number {
    return this.#hexes.length;
  }
  /** The colours as `#rrggbb`, from the first to the last. */
  hexes(): string[] {
    return [...this.#hexes];
  }
  /** The colour of a number from 0 to 1; what lies outside gets the first or the last. */
  hexAt(position: number): string {
    const index = Math.min(this.N - 1, Math.max(0, Math.floor(position * this.N)));
    return this.#hexes[index] ?? '#000000';
  }
  /** The colours in the opposite order, as a colormap named `…_r`. */
  reversed(): Colormap {
    const name = this.name.endsWith('_r') ? this.name.slice(0, -2) : `${this.name}_r`;
    return new Colormap(name, this.hexes().reverse());
  }
}

function colorsOf(source: Source, count: number): string[] {
  if (typeof source === 'string') {
    return Array.from(
      { length: source.length / 6 },
      (_, i) => `#${source.slice(6 * i, 6 * i + 6)}`
    );
  }
  return Array.from({ length: count }, (_, i) => toHex(between(source, i / (count - 1))));
}

/** The colour at a position among stops. */
function between(stops: number[][], position: number): number[] {
  const at = Math.max(
    1,
    stops.findIndex(([stop = 0]) => stop >= position)
  );
  const [[from = 0, ...low] = [], [to = 1, ...high] = []] = [stops[at - 1], stops[at]];
  const part = (position - from) / (to - from);
  return low.map((value, i) => value + part * ((high[i] ?? value) - value));
}

/** The names of the colormaps; each is there in the opposite order too, as `viridis_r`. */
export const colormapNames: readonly string[] = Object.keys(sources);

/**
 * A colormap by its name; `viridis`, `cividis` and the like can be told apart by the colour-blind
 * too. Matplotlib: `matplotlib.pyplot.get_cmap`.
 * @param count how many colours the map is to have, where it has other than its own
 * @throws ValueError for a name that there is not
 */
export function getCmap(name: string | Colormap, count?: number): Colormap {
  if (name instanceof Colormap) return name;
  const isReversed = name.endsWith('_r');
  const plain = isReversed ? name.slice(0, -2) : name;
  const source = Object.hasOwn(sources, plain) ? sources[plain] : undefined;
  if (source === undefined) {
    throw new ValueError(
      `${quoted(name)} is not a valid value for cmap; supported values are ` +
        colormapNames.flatMap(each => [quoted(each), quoted(`${each}_r`)]).join(', ')
    );
  }
  const own = new Colormap(plain, colorsOf(source, 256));
  const map = isReversed ? own.reversed() : own;
  if (count === undefined || count === map.N) return map;
  const colors = Array.from({ length: count }, (_, i) => map.hexAt(i / Math.max(1, count - 1)));
  return new Colormap(map.name, colors);
}
