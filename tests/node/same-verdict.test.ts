import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotebookKernel } from '../../src/node/notebook-kernel';
import { runtimeFolder } from './client';

/** A failure that carries numbers of the tensors it saw, so that any difference would be told. */
const checks = `
const kit = require('lessonbook/check');
exports.default = {
  still: async check => {
    const tf = await check.import('@tensorflow/tfjs');
    const other = await check.rerun({ seed: 8 });
    const wanted = tf.randomNormal([4, 4], 0, 1, 'float32', 8);
    return kit.compare(other.value('noise'), wanted, { name: 'noise' }) ??
      (await kit.compareFunction(check.value('f'), list => list.length, {
        name: 'f', inputs: fc => fc.tuple(fc.array(fc.nat()))
      })) ??
      kit.failed('seen', kit.show(kit.flat(check.value('product'))));
  },
  trained: check => kit.compareTrained(seed => check.value('train')(seed), {
    name: 'loss', atLeast: 1e6, seeds: [1, 2]
  })
};`;

const still = `
const noise = tf.randomNormal([4, 4], 0, 1, 'float32', seed);
const product = noise.matMul(noise, true).softmax();
const f = (list: number[]) => list.length;`;

const trained = `
async function train(seed: number): Promise<number> {
  const model = tf.sequential({ layers: [tf.layers.dense({
    units: 4, inputShape: [2], kernelInitializer: tf.initializers.glorotNormal({ seed })
  }), tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.glorotNormal({ seed }) })] });
  model.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' });
  const x = tf.randomUniform([16, 2], -1, 1, 'float32', seed);
  const { history } = await model.fit(x, x.sum(1, true), { epochs: 5, shuffle: false, verbose: 0 });
  return Number(history.loss.at(-1));
}`;

describe('the same seed', { timeout: 120_000 }, () => {
  let kernel: NotebookKernel;

  beforeAll(async () => {
    kernel = new NotebookKernel({ runtimeFolder });
    await kernel.run("import * as tf from '@tensorflow/tfjs';\nconst seed = 7;");
  });
  afterAll(() => kernel.dispose());

  /** The verdicts of many runs of a cell and its check, each once. */
  async function verdicts(exercise: string, cellSource: string, times: number): Promise<string[]> {
    const seen = new Set<string>();
    for (let i = 0; i < times; i++) {
      const { ok, error } = await kernel.run(cellSource);
      expect(error).toBeUndefined();
      expect(ok).toBe(true);
      seen.add(JSON.stringify(await kernel.check({ exercise, checks, cellSource, points: 1 })));
    }
    return [...seen];
  }

  it.each(['wasm', 'cpu'])('gives the same verdict in 20 reruns on %s', async backend => {
    const { error } = await kernel.run(`await tf.setBackend('${backend}');`);
    expect(error).toBeUndefined();
    expect(await verdicts('still', still, 20)).toEqual([expect.stringContaining('"id":"seen"')]);
  });

  it('gives the same verdict in 3 reruns of a check that trains', async () => {
    const { error } = await kernel.run("await tf.setBackend('wasm');");
    expect(error).toBeUndefined();
    expect(await verdicts('trained', trained, 3)).toEqual([
      expect.stringContaining('"id":"out-of-band"')
    ]);
  });
});
