import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as np from '../../../src/modules/numpy';
import * as plt from '../../../src/modules/pyplot';
import { readRecording } from '../recording';
import { describeFigure, type FigureAbout, type Part } from './describe';

/** What Matplotlib gave: a figure and the value of the last line, or an error. */
type Expected =
  | { figure: FigureAbout & { size: number[] }; value?: unknown }
  | { error: { name: string; message: string } };

interface Case {
  typescript: string;
  python: string;
  expected: Expected;
  /** Why ours is different on purpose, and in what. */
  differs?: { in: string[]; because: string };
}

const recording = readRecording<{ matplotlib: string; cases: Case[] }>('pyplot');

function run(source: string): unknown {
  const lines = source.split('\n');
  const last = lines.pop() ?? '';
  return new Function('plt', 'np', `${lines.join('\n')}\nreturn ${last}`)(plt, np);
}

const close = (actual: number, expected: number, scale: number) =>
  Math.abs(actual - expected) <= 1e-5 * Math.max(Math.abs(expected), scale);

/** Where two descriptions differ, as paths; lists of things may be in another order. */
function differences(actual: unknown, expected: unknown, path: string, scale = 1e-300): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return close(actual, expected, scale) ? [] : [`${path}: ${actual} for ${expected}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (actual.length !== expected.length) {
      return [
        `${path}: ${actual.length} items for ${expected.length}: ${JSON.stringify(actual).slice(0, 200)} for ${JSON.stringify(expected).slice(0, 200)}`
      ];
    }
    const list = expected as unknown[];
    const numbers = list.filter(item => typeof item === 'number');
    // A number near zero among large ones is compared by their size.
    const own = numbers.length > 1 ? Math.max(...numbers.map(Math.abs)) * 1e-6 : scale;
    const inOrder = list.flatMap((item, i) =>
      differences((actual as unknown[])[i], item, `${path}[${i}]`, own)
    );
    if (inOrder.length === 0 || !/\.(lines|segments|areas|bars|titles)$/.test(path)) return inOrder;
    const left = [...(actual as unknown[])];
    for (const item of list) {
      const at = left.findIndex(each => differences(each, item, '', own).length === 0);
      if (at < 0) return inOrder;
      left.splice(at, 1);
    }
    return [];
  }
  if (
    typeof expected === 'object' &&
    expected !== null &&
    typeof actual === 'object' &&
    actual !== null
  ) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences((actual as Record<string, unknown>)[key], value, `${path}.${key}`, scale)
    );
  }
  return Object.is(actual, expected) || (actual === undefined && expected === null)
    ? []
    : [`${path}: ${JSON.stringify(actual)} for ${JSON.stringify(expected)}`];
}

beforeEach(() => plt.style.use('default'));
afterEach(() => plt.close('all'));

describe(`against Matplotlib ${recording.matplotlib}`, () => {
  it.each(recording.cases)('$typescript', ({ typescript, expected, differs }) => {
    if ('error' in expected) {
      const { name, message } = expected.error;
      expect(() => run(typescript)).toThrow(expect.objectContaining({ name, message }) as Error);
      return;
    }
    const value = run(typescript);
    const figure = plt.gcf();
    const about = describeFigure(figure.toVegaLite() as Part, figure.dpi);
    const size = figure.getSizeInches().map(inches => inches * figure.dpi);
    const found = differences({ ...about, size }, expected.figure, 'figure');
    const values =
      expected.value === undefined ? [] : differences(plain(value), expected.value, 'value');
    const meant = (difference: string) =>
      differs?.in.some(part => difference.includes(part)) ?? false;
    expect([...found, ...values].filter(difference => !meant(difference))).toEqual([]);
    if (differs) expect([...found, ...values].some(meant), 'it differs no more').toBe(true);
  });
});

/** A value as JSON has it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}

/** Every function that the module exports. */
const exported = Object.entries({ ...plt, ...plt.style })
  .filter(([, value]) => typeof value === 'function' && !/^class/.test(String(value)))
  .map(([name]) => name);

it('every public function is compared', () => {
  const programs = recording.cases.map(({ typescript }) => typescript).join('\n');
  // Nothing of Matplotlib's to compare with: files, the page, and a plot that is no figure of its.
  const apart = ['show', 'savefig', 'vegaLite', 'Colormap'];
  const missing = exported.filter(
    name => !apart.includes(name) && !new RegExp(`\\b${name}\\(`).test(programs)
  );
  expect(missing).toEqual([]);
});
