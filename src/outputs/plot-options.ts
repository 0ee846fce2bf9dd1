import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

/** Lets a plot load nothing: Vega asks for every address here before it follows it. */
export const noAddresses: IRenderMime.IResolver = {
  isLocal: () => true,
  resolveUrl: url => Promise.reject(new Error(`A plot may not load ${url}.`)),
  getDownloadUrl: url => Promise.reject(new Error(`A plot may not load ${url}.`))
};

/**
 * What is black on white paper, and the paper, in a page with a dark theme. `color` fills a text and
 * is the stroke of a line; a `fill` would also fill the area that a line surrounds.
 */
const darkStyles = {
  ink: { color: '#fff', tickColor: '#fff', domainColor: '#fff' },
  // What Vega's dark theme draws on.
  paper: { color: '#333' }
};

/**
 * How a plot is embedded. Its expressions are interpreted instead of being made functions of the
 * page, the editor that its menu offers would send it to another host, and a tooltip is text. Marks and
 * axes in the styles `ink` and `paper` follow the theme.
 */
export function plotOptions(isDark = false): ReadonlyPartialJSONObject {
  const options = {
    ast: true,
    actions: { export: true, source: false, compiled: false, editor: false },
    tooltip: { formatTooltip },
    ...(isDark ? { config: { style: darkStyles } } : {})
  };
  // The renderer passes what it takes for metadata on to Vega as it is, functions too.
  return options as unknown as ReadonlyPartialJSONObject;
}

/** A tooltip's HTML: a table of names and values. Vega's own would load a value called `image`. */
export function formatTooltip(value: unknown, toHtml: (value: unknown) => string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return toHtml(textOf(value));
  }
  const rows = Object.entries(value).map(
    ([name, item]) =>
      `<tr><td class="key">${toHtml(name)}</td><td class="value">${toHtml(textOf(item))}</td></tr>`
  );
  return `<table>${rows.join('')}</table>`;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
