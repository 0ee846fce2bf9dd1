import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compare,
  compareFinite,
  compareFunction,
  compareMemory,
  compareModel,
  comparePlot,
  compareRows,
  compareSource,
  compareText,
  compareTime,
  compareTrained,
  credit,
  exact,
  failed,
  plotOf
} from '../../src/check';
import { parse } from '../../src/compile';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('what differs, side by side', () => {
  it('is the part of an array around it, with the numbers marked', () => {
    const expected = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 10 }, (_, j) => i + j)
    );
    const actual = structuredClone(expected);
    actual[7]?.splice(8, 1, -1);
    expect(compare(actual, expected)?.comparison).toMatchObject({
      kind: 'grids',
      expected: { columns: ['4', '5', '6', '7', '8', '9'] },
      actual: {
        rows: [
          { heading: '5' },
          { heading: '6' },
          { heading: '7', cells: ['11', '12', '13', '14', '-1', '16'] },
          { heading: '8' },
          { heading: '9' }
        ],
        marked: [[2, 4]]
      }
    });
  });

  it('is the shapes where these differ, and cells of a table', () => {
    expect(compare([1, 2], [1, 2, 3])?.comparison).toEqual({
      kind: 'shapes',
      expected: [3],
      actual: [2]
    });
    expect(compareRows([{ a: 1, b: 2 }], [{ a: 1, b: 3 }])?.comparison).toMatchObject({
      expected: { columns: ['a', 'b'], rows: [{ heading: '0', cells: ['1', '3'] }] },
      actual: { marked: [[0, 1]] }
    });
  });
});

describe('values', () => {
  it('are compared in any order where that does not count, and exactly where asked', () => {
    expect(compare([3, 1, 2], [1, 2, 3], { ordered: false })).toBeUndefined();
    expect(compare([3, 1, 1], [1, 2, 3], { ordered: false })?.message).toBe(
      'The result is 1 at [1] once sorted; 2 is expected there.'
    );
    expect(compare(1.0000001, 1)).toBeUndefined();
    expect(compare(1.0000001, 1, { tolerance: exact })?.id).toBe('wrong-values');
  });

  it('that are no numbers are named with their place', () => {
    expect(compareFinite([[1, NaN]], { name: 'loss' })?.message).toBe(
      'Your `loss` is NaN at [0, 1]; a number is expected.'
    );
    expect(compareFinite([1, 2])).toBeUndefined();
  });
});

describe('a function', () => {
  const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
  const options = {
    name: 'sum',
    inputs: (fc: typeof import('fast-check')) => fc.tuple(fc.array(fc.integer({ min: -9, max: 9 })))
  };

  it('that agrees with the reference on every input passes', async () => {
    expect(
      await compareFunction(async (list: number[]) => sum(list), sum, options)
    ).toBeUndefined();
  });

  it('that does not is shown the smallest input, the same at each run', async () => {
    const wrong = (list: number[]) => sum(list.slice(0, 2));
    const first = await compareFunction(wrong, sum, options);
    expect(first?.message).toMatch(/^`sum\(\[0, 0, -?1\]\)` returns 0; -?1 is expected\.$/);
    expect(await compareFunction(wrong, sum, options)).toEqual(first);
  });

  it('that throws, returns nothing or is none says so', async () => {
    const throws = (list: number[]) => {
      if (list.length === 0) throw new RangeError('empty');
      return sum(list);
    };
    expect(await compareFunction(throws, sum, options)).toMatchObject({
      id: 'throws',
      message: '`sum([])` ends by RangeError: empty; 0 is expected.'
    });
    expect((await compareFunction(() => undefined, sum, options))?.message).toMatch(/`return`/);
    expect((await compareFunction(5, sum, options))?.id).toBe('not-a-function');
  });

  it('that does not end is stopped as any other code', async () => {
    class OutOfTime extends Error {
      override readonly name = 'OutOfTime';
    }
    const endless = () => {
      throw new OutOfTime();
    };
    await expect(compareFunction(endless, sum, options)).rejects.toThrow(OutOfTime);
  });
});

describe('a model', () => {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 3, inputShape: [4], activation: 'relu' }),
      tf.layers.dense({ units: 2 })
    ]
  });

  it('is compared by layers, shapes and parameters', () => {
    const right = { layers: ['Dense', 'Dense'], input: [4], output: [2], parameters: 23 };
    expect(compareModel(model, right)).toBeUndefined();
    const named = { name: 'model' };
    expect(compareModel(model, { layers: ['Dense', 'Dropout', 'Dense'] }, named)).toMatchObject({
      id: 'wrong-layers',
      message: 'Your `model` has the layers Dense, Dense; Dense, Dropout, Dense are expected.',
      comparison: { parts: [{ name: '1', expected: 'Dropout', actual: 'Dense' }, { name: '2' }] }
    });
    expect(compareModel(model, { output: [3] }, named)?.message).toBe(
      'Your `model` gives an output that has shape [2]; [3] is expected.'
    );
    expect(compareModel(model, { parameters: 24 })?.id).toBe('wrong-parameters');
    expect(compareModel(3, {})?.id).toBe('wrong-type');
  });

  it('that was trained has to be as good with every seed', async () => {
    const band = { name: 'accuracy', atLeast: 0.9, atMost: 0.99 };
    expect(await compareTrained(seed => 0.9 + seed / 100, band)).toBeUndefined();
    expect((await compareTrained(seed => (seed === 2 ? 0.5 : 0.95), band))?.message).toBe(
      'Your `accuracy` comes to 0.5 (seed 2); at least 0.9 is expected.'
    );
    expect((await compareTrained(() => 1, band))?.message).toMatch(/at most 0.99 is expected/);
    expect((await compareTrained(() => NaN, band))?.id).toBe('out-of-band');
  });

  it('and work on tensors leave nothing behind', async () => {
    const check = {
      memory: () => ({ tensors: tf.memory().numTensors, bytes: tf.memory().numBytes })
    };
    const tidy = () => tf.tidy(() => tf.square(tf.add(tf.tensor1d([1, 2]), 1)));
    expect(await compareMemory(check, tidy)).toBeUndefined();
    const leaking = () => tf.square(tf.add(tf.tensor1d([1, 2]), 1));
    expect((await compareMemory(check, leaking, { name: 'f' }))?.message).toMatch(
      /^Your `f` leaves 2 tensors in memory at each call\./
    );
    const tensor = tf.tensor1d([1, 2]);
    expect(await compareMemory(check, () => void compare(tensor, [1, 2]))).toBeUndefined();
  });
});

describe('a plot', () => {
  const spec = {
    title: 'Penguins',
    data: { values: [{ mass: 1, flipper: 2 }] },
    layer: [
      { mark: 'rule', encoding: {} },
      {
        mark: { type: 'point', filled: true },
        encoding: { x: { field: 'mass', type: 'quantitative' }, y: { field: 'flipper' } }
      }
    ]
  };

  it('is found in what the cell showed, and compared by its specification', () => {
    const shown = [{ 'text/plain': '1' }, { 'application/vnd.vegalite.v5+json': spec }];
    const found = plotOf({ shown });
    expect(
      comparePlot(found, {
        mark: 'point',
        title: 'Penguins',
        encoding: { x: { field: 'mass' }, y: { field: 'flipper' } },
        data: [{ mass: 1 }]
      })
    ).toBeUndefined();
    expect(comparePlot(plotOf({ shown: [] }), { mark: 'point' })?.id).toBe('no-plot');
  });

  it.each([
    ['wrong-mark', { mark: 'bar' }, /has `rule` for `mark`|has `point` for `mark`/],
    ['wrong-title', { mark: 'point', title: 'Birds' }, /`Penguins` for `title`; `Birds`/],
    ['wrong-data', { mark: 'point', data: [] }, /`1 rows` for `data`/],
    [
      'wrong-encoding',
      { mark: 'point', encoding: { x: { field: 'flipper' }, color: { field: 'sex' } } },
      /`mass` for `x.field`; `flipper` is expected/
    ]
  ])('says %s', (id, expected, message) => {
    const wrong = comparePlot(spec, expected);
    expect(wrong?.id).toBe(id);
    expect(wrong?.message).toMatch(message);
  });

  it('shows all encodings that differ', () => {
    const encoding = { x: { field: 'flipper' }, color: { field: 'sex' } };
    expect(comparePlot(spec, { mark: 'point', encoding })?.comparison).toEqual({
      kind: 'parts',
      parts: [
        { name: 'x.field', expected: 'flipper', actual: 'mass' },
        { name: 'color.field', expected: 'sex' }
      ]
    });
  });
});

describe('a text', () => {
  it('is compared by lines, blanks aside', () => {
    expect(compareText(' a  b \nc\n', 'a b\nc')).toBeUndefined();
    expect(compareText('a  b', 'a b', { blanks: true })?.id).toBe('wrong-text');
    expect(compareText('A', 'a', { case: false })).toBeUndefined();
    expect(compareText('a\nx', 'a\nb')?.message).toBe(
      "What your cell prints is 'x' on line 2; 'b' is expected."
    );
    expect(compareText('a', 'a\nb')?.message).toMatch(/ends before line 2; 'b' is expected/);
    expect(compareText('a\nb', 'a')?.message).toMatch(/'b' on line 2, where nothing more/);
  });
});

describe('the way of an answer', () => {
  it('is compared by its syntax tree', () => {
    const tree = parse('// for\nfor (const x of xs) np.matmul(x, y);');
    expect(compareSource(tree, { loops: false })?.message).toMatch(/a loop on line 2/);
    expect(compareSource(tree, { calls: ['matmul'], avoids: ['np.dot'] })).toBeUndefined();
    expect(compareSource(tree, { calls: ['np.dot'] })?.id).toBe('missing-call');
    expect(compareSource(tree, { avoids: ['matmul'] })?.id).toBe('unwanted-call');
  });

  it('is timed against another on the same machine', async () => {
    const wait = (milliseconds: number) => () => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    };
    expect(await compareTime(wait(1), wait(20), { times: 2 })).toBeUndefined();
    expect((await compareTime(wait(60), wait(5), { times: 2, name: 'f' }))?.message).toMatch(
      /^Your `f` takes \d+ ms; \d+ ms are enough\.$/
    );
  });

  it('gives points for what is right', () => {
    const failure = failed('no', 'No.');
    expect(
      credit(
        { points: 1, failure: undefined },
        { points: 2, failure },
        { points: 1, failure: undefined }
      )
    ).toEqual({ ...failure, points: 2 });
    expect(credit({ points: 1, failure: undefined })).toBeUndefined();
  });
});
