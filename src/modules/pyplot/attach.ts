import type { Host } from '../host';
import { Figure } from './figure';
import { setHost } from './host';
import { forget, showAll } from './manager';
import { figureOf } from './shown';

/**
 * Joins figures to the notebook: one that is a cell's value is shown in its place, and so is what a
 * cell drew, when an artist is its value. Figures that are still open when a cell ends are shown
 * there.
 */
export function attach(host: Host): void {
  setHost(host);
  host.addFormatter<object>({
    matches: (value): value is object => figureOf(value) !== undefined,
    render(value) {
      const figure = figureOf(value);
      if (!figure) throw new TypeError('There is no figure to show.');
      forget(figure);
      return {
        'application/vnd.vegalite.v5+json': figure.toVegaLite() as never,
        'text/plain': nameOf(figure)
      };
    },
    label: value => (value instanceof Figure ? nameOf(value) : value.constructor.name),
    text: value => (value instanceof Figure ? nameOf(value) : `<${value.constructor.name}>`)
  });
  host.afterCell(showAll);
}

function nameOf(figure: Figure): string {
  const [width, height] = figure.getSizeInches().map(inches => Math.round(inches * figure.dpi));
  const count = figure.axes.length;
  return `<Figure size ${width}x${height} with ${count} Axes>`;
}
