import type { Locator } from '@playwright/test';
import { seriousFindings } from '../axe';
import { block, lessonNotebook, type WrittenExercise } from '../built-lesson';
import { expect, test } from '../fixtures';
import type { NotebookPage } from '../notebook';

const PLOT = `({
  $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
  mark: 'bar',
  data: { values: [{ a: 1 }, { a: 2 }] },
  encoding: { x: { field: 'a', type: 'quantitative' } }
})`;

/** A wrong answer of each kind, with what the learner is to read. */
const wrong: (WrittenExercise & { says: (string | RegExp)[]; marked?: string })[] = [
  {
    id: 'numbers',
    answer: 'const doubled = [2, 4, 7];',
    checker: "c => kit.compare(c.value('doubled'), [2, 4, 6], { name: 'doubled' })",
    says: ['Not yet', 'doubled', 'is 7 at [2]; 6 is expected', 'Expected', 'Found'],
    marked: '7'
  },
  {
    id: 'shape',
    answer: 'const row = [1, 2, 3];',
    checker: "c => kit.compare(c.value('row'), [[1], [2], [3]], { name: 'row' })",
    says: ['has shape [3]', '[3, 1]'],
    marked: '3'
  },
  {
    id: 'table',
    answer: "const birds = [{ name: 'a', mass: 2 }];",
    checker: "c => kit.compareRows(c.value('birds'), [{ name: 'a', mass: 3 }], { name: 'birds' })",
    says: ['birds', 'mass'],
    marked: '2'
  },
  {
    id: 'text',
    answer: "console.log('one\\ntwo');",
    checker: "c => kit.compareText(c.outputs.stdout, 'one\\nthree', { name: 'output' })",
    says: ['line 2', 'three', 'two'],
    marked: 'two'
  },
  {
    id: 'function',
    answer: 'const size = (list: number[]) => new Set(list).size;',
    checker: `c => kit.compareFunction(c.value('size'), list => list.length, {
      name: 'size', inputs: fc => fc.tuple(fc.array(fc.nat())) })`,
    says: ['size([0, 0])', 'returns 1; 2 is expected']
  },
  {
    id: 'plot',
    answer: PLOT,
    checker: "c => kit.comparePlot(kit.plotOf(c.outputs), { mark: 'point', title: 'A' })",
    says: ['mark', 'point', 'bar', 'title', 'nothing'],
    marked: 'nothing'
  },
  {
    id: 'tensor',
    answer: [
      "import * as tf from '@tensorflow/tfjs';",
      "const flags = tf.tensor1d([1, 0], 'int32');"
    ].join('\n'),
    checker: "c => kit.compareDtype(c.value('flags'), 'float32', { name: 'flags' })",
    says: ['flags', 'int32', 'float32']
  },
  {
    id: 'memory',
    answer: 'const leak = (x: tf.Tensor) => x.add(1).mul(2);',
    checker: `async c => {
      const tf = await c.import('@tensorflow/tfjs');
      return kit.compareMemory(c, () => c.value('leak')(tf.scalar(1)), { name: 'leak' });
    }`,
    says: ['leak', 'tensor']
  },
  {
    id: 'source',
    answer: 'let sum = 0;\nfor (const x of [1, 2]) sum += x;',
    checker: 'c => kit.compareSource(c.tree, { loops: false })',
    says: ['loop']
  },
  {
    id: 'part',
    answer: 'const part = 1;',
    checker: `() => kit.credit({ points: 1, failure: undefined },
      { points: 1, failure: kit.failed('half', 'Your \`part\` is half of it.') })`,
    says: ['is half of it', '1 point for what is right so far']
  },
  {
    id: 'misconception',
    answer: 'const mean = 6;',
    checker: `() => kit.diagnose(kit.failed('wrong', 'Wrong.'), kit.misconception(
      'sum', true, 'Your \`mean\` is the sum.', { next: 'Divide it by how many there are.' }))`,
    says: ['is the sum', 'Divide it by how many there are.']
  },
  { id: 'starter', answer: '// Here.', checker: '() => undefined', says: ['Not attempted'] },
  {
    id: 'throws',
    answer: 'nowhere;',
    checker: '() => undefined',
    says: ['Error in your cell', 'ReferenceError on line 1: nowhere', 'run the cells above first']
  },
  {
    id: 'broken',
    answer: 'const fine = 1;',
    checker: "() => { throw new Error('there are no penguins'); }",
    says: [
      'Could not be checked',
      'there are no penguins',
      'a mistake in the lesson, not in your answer'
    ]
  },
  {
    id: 'endless',
    answer: 'const endless = (n: number) => {\n  while (true) {}\n};',
    checker: "c => c.value('endless')(1)",
    says: [
      'Could not be checked',
      'after 10 s',
      'on line 2 of your code. Does it end for every input?'
    ]
  },
  { id: 'right', answer: 'const right = 1;', checker: '() => undefined', says: ['Solved'] }
];

const exercise = (lab: NotebookPage, id: string): Locator =>
  lab.notebook.getByRole('group', { name: `Exercise: ${id}` });

/** Looks for a text in the notebook; the box says at which find it is, of how many. */
async function search(lab: NotebookPage, text: string, found: string | RegExp): Promise<void> {
  await lab.menu('Edit', 'Find…');
  const box = lab.page.locator('.jp-DocumentSearch-overlay');
  await box.getByPlaceholder('Find').fill(text);
  await expect(box.locator('.jp-DocumentSearch-index-counter')).toHaveText(found);
}

test('each kind of wrong answer has a message of its own, for every eye', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(180_000);
  // So high that all cells are in view: one that is not has nothing under it in the page.
  await page.setViewportSize({ width: 1280, height: 5200 });
  const text = lessonNotebook({ exercises: wrong });
  expect(text).not.toContain('secretSolution');
  await lab.upload('feedback.ipynb', text);
  await lab.ready();
  for (const { id, says, marked } of wrong) {
    const view = exercise(lab, id);
    await view.getByRole('button', { name: 'Check' }).click();
    const said = view.getByRole('status');
    for (const part of says) {
      await expect(said, id).toContainText(part, { timeout: 20_000 });
    }
    if (marked !== undefined) {
      await expect(said.locator('mark').last(), id).toHaveText(marked);
    }
  }
  expect(await page.content()).not.toContain('secretSolution');
  await search(lab, 'doubled', /^1\/\d+$/);
  await search(lab, 'secretSolution', '-/-');
  await page.keyboard.press('Escape');
  await look('feedback-light');
  expect(await seriousFindings(page, '.lb-task')).toEqual([]);
  for (const theme of ['Dark', 'Dark High Contrast'] as const) {
    await lab.theme(theme);
    await look(`feedback-${theme}`);
    expect(await seriousFindings(page, '.lb-task'), theme).toEqual([]);
  }
});

test('a check waits for a cell that trains, says so, and disturbs nothing', async ({ lab }) => {
  const text = lessonNotebook({
    blocks: [
      block('ts #data', "import * as tf from '@tensorflow/tfjs';", 'let stop = false;'),
      block(
        'ts #train',
        'const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });',
        "model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });",
        'const x = tf.tensor2d([1, 2, 3], [3, 1]);',
        'const onEpochEnd = () => { model.stopTraining = stop; };',
        'const fit = model.fit(x, x.mul(2), { epochs: 1e6, verbose: 0, callbacks: { onEpochEnd } });',
        "await input('Train until');",
        'stop = true;',
        'const { epoch } = await fit;',
        "`trained for ${epoch.length > 0 ? 'a while' : 'nothing'}`;"
      )
    ],
    exercises: [
      {
        id: 'late',
        answer: 'const late = model.countParams();',
        checker: "c => kit.compare(c.value('late'), 2, { name: 'late' })"
      }
    ]
  });
  await lab.upload('training.ipynb', text);
  await lab.ready();
  await lab.cellWith('let stop').run();
  const training = lab.cellWith('meanSquaredError');
  await training.start();
  await expect(training.prompt).toHaveText('[*]:');
  const view = exercise(lab, 'late');
  await view.getByRole('button', { name: 'Check' }).click();
  await expect(view).toContainText('Another cell runs. The check waits for it');
  await training.node.locator('.jp-Stdin-input').press('Enter');
  await expect(view).toContainText('Solved', { timeout: 30_000 });
  await training.finished();
  await expect(training.outputs).toContainText('trained for a while');
});
