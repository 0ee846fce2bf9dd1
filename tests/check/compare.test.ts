import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterEach, describe, expect, it } from 'vitest';
import { array } from '../../src/modules/numpy';
import { compare, compareDtype, compareShape, isClose, show } from '../../src/check';

const nested = [
  [1, 2, 3],
  [4, 5, 6]
];

describe('arrays of every kind are compared with one another', () => {
  afterEach(() => tf.disposeVariables());

  it.each([
    ['nested arrays', () => nested],
    ['an array of typed arrays', () => [new Float32Array([1, 2, 3]), new Float32Array([4, 5, 6])]],
    ['a NumPy array', () => array(nested)],
    [
      'a transposed view',
      () =>
        array([
          [1, 4],
          [2, 5],
          [3, 6]
        ]).T
    ],
    ['a tensor', () => tf.tensor2d(nested)]
  ])('%s', (_, make) => {
    const value = make();
    const before = tf.memory().numTensors;
    expect(compare(value, nested)).toBeUndefined();
    expect(compare(nested, value)).toBeUndefined();
    expect(
      compare(
        value,
        [
          [1, 2, 3],
          [4, 0, 6]
        ],
        { name: 'x' }
      )
    ).toMatchObject({
      id: 'wrong-values',
      message: 'Your `x` is 5 at [1, 1]; 0 is expected there.'
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('the shape comes first', () => {
    expect(
      compare(
        [
          [1, 4],
          [2, 5],
          [3, 6]
        ],
        nested,
        { name: 'x' }
      )
    ).toMatchObject({
      id: 'wrong-shape',
      message: 'Your `x` has shape [3, 2]; [2, 3] is expected.',
      expected: 'shape [2, 3]',
      actual: 'shape [3, 2]'
    });
    expect(compare([3], 3)?.message).toBe('The result has shape [1]; a single number is expected.');
  });

  it('says how many numbers differ', () => {
    expect(compare([1, 0, 0], [1, 2, 3])?.message).toContain('2 of 3 numbers differ');
  });
});

describe('numbers', () => {
  it('agree within the tolerance', () => {
    expect(isClose(0.1 + 0.2, 0.3)).toBe(true);
    expect(isClose(100.01, 100)).toBe(false);
    expect(isClose(100.01, 100, { relative: 1e-3 })).toBe(true);
  });

  it.each([
    [NaN, NaN, true],
    [NaN, 0, false],
    [0, NaN, false],
    [Infinity, Infinity, true],
    [-Infinity, Infinity, false],
    [Number.MAX_VALUE, Infinity, false],
    [-0, 0, true]
  ])('%d and %d: %s', (a, b, same) => {
    expect(isClose(a, b)).toBe(same);
  });

  it('are no truth values', () => {
    expect(compare(1, true)?.id).toBe('wrong-type');
    expect(compare(true, 1)?.id).toBe('wrong-type');
    expect(compare(false, true)?.id).toBe('wrong-values');
  });
});

describe('a value of another kind', () => {
  it.each([
    [undefined, 'missing', /has no value yet; a number is expected/],
    ['5', 'wrong-type', /is "5"; a number is expected/],
    [Promise.resolve(5), 'wrong-type', /is a Promise; .* Put `await` before/],
    [() => 5, 'wrong-type', /Did you mean to call it/],
    [[[1], [2, 3]], 'wrong-type', /a number is expected/]
  ])('%s', (value, id, message) => {
    expect(compare(value, 5, { name: 'x' })).toMatchObject({
      id,
      message: expect.stringMatching(message)
    });
  });

  it('a tensor that was disposed is called that', () => {
    const tensor = tf.tensor1d([1]);
    tensor.dispose();
    expect(compare(tensor, [1])?.id).toBe('disposed');
    expect(compareShape(tensor, [1])?.id).toBe('disposed');
    expect(show(tensor)).toBe('a tensor that was disposed');
  });

  it('texts and objects have to be equal', () => {
    expect(compare({ a: [1, 'x'] }, { a: [1 + 1e-9, 'x'] })).toBeUndefined();
    expect(compare({ a: 1, b: 2 }, { a: 1 })?.id).toBe('wrong-values');
    expect(compare('adelie', 'Adelie')?.message).toBe(
      'The result is "adelie"; "Adelie" is expected.'
    );
  });
});

describe('a dtype', () => {
  it('is compared by name', () => {
    expect(compareDtype(array([1]).astype('int32'), 'int32')).toBeUndefined();
    expect(compareDtype(new Float64Array(1), 'float32')).toMatchObject({
      id: 'wrong-dtype',
      actual: 'float64'
    });
    expect(compareDtype([1], 'float32')?.id).toBe('wrong-type');
  });
});
