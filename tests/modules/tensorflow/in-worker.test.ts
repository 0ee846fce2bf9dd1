import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSoftwareRenderer } from '../../../src/modules/tensorflow/renderer';
import { diskOutside } from '../../../src/node/disk-outside';
import { Client } from '../../node/client';

const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-tensorflow-'));
let client: Client;
beforeAll(async () => {
  client = new Client({ outside: diskOutside(path.join(folder, 'intro.ipynb')) });
  await client.execute(`import * as tf from '@tensorflow/tfjs';
const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
const row = tf.tensor2d([[1, 2, 3]]);`);
});
afterAll(() => {
  client.dispose();
  rmSync(folder, { recursive: true });
});

const failure = async (code: string): Promise<unknown> => (await client.execute(code)).reply.evalue;

test("a model is saved into the notebook's folder and loaded by the same name", async () => {
  await client.execute("await model.save('file://small');");
  expect(existsSync(path.join(folder, 'intro-files/small/model.json'))).toBe(true);
  await client.execute("const again = await tf.loadLayersModel('file://small/model.json');");
  const same = 'tf.equal(again.predict(row), model.predict(row)).all().dataSync()[0]';
  expect(await client.value(same)).toBe('1');
});

test('a model is loaded by the path of its file as well, as after a restart', async () => {
  const address = 'file://intro-files/small/model.json';
  const load = `(await tf.loadLayersModel('${address}')).countParams()`;
  expect(await client.value(load)).toBe('8');
});

test('a model that is nowhere is missed by its name', async () => {
  expect(await failure("await tf.loadLayersModel('file://none/model.json')")).toMatch(
    /none\/model\.json/
  );
});

test.each(['downloads', 'localstorage', 'indexeddb'])(
  'what %s needs is named, and what to do instead',
  async scheme => {
    expect(await failure(`await model.save('${scheme}://small')`)).toMatch(
      /reaches no page.*file:/
    );
    if (scheme !== 'downloads') {
      expect(await failure(`await tf.loadLayersModel('${scheme}://small')`)).toMatch(/file:/);
    }
  }
);

test('a camera and a microphone are out of reach, and the error says so', async () => {
  expect(await failure('await tf.data.webcam()')).toMatch(/no camera/);
  expect(await failure('await tf.data.microphone()')).toMatch(/no microphone/);
});

test('a table beside the notebook is read as a data set, each time anew', async () => {
  writeFileSync(path.join(folder, 'points.csv'), 'x,y\n1,2\n3,4\n');
  await client.execute(`const points = tf.data.csv('file://points.csv',
    { columnConfigs: { y: { isLabel: true } } });`);
  const rows = 'JSON.stringify(await points.toArray())';
  expect(await client.value(rows)).toBe(
    `'[{"xs":{"x":1},"ys":{"y":2}},{"xs":{"x":3},"ys":{"y":4}}]'`
  );
  writeFileSync(path.join(folder, 'points.csv'), 'x,y\n5,6\n');
  expect(await client.value(rows)).toBe(`'[{"xs":{"x":5},"ys":{"y":6}}]'`);
});

test('data sets are batched, mapped and trained on', async () => {
  await client.execute(`const examples = tf.data.array([1, 2, 3, 4]).map(x => x * 2).batch(2);
const [first] = await examples.toArray();`);
  expect(await client.value('Array.from(first.dataSync()).join()')).toBe("'2,4'");
});

test('pixels come as an array where no canvas is given', async () => {
  const code = 'Array.from(await tf.browser.toPixels(tf.ones([1, 1, 3]))).join()';
  expect(await client.value(code)).toBe("'255,255,255,255'");
});

test('WebGL is refused where no graphics card is, and wasm stays', async () => {
  expect(await failure("await tf.setBackend('webgl')")).toMatch(/was not chosen.*'wasm'/);
  expect(await client.value('tf.getBackend()')).toBe("'wasm'");
  expect(await client.value("await tf.setBackend('cpu')")).toBe('true');
  expect(await client.value("await tf.setBackend('wasm')")).toBe('true');
});

test.each([
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    true
  ],
  ['Google SwiftShader', true],
  ['llvmpipe (LLVM 15.0.7, 256 bits)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', true],
  ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)', false],
  ['Apple M2', false],
  ['Mali-G78', false]
])('%s is a program in the place of a graphics card: %s', (name, expected) => {
  expect(isSoftwareRenderer(name)).toBe(expected);
});
