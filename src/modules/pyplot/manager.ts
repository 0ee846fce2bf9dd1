import type { Axes } from './axes';
import { Figure, type FigureOptions } from './figure';
import { requireHost } from './host';

/** Open figures by their numbers, in the order in which they were made. */
const figures = new Map<number, Figure>();
let current: Figure | undefined;

/** A new figure, or the one of a number. */
export function openFigure(number: number | undefined, options: FigureOptions = {}): Figure {
  const known = number === undefined ? undefined : figures.get(number);
  const figure = known ?? new Figure(number ?? Math.max(0, ...figures.keys()) + 1, options);
  figures.set(figure.number, figure);
  current = figure;
  return figure;
}

/** The figure that pyplot draws in, made if there is none. */
export const currentFigure = (): Figure => current ?? openFigure(undefined);
/** The axes that pyplot draws in, made if there are none. */
export const currentAxes = (): Axes => currentFigure().gca();

export function makeCurrent(axes: Axes): void {
  axes.figure.sca(axes);
  if (figures.has(axes.figure.number)) current = axes.figure;
}

export const numbers = (): number[] => [...figures.keys()].sort((a, b) => a - b);
export const hasFigure = (number: number): boolean => figures.has(number);

/** Forgets a figure: it is not shown any more, but whoever has it can go on with it. */
export function forget(figure: Figure): void {
  if (figures.get(figure.number) === figure) figures.delete(figure.number);
  if (current === figure) current = [...figures.values()].at(-1);
}

export function forgetAll(): void {
  figures.clear();
  current = undefined;
}

export const byNumber = (number: number): Figure | undefined => figures.get(number);

/** Shows all open figures and closes them, as at the end of a cell. */
export function showAll(): void {
  const open = [...figures.values()].filter(
    figure => figure.axes.length > 0 || figure.suptitleText
  );
  forgetAll();
  for (const figure of open) requireHost().display(figure);
}
