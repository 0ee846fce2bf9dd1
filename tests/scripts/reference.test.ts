import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicApi } from '../../scripts/reference-api.mjs';
import { pageOf, splitOriginal } from '../../scripts/reference-originals.mjs';
import { folder, pages } from '../../scripts/reference.mjs';

/** Modules whose functions each stand for one of Python's. */
const ofOriginals = ['numpy', 'keras', 'pyplot'];

/** The compiler reads all modules for it, which takes long on a busy machine. */
const READING = 120_000;

let api: ReturnType<typeof publicApi>;
beforeAll(() => {
  api = publicApi();
}, READING);

describe('the reference', () => {
  it('says what the documentation says; `npm run reference` makes it anew', async () => {
    const made = await pages(api);
    expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
    const stale = [...made].filter(
      ([name, text]) => readFileSync(path.join(folder, name), 'utf8') !== text
    );
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it('has a text for all that a module exports', () => {
    const silent = api.flatMap(({ name, entries }) =>
      entries.filter(each => !each.text).map(each => `${name} ${each.name}, ${each.file}`)
    );
    expect(silent).toEqual([]);
  });

  it('leads from each function to the page of its original', () => {
    const without = api
      .filter(({ name }) => ofOriginals.includes(name))
      .flatMap(({ entries }) => entries.filter(each => each.kind === 'function'))
      .filter(({ text }) => !splitOriginal(text).original?.includes('](https://'));
    expect(without.map(({ name, file, line }) => `${name}, ${file}:${line}`)).toEqual([]);
  });
});

describe('the page of an original', () => {
  it.each([
    ['numpy.zeros_like', 'https://numpy.org/doc/stable/reference/generated/numpy.zeros_like.html'],
    ['numpy.pi', 'https://numpy.org/doc/stable/reference/constants.html#numpy.pi'],
    [
      'Generator.normal',
      'https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.normal.html'
    ],
    [
      'matplotlib.pyplot.plot',
      'https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.plot.html'
    ],
    ['keras.layers.Dense', 'https://www.tensorflow.org/api_docs/python/tf/keras/layers/Dense'],
    ['x1 + x2', undefined]
  ])('%s', (name, page) => {
    expect(pageOf(name)).toBe(page);
  });

  it('is linked in the sentence that names it, up to the sentence’s end', () => {
    expect(
      splitOriginal("Makes a grid. NumPy: `numpy.meshgrid` with `indexing='a. b'`. More.")
    ).toEqual({
      text: 'Makes a grid. More.',
      system: 'NumPy',
      original:
        "[`numpy.meshgrid`](https://numpy.org/doc/stable/reference/generated/numpy.meshgrid.html) with `indexing='a. b'`"
    });
  });
});
