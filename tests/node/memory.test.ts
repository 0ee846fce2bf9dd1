import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './client';

let client: Client;
beforeAll(async () => {
  client = new Client();
  await client.execute("import * as tf from '@tensorflow/tfjs';");
});
afterAll(() => client.dispose());

const megabytes = async (): Promise<number> =>
  Number(await client.value('Math.round(tf.memory().numBytes / 1e6)'));

/** What TensorFlow.js holds at most, in megabytes, in the last half of so many runs of a cell. */
async function most(runs: number, cell: string): Promise<number> {
  const held: number[] = [];
  for (let run = 0; run < runs; run++) {
    await client.execute(cell);
    held.push(await megabytes());
  }
  return Math.max(...held.slice(runs / 2));
}

test('what a cell made before is let go when it runs again, without tidy', async () => {
  const cell = 'const big = tf.ones([2_500_000]); const twice = big.mul(2);';
  expect(await most(60, cell)).toBeLessThan(400);
  expect(await client.value('twice.sum().dataSync()[0]')).toBe('5000000');
});

test('what is still referred to, and variables, are kept', async () => {
  await client.execute('const kept = []; const weight = tf.variable(tf.ones([2, 2]), true, "w");');
  for (let run = 0; run < 10; run++) {
    await client.execute('kept.push(tf.fill([2_500_000], kept.length));');
  }
  await most(20, 'tf.zeros([2_500_000]); 0');
  expect(await client.value('kept.map(t => t.dataSync()[2_499_999]).join()')).toBe(
    "'0,1,2,3,4,5,6,7,8,9'"
  );
  expect(await client.value('weight.sum().dataSync()[0]')).toBe('4');
});

test('what is disposed by hand, by tidy or by training is not given back twice', async () => {
  await client.execute(`const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [100] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await model.fit(tf.ones([1000, 100]), tf.ones([1000, 1]), { epochs: 3, verbose: 0 });
for (let i = 0; i < 100; i++) tf.tidy(() => tf.ones([250_000]).mul(2).sum().dataSync());
for (let i = 0; i < 100; i++) tf.ones([250_000]).dispose();`);
  await most(30, 'tf.zeros([2_500_000]); 0');
  expect(await client.value('model.predict(tf.ones([1, 100])).shape.join()')).toBe("'1,1'");
  // The two above and the ten kept ones, of 10 MB each, with the variable and the model's two: what
  // was given back twice would be missing from them.
  expect(await client.value('tf.memory().numTensors >= 15')).toBe('true');
  expect(await megabytes()).toBeGreaterThanOrEqual(120);
});
