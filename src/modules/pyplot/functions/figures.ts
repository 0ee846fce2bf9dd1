import type { Axes } from '../axes';
import { Figure, type FigureOptions, type SubplotsOptions } from '../figure';
import { gridPosition } from '../grid';
import {
  byNumber,
  currentAxes,
  currentFigure,
  forget,
  forgetAll,
  hasFigure,
  makeCurrent,
  numbers,
  openFigure,
  showAll
} from '../manager';
import type { SaveOptions } from '../save';

/**
 * A new figure, or the open one of a number, in which what follows is drawn.
 * Matplotlib: `matplotlib.pyplot.figure`.
 * @example
 * ```ts
 * import * as plt from 'pyplot';
 * const fig = plt.figure({ figsize: [8, 3] });
 * fig.getSizeInches()
 * // → [ 8, 3 ]
 * ```
 */
export function figure(numberOrOptions?: number | FigureOptions, options?: FigureOptions): Figure {
  const isNumber = typeof numberOrOptions === 'number';
  return openFigure(isNumber ? numberOrOptions : undefined, isNumber ? options : numberOrOptions);
}

/**
 * A figure with axes in a grid of rows and columns: `[fig, ax]` of one, `[fig, axs]` of several,
 * where `axs` is a list for a single row or column and a list of rows otherwise.
 * Matplotlib: `matplotlib.pyplot.subplots`.
 * @throws ValueError for a grid without rows or columns
 */
export function subplots(rows?: 1, columns?: 1, options?: SubplotsOptions): [Figure, Axes];
export function subplots(options: SubplotsOptions): [Figure, Axes];
export function subplots(rows: 1, columns: number, options?: SubplotsOptions): [Figure, Axes[]];
export function subplots(rows: number, columns?: 1, options?: SubplotsOptions): [Figure, Axes[]];
export function subplots(
  rows: number,
  columns: number,
  options?: SubplotsOptions
): [Figure, Axes[][]];
export function subplots(
  rows: number | SubplotsOptions = 1,
  columns = 1,
  options?: SubplotsOptions
): [Figure, Axes | Axes[] | Axes[][]] {
  const own = typeof rows === 'object' ? rows : options;
  const fig = openFigure(undefined, own);
  return [fig, fig.subplots(typeof rows === 'object' ? 1 : rows, columns, own)];
}

/**
 * The axes of a cell of a grid in the current figure, made if there are none: `subplot(2, 2, 1)`
 * or `subplot(221)`. Matplotlib: `matplotlib.pyplot.subplot`.
 * @throws ValueError for a cell that the grid does not have
 */
export function subplot(
  rows = 1,
  columns?: number,
  index?: number | readonly [number, number]
): Axes {
  const isCode = columns === undefined && rows > 99;
  const [r, c, i] = isCode ? [...String(rows)].map(Number) : [rows, columns ?? 1, index ?? 1];
  const position = gridPosition(r as number, c as number, i as number);
  const fig = currentFigure();
  const same = fig.axes.find(axes =>
    (['left', 'bottom', 'width', 'height'] as const).every(
      side => Math.abs(axes.position[side] - position[side]) < 1e-9
    )
  );
  if (same) fig.sca(same);
  return same ?? fig.addAt(position);
}

/** Axes at a place of the current figure, in parts of it. Matplotlib: `matplotlib.pyplot.axes`. */
export function axes(place?: readonly [number, number, number, number]): Axes {
  return place ? currentFigure().addAxes(place) : currentFigure().addSubplot();
}

/** The axes that are drawn in, made if there are none. Matplotlib: `matplotlib.pyplot.gca`. */
export function gca(): Axes {
  return currentAxes();
}

/** The figure that is drawn in, made if there is none. Matplotlib: `matplotlib.pyplot.gcf`. */
export function gcf(): Figure {
  return currentFigure();
}

/** Draws in these axes from now on. Matplotlib: `matplotlib.pyplot.sca`. */
export function sca(ax: Axes): void {
  makeCurrent(ax);
}

/** Takes everything out of the current figure. Matplotlib: `matplotlib.pyplot.clf`. */
export function clf(): void {
  currentFigure().clear();
}

/** Takes everything out of the current axes. Matplotlib: `matplotlib.pyplot.cla`. */
export function cla(): void {
  currentAxes().clear();
}

/** Closes a figure, which is then not shown: the current one, one by its number, or `'all'`. Matplotlib: `matplotlib.pyplot.close`. */
export function close(which?: Figure | number | 'all'): void {
  if (which === 'all') return forgetAll();
  const closed =
    typeof which === 'number'
      ? byNumber(which)
      : (which ?? (numbers().length > 0 ? currentFigure() : undefined));
  if (closed) forget(closed);
}

/** The numbers of the open figures. Matplotlib: `matplotlib.pyplot.get_fignums`. */
export function getFignums(): number[] {
  return numbers();
}

/** Whether a figure of this number is open. Matplotlib: `matplotlib.pyplot.fignum_exists`. */
export function fignumExists(number: number): boolean {
  return hasFigure(number);
}

/**
 * Shows all open figures and closes them. A cell that ends without it shows them too.
 * Matplotlib: `matplotlib.pyplot.show`.
 */
export function show(): void {
  showAll();
}

/**
 * Writes the current figure into the notebook's folder, as SVG or PNG: `await
 * plt.savefig('plot.svg')`. Matplotlib: `matplotlib.pyplot.savefig`, which is not awaited.
 * @returns the path by which the file can be read
 * @throws ValueError for another format, Error where no PNG can be drawn
 */
export function savefig(name: string, options?: SaveOptions): Promise<string> {
  return currentFigure().savefig(name, options);
}

/** Makes room for labels, which axes here do always. Matplotlib: `matplotlib.pyplot.tight_layout`. */
export function tightLayout(): void {
  currentFigure().tightLayout();
}

/** A title over all axes of the current figure. Matplotlib: `matplotlib.pyplot.suptitle`. */
export function suptitle(...args: Parameters<Figure['suptitle']>): ReturnType<Figure['suptitle']> {
  return currentFigure().suptitle(...args);
}

/**
 * A Vega-Lite specification as what a cell shows: the way on from pyplot to plots of one's own.
 * `plt.vegaLite(fig)` gives the specification of a figure, to be changed and displayed.
 * Matplotlib: `matplotlib.figure.Figure`, which draws by itself and has nothing of the kind.
 */
export function vegaLite(spec: Figure | Record<string, unknown>): Record<string, unknown> {
  if (spec instanceof Figure) {
    forget(spec);
    return spec.toVegaLite();
  }
  return { $schema: 'https://vega.github.io/schema/vega-lite/v5.json', ...spec };
}
