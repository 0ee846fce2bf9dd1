import { expect, test } from '../fixtures';

test('a TypeScript notebook that is no lesson is completed, explained and marked', async ({
  lab,
  look
}) => {
  const { page } = lab;
  await lab.openNotebook('types.ipynb', [
    {
      source:
        '/** Doubles a mass in grams. */\nfunction double(mass: number) {\n  return mass * 2;\n}'
    },
    { source: '' },
    { source: '' }
  ]);
  const [, second, third] = [lab.cell(0), lab.cell(1), lab.cell(2)];
  const first = page.locator('.jp-Completer:visible .jp-Completer-item').first();
  const tooltip = page.locator('.cm-tooltip:visible');

  const complete = async (name: string): Promise<void> => {
    await page.keyboard.press('Tab');
    await expect(first).toContainText(name);
    await page.keyboard.press('Enter');
  };

  // A mistake is marked in the text, without any run, by what another cell declares.
  await second.write("const heavy = double('4200');");
  const mark = second.node.locator('.cm-lintRange-error');
  await expect(mark).toHaveText("'4200'");
  await mark.hover();
  await expect(tooltip).toContainText("Argument of type 'string' is not assignable");
  await look('typescript-mark');

  // The mark goes once the cell above fits.
  await lab
    .cell(0)
    .write('/** Doubles. */\nfunction double(mass: string) {\n  return mass + mass;\n}');
  await expect(mark).toHaveCount(0);

  // A name is explained with its documentation.
  await third.write('double');
  await third.editor.hover({ position: { x: 24, y: 12 } });
  await expect(tooltip).toContainText('function double(mass: string): string');
  await expect(tooltip).toContainText('Doubles.');
  await look('typescript-hover');
  await page.mouse.move(0, 0);

  // Names of other cells are completed before any has run, and members by their types.
  await third.write('hea');
  await complete('heavy');
  await expect(third.editor).toHaveText('heavy');
  await page.keyboard.type('.toUpp');
  await complete('toUpperCase');
  await expect(third.editor).toHaveText('heavy.toUpperCase');

  // What the kernel last saw of a variable stands in its explanation.
  await second.run("import * as tf from '@tensorflow/tfjs';\nconst grid = tf.zeros([2, 3]);");
  await third.write('grid');
  await third.editor.hover({ position: { x: 20, y: 12 } });
  await expect(tooltip).toContainText('const grid: Tensor');
  await expect(tooltip).toContainText('tensor float32 [2, 3], last run');
  await page.mouse.move(0, 0);

  await third.write('tf.');
  await page.keyboard.press('Tab');
  await expect(first).toContainText('tensor');
  await look('typescript-completion');
  await page.keyboard.press('Escape');

  // A name of a bundled module brings its import along, as an edit of its own.
  await third.write('np');
  await complete('np');
  await expect(third.editor).toHaveText("import * as np from 'numpy';np");
  await page.keyboard.type('.arang');
  await complete('arange');
  await expect(third.editor).toHaveText("import * as np from 'numpy';np.arange");

  // While a cell runs, the kernel's own help answers too.
  await second.write('const nap: number = 1;\nawait new Promise(() => undefined);');
  await second.start();
  await third.write('parseFloat');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.jp-Tooltip')).toContainText('function parseFloat');
  await page.keyboard.press('Escape');
  await third.write('parseFlo');
  await complete('parseFloat');
  await expect(third.editor).toHaveText('parseFloat');
  await lab.interrupt();
  await second.finished();
});
