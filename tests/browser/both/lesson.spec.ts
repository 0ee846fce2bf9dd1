import { expect, test } from '../fixtures';
import type { Cell } from '../notebook';

test('the first lesson runs from its card to the fitted line, and keeps an edit', async ({
  lab,
  look
}) => {
  test.setTimeout(120_000);
  await lab.showLauncher();
  await expect(lab.card('Fit a line to real penguins')).toBeVisible();
  await look('launcher');
  await lab.openLesson();
  await look('lesson');

  await lab.menu('Run', 'Run All Cells');
  // The last cell has run, and with it all others.
  const last = lab.cellWith('Tensors still in memory');
  await last.finished(60_000);
  await expect(last.outputs).toContainText('Tensors still in memory: 0');

  const table = lab.cellWith('loadPenguins().flatMap');
  await table.show();
  await expect(table.outputs.locator('table')).toContainText('Adelie');
  await expect(table.outputs).toContainText('342');
  await look('table');

  const guess = lab.cellWith('function loss()');
  await guess.show();
  const first = await numberIn(guess, /guess is ([\d.]+\d)/);
  const trained = lab.cellWith('optimiser.minimize');
  await trained.show();
  const final = await numberIn(trained, /now ([\d.]+\d)/);
  expect(first).toBeGreaterThan(1);
  expect(final).toBeLessThan(first / 4);
  await expect.poll(() => trained.draws([0, 114, 178])).toBe(true);
  await look('loss');

  const fit = lab.cellWith('const line = [170, 235]');
  await fit.show();
  await expect.poll(() => fit.draws([204, 121, 167])).toBe(true);
  await look('fit');

  const edited = lab.cell(await lab.indexOf('A flipper of 200 mm'));
  await expect(edited.outputs).toContainText(/about 4\d{3} g/);
  await edited.show();
  await edited.run('console.log(`edited ${6 * 7}`);');
  const again = lab.cellWith('edited ${6 * 7}');
  await expect(again.outputs).toContainText('edited 42');
  await lab.save();
  await lab.reload();
  await lab.ready();
  await again.show();
  await expect(again.editor).toContainText('edited ${6 * 7}');
  await expect(again.outputs).toContainText('edited 42');
});

async function numberIn(cell: Cell, pattern: RegExp): Promise<number> {
  await expect(cell.outputs).toContainText(pattern);
  return Number(pattern.exec((await cell.outputs.textContent()) ?? '')?.[1]);
}
