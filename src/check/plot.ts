import type { Part } from '../lesson/comparison';
import { equal, subject, type CompareOptions } from './compare';
import type { CellOutputs } from './context';
import { failed, type Failure } from './failure';
import { show } from './show';

const VEGA_LITE = 'application/vnd.vegalite.v5+json';

type Fields = Readonly<Record<string, unknown>>;

/** What a plot is to have; what is left out is not looked at. */
export interface PlotParts {
  /** How it draws, such as `point` or `bar`. */
  mark?: string;
  /** By channel, such as `x`: the field, type, aggregate, title that it is to have. */
  encoding?: Readonly<Record<string, Fields>>;
  title?: string;
  /** The rows that it draws, in any order. */
  data?: readonly Fields[];
}

/** One view of a plot, with what it has of the views around it. */
interface View {
  mark: string | undefined;
  encoding: Fields;
  title: string | undefined;
  data: readonly unknown[];
}

/** The specification of the plot that a cell showed last; nothing where it showed none. */
export function plotOf({ shown }: Pick<CellOutputs, 'shown'>): unknown {
  return shown.findLast(bundle => VEGA_LITE in bundle)?.[VEGA_LITE];
}

/**
 * Compares a Vega-Lite plot by its specification. Of layers and of views beside one another, the
 * one that has most of what is asked for is compared.
 */
export function comparePlot(
  actual: unknown,
  expected: PlotParts,
  options: Pick<CompareOptions, 'name'> = {}
): Failure | undefined {
  const who = options.name === undefined ? 'Your plot' : subject(options);
  const views = isFields(actual) ? viewsOf(actual) : [];
  const differences = views
    .map(view => differencesOf(view, expected))
    .sort((a, b) => a.length - b.length);
  const [best] = differences;
  if (!best) {
    return failed('no-plot', `${who} is not there: let the cell end in a plot.`, {
      expected: 'a plot',
      actual: show(actual)
    });
  }
  const [first] = best;
  if (!first) {
    return undefined;
  }
  const found = first.actual === undefined ? 'nothing' : `\`${first.actual}\``;
  const wanted = first.expected === undefined ? 'nothing' : `\`${first.expected}\``;
  return failed(
    idOf(first.name),
    `${who} has ${found} for \`${first.name}\`; ${wanted} is expected.`,
    {
      expected: `${first.name}: ${first.expected ?? ''}`,
      actual: `${first.name}: ${first.actual ?? ''}`,
      comparison: { kind: 'parts', parts: best }
    }
  );
}

function idOf(name: string): string {
  return ['mark', 'title', 'data'].includes(name) ? `wrong-${name}` : 'wrong-encoding';
}

/** What a view has otherwise than it is to be, the mark first. */
function differencesOf(view: View, expected: PlotParts): Part[] {
  const parts: Part[] = [];
  const add = (name: string, wanted: unknown, found: unknown, same = equal(found, wanted)) => {
    if (!same) {
      const shown = found === undefined ? {} : { actual: plain(found) };
      parts.push({ name, expected: plain(wanted), ...shown });
    }
  };
  if (expected.mark !== undefined) {
    add('mark', expected.mark, view.mark);
  }
  for (const [channel, wanted] of Object.entries(expected.encoding ?? {})) {
    const found = view.encoding[channel];
    for (const [key, value] of Object.entries(wanted)) {
      add(`${channel}.${key}`, value, isFields(found) ? found[key] : undefined);
    }
  }
  if (expected.title !== undefined) {
    add('title', expected.title, view.title);
  }
  if (expected.data !== undefined) {
    const { data } = expected;
    const rest = [...view.data];
    const missing = data.filter(row => {
      const index = rest.findIndex(other => hasAll(other, row));
      return index < 0 || rest.splice(index, 1).length === 0;
    });
    const same = missing.length === 0 && rest.length === 0;
    add('data', `${data.length} rows`, `${view.data.length} rows`, same);
  }
  return parts;
}

/** Whether a row has all of another; what it has besides does not count. */
const hasAll = (row: unknown, wanted: Fields): boolean =>
  isFields(row) && Object.entries(wanted).every(([key, value]) => equal(row[key], value));

/** The views of a specification; each has the data and encoding of those around it. */
function viewsOf(spec: Fields, outer: Partial<View> = {}): View[] {
  const { mark, encoding, title, data } = spec;
  const view: View = {
    mark: isFields(mark) ? String(mark.type) : typeof mark === 'string' ? mark : undefined,
    encoding: { ...outer.encoding, ...(isFields(encoding) ? encoding : {}) },
    title: titleOf(title) ?? outer.title,
    data: isFields(data) && Array.isArray(data.values) ? data.values : (outer.data ?? [])
  };
  const parts = ['layer', 'hconcat', 'vconcat', 'concat'].flatMap(key =>
    Array.isArray(spec[key]) ? (spec[key] as unknown[]) : []
  );
  const inner = [...parts, spec.spec].filter(isFields);
  return inner.length === 0 ? [view] : inner.flatMap(part => viewsOf(part, view));
}

function titleOf(title: unknown): string | undefined {
  const text = isFields(title) ? title.text : title;
  return typeof text === 'string' ? text : undefined;
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : show(value));

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
