import { beforeEach, expect, it } from 'vitest';
import { keras, tf } from './keras';

beforeEach(() => {
  keras.utils.clearSession();
  keras.utils.setRandomSeed(1);
});

const small = () =>
  keras.Sequential([
    keras.Input({ shape: [4] }),
    keras.layers.Dense(64, { activation: 'relu' }),
    keras.layers.Dense(3)
  ]);

it('summarizes a model as Keras does', () => {
  expect(small().summaryText()).toBe(`Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ dense (Dense)                   │ (None, 64)             │           320 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense_1 (Dense)                 │ (None, 3)              │           195 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 515 (2.01 KB)
 Trainable params: 515 (2.01 KB)
 Non-trainable params: 0 (0.00 B)`);
});

it('learns, and gives the loss and metrics of each epoch under their names in Keras', async () => {
  const model = keras.Sequential([
    keras.layers.Dense(8, { activation: 'relu' }),
    keras.layers.Dense(1)
  ]);
  const x = tf.randomNormal([40, 2], 0, 1, 'float32', 3);
  const y = tf.sum(x, 1, true);
  model.compile({ optimizer: keras.optimizers.Adam(0.05), loss: 'mse', metrics: ['mae'] });
  const { history } = await model.fit(x, y, { epochs: 30, validationSplit: 0.2, verbose: 0 });
  expect(Object.keys(history)).toEqual(['loss', 'mae', 'val_loss', 'val_mae']);
  expect(history.loss).toHaveLength(30);
  expect(history.loss.at(-1)).toBeLessThan(0.05);
  const [loss, mae] = model.evaluate(x, y) as number[];
  expect(loss).toBeLessThan(0.1);
  expect(mae).toBeLessThan(0.3);
  expect(model.predict(x).shape).toEqual([40, 1]);
});

it('gives the same after the same seed', async () => {
  const run = async () => {
    keras.utils.setRandomSeed(7);
    const model = small();
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    const { history } = await model.fit(tf.ones([50, 4]), tf.ones([50, 3]), {
      epochs: 3,
      verbose: 0
    });
    return history.loss;
  };
  expect(await run()).toEqual(await run());
});

it('has layers that are called, with and without new', () => {
  const input = keras.Input({ shape: [8] });
  const a = new keras.layers.Dense(4)(input);
  const b = keras.layers.Dense(4).apply(input);
  expect([a.shape, b.shape]).toEqual([
    [null, 4],
    [null, 4]
  ]);
  const model = keras.Model({ inputs: input, outputs: [a, b] });
  expect(model.outputs).toHaveLength(2);
});

it("says in Keras's words what does not fit", () => {
  expect(() => keras.layers.Dense(3)([1, 2, 3])).toThrow(
    "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected min_ndim=2, found ndim=1. Full shape received: (3,)"
  );
  expect(() => small()(tf.ones([2, 5]))).toThrow('expected shape=(None, 4), found shape=(2, 5)');
  expect(() => small().evaluate([[1]], [[1]])).toThrow(
    'You must call `compile()` before using the model.'
  );
});
