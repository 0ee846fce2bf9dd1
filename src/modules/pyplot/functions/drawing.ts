import type { Axes } from '../axes';
import { Mappable } from '../artists/mappable';
import type { Colorbar, ColorbarOptions } from '../colorbar';
import { currentAxes, currentFigure } from '../manager';

/**
 * A colour bar of what a colormap was used for: `colorbar()`, `colorbar(image, { label })`.
 * Matplotlib: `matplotlib.pyplot.colorbar`. See {@link Figure.colorbar}.
 * @throws Error named RuntimeError where no colormap was used
 */
export function colorbar(
  mappable?: Mappable | ColorbarOptions,
  options?: ColorbarOptions
): Colorbar {
  return mappable instanceof Mappable
    ? currentFigure().colorbar(mappable, options)
    : currentFigure().colorbar(undefined, mappable ?? options);
}

type Method<Name extends keyof Axes> = Axes[Name] extends (...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;

/** Lines and markers in the current axes. Matplotlib: `matplotlib.pyplot.plot`. See {@link Axes.plot}. */
export const plot: Method<'plot'> = (...args) => currentAxes().plot(...args);

/** A marker at each point. Matplotlib: `matplotlib.pyplot.scatter`. See {@link Axes.scatter}. */
export const scatter: Method<'scatter'> = (...args) => currentAxes().scatter(...args);

/** Bars that stand. Matplotlib: `matplotlib.pyplot.bar`. See {@link Axes.bar}. */
export const bar: Method<'bar'> = (...args) => currentAxes().bar(...args);

/** Bars that lie. Matplotlib: `matplotlib.pyplot.barh`. See {@link Axes.barh}. */
export const barh: Method<'barh'> = (...args) => currentAxes().barh(...args);

/** A histogram. Matplotlib: `matplotlib.pyplot.hist`. See {@link Axes.hist}. */
export const hist: Method<'hist'> = (...args) => currentAxes().hist(...args);

/** Points with error bars. Matplotlib: `matplotlib.pyplot.errorbar`. See {@link Axes.errorbar}. */
export const errorbar: Method<'errorbar'> = (...args) => currentAxes().errorbar(...args);

/** The area between two curves. Matplotlib: `matplotlib.pyplot.fill_between`. See {@link Axes.fillBetween}. */
export const fillBetween: Method<'fillBetween'> = (...args) => currentAxes().fillBetween(...args);

/** A horizontal line across the axes. Matplotlib: `matplotlib.pyplot.axhline`. See {@link Axes.axhline}. */
export const axhline: Method<'axhline'> = (...args) => currentAxes().axhline(...args);

/** A vertical line across the axes. Matplotlib: `matplotlib.pyplot.axvline`. See {@link Axes.axvline}. */
export const axvline: Method<'axvline'> = (...args) => currentAxes().axvline(...args);

/** A horizontal band across the axes. Matplotlib: `matplotlib.pyplot.axhspan`. See {@link Axes.axhspan}. */
export const axhspan: Method<'axhspan'> = (...args) => currentAxes().axhspan(...args);

/** A vertical band across the axes. Matplotlib: `matplotlib.pyplot.axvspan`. See {@link Axes.axvspan}. */
export const axvspan: Method<'axvspan'> = (...args) => currentAxes().axvspan(...args);

/** A text at a place. Matplotlib: `matplotlib.pyplot.text`. See {@link Axes.text}. */
export const text: Method<'text'> = (...args) => currentAxes().text(...args);

/** A text with an arrow to a place. Matplotlib: `matplotlib.pyplot.annotate`. See {@link Axes.annotate}. */
export const annotate: Method<'annotate'> = (...args) => currentAxes().annotate(...args);

/** A legend of what has a label. Matplotlib: `matplotlib.pyplot.legend`. See {@link Axes.legend}. */
export const legend: Method<'legend'> = (...args) => currentAxes().legend(...args);

/** Axes over the current ones with a y of their own. Matplotlib: `matplotlib.pyplot.twinx`. */
export const twinx: Method<'twinx'> = () => currentAxes().twinx();

/** Numbers as colours, or a picture. Matplotlib: `matplotlib.pyplot.imshow`. See {@link Axes.imshow}. */
export const imshow: Method<'imshow'> = (...args) => currentAxes().imshow(...args);

/** Lines of equal height. Matplotlib: `matplotlib.pyplot.contour`. See {@link Axes.contour}. */
export const contour: Method<'contour'> = (...args) => currentAxes().contour(...args);

/** What lies between lines of equal height, filled. Matplotlib: `matplotlib.pyplot.contourf`. See {@link Axes.contourf}. */
export const contourf: Method<'contourf'> = (...args) => currentAxes().contourf(...args);

/** A box for each data set. Matplotlib: `matplotlib.pyplot.boxplot`. See {@link Axes.boxplot}. */
export const boxplot: Method<'boxplot'> = (...args) => currentAxes().boxplot(...args);

/** Stairs through points. Matplotlib: `matplotlib.pyplot.step`. See {@link Axes.step}. */
export const step: Method<'step'> = (...args) => currentAxes().step(...args);

/** Lines over two logarithmic axes. Matplotlib: `matplotlib.pyplot.loglog`. See {@link Axes.loglog}. */
export const loglog: Method<'loglog'> = (...args) => currentAxes().loglog(...args);

/** Lines over a logarithmic x. Matplotlib: `matplotlib.pyplot.semilogx`. See {@link Axes.semilogx}. */
export const semilogx: Method<'semilogx'> = (...args) => currentAxes().semilogx(...args);

/** Lines over a logarithmic y. Matplotlib: `matplotlib.pyplot.semilogy`. See {@link Axes.semilogy}. */
export const semilogy: Method<'semilogy'> = (...args) => currentAxes().semilogy(...args);
