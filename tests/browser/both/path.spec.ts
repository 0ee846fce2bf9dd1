import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { answer, exerciseCell, under } from '../broadcasting';
import { expect, test } from '../fixtures';
import { Cell, type NotebookPage } from '../notebook';

const home = (lab: NotebookPage): Locator => lab.page.locator('.lb-home');
const header = (lab: NotebookPage): Locator => lab.panel.locator('.lb-header');
const button = (within: Locator, name: string): Locator => within.getByRole('button', { name });

async function openHome(lab: NotebookPage): Promise<void> {
  await lab.menu('Lessons', 'Lessons: Home');
  await expect(home(lab)).toBeVisible();
}

/** What axe finds serious in parts of the page that are ours. */
async function serious(lab: NotebookPage, ...parts: string[]): Promise<string[]> {
  const axe = parts.reduce(
    (builder, part) => builder.include(part),
    new AxeBuilder({ page: lab.page })
  );
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('a learner goes from the home page through the steps of a lesson, and comes back', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(180_000);
  if (lab.host.name === 'lab') {
    await openHome(lab);
  }
  // The app opens on it.
  await expect(home(lab)).toContainText('Start here');
  await look('home-new');
  await button(home(lab), 'Open: Broadcasting').focus();
  await page.keyboard.press('Enter');
  await lab.ready();

  await expect(header(lab)).toContainText('0 of 5 exercises solved');
  await button(header(lab), 'Step after').click();
  await expect(header(lab)).toContainText('Step 1 of 18: The tools');
  const steps = header(lab).locator('.lb-header-step');
  await steps.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: '○ Exercise: Standardise' })).toBeVisible();
  await look('header-steps');
  for (let step = 1; step <= 5; step++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(steps).toContainText('Exercise: How far from the mean?');

  await button(header(lab), 'Run the cells above').click();
  await lab.cellWith('const centimetres').finished(60_000);
  const cell = exerciseCell(lab, 0);
  const right = answer('from-mean', 'right-*');
  await new Cell(page, cell).write(right);
  await page.keyboard.press('Alt+Shift+C');
  await expect(under(cell)).toContainText('Solved', { timeout: 20_000 });
  await expect(header(lab)).toContainText('1 of 5 exercises solved');

  await button(header(lab), 'Reset the lesson').click();
  await expect(new Cell(page, cell).editor).not.toContainText(right.split('\n')[0] ?? '');
  await lab.notifications.getByRole('button', { name: 'Undo' }).click();
  await expect(new Cell(page, cell).editor).toContainText(right.split('\n')[0] ?? '');
  await expect(header(lab)).toContainText('1 of 5 exercises solved');

  await openHome(lab);
  const goOn = page.getByRole('region', { name: 'Continue where you were' });
  await expect(goOn).toContainText('1 of 5 exercises solved · next: Standardise the columns');
  for (const theme of ['Light', 'Dark', 'Dark High Contrast']) {
    await lab.menu('Settings', 'Theme', `JupyterLab ${theme}`);
    await expect(page.locator('body')).toHaveAttribute('data-jp-theme-name', `JupyterLab ${theme}`);
    await openHome(lab);
    expect(await serious(lab, '.lb-home', '.lb-lessons'), theme).toEqual([]);
    await look(`home-${theme}`);
    await button(goOn, 'Continue').click();
    await expect(header(lab)).toBeVisible();
    expect(await serious(lab, '.lb-header'), theme).toEqual([]);
    await look(`header-${theme}`);
  }

  // Two days later.
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 2 * 86_400_000;
  });
  await openHome(lab);
  const reviews = page.getByRole('region', { name: 'To solve once more' });
  await reviews.getByRole('button', { name: 'How far from the mean?' }).click();
  await lab.notifications.getByRole('button', { name: 'Empty the cell' }).click();
  await expect(new Cell(page, cell).editor).toHaveText('const fromMean = flippers;');
  await button(under(cell), 'Undo the reset').click();
  await expect(new Cell(page, cell).editor).toContainText(right.split('\n')[0] ?? '');
  await expect(under(cell)).toContainText('Solved');
  await expect(under(cell)).toBeInViewport();
});
