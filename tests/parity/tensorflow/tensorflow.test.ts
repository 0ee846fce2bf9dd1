import { beforeAll, describe, expect, test } from 'vitest';
import { startEngine, tf } from '../../modules/tensorflow/engine';
import { readRecording } from '../recording';

interface Recording {
  tensorflow: string;
  keras: string;
  cases: {
    typescript: string;
    python: string;
    expected: { shape: number[]; values: number[] }[];
  }[];
  /** The losses of 20 steps. */
  training: { optimizer: string; convolutional: boolean; losses: number[] }[];
}

const { tensorflow, cases, training } = readRecording<Recording>('tensorflow');

beforeAll(startEngine);

/** Numbers between -1 and 1 that both languages make alike. */
function wave(shape: number[], phase: number): tf.Tensor {
  const count = tf.util.sizeFromShape(shape);
  return tf.tensor(
    Array.from({ length: count }, (_, index) => Math.sin(1.7 * index + phase)),
    shape,
    'float32'
  );
}

const evaluate = (typescript: string): tf.Tensor | tf.Tensor[] =>
  // The expressions are those of this folder.
  new Function('tf', 'wave', `return ${typescript};`)(tf, wave) as tf.Tensor | tf.Tensor[];

/** The largest difference, relative to the largest element. */
function distance(actual: number[], expected: number[]): number {
  const largest = Math.max(1, ...expected.map(Math.abs));
  return Math.max(
    0,
    ...expected.map((value, index) => Math.abs(value - (actual[index] ?? NaN)) / largest)
  );
}

describe(`as TensorFlow ${tensorflow}`, () => {
  test.each(cases)('$typescript', ({ typescript, expected }) => {
    const actual = tf.tidy(() =>
      [evaluate(typescript)]
        .flat()
        .map(tensor => ({ shape: tensor.shape, values: Array.from(tensor.dataSync()) }))
    );
    expect(actual.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
    expected.forEach(({ values }, index) => {
      expect(distance(actual[index]?.values ?? [], values)).toBeLessThan(1e-5);
    });
  });
});

const optimizers: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9),
  adam: () => tf.train.adam(0.01),
  rmsprop: () => tf.train.rmsprop(0.01)
};

/** The model stands in record.py as well. */
function build(convolutional: boolean): tf.Sequential {
  const { layers } = tf;
  const inputShape = [8, 8, 1];
  const model = tf.sequential({
    layers: [
      ...(convolutional
        ? [
            layers.conv2d({ inputShape, filters: 4, kernelSize: 3, activation: 'relu' }),
            layers.maxPooling2d({ poolSize: 2 }),
            layers.flatten()
          ]
        : [layers.flatten({ inputShape }), layers.dense({ units: 16, activation: 'tanh' })]),
      layers.dense({ units: 3, activation: 'softmax' })
    ]
  });
  const weights = model.getWeights();
  model.setWeights(weights.map(({ shape }, index) => wave(shape, index).mul(0.3)));
  return model;
}

describe('20 steps of training lose as in Keras', () => {
  test.each(training)(
    'by $optimizer, convolutional: $convolutional',
    async ({ optimizer, convolutional, losses }) => {
      const model = build(convolutional);
      model.compile({
        optimizer: (optimizers[optimizer] as () => tf.Optimizer)(),
        loss: 'categoricalCrossentropy'
      });
      const x = wave([12, 8, 8, 1], 5);
      const y = tf
        .oneHot(
          Array.from({ length: 12 }, (_, index) => index % 3),
          3
        )
        .toFloat();
      for (const [step, expected] of losses.entries()) {
        const loss = (await model.trainOnBatch(x, y)) as number;
        expect(Math.abs(loss - expected) / expected, `step ${step}`).toBeLessThan(0.01);
      }
    }
  );
});
