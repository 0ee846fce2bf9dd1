import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures';
import { ours } from '../saved';

/** A lesson of these code cells, which Monaco edits. */
const lessonOf = (...sources: string[]): string =>
  JSON.stringify({
    metadata: {
      kernelspec: { ...ours, language: 'typescript' },
      lessonbook: { format: 1, title: 'A lesson', exercises: [] }
    },
    nbformat: 4,
    nbformat_minor: 5,
    cells: sources.map((source, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      execution_count: null,
      metadata: {},
      source,
      outputs: []
    }))
  });

test('a lesson’s cells are completed, imported into, explained and marked', async ({
  lab,
  look
}) => {
  const { page } = lab;
  await lab.upload(
    'help.ipynb',
    lessonOf(
      '/** Doubles a mass in grams.\n * @deprecated Use `triple`. */\nfunction double(mass: number, times = 1) {\n  const left = 0;\n  return mass * 2 * times;\n}',
      "double('4200')",
      ''
    )
  );
  await lab.ready();
  const [first, second, third] = [lab.cell(0), lab.cell(1), lab.cell(2)];
  const list = page.locator('.lb-monaco-popups .suggest-widget.visible');
  const row = list.locator('.monaco-list-row').first();
  const hover = page.locator('.lb-monaco-popups .monaco-hover:visible');
  // What changes in a cell, colours too, closes an explanation until the mouse moves again.
  const explain = (name: Locator, says: string): Promise<void> =>
    expect(async () => {
      await page.mouse.move(0, 0);
      await name.hover();
      await expect(hover).toContainText(says, { timeout: 3000 });
    }).toPass({ timeout: 30_000 });

  // Marks in text and margin, faded and struck through, before anything has run.
  // The first answer waits for the types to be read.
  await expect(second.node.locator('.squiggly-error')).toBeVisible({ timeout: 30_000 });
  await expect(second.node.locator('.lb-margin-error')).toBeVisible();
  await expect(second.node.locator('.squiggly-inline-deprecated')).toHaveText('double');
  await expect(first.node.locator('.squiggly-inline-unnecessary')).toHaveText('left');

  // Names of another cell by their first letters, then what a call takes, with its documentation.
  await third.write('doub');
  await page.keyboard.press('Control+Space');
  await expect(row).toContainText('double');
  await look('monaco-completion');
  await page.keyboard.press('Enter');
  await page.keyboard.type('(');
  const signature = page.locator('.lb-monaco-popups .parameter-hints-widget.visible');
  await expect(signature).toContainText('double(mass: number, times?: number): number');
  await expect(signature.locator('.parameter.active')).toHaveText('mass: number');
  await look('monaco-signature');
  await page.keyboard.press('Escape');

  // A name of a bundled module brings its import along.
  await third.write('t');
  await page.keyboard.type('f');
  await expect(row).toContainText('tf');
  await page.keyboard.press('Enter');
  await expect(third.editor).toContainText("import * as tf from '@tensorflow/tfjs';");
  await page.keyboard.type('.ma');
  await expect(row).toContainText('matMul');
  await expect(page.locator('.suggest-details')).toContainText('Computes the dot product');
  await look('monaco-members');
  await page.keyboard.press('Enter');
  const matMul = third.editor.getByText('matMul');
  await explain(matMul, 'Computes the dot product of two matrices');
  await look('monaco-hover');
  await page.mouse.move(0, 0);

  // The rank by the types, and by the live kernel what the variable last was.
  await second.run(
    "import * as tf from '@tensorflow/tfjs';\nconst grid = tf.tensor2d([[1, 2, 3], [4, 5, 6]]);"
  );
  await explain(second.editor.getByText('grid'), 'const grid: tf.Tensor2D');
  await expect(hover).toContainText('tensor float32 [2, 3], last run');
  await look('monaco-last-seen');
});

test('from a lesson’s cell one gets to other cells, renames, mends and lays out', async ({
  lab,
  look
}) => {
  const { page } = lab;
  await lab.upload(
    'move.ipynb',
    lessonOf(
      'const masses = [3700, 4200];\nfunction heaviest(values: number[]) {\n  return Math.max(...values);\n}',
      'const top1 = heaviest(masses);',
      'heaviest( masses )+top1; masses.lenght'
    )
  );
  await lab.ready();
  const [first, second, third] = [lab.cell(0), lab.cell(1), lab.cell(2)];

  // Functions and variables have colours of their own, which only the types tell apart.
  const colour = (name: string) =>
    third.editor
      .getByText(name, { exact: true })
      .first()
      .evaluate(node => getComputedStyle(node).color);
  await expect
    .poll(async () => (await colour('heaviest')) !== (await colour('masses')), { timeout: 30_000 })
    .toBe(true);

  // To the declaration in another cell, and to all uses.
  await second.editor.getByText('heaviest').click();
  await page.keyboard.press('F12');
  await expect(first.input).toBeFocused();
  await page.keyboard.press('Shift+F12');
  const peek = first.node.locator('.reference-zone-widget');
  await expect(peek).toBeVisible();
  await expect(peek.locator('.referenceMatch')).not.toHaveCount(0);
  await expect(peek).toContainText('Cell 1');
  await look('monaco-references');
  await page.keyboard.press('Escape');
  await expect(peek).toHaveCount(0);

  // A new name in every cell at once.
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await expect(box).toBeFocused();
  await look('monaco-rename');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('largest');
  await page.keyboard.press('Enter');
  await expect(first.editor).toContainText('function largest');
  await expect(second.editor).toContainText('largest(masses)');
  await expect(third.editor).toContainText('largest(');

  // A mistake is mended, and the cell is laid out.
  await third.editor.getByText('lenght').click();
  await expect(third.node.locator('.squiggly-error')).toBeVisible();
  await page.keyboard.press('Control+.');
  const fixes = page.locator('.action-widget:not(.action-list-submenu-panel)');
  await expect(fixes).toContainText("Change spelling to 'length'");
  await look('monaco-fix');
  await page.keyboard.press('Enter');
  await expect(third.editor).toContainText('masses.length');
  await page.keyboard.press('Shift+Alt+f');
  await expect(third.editor).toContainText('largest(masses) + top1; masses.length');

  // Into the library's types, which can only be read.
  await third.editor.getByText('length').click();
  await page.keyboard.press('F12');
  const library = third.node.locator('.peekview-widget');
  await expect(library).toContainText('interface Array<T>');
  await look('monaco-library');
  await page.keyboard.type('read only?');
  await expect(library).not.toContainText('read only?');
  await expect(third.editor).not.toContainText('read only?');
});
