import type { Axes } from '../axes';
import { currentAxes } from '../manager';

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
