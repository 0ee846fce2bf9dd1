import type { Locator } from '@playwright/test';
import { seriousFindings } from '../axe';
import { block, lessonNotebook } from '../built-lesson';
import { expect, test } from '../fixtures';

const blocks = [
  block(
    'question number #number',
    'ask: How many?',
    'answer: 35',
    'because: It is five times seven.'
  ),
  block(
    'question single #single',
    'ask: Which one?',
    'options:',
    '  - wrong: The row',
    '    because: A row is not used up.',
    '  - right: The column'
  ),
  block(
    'question multiple #multiple',
    'ask: Which ones?',
    'options:',
    '  - right: Two',
    '  - wrong: Nine',
    '    because: Nine is three times three.',
    '  - right: Three'
  ),
  block('question order #order', 'ask: In which order?', 'lines:', '  - train', '  - use'),
  block(
    'question match #match',
    'ask: Which fits?',
    'pairs:',
    '  - mean: average',
    '  - std: spread'
  )
];

test('every kind of question is answered by keys alone, with a reason for what is wrong', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 1800 });
  await lab.upload('questions.ipynb', lessonNotebook({ blocks }));
  await lab.ready();
  const { keyboard } = page;
  const question = (name: string): Locator =>
    lab.notebook.locator('.lb-question').filter({ has: page.getByRole('group', { name }) });
  const active = lab.notebook.locator('.jp-Cell.jp-mod-active');
  /** Goes by the notebook's keys to a question, and with Tab to its first control. */
  const enter = async (name: string) => {
    await keyboard.press('Escape');
    while ((await active.getByRole('group', { name }).count()) === 0) {
      await keyboard.press('ArrowDown');
    }
    // The toolbar of the cell may come first.
    const first = question(name).locator('input, button, select').first();
    while (!(await first.evaluate(control => control === document.activeElement))) {
      await keyboard.press('Tab');
    }
  };
  await expect(question('Which fits?')).toBeVisible();
  await lab.cell(0).node.click();

  const number = question('How many?');
  await enter('How many?');
  await keyboard.type('12');
  await keyboard.press('Enter');
  await expect(number.getByRole('status')).toContainText(
    '12 is too small. It is five times seven.'
  );
  await keyboard.press('Control+a');
  await keyboard.type('35');
  await expect(number).toContainText('Your answer has changed since');
  await keyboard.press('Enter');
  await expect(number.getByRole('status')).toContainText('Solved');

  const single = question('Which one?');
  await enter('Which one?');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(single.getByRole('status')).toContainText('A row is not used up.');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(single.getByRole('status')).toContainText('Solved');

  const multiple = question('Which ones?');
  await enter('Which ones?');
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(multiple.getByRole('status')).toContainText('Nine is three times three.');
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(multiple.getByRole('status')).toContainText('Solved');

  const order = question('In which order?');
  await enter('In which order?');
  // In the wrong order: up and down of the one, up and down of the other, the button.
  for (let i = 0; i < 4; i++) {
    await keyboard.press('Tab');
  }
  await keyboard.press('Space');
  await expect(order.getByRole('status').last()).toContainText('Line 1 is not yet the one');
  for (let i = 0; i < 3; i++) {
    await keyboard.press('Shift+Tab');
  }
  const down = order.getByRole('button', { name: 'Move down: use' });
  await expect(down).toBeFocused();
  await keyboard.press('Space');
  await expect(order.getByRole('status').first()).toHaveText('Now line 2 of 2: use');
  await expect(down).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(order.getByRole('status').last()).toContainText('Solved');

  const match = question('Which fits?');
  await enter('Which fits?');
  await keyboard.type('spread');
  await keyboard.press('Tab');
  await keyboard.type('spread');
  await keyboard.press('Tab');
  // For the notebook this would delete the cell.
  await keyboard.press('d');
  await keyboard.press('d');
  await keyboard.press('Enter');
  await expect(match.getByRole('status')).toContainText("'mean' goes with another.");
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.type('average');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(match.getByRole('status')).toContainText('Solved');

  await look('questions');
  expect(await seriousFindings(page, '.lb-task')).toEqual([]);
  await lab.save();
  await lab.reload();
  await expect(match.getByRole('status')).toContainText('Solved');
  await expect(number.getByRole('textbox')).toHaveValue('35');
});
