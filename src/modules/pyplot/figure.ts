import { Axes } from './axes';
import type { AxesBase, Position } from './axes-base';
import type { AxisScale } from './axis-scale';
import { Text, type TextOptions } from './artists/text';
import type { Mappable } from './artists/mappable';
import { toPaint, type Color } from './color';
import { ValueError } from './errors';
import { gridPosition, shareOf, type Share } from './grid';
import { addColorbar, type Colorbar, type ColorbarOptions } from './colorbar';
import { own } from './owner';
import { isChosen, rcParams } from './rc';
import { describeFigure } from './spec/describe';
import { figureSpec } from './spec/figure-spec';
import type { Artist, Layer } from './artists/artist';
import { save, type SaveOptions } from './save';

/** How a figure is made. */
export interface FigureOptions {
  /** Width and height in inches: 6.4 by 4.8 by default. */
  figsize?: readonly [number, number];
  /** Pixels of an inch: 100 by default. */
  dpi?: number;
  facecolor?: Color;
  layout?: 'constrained' | 'tight' | 'none';
}

/** How axes of a grid are made. */
export interface SubplotsOptions extends FigureOptions {
  /** Whether axes share x: all of them, or those of a column or a row. */
  sharex?: Share;
  sharey?: Share;
  widthRatios?: readonly number[];
  heightRatios?: readonly number[];
  /** Whether a single row, column or axes comes without a list around it: true by default. */
  squeeze?: boolean;
}

/** A figure: axes, and what stands above them. Matplotlib: `matplotlib.figure.Figure`. */
export class Figure {
  readonly axes: Axes[] = [];
  /** The axes that pyplot draws in. */
  current: Axes | undefined;
  suptitleText: Text | undefined;
  /** What was drawn by a colormap last, for `colorbar`. */
  lastMappable: { axes: Axes; mappable: Mappable } | undefined;
  #size: readonly [number, number];
  #dpi: number;
  #facecolor: Color | undefined;
  #altText: string | undefined;

  /** Not for cells: figures are made by `figure` and `subplots`. */
  constructor(
    /** The number by which pyplot knows the figure. */
    readonly number: number,
    options: FigureOptions = {}
  ) {
    const [width = 6.4, height = 4.8] = options.figsize ?? rcParams['figure.figsize'];
    this.#size = [width, height];
    this.#dpi = options.dpi ?? rcParams['figure.dpi'];
    this.#facecolor = options.facecolor;
    if (options.facecolor !== undefined) toPaint(options.facecolor);
  }

  /** Width and height in inches. Matplotlib: `Figure.get_size_inches`. */
  getSizeInches(): [number, number] {
    const [width, height] = this.#size;
    return [width, height];
  }
  /** Matplotlib: `Figure.set_size_inches`. */
  setSizeInches(width: number, height: number): void {
    this.#size = [width, height];
  }
  /** Pixels of an inch. Matplotlib: `Figure.dpi`. */
  get dpi(): number {
    return this.#dpi;
  }
  setDpi(dpi: number): void {
    this.#dpi = dpi;
  }
  /** The background that was chosen; undefined follows the page. */
  get background(): Color | undefined {
    return (
      this.#facecolor ?? (isChosen('figure.facecolor') ? rcParams['figure.facecolor'] : undefined)
    );
  }
  setFacecolor(color: Color): void {
    toPaint(color);
    this.#facecolor = color;
  }

  /**
   * Axes in a grid of rows and columns: `addSubplot(2, 2, 1)`, or `addSubplot()` for a single one.
   * Matplotlib: `Figure.add_subplot`.
   * @throws ValueError for a place that the grid does not have
   */
  addSubplot(rows = 1, columns = 1, index: number | readonly [number, number] = 1): Axes {
    return this.addAt(gridPosition(rows, columns, index));
  }

  /** Axes in a place of the figure, in parts of it: `addAxes([left, bottom, width, height])`. */
  addAxes([left, bottom, width, height]: readonly [number, number, number, number]): Axes {
    return this.addAt({ left, bottom, width, height });
  }

  /** Axes at a place, which may share scales with others. */
  addAt(position: Position, shared: Partial<Record<'x' | 'y', AxisScale>> = {}): Axes {
    const axes = new Axes(this, position, shared);
    this.axes.push(axes);
    this.current = axes;
    return axes;
  }

  /** Axes over others, with one scale in common. */
  addTwin(of: AxesBase, side: 'x' | 'y'): Axes {
    const axes = new Axes(this, of.position, { [side]: of.scaleOf(side) }, of);
    axes.look[side].isVisible = false;
    axes.look[side === 'x' ? 'y' : 'x'].orient = side === 'x' ? 'right' : 'top';
    this.axes.push(axes);
    this.current = axes;
    return axes;
  }

  /**
   * Axes in a grid: a list of rows; a single row, column or axes comes without lists around it.
   * Matplotlib: `Figure.subplots`.
   * @throws ValueError for a grid without rows or columns
   */
  subplots(rows: 1, columns: 1, options?: SubplotsOptions): Axes;
  subplots(rows?: number, columns?: number, options?: SubplotsOptions): Axes | Axes[] | Axes[][];
  subplots(rows = 1, columns = 1, options: SubplotsOptions = {}): Axes | Axes[] | Axes[][] {
    for (const [name, count] of [
      ['rows', rows],
      ['columns', columns]
    ] as const) {
      if (!Number.isInteger(count) || count < 1) {
        throw new ValueError(`Number of ${name} must be a positive integer, not ${count}`);
      }
    }
    const { sharex = false, sharey = false, squeeze = true, widthRatios, heightRatios } = options;
    const grid: Axes[][] = [];
    for (let row = 0; row < rows; row++) {
      const line: Axes[] = [];
      grid.push(line);
      for (let column = 0; column < columns; column++) {
        const share = (side: 'x' | 'y') =>
          shareOf(side === 'x' ? sharex : sharey, grid, row, column)?.scaleOf(side);
        const position = gridPosition(
          rows,
          columns,
          row * columns + column + 1,
          widthRatios,
          heightRatios
        );
        const axes = this.addAt(position, { x: share('x'), y: share('y') });
        // Labels stand at the outer axes alone.
        axes.look.x.hasLabels =
          !(sharex === true || sharex === 'all' || sharex === 'col') || row === rows - 1;
        axes.look.y.hasLabels =
          !(sharey === true || sharey === 'all' || sharey === 'row') || column === 0;
        line.push(axes);
      }
    }
    this.current = grid[0]?.[0];
    if (!squeeze) return grid;
    if (rows === 1 && columns === 1) return grid[0]?.[0] as Axes;
    return rows === 1 ? (grid[0] ?? []) : columns === 1 ? grid.flat() : grid;
  }

  /**
   * A colour bar of what a colormap was used for, the last one by default.
   * Matplotlib: `Figure.colorbar`.
   * @throws Error named RuntimeError where no colormap was used
   */
  colorbar(mappable?: Mappable, options?: ColorbarOptions): Colorbar {
    return own(addColorbar(this, mappable, options), this);
  }
  /** The axes in which something was drawn by a colormap. */
  axesOf(mappable: Mappable): Axes | undefined {
    return this.axes.find(axes => axes.artists.includes(mappable as unknown as Artist));
  }

  /** A title over all axes. Matplotlib: `Figure.suptitle`. */
  suptitle(title: string, options: TextOptions = {}): Text {
    this.suptitleText = new Text(0.5, 0.98, title, {
      fontsize: rcParams['figure.titlesize'],
      ...options
    });
    return own(this.suptitleText, this);
  }

  /** The axes that pyplot draws in, made if there are none. Matplotlib: `Figure.gca`. */
  gca(): Axes {
    return this.current ?? this.addSubplot();
  }
  /** Makes axes those that pyplot draws in. Matplotlib: `Figure.sca`. */
  sca(axes: Axes): void {
    this.current = axes;
  }
  /** Takes axes away. Matplotlib: `Figure.delaxes`. */
  delaxes(axes: Axes): void {
    const at = this.axes.indexOf(axes);
    if (at >= 0) this.axes.splice(at, 1);
    if (this.current === axes) this.current = this.axes.at(-1);
  }
  /** Takes everything away. Matplotlib: `Figure.clear`. */
  clear(): void {
    this.axes.length = 0;
    this.current = this.suptitleText = this.lastMappable = undefined;
  }
  /** The same as {@link clear}. Matplotlib: `Figure.clf`. */
  clf(): void {
    this.clear();
  }
  /**
   * Does nothing: axes here make room for their labels always. Matplotlib: `Figure.tight_layout`.
   */
  tightLayout(): void {
    return undefined;
  }

  /** What the figure shows, for those who cannot see it; by default made from what is drawn. */
  setAltText(text: string): void {
    this.#altText = text;
  }
  /** What the figure shows, in words. */
  getAltText(): string {
    return this.#altText ?? describeFigure(this);
  }

  /**
   * The figure as a Vega-Lite specification: a plain object that can be changed and displayed.
   */
  toVegaLite(): Layer {
    return figureSpec(this);
  }

  /**
   * Writes the figure into the notebook's folder, as SVG or PNG by the name's end.
   * Matplotlib: `Figure.savefig`, which knows more formats and is not awaited.
   * @returns the path by which the file can be read
   * @throws ValueError for another format, Error where no PNG can be drawn
   */
  savefig(name: string, options?: SaveOptions): Promise<string> {
    return save(this, name, options);
  }
}
