import type { Json } from '../protocol/runtime';

type JsonObject = { [key: string]: Json };

/** Keys by which a plot would load something, lead somewhere or change how it is embedded. */
const ADDRESSES = ['url', 'href', 'loader'];

/** What a control under a plot may be; `image` for one would load an address. */
const INPUTS = new Set([
  'checkbox',
  'color',
  'date',
  'datetime-local',
  'month',
  'number',
  'radio',
  'range',
  'search',
  'select',
  'text',
  'time',
  'week'
]);
/** Vega sets every other key of a control as an attribute of its element: `onfocus` is one. */
const INPUT_KEYS = new Set([
  'autocomplete',
  'debounce',
  'input',
  'labels',
  'max',
  'min',
  'name',
  'options',
  'placeholder',
  'step'
]);

/**
 * Why a Vega-Lite spec may not be drawn: it would reach the network or the page. Its data has to
 * be in itself; what stands in the rows is drawn, never followed, so that a column may have any
 * name.
 *
 * @returns a sentence, or undefined where the spec does no harm
 */
export function findPlotProblem(spec: Json): string | undefined {
  if (!isObject(spec)) {
    return 'a plot has to be an object.';
  }
  const { $schema: schema = 'https://vega.github.io/schema/vega-lite/v5.json' } = spec;
  // Another schema makes the renderer read the spec as Vega.
  if (
    typeof schema !== 'string' ||
    !/^https:\/\/vega\.github\.io\/schema\/vega-lite\/v\d+[\d.]*\.json$/.test(schema)
  ) {
    return 'a plot has to be written in Vega-Lite.';
  }
  const { datasets, ...rest } = spec;
  if (datasets !== undefined && !isObject(datasets)) {
    return 'the data sets of a plot have to be named.';
  }
  return inspect(rest);
}

function inspect(part: Json): string | undefined {
  if (typeof part !== 'object' || part === null) {
    return undefined;
  }
  if (Array.isArray(part)) {
    return first(part, inspect);
  }
  for (const key of ADDRESSES) {
    if (key in part) {
      return `a plot may hold its data only in itself, and this one has "${key}".`;
    }
  }
  if ('usermeta' in part) {
    return 'a plot may not set how it is embedded (usermeta).';
  }
  if ('signals' in part) {
    return 'a plot may not have signals of Vega.';
  }
  if (part.mark === 'image' || (isObject(part.mark) && part.mark.type === 'image')) {
    return 'a plot may not load images.';
  }
  return first(Object.entries(part), ([key, value]) => inspectEntry(key, value));
}

function inspectEntry(key: string, value: Json): string | undefined {
  switch (key) {
    case 'data':
      if (isObject(value)) {
        const { values: _, ...source } = value;
        return inspect(source);
      }
      return inspect(value);
    case 'cursor':
      // The page gives it to a style, where `url(…)` loads.
      return typeof value === 'string' && /^[a-z-]+$/.test(value)
        ? undefined
        : 'the cursor over a plot has to be one of the named ones.';
    case 'params':
      return Array.isArray(value) && value.some(param => isObject(param) && param.name === 'cursor')
        ? 'a parameter of a plot may not be called "cursor".'
        : inspect(value);
    case 'bind':
      return inspectControls(value);
    default:
      return inspect(value);
  }
}

/** A control, or several by the name of what they set. */
function inspectControls(bind: Json): string | undefined {
  if (!isObject(bind)) {
    return typeof bind === 'string' ? undefined : 'a control of a plot has to be described.';
  }
  if (!('input' in bind)) {
    return 'element' in bind
      ? 'a plot may not reach controls outside of it.'
      : first(Object.values(bind), inspectControls);
  }
  if (typeof bind.input !== 'string' || !INPUTS.has(bind.input)) {
    return 'a plot has a control of a kind that is not known.';
  }
  const odd = Object.keys(bind).find(key => !INPUT_KEYS.has(key));
  return odd === undefined ? undefined : `a control of a plot may not have "${odd}".`;
}

function first<T>(parts: T[], find: (part: T) => string | undefined): string | undefined {
  for (const part of parts) {
    const problem = find(part);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
