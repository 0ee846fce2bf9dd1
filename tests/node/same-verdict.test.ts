import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exerciseOf, lessonOf } from '../../src/lesson/metadata';
import { NotebookKernel, sourceOf } from '../../src/node/notebook-kernel';
import { runtimeFolder } from './client';

const root = path.resolve(import.meta.dirname, '../..');

/** What a cell came to each time that it ran and was checked, each verdict once. */
async function verdicts(
  kernel: NotebookKernel,
  request: Parameters<NotebookKernel['check']>[0],
  times: number
): Promise<string[]> {
  const seen = new Set<string>();
  for (let i = 0; i < times; i++) {
    await kernel.run(request.cellSource);
    seen.add(JSON.stringify(await kernel.check(request)));
  }
  return [...seen];
}

const lessons = globSync('notebooks/*/*.ipynb', { cwd: root }).flatMap(file => {
  const notebook = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as INotebookContent;
  const lesson = lessonOf(notebook);
  return lesson && lesson.exercises.length > 0 ? [{ notebook, lesson }] : [];
});

describe.each(lessons)('the exercises of $lesson.track/$lesson.lesson', ({ notebook, lesson }) => {
  const folder = path.join(root, 'lessons', lesson.track, lesson.lesson, 'answers');
  const cells = notebook.cells.filter(({ cell_type: type }) => type === 'code');

  it.each(['wasm', 'cpu'])(
    'give the same verdicts in 20 reruns on %s',
    async backend => {
      const kernel = new NotebookKernel({ runtimeFolder });
      await kernel.run(
        `import * as tf from '@tensorflow/tfjs';\nawait tf.setBackend('${backend}');`
      );
      try {
        for (const cell of cells) {
          const { exercise, starter, points = 0, seconds } = exerciseOf(cell) ?? {};
          // More seconds are for those that train, which take too long for the one and for twenty.
          const times = seconds === undefined ? 20 : backend === 'wasm' ? 3 : 0;
          for (const answer of exercise === undefined ? [] : answersTo(folder, exercise)) {
            const request = { exercise: exercise ?? '', checks: lesson.checks, points };
            const given = { ...request, starter: starter ?? '', cellSource: answer.source };
            const seen = await verdicts(kernel, given, times);
            expect(seen, `${exercise}, ${answer.name}`).toHaveLength(Math.min(times, 1));
            expect(seen[0] ?? answer.outcome).toContain(answer.outcome);
          }
          await kernel.run(sourceOf(cell));
        }
      } finally {
        kernel.dispose();
      }
    },
    300_000
  );
});

/** The first right and the first wrong answer beside a lesson. */
function answersTo(folder: string, exercise: string) {
  return [
    ['right', 'passed'],
    ['wrong', 'failed']
  ].flatMap(([kind, outcome = '']) => {
    const [name] = globSync(`${exercise}/${kind}-*.ts`, { cwd: folder }).sort();
    return name === undefined
      ? []
      : [{ name, outcome, source: readFileSync(path.join(folder, name), 'utf8').trimEnd() }];
  });
}

describe('a check that trains', () => {
  const checks = `
const kit = require('lessonbook/check');
exports.default = {
  trained: check => kit.compareTrained(seed => check.value('train')(seed), {
    name: 'loss', atLeast: 1e6, seeds: [1, 2]
  })
};`;
  const cellSource = `
async function train(seed: number): Promise<number> {
  const model = tf.sequential({ layers: [tf.layers.dense({
    units: 4, inputShape: [2], kernelInitializer: tf.initializers.glorotNormal({ seed })
  }), tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.glorotNormal({ seed }) })] });
  model.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' });
  const x = tf.randomUniform([16, 2], -1, 1, 'float32', seed);
  const { history } = await model.fit(x, x.sum(1, true), { epochs: 5, shuffle: false, verbose: 0 });
  return Number(history.loss.at(-1));
}`;
  let kernel: NotebookKernel;

  beforeAll(() => {
    kernel = new NotebookKernel({ runtimeFolder });
  });
  afterAll(() => kernel.dispose());

  it('gives the same verdict in 3 reruns on wasm, to the last digit of the loss', async () => {
    await kernel.run("import * as tf from '@tensorflow/tfjs';\nawait tf.setBackend('wasm');");
    const request = { exercise: 'trained', checks, cellSource, points: 1 };
    expect(await verdicts(kernel, request, 3)).toEqual([
      expect.stringContaining('"id":"out-of-band"')
    ]);
  }, 120_000);
});
