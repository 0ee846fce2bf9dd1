import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { difference, startEngine, tf } from './engine';

beforeAll(startEngine);

const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
const { layers } = tf;

/** A model of each kind that lessons train: its input's shape, and the layers before the last. */
const models: Record<string, { input: number[]; between: () => tf.layers.Layer[] }> = {
  'dense layers': {
    input: [6],
    between: () => [
      layers.dense({
        units: 8,
        activation: 'tanh',
        kernelInitializer: seeded(1),
        kernelRegularizer: tf.regularizers.l2({ l2: 0.1 })
      }),
      layers.dropout({ rate: 0.3, seed: 5 }),
      layers.dense({ units: 8, activation: 'relu', kernelInitializer: seeded(2) })
    ]
  },
  'a convolution with pooling': {
    input: [9, 9, 2],
    between: () => [
      layers.conv2d({
        filters: 4,
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: seeded(1)
      }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.conv2d({ filters: 3, kernelSize: 2, strides: 2, kernelInitializer: seeded(2) }),
      layers.averagePooling2d({ poolSize: 2, strides: 1 }),
      layers.flatten()
    ]
  },
  'convolutions by channel': {
    input: [8, 8, 3],
    between: () => [
      layers.depthwiseConv2d({
        kernelSize: 3,
        depthMultiplier: 2,
        depthwiseInitializer: seeded(1),
        activation: 'relu'
      }),
      layers.separableConv2d({
        filters: 4,
        kernelSize: 3,
        padding: 'same',
        depthwiseInitializer: seeded(2),
        pointwiseInitializer: seeded(3)
      }),
      layers.globalAveragePooling2d({})
    ]
  },
  'a convolution over time': {
    input: [10, 3],
    between: () => [
      layers.conv1d({
        filters: 4,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: seeded(1)
      }),
      layers.maxPooling1d({ poolSize: 2 }),
      layers.globalMaxPooling1d()
    ]
  },
  'a decoder': {
    input: [4, 4, 3],
    between: () => [
      layers.conv2dTranspose({
        filters: 2,
        kernelSize: 3,
        strides: 2,
        padding: 'same',
        kernelInitializer: seeded(1)
      }),
      layers.flatten()
    ]
  },
  normalisations: {
    input: [6, 6, 2],
    between: () => [
      layers.conv2d({ filters: 4, kernelSize: 3, kernelInitializer: seeded(1) }),
      layers.batchNormalization(),
      layers.activation({ activation: 'elu' }),
      layers.flatten(),
      layers.layerNormalization()
    ]
  },
  'an embedding': {
    input: [5],
    between: () => [
      layers.embedding({ inputDim: 12, outputDim: 4, embeddingsInitializer: seeded(1) }),
      layers.globalAveragePooling1d()
    ]
  },
  'an LSTM': {
    input: [5, 3],
    between: () => [
      layers.lstm({
        units: 4,
        kernelInitializer: seeded(1),
        recurrentInitializer: seeded(2),
        returnSequences: true
      }),
      layers.timeDistributed({
        layer: layers.dense({ units: 3, kernelInitializer: seeded(3) })
      }),
      layers.flatten()
    ]
  },
  'a GRU in both directions': {
    input: [5, 3],
    between: () => [
      layers.bidirectional({
        layer: layers.gru({
          units: 4,
          kernelInitializer: seeded(1),
          recurrentInitializer: seeded(2)
        }) as tf.RNN,
        mergeMode: 'concat'
      })
    ]
  }
};

function build(kind: string): tf.Sequential {
  const { input, between } = models[kind] as (typeof models)[string];
  const model = tf.sequential();
  model.add(layers.inputLayer({ inputShape: input }));
  for (const layer of between()) {
    model.add(layer);
  }
  model.add(layers.dense({ units: 3, activation: 'softmax', kernelInitializer: seeded(9) }));
  return model;
}

/** Twelve examples for a model; an embedding takes integers. */
function examples(kind: string): { x: tf.Tensor; y: tf.Tensor } {
  const shape = [12, ...(models[kind]?.input ?? [])];
  const x =
    kind === 'an embedding'
      ? tf.randomUniform(shape, 0, 12, 'int32', 3)
      : tf.randomUniform(shape, -1, 1, 'float32', 3);
  const classes = tf.range(0, 12, 1, 'int32').mod(tf.scalar(3, 'int32')).toInt();
  return { x, y: tf.oneHot(classes, 3).toFloat() };
}

/** The losses of four steps, and the weights after them. */
async function train(backend: string, kind: string, optimizer: () => tf.Optimizer) {
  await tf.setBackend(backend);
  const model = build(kind);
  model.compile({ optimizer: optimizer(), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { x, y } = examples(kind);
  const losses: number[] = [];
  for (let step = 0; step < 4; step++) {
    losses.push(((await model.trainOnBatch(x, y)) as number[])[0] as number);
  }
  const weights = model.getWeights().map(weight => Array.from(weight.dataSync()));
  return { losses, weights };
}

describe('on wasm a model is trained as on the cpu backend', () => {
  test.each(Object.keys(models))('with %s', async kind => {
    const sgd = () => tf.train.momentum(0.1, 0.9);
    const expected = await train('cpu', kind, sgd);
    const actual = await train('wasm', kind, sgd);
    expect(difference([actual.losses], [expected.losses])).toBeLessThan(1e-4);
    expect(difference(actual.weights, expected.weights)).toBeLessThan(1e-4);
  });

  test.each<[string, () => tf.Optimizer]>([
    ['SGD', () => tf.train.sgd(0.1)],
    ['Adam', () => tf.train.adam(0.01)],
    ['Adamax', () => tf.train.adamax(0.01)],
    ['RMSprop', () => tf.train.rmsprop(0.01)],
    ['Adagrad', () => tf.train.adagrad(0.1)],
    ['Adadelta', () => tf.train.adadelta(0.1)]
  ])('by %s', async (_name, optimizer) => {
    const expected = await train('cpu', 'dense layers', optimizer);
    const actual = await train('wasm', 'dense layers', optimizer);
    expect(difference(actual.weights, expected.weights)).toBeLessThan(1e-4);
  });
});

test('a thousand steps of training take no more memory than a hundred', async () => {
  await tf.setBackend('wasm');
  const backend = tf.backend() as BackendWasm;
  const held = () => ({
    tensors: tf.memory().numTensors,
    bytes: tf.memory().numBytes,
    data: backend.numDataIds(),
    heap: (backend.wasm as unknown as { HEAPU8: Uint8Array }).HEAPU8.length
  });
  const kinds = ['a convolution with pooling', 'convolutions by channel', 'an embedding'];
  const trained = kinds.map(kind => {
    const model = build(kind);
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    return { model, ...examples(kind) };
  });
  const steps = async (count: number) => {
    for (let step = 0; step < count; step++) {
      for (const { model, x, y } of trained) {
        await model.trainOnBatch(x, y);
      }
    }
  };
  await steps(100);
  const before = held();
  await steps(900);
  expect(held()).toEqual(before);
}, 120_000);
