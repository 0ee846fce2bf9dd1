import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from '../../node/client';

let client: Client;
beforeAll(() => {
  client = new Client();
});
afterAll(() => client.dispose());

it('is imported by name, computes, and is shown', async () => {
  await client.execute("import * as np from 'numpy';");
  expect(await client.value('np.subtract(1, np.arange(4).reshape(2, 2)).T')).toBe(
    'array int64 [2, 2]\n[[ 1 -1]\n [ 0 -2]]'
  );
});

it("says in NumPy's words what does not broadcast", async () => {
  const { reply } = await client.execute('np.ones([2, 3]).add(np.ones(4))');
  expect(reply).toMatchObject({
    status: 'error',
    ename: 'ValueError',
    evalue: 'operands could not be broadcast together with shapes (2,3) (4,)'
  });
});

it('is printed as in Python', async () => {
  const { outputs } = await client.execute('console.log(np.linspace(0, 1, 3));');
  expect(outputs).toMatchObject([{ name: 'stdout', text: '[0.  0.5 1. ]\n' }]);
});

it('goes to tensors and back, on the backend that trains', async () => {
  const { outputs } = await client.execute(`import * as tf from '@tensorflow/tfjs';
const a = np.arange(6, { dtype: 'float64' }).reshape(2, 3);
const product = tf.matMul(a.toTensor(tf), a.T.toTensor(tf));
console.log(tf.getBackend(), np.array(product), np.add(1, tf.ones([2])));`);
  expect(outputs).toMatchObject([
    { name: 'stdout', text: 'wasm [[ 5. 14.]\n [14. 50.]] [2. 2.]\n' }
  ]);
});
