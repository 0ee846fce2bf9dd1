import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as np from '../../../src/modules/numpy';
import { storageOf } from '../../../src/modules/numpy/ndarray';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('a tensor as an array', () => {
  it('has its shape, type and values', () => {
    const floats = np.array(
      tf.tensor2d([
        [1.5, 2, 3],
        [4, 5, 6]
      ])
    );
    expect([floats.dtype, floats.shape]).toEqual(['float32', [2, 3]]);
    expect(np.array(tf.tensor1d([1, 2], 'int32')).dtype).toBe('int32');
    expect(np.asarray(tf.tensor1d([true, false], 'bool')).tolist()).toEqual([true, false]);
    expect(np.array(tf.scalar(7)).item()).toBe(7);
    expect(np.array(tf.zeros([0, 3])).shape).toEqual([0, 3]);
  });

  it('is an operand wherever an array is', () => {
    const t = tf.tensor2d([
      [1, 2],
      [3, 4]
    ]);
    expect(np.add(t, [10, 20]).tolist()).toEqual([
      [11, 22],
      [13, 24]
    ]);
    expect(np.arange(2).matmul(t).tolist()).toEqual([3, 4]);
  });

  it('leaves the tensor as it is when it is written to', () => {
    const t = tf.tensor1d([1, 2, 3]);
    np.asarray(t).set(0, 9);
    np.reshape(t, [3, 1]).set(0, 9);
    expect(Array.from(t.dataSync())).toEqual([1, 2, 3]);
  });

  it('leaves no tensor behind', () => {
    const t = tf.ones([4, 4]);
    const before = tf.memory().numTensors;
    np.array(t);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('says what it cannot hold', () => {
    expect(() => np.array(tf.tensor1d(['a']))).toThrow('Cannot make an array of a string tensor');
    expect(() => np.array(tf.complex([1], [2]))).toThrow('complex64');
  });
});

/** A tensor of a backend that copies as it reads, as wasm does; counts how many elements it gave. */
function copying(values: number[], given: Float32Array[]) {
  const tensor = {
    shape: [values.length],
    dtype: 'float32',
    size: values.length,
    dataId: {},
    dataSync() {
      const data = Float32Array.from(values);
      given.push(data);
      return data;
    },
    flatten: () => copying(values, given),
    slice: (begin: number, size: number) => copying(values.slice(begin, begin + size), given),
    dispose: () => undefined
  };
  return tensor;
}

describe('without a needless copy', () => {
  it('an array takes over what a copying backend reads, and reads it once', () => {
    const given: Float32Array[] = [];
    const array = np.asarray(copying([1, 2, 3, 4], given));
    const whole = given.filter(({ length }) => length === 4);
    expect(whole).toHaveLength(1);
    expect(storageOf(array).data).toBe(whole[0]);
  });

  it('np.array of a tensor is a copy already', () => {
    const given: Float32Array[] = [];
    const array = np.array(copying([1, 2], given));
    expect(storageOf(array).data).toBe(given[0]);
  });

  it('a copying backend gets the elements where they lie', () => {
    const array = np.array(
      [
        [1, 2],
        [3, 4]
      ],
      { dtype: 'float32' }
    );
    const got = array.toTensor({ tensor: values => values, getBackend: () => 'wasm' });
    expect(got.buffer).toBe(array.values().buffer);
  });
});

describe('an array as a tensor', () => {
  it.each([
    ['float64', 'float32'],
    ['float32', 'float32'],
    ['int64', 'int32'],
    ['uint8', 'int32'],
    ['bool', 'bool']
  ] as const)('is of a type that tensors have: %s as %s', (dtype, expected) => {
    const t = np
      .array(
        [
          [0, 1],
          [1, 0]
        ],
        { dtype }
      )
      .toTensor(tf);
    expect([t.dtype, t.shape, Array.from(t.dataSync())]).toEqual([expected, [2, 2], [0, 1, 1, 0]]);
  });

  it('has the values of a view in their order', () => {
    const t = np.arange(6).reshape(2, 3).T.at('::-1').toTensor(tf);
    expect(t.arraySync()).toEqual([
      [2, 5],
      [1, 4],
      [0, 3]
    ]);
  });

  it('stays as it is when the array is written to', () => {
    const array = np.ones(3, { dtype: 'float32' });
    const t = array.toTensor(tf);
    array.set(0, 5);
    expect(Array.from(t.dataSync())).toEqual([1, 1, 1]);
  });

  it('holds whole numbers of 32 bits', () => {
    expect(() => np.array([2 ** 40]).toTensor(tf)).toThrow('Tensors hold whole numbers of 32 bits');
  });
});
