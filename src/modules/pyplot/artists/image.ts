import type { Paint } from '../color';
import { opacity, raw, spanOf } from './artist';
import type { Artist, Extent, Layer, Scene } from './artist';
import { Mappable, type ColorScaling } from './mappable';

export interface ImageParts {
  rows: number;
  columns: number;
  /** Row by row from the first: numbers, or one colour each. */
  numbers: number[] | undefined;
  colors: Paint[] | undefined;
  /** Where the picture begins and ends: left, right, bottom, top. */
  extent: readonly [number, number, number, number];
  isFirstRowAbove: boolean;
  alpha: number;
  scaling: ColorScaling;
}

/** A picture of data. Matplotlib: `matplotlib.image.AxesImage`. */
export class AxesImage extends Mappable implements Artist {
  readonly kind = 'image';
  label: string | undefined;
  readonly zorder = 0;
  readonly #parts: ImageParts;

  /** Not for cells: images are made by `imshow`. */
  constructor(parts: ImageParts) {
    super(parts.numbers, parts.scaling);
    this.#parts = parts;
  }

  /** Left, right, bottom and top. Matplotlib: `AxesImage.get_extent`. */
  getExtent(): [number, number, number, number] {
    return [...this.#parts.extent];
  }

  get count(): number {
    return this.#parts.rows * this.#parts.columns;
  }

  extent(): Extent {
    const [left, right, bottom, top] = this.#parts.extent;
    return { x: spanOf([left, right], [left, right]), y: spanOf([bottom, top], [bottom, top]) };
  }
  vertices(): Iterable<readonly [number, number]> {
    return [];
  }
  handle(): undefined {
    return undefined;
  }

  /** A row of data for each row of the picture, which the spec takes apart: that is far shorter. */
  toLayers(scene: Scene): Layer[] {
    const { rows, columns, numbers, colors, extent, isFirstRowAbove, alpha } = this.#parts;
    const [left, right, bottom, top] = extent;
    const [width, height] = [(right - left) / columns, (top - bottom) / rows];
    const values = Array.from({ length: rows }, (_, row) => {
      const place = isFirstRowAbove ? rows - 1 - row : row;
      const own = (cell: number) => row * columns + cell;
      const cells = Array.from({ length: columns }, (__, cell) =>
        numbers ? finite(numbers[own(cell)]) : (colors?.[own(cell)]?.hex ?? null)
      );
      return {
        y: scene.y(bottom + place * height),
        y2: scene.y(bottom + (place + 1) * height),
        cells
      };
    });
    const transform = [
      { flatten: ['cells'], as: ['c'] },
      { window: [{ op: 'row_number', as: 'column' }], groupby: ['y'], frame: [null, 0] },
      { calculate: `${left} + (datum.column - 1) * ${width}`, as: 'x' },
      { calculate: `${left} + datum.column * ${width}`, as: 'x2' },
      { filter: 'isValid(datum.c)' }
    ];
    const fill = numbers ? this.channel('c') : raw('c', 'nominal');
    return [
      {
        description: 'image',
        data: { values },
        transform,
        mark: { type: 'rect', clip: true, strokeWidth: 0, ...opacity(alpha) },
        encoding: {
          x: { field: 'x' },
          x2: { field: 'x2' },
          y: { field: 'y' },
          y2: { field: 'y2' },
          fill
        }
      }
    ];
  }
}

/** Digits that no colour shows are left off: they would make up most of the spec. */
const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? Number(value.toPrecision(7)) : null;
