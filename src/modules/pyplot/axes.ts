import type { BarContainer } from './artists/bars';
import type { ErrorbarContainer } from './artists/errorbars';
import type { Line2D, LineOptions } from './artists/line';
import type { PathCollection } from './artists/points';
import type { ReferenceLine, ReferenceSpan } from './artists/reference';
import type { PatchOptions } from './artists/bars';
import { Text, type Annotation, type AnnotateOptions, type TextOptions } from './artists/text';
import { AxesBase } from './axes-base';
import { AttributeError } from './errors';
import { Legend, legendEntries, type LegendOptions } from './legend';
import { own } from './owner';
import { bars, type BarOptions } from './plots/bar';
import { boxplot, type Boxplot, type BoxplotOptions } from './plots/boxplot';
import { contours, type ContourArgument } from './plots/contour';
import { imshow, type ImageOptions } from './plots/imshow';
import type { AxesImage } from './artists/image';
import type { QuadContourSet } from './artists/contour';
import type { Mappable } from './artists/mappable';
import { errorbar, type ErrorbarOptions } from './plots/errorbar';
import { fillBetween, type FillOptions } from './plots/fill';
import { hist, type HistOptions, type Histogram } from './plots/hist';
import { annotate, text, type Place } from './plots/notes';
import { plot, type PlotArgument } from './plots/plot';
import { referenceLine, referenceSpan } from './plots/reference';
import { scatter, type ScatterOptions } from './plots/scatter';
import type { Bins } from './statistics';
import type { FillBetween } from './artists/fill';
import { isData, type Data } from './values';

/** What `ax.set` takes: the names of the setters without `set`. */
export interface AxesProperties {
  title?: string;
  xlabel?: string;
  ylabel?: string;
  xlim?: readonly [number, number];
  ylim?: readonly [number, number];
  xscale?: string;
  yscale?: string;
  xticks?: Data;
  yticks?: Data;
  xticklabels?: readonly string[];
  yticklabels?: readonly string[];
  aspect?: 'auto' | 'equal' | number;
  facecolor?: string;
}

/**
 * A plot with its axes: what the object style draws with. Matplotlib: `matplotlib.axes.Axes`,
 * whose methods are spelt with underscores.
 */
export class Axes extends AxesBase {
  /**
   * Lines and markers: `plot(y)`, `plot(x, y)`, `plot(x, y, 'r--o')`, or several of these one after
   * the other, options last. Data with two axes gives a line for each column.
   * Matplotlib: `Axes.plot`.
   * @throws ValueError where x and y differ in length, or for a format or colour that is none
   */
  plot(...args: PlotArgument[]): Line2D[] {
    return plot(this, args);
  }

  /**
   * A marker at each point; `s` are areas in points², `c` a colour or numbers shown by `cmap`.
   * Matplotlib: `Axes.scatter`.
   * @throws ValueError where x and y differ in length
   */
  scatter(x: Data, y: Data, options?: ScatterOptions): PathCollection {
    return this.remember(scatter(this, x, y, options));
  }

  /**
   * Bars that stand at `x`, which may be names. Matplotlib: `Axes.bar`.
   * @param width how wide they are, in data; may be left out: `bar(x, height, options)`
   * @throws ValueError where there are not as many heights as positions
   */
  bar(
    x: Data,
    height: number | Data,
    width?: number | BarOptions,
    options?: BarOptions
  ): BarContainer {
    return bars(this, true, x, height, mergeSize('width', width, options));
  }

  /**
   * Bars that lie at `y`, which may be names. Matplotlib: `Axes.barh`.
   * @throws ValueError where there are not as many widths as positions
   */
  barh(
    y: Data,
    width: number | Data,
    height?: number | BarOptions,
    options?: BarOptions
  ): BarContainer {
    return bars(this, false, y, width, mergeSize('height', height, options));
  }

  /**
   * A histogram: `hist(data)`, `hist(data, 30)`, `hist(data, { bins, density })`.
   * Matplotlib: `Axes.hist`, which gives a tuple where this gives `{ counts, edges, patches }`.
   * @throws ValueError for bins that do not increase
   */
  hist(data: Data, bins?: Bins | HistOptions, options?: HistOptions): Histogram {
    const isOptions = typeof bins === 'object' && !isData(bins);
    const given = isOptions
      ? (bins as HistOptions)
      : { bins: bins as Bins | undefined, ...options };
    return own(hist(this, data, given), this.figure);
  }

  /**
   * Numbers as colours, or colours as they are (`[r, g, b]` in each cell).
   * Matplotlib: `Axes.imshow`, which smooths where asked; cells here have one colour each.
   * @throws TypeError for data that is no picture
   */
  imshow(data: Data, options?: ImageOptions): AxesImage {
    return this.remember(imshow(this, data, options));
  }

  /**
   * Lines of equal height: `contour(Z)`, `contour(X, Y, Z)`, then levels and options.
   * Matplotlib: `Axes.contour`.
   * @throws TypeError where X, Y and Z do not fit, ValueError for levels that do not increase
   */
  contour(...args: ContourArgument[]): QuadContourSet {
    return this.remember(contours(this, false, args));
  }
  /** What lies between lines of equal height, filled. Matplotlib: `Axes.contourf`. See {@link contour}. */
  contourf(...args: ContourArgument[]): QuadContourSet {
    return this.remember(contours(this, true, args));
  }

  /**
   * A box for each data set, from the first to the third quartile, with whiskers.
   * Matplotlib: `Axes.boxplot`, whose result has no `stats`.
   * @throws ValueError where there are not as many positions or labels as data sets
   */
  boxplot(data: Data, options?: BoxplotOptions): Boxplot {
    return own(boxplot(this, data, options), this.figure);
  }

  /** Stairs through points. Matplotlib: `Axes.step`. */
  step(x: Data, y: Data, options: LineOptions & { where?: 'pre' | 'mid' | 'post' } = {}): Line2D[] {
    const { where = 'pre', ...rest } = options;
    return this.plot(x, y, { ...rest, drawstyle: `steps-${where}` });
  }
  /** Like {@link plot}, over two logarithmic axes. Matplotlib: `Axes.loglog`. */
  loglog(...args: PlotArgument[]): Line2D[] {
    this.setXscale('log');
    this.setYscale('log');
    return this.plot(...args);
  }
  /** Like {@link plot}, over a logarithmic x. Matplotlib: `Axes.semilogx`. */
  semilogx(...args: PlotArgument[]): Line2D[] {
    this.setXscale('log');
    return this.plot(...args);
  }
  /** Like {@link plot}, over a logarithmic y. Matplotlib: `Axes.semilogy`. */
  semilogy(...args: PlotArgument[]): Line2D[] {
    this.setYscale('log');
    return this.plot(...args);
  }

  /** Points with error bars. Matplotlib: `Axes.errorbar`. @throws ValueError for negative errors */
  errorbar(x: Data, y: Data, options?: ErrorbarOptions): ErrorbarContainer {
    return errorbar(this, x, y, options);
  }

  /**
   * The area between two curves, or a curve and a number. Matplotlib: `Axes.fill_between`.
   * @throws ValueError where the curves differ in length
   */
  fillBetween(
    x: Data,
    y1: number | Data,
    y2?: number | Data | FillOptions,
    options?: FillOptions
  ): FillBetween {
    const isOptions = typeof y2 === 'object' && !isData(y2);
    return fillBetween(
      this,
      x,
      y1,
      isOptions ? 0 : ((y2 as number | Data | undefined) ?? 0),
      isOptions ? (y2 as FillOptions) : options
    );
  }

  /** A horizontal line across the axes. Matplotlib: `Axes.axhline`. */
  axhline(y = 0, options?: LineOptions & { xmin?: number; xmax?: number }): ReferenceLine {
    return referenceLine(this, 'horizontal', y, options);
  }
  /** A vertical line across the axes. Matplotlib: `Axes.axvline`. */
  axvline(x = 0, options?: LineOptions & { ymin?: number; ymax?: number }): ReferenceLine {
    return referenceLine(this, 'vertical', x, options);
  }
  /** A horizontal band across the axes. Matplotlib: `Axes.axhspan`. */
  axhspan(ymin: number, ymax: number, options?: PatchOptions): ReferenceSpan {
    return referenceSpan(this, 'horizontal', ymin, ymax, options);
  }
  /** A vertical band across the axes. Matplotlib: `Axes.axvspan`. */
  axvspan(xmin: number, xmax: number, options?: PatchOptions): ReferenceSpan {
    return referenceSpan(this, 'vertical', xmin, xmax, options);
  }

  /** A text at a place in data. Matplotlib: `Axes.text`. */
  text(x: Place, y: Place, content: string, options?: TextOptions): Text {
    return text(this, x, y, content, options);
  }

  /**
   * A text about a place, with an arrow where `arrowprops` is given: `annotate(text, [x, y],
   * { xytext, arrowprops })`. Matplotlib: `Axes.annotate`.
   */
  annotate(
    content: string,
    xy: AnnotateOptions['xy'] | AnnotateOptions,
    options?: AnnotateOptions
  ): Annotation {
    return annotate(this, content, xy, options);
  }

  /**
   * Shows what has a label in a legend; `legend(['a', 'b'])` gives labels in the order of drawing.
   * Matplotlib: `Axes.legend`.
   * @throws ValueError for a place that there is not
   */
  legend(labels?: readonly string[] | LegendOptions, options?: LegendOptions): Legend {
    const isList = Array.isArray(labels);
    const given = isList ? options : (labels as LegendOptions | undefined);
    const texts = isList ? (labels as string[]) : given?.labels;
    this.legendShown = new Legend(legendEntries(this.artists, texts), given);
    return own(this.legendShown, this.figure);
  }
  /** The legend, where there is one. Matplotlib: `Axes.get_legend`. */
  getLegend(): Legend | undefined {
    return this.legendShown;
  }

  /**
   * Several settings at once: `ax.set({ title, xlabel, ylim })`. Matplotlib: `Axes.set`.
   * @throws AttributeError for a setting that there is not
   */
  set(properties: AxesProperties): void {
    for (const [name, value] of Object.entries(properties)) this.#setOne(name, value);
  }

  #setOne(name: string, value: AxesProperties[keyof AxesProperties]): void {
    switch (name) {
      case 'title':
        return void this.setTitle(value as string);
      case 'xlabel':
        return void this.setXlabel(value as string);
      case 'ylabel':
        return void this.setYlabel(value as string);
      case 'xlim':
        return void this.setXlim(value as [number, number]);
      case 'ylim':
        return void this.setYlim(value as [number, number]);
      case 'xscale':
        return this.setXscale(value as string);
      case 'yscale':
        return this.setYscale(value as string);
      case 'xticks':
        return this.setXticks(value as Data);
      case 'yticks':
        return this.setYticks(value as Data);
      case 'xticklabels':
        return this.setXticklabels(value as string[]);
      case 'yticklabels':
        return this.setYticklabels(value as string[]);
      case 'aspect':
        return this.setAspect(value as 'auto' | 'equal' | number);
      case 'facecolor':
        return this.setFacecolor(value as string);
      default:
        throw new AttributeError(`Axes.set() got an unexpected keyword argument '${name}'`);
    }
  }

  /** Axes with a vertical axis of their own on the right, over the same x. Matplotlib: `Axes.twinx`. */
  twinx(): Axes {
    return this.figure.addTwin(this, 'x');
  }
  /** Axes with a horizontal axis of their own above, over the same y. Matplotlib: `Axes.twiny`. */
  twiny(): Axes {
    return this.figure.addTwin(this, 'y');
  }

  /** Notes what a colour bar would explain. */
  protected remember<T extends Mappable>(artist: T): T {
    if (artist.getArray()) this.figure.lastMappable = { axes: this, mappable: artist };
    return artist;
  }

  /** Takes everything away. Matplotlib: `Axes.clear`. */
  clear(): void {
    this.reset();
  }
  /** The same as {@link clear}. Matplotlib: `Axes.cla`. */
  cla(): void {
    this.reset();
  }
}

function mergeSize(
  name: 'width' | 'height',
  size: number | BarOptions | undefined,
  options: BarOptions | undefined
): BarOptions {
  return typeof size === 'object'
    ? size
    : { ...(size === undefined ? {} : { [name]: size }), ...options };
}
