import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from '../../node/client';

let client: Client;
beforeAll(async () => {
  client = new Client();
  await client.execute(`
    import * as keras from 'keras';
    import * as np from 'numpy';
    import * as tf from '@tensorflow/tfjs';
    keras.utils.setRandomSeed(1);
    const x = np.linspace(0, 1, 64).reshape(64, 1);
    const model = keras.Sequential([keras.Input({ shape: [1] }), keras.layers.Dense(1)]);
    model.compile({ optimizer: keras.optimizers.SGD(0.1), loss: 'mse' });
  `);
});
afterAll(() => client.dispose());

it('trains on NumPy arrays in a cell, under a bar and a chart that says what it shows', async () => {
  const { reply, outputs } = await client.execute(
    'const history = await model.fit(x, x.multiply(2), { epochs: 5, validationSplit: 0.25 });\nhistory'
  );
  expect(reply.status).toBe('ok');
  const [bar, chart, value] = outputs as { data: Record<string, string | object> }[];
  expect(bar?.data['text/plain']).toContain('5 / 5');
  expect(chart?.data['application/vnd.vegalite.v5+json']).toMatchObject({
    description: expect.stringMatching(/^Training, epoch 5 of 5: loss .*, val_loss /),
    hconcat: [{ encoding: { y: { title: 'loss' } } }]
  });
  expect(value?.data['text/plain']).toMatch(/^<History epochs=5, loss=\d.*, val_loss=\d/);
});

it('is silent where it is asked to be', async () => {
  const { outputs } = await client.execute('void await model.fit(x, x, { verbose: 0 });');
  expect(outputs).toEqual([]);
});

it('shares one engine with TensorFlow.js', async () => {
  expect(await client.value('model.predict(tf.ones([2, 1])) instanceof tf.Tensor')).toBe('true');
});

it('shows models, layers and tensors that are yet to come as Python does', async () => {
  expect(await client.value('model')).toBe('<Sequential name=sequential, built=True>');
  expect(await client.value('model.layers[0]')).toBe('<Dense name=dense, built=True>');
  expect(await client.value('keras.Input({ shape: [8] })')).toMatch(
    /^<KerasTensor shape=\(None, 8\), dtype=float32/
  );
});
