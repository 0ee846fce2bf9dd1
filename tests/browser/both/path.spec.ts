import type { Locator } from '@playwright/test';
import { seriousFindings } from '../axe';
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

/** Goes with Tab to a button, or back with Shift-Tab, and presses it. */
async function press(lab: NotebookPage, target: Locator, key?: 'Shift+Tab'): Promise<void> {
  await lab.tabTo(target, key);
  await lab.page.keyboard.press('Enter');
}

test('a learner goes from the home page through the steps of a lesson, and comes back', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(180_000);
  if (lab.host.name === 'app') {
    // The app opens on it.
    await expect(home(lab)).toContainText('Start here');
  }
  await openHome(lab);
  await look('home-new');
  await press(lab, button(home(lab), 'Open: Broadcasting'));
  await lab.ready();

  await expect(header(lab)).toContainText('0 of 5 exercises solved');
  await press(lab, button(header(lab), 'Step after'), 'Shift+Tab');
  await expect(header(lab)).toContainText('Step 1 of 18: The tools');
  const steps = header(lab).locator('.lb-header-step');
  await press(lab, steps, 'Shift+Tab');
  await expect(page.getByRole('menuitem', { name: '○ Exercise: Standardise' })).toBeVisible();
  await look('header-steps');
  for (let step = 1; step <= 5; step++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(steps).toContainText('Exercise: How far from the mean?');

  await press(lab, button(header(lab), 'Run the cells above'));
  await lab.cellWith('const centimetres').finished(60_000);
  const cell = exerciseCell(lab, 0);
  const right = answer('from-mean', 'right-*');
  await new Cell(page, cell).write(right);
  await page.keyboard.press('Alt+Shift+C');
  await expect(under(cell)).toContainText('Solved', { timeout: 20_000 });
  await expect(header(lab)).toContainText('1 of 5 exercises solved');

  await page.keyboard.press('Escape');
  await press(lab, button(header(lab), 'Reset the lesson'), 'Shift+Tab');
  await expect(new Cell(page, cell).editor).not.toContainText(right.split('\n')[0] ?? '');
  await lab.notifications.getByRole('button', { name: 'Undo' }).click();
  await expect(new Cell(page, cell).editor).toContainText(right.split('\n')[0] ?? '');
  await expect(header(lab)).toContainText('1 of 5 exercises solved');

  await openHome(lab);
  const goOn = page.getByRole('region', { name: 'Continue where you were' });
  await expect(goOn).toContainText('1 of 5 exercises solved · next: Standardise the columns');
  for (const theme of ['Light', 'Dark', 'Dark High Contrast'] as const) {
    await lab.theme(theme);
    await openHome(lab);
    expect(await seriousFindings(page, '.lb-home', '.lb-lessons'), theme).toEqual([]);
    await look(`home-${theme}`);
    await press(lab, button(goOn, 'Continue'));
    await expect(header(lab)).toBeVisible();
    expect(await seriousFindings(page, '.lb-header'), theme).toEqual([]);
    await look(`header-${theme}`);
  }

  // Two days later.
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 2 * 86_400_000;
  });
  await openHome(lab);
  const reviews = page.getByRole('region', { name: 'To solve once more' });
  await press(lab, button(reviews, 'How far from the mean?'));
  await lab.notifications.getByRole('button', { name: 'Empty the cell' }).click();
  await expect(new Cell(page, cell).editor).toHaveText('const fromMean = flippers;');
  await button(under(cell), 'Undo the reset').click();
  await expect(new Cell(page, cell).editor).toContainText(right.split('\n')[0] ?? '');
  await expect(under(cell)).toContainText('Solved');
  await expect(under(cell)).toBeInViewport();
});
