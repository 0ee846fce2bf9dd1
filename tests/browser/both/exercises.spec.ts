import type { Locator } from '@playwright/test';
import { seriousFindings } from '../axe';
import { answer, exerciseCell, openBroadcasting, under } from '../broadcasting';
import { expect, test } from '../fixtures';
import { Cell, type NotebookPage } from '../notebook';

const exercises = ['from-mean', 'standardise', 'shares', 'fill', 'nearest'];

const activeCell = (lab: NotebookPage): Locator => lab.notebook.locator('.jp-Cell.jp-mod-active');

/** Runs a command by the palette. */
async function command(lab: NotebookPage, name: string): Promise<void> {
  const { keyboard } = lab.page;
  const palette = lab.page.locator('.lm-CommandPalette');
  const found = palette.locator('.lm-CommandPalette-item.lm-mod-active');
  // Once more where the launcher, as it opens, took the focus, which closes the palette.
  await expect(async () => {
    if (!(await palette.isVisible())) {
      await keyboard.press('Control+Shift+C');
    }
    await expect(palette.locator('input')).toBeFocused({ timeout: 1000 });
    await keyboard.press('Control+a');
    await keyboard.type(name);
    const label = found.locator('.lm-CommandPalette-itemLabel');
    await expect(label).toHaveText(name, { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** Runs the active cell and those below it, up to the next exercise. */
async function runToNext(lab: NotebookPage): Promise<void> {
  const { keyboard } = lab.page;
  await keyboard.press('Escape');
  do {
    const place = await activeCell(lab).getAttribute('data-windowed-list-index');
    await keyboard.press('Shift+Enter');
    await expect(activeCell(lab)).not.toHaveAttribute('data-windowed-list-index', place ?? '');
  } while ((await under(activeCell(lab)).count()) === 0);
}

/** Puts an answer into the active cell, by keys alone. */
async function type(lab: NotebookPage, code: string): Promise<void> {
  const { keyboard } = lab.page;
  await keyboard.press('Enter');
  await expect(new Cell(lab.page, activeCell(lab)).input).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.insertText(code);
}

/** Tries a wrong answer in the active cell, and asks for all hints and the solution, by keys. */
async function helpAlong(lab: NotebookPage, wrong: string): Promise<void> {
  const { keyboard } = lab.page;
  const view = under(activeCell(lab));
  await type(lab, wrong);
  await keyboard.press('Alt+Shift+C');
  await expect(view).toContainText('Not yet', { timeout: 20_000 });
  for (let hint = 1; hint <= 3; hint++) {
    await keyboard.press('Alt+Shift+H');
  }
  await expect(view.locator('.lb-hints li')).toHaveCount(3);
  await keyboard.press('Alt+Shift+S');
  await expect(view.locator('.lb-added')).toContainText('flippers.mean()');
  await keyboard.press('Escape');
  await lab.tabTo(view.getByRole('button', { name: 'Hide the solution' }));
  await keyboard.press('Enter');
  await expect(view.locator('.lb-added')).toHaveCount(0);
  await lab.tabTo(activeCell(lab), 'Shift+Tab');
}

test('an exercise is answered wrongly, helped along, solved, and remembered', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(120_000);
  await openBroadcasting(lab);
  const cell = exerciseCell(lab, 0);
  const view = under(cell);
  await view.getByRole('button', { name: 'Check' }).click();
  await expect(view).toContainText('Not attempted');
  await look('exercise-not-attempted');

  await new Cell(lab.page, cell).write(answer('from-mean', 'wrong-sign-turned'));
  await view.getByRole('button', { name: 'Check' }).click();
  await expect(view).toContainText('Not yet');
  await expect(view).toContainText('Your fromMean has every sign turned');
  await expect(view).toContainText('Expected');
  await expect(view).toContainText('Found');
  const tables = view.locator('.lb-grid');
  await expect(tables).toHaveCount(2);
  await expect(tables.last().locator('mark').first()).toHaveText(/^[\d.]+$/);
  // The button that was pressed still has the focus, for whoever works by keyboard.
  await expect(view.getByRole('button', { name: 'Check' })).toBeFocused();
  await look('exercise-failed');

  await expect(view.getByRole('button', { name: 'Solution' })).toBeDisabled();
  await view.getByRole('button', { name: 'Hint 1 of 3' }).click();
  await view.getByRole('button', { name: 'Hint 2 of 3' }).click();
  await view.getByRole('button', { name: 'Hint 3 of 3' }).click();
  await expect(view.locator('.lb-hints li')).toHaveCount(3);
  await view.getByRole('button', { name: 'Solution' }).click();
  await expect(view.locator('.lb-removed')).toContainText('fromMean');
  await expect(view.locator('.lb-added')).toContainText('flippers.mean()');
  for (const theme of ['Dark', 'Dark High Contrast', 'Light'] as const) {
    await lab.theme(theme);
    await look(`exercise-solution-${theme}`);
    expect(await seriousFindings(page, '.lb-task'), theme).toEqual([]);
  }

  await view.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(view).not.toContainText('Not yet');
  await view.getByRole('button', { name: 'Undo the reset' }).click();
  await expect(new Cell(lab.page, cell).editor).toContainText('fromMean');

  await new Cell(lab.page, cell).write('nowhere.mean()');
  await expect(view).toContainText('The cell has changed since');
  await view.getByRole('button', { name: 'Check' }).click();
  await expect(view).toContainText('ReferenceError on line 1: nowhere is not defined');
  await look('exercise-errored');

  // A whole solution, pasted over all that is there, leaves the cell the exercise that it is.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(text => navigator.clipboard.writeText(text), answer('from-mean', 'right-*'));
  await new Cell(lab.page, cell).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await view.getByRole('button', { name: 'Check' }).click();
  await expect(view).toContainText('Solved');
  await look('exercise-passed');
  await lab.save();

  await lab.reload();
  await expect(lab.notebook).toBeVisible();
  await lab.menu('Lessons', 'Show the Lessons');
  await expect(page.locator('.lb-lesson', { hasText: 'Broadcasting' })).toContainText(
    '1 of 5 exercises solved'
  );
  await view.scrollIntoViewIfNeeded();
  await expect(view).toContainText('Solved');
  await expect(view.locator('.lb-hints li')).toHaveCount(3);
  await expect(new Cell(lab.page, cell).editor).toContainText('fromMean');
  await look('exercise-remembered');
});

test('a lesson is found, run and solved by keyboard only', async ({ lab, page }) => {
  test.setTimeout(180_000);
  await command(lab, 'Show the Lessons');
  await expect(page.locator('.lb-lesson', { hasText: 'Broadcasting' })).toBeVisible();
  while ((await page.locator('.lb-lesson:focus', { hasText: 'Broadcasting' }).count()) === 0) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await lab.ready();
  for (const exercise of exercises) {
    await runToNext(lab);
    if (exercise === 'from-mean') {
      await helpAlong(lab, answer(exercise, 'wrong-sign-turned'));
    }
    await type(lab, answer(exercise, 'right-*'));
    await page.keyboard.press('Alt+Shift+C');
    await expect(under(activeCell(lab)), exercise).toContainText('Solved', { timeout: 20_000 });
  }
  await command(lab, 'Show the Lessons');
  await expect(page.locator('.lb-lesson', { hasText: 'Broadcasting' })).toContainText(
    'all 5 exercises solved'
  );
});

test('an answer that never ends is stopped by its check, and the lesson goes on', async ({
  lab
}) => {
  test.setTimeout(120_000);
  await openBroadcasting(lab);
  const cell = exerciseCell(lab, 0);
  const view = under(cell);
  await new Cell(lab.page, cell).write('while (true) {}');
  await lab.page.keyboard.press('Alt+Shift+C');
  await expect(view).toContainText('Running and checking');
  await expect(view).toContainText('stopped after 10 s, in the loop or function on line 1', {
    timeout: 20_000
  });
  // The cells above are not run again.
  await new Cell(lab.page, cell).write(answer('from-mean', 'right-*'));
  await lab.page.keyboard.press('Alt+Shift+C');
  await expect(view).toContainText('Solved');
});

test('a copy that has lost an exercise says so and gets it back', async ({ lab }) => {
  test.setTimeout(120_000);
  await openBroadcasting(lab);
  await exerciseCell(lab, 1).locator('.jp-InputPrompt').click();
  await lab.page.keyboard.press('d');
  await lab.page.keyboard.press('d');
  await lab.save();
  await lab.reload();
  await expect(lab.notifications).toContainText('This copy of the lesson has lost exercises');
  await lab.notifications.getByRole('button', { name: 'Put them back' }).click();
  await expect(lab.notebook.locator('.lb-exercise')).toHaveCount(5);
});
