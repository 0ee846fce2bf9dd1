import type { Locator, Page } from '@playwright/test';
import { seriousFindings } from '../axe';
import { block, lessonNotebook } from '../built-lesson';
import { expect, test } from '../fixtures';
import type { NotebookPage } from '../notebook';

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

/** A question of the open notebook, worked on by keys alone. */
class AskedQuestion {
  readonly node: Locator;
  private readonly page: Page;

  constructor(
    private readonly lab: NotebookPage,
    private readonly name: string
  ) {
    this.page = lab.page;
    this.node = lab.notebook
      .locator('.lb-question')
      .filter({ has: this.page.getByRole('group', { name }) });
  }

  /** Goes by the notebook's keys to the question, and with Tab to its first control. */
  async enter(): Promise<void> {
    const active = this.lab.notebook.locator('.jp-Cell.jp-mod-active');
    await this.keys('Escape');
    while ((await active.getByRole('group', { name: this.name }).count()) === 0) {
      await this.keys('ArrowDown');
    }
    // The toolbar of the cell may come first.
    const first = this.node.locator('input, button, select').first();
    while (!(await first.evaluate(control => control === document.activeElement))) {
      await this.keys('Tab');
    }
  }

  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async says(text: string): Promise<void> {
    await expect(this.node.getByRole('status').last(), this.name).toContainText(text);
  }
}

test('every kind of question is answered by keys alone, with a reason for what is wrong', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 1800 });
  await lab.upload('questions.ipynb', lessonNotebook({ blocks }));
  await lab.ready();
  const match = new AskedQuestion(lab, 'Which fits?');
  await expect(match.node).toBeVisible();
  await lab.cell(0).node.click();

  const number = new AskedQuestion(lab, 'How many?');
  await number.enter();
  await number.type('12');
  await number.keys('Enter');
  await number.says('12 is too small. It is five times seven.');
  await number.keys('Control+a');
  await number.type('35');
  await expect(number.node).toContainText('Your answer has changed since');
  await number.keys('Enter');
  await number.says('Solved');

  const single = new AskedQuestion(lab, 'Which one?');
  await single.enter();
  await single.keys('Space', 'Enter');
  await single.says('A row is not used up.');
  await single.keys('ArrowDown', 'Enter');
  await single.says('Solved');

  const multiple = new AskedQuestion(lab, 'Which ones?');
  await multiple.enter();
  await multiple.keys('Space', 'Tab', 'Space', 'Enter');
  await multiple.says('Nine is three times three.');
  await multiple.keys('Space', 'Tab', 'Space', 'Enter');
  await multiple.says('Solved');

  const order = new AskedQuestion(lab, 'In which order?');
  await order.enter();
  // In the wrong order: up and down of the one, up and down of the other, the button.
  await order.keys('Tab', 'Tab', 'Tab', 'Tab', 'Space');
  await order.says('Line 1 is not yet the one');
  await order.keys('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  const down = order.node.getByRole('button', { name: 'Move down: use' });
  await expect(down).toBeFocused();
  await order.keys('Space');
  await expect(order.node.getByRole('status').first()).toHaveText('Now line 2 of 2: use');
  await expect(down).toBeFocused();
  await order.keys('Tab', 'Space');
  await order.says('Solved');

  await match.enter();
  await match.type('spread');
  await match.keys('Tab');
  await match.type('spread');
  // For the notebook d d would delete the cell.
  await match.keys('Tab', 'd', 'd', 'Enter');
  await match.says("'mean' goes with another.");
  await match.keys('Shift+Tab', 'Shift+Tab');
  await match.type('average');
  await match.keys('Tab', 'Tab', 'Space');
  await match.says('Solved');

  for (const theme of ['Dark', 'Dark High Contrast', 'Light'] as const) {
    await lab.theme(theme);
    await look(`questions-${theme}`);
    expect(await seriousFindings(page, '.lb-task'), theme).toEqual([]);
  }
  await lab.save();
  await lab.reload();
  await match.says('Solved');
  await expect(number.node.getByRole('textbox')).toHaveValue('35');
});
