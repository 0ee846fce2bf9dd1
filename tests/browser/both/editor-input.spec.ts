import { expect, test } from '../fixtures';
import type { NotebookPage } from '../notebook';

/** Opens the form of JupyterLab's settings with this name. */
async function openSettings(lab: NotebookPage, name: string): Promise<void> {
  await lab.menu('Settings', 'Settings Editor');
  await lab.page
    .locator('.jp-PluginList')
    .getByRole('tab', { name: new RegExp(`^${name}$`) })
    .click();
}

/** Shows what a tab of the main area holds. */
async function showTab(lab: NotebookPage, name: string): Promise<void> {
  await lab.page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab', { hasText: name }).click();
}

test('cells are folded, pasted into and moved, and stay what they were', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(120_000);
  const { keyboard, mouse } = page;
  const first = await lab.openInMonaco('const first = 1;\nfirst;', '"second"');

  // Folded away and back, with its text and its height.
  const height = (await first.editor.boundingBox())?.height;
  await keyboard.press('Escape');
  await lab.menu('View', 'Collapse Selected Code');
  await expect(first.editor).toBeHidden();
  await look('editor-collapsed');
  await lab.menu('View', 'Expand Selected Code');
  await expect.poll(async () => (await first.editor.boundingBox())?.height).toBe(height);
  await expect.poll(() => first.text()).toBe('const first = 1;\nfirst;');

  // From a file of another system.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('const all = [\r\n  1\r\n];\r\nall;'));
  await first.focus();
  await keyboard.press('Control+a');
  await keyboard.press('Control+v');
  await expect.poll(() => first.text()).toBe('const all = [\n  1\n];\nall;');

  // The other one is taken by its prompt, and put in its place.
  const from = await lab.cell(1).prompt.boundingBox();
  const to = await first.node.boundingBox();
  if (!from || !to) {
    throw new Error('A cell is not on screen.');
  }
  await mouse.move(from.x + 20, from.y + 10);
  await mouse.down();
  await mouse.move(to.x + 100, to.y + 30, { steps: 5 });
  await mouse.move(to.x + 100, to.y + 20, { steps: 5 });
  await mouse.up();
  await expect.poll(() => lab.cell(0).text()).toBe('"second"');
  await expect.poll(() => lab.cell(1).text()).toBe('const all = [\n  1\n];\nall;');
  await lab.cell(1).focus();
  await keyboard.press('Control+End');
  await keyboard.type(' // moved');
  await expect.poll(() => lab.cell(1).text()).toBe('const all = [\n  1\n];\nall; // moved');
});

test('every script can be written, read aloud and enlarged in a cell', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(120_000);
  const { keyboard } = page;
  const cell = await lab.openInMonaco('', '"the end"');
  const lines = cell.node.locator('.view-line');

  // Put together as one types, as Japanese is; what is not settled yet can be seen.
  const device = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    device.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length
    });
  await keyboard.type('const 値 = "');
  await compose('に');
  await compose('にほ');
  await expect.poll(() => cell.text()).toContain('にほ');
  await device.send('Input.insertText', { text: '日本' });
  await keyboard.type('";');
  await expect.poll(() => cell.text()).toBe('const 値 = "日本";');
  await expect(page.locator('#jp-main-statusbar')).toContainText('Ln 1, Col 16');

  // From right to left: the cursor goes through the word, and what is typed stands where it is.
  await cell.write('const word = "שלום"; // 👩‍🔬');
  await keyboard.press('Home');
  for (let step = 0; step < 16; step++) {
    await keyboard.press('ArrowRight');
  }
  await keyboard.type('-');
  await expect.poll(() => cell.text()).toBe('const word = "של-ום"; // 👩‍🔬');
  await cell.run();
  await look('editor-scripts');

  // What a screen reader reads is the whole cell, once the setting says that there is one.
  await expect(cell.input).toHaveAttribute('aria-label', /^Code of the cell\. Escape leaves/);
  await cell.write('const one = 1;\nconst two = 2;');
  await openSettings(lab, 'Lesson editor');
  await page.getByLabel('For screen readers').check();
  await showTab(lab, 'lesson.ipynb');
  await cell.focus();
  await expect(cell.input).toHaveValue('const one = 1;\nconst two = 2;');

  // Lines are wrapped, and letters larger, as soon as the settings say so.
  await cell.write(`const long = '${'word '.repeat(60)}';`);
  await expect(lines).toHaveCount(1);
  await openSettings(lab, 'Notebook');
  await page.locator('.jp-SettingsPanel').getByLabel('Line Wrap').first().check();
  await page.locator('[id="root_customStyles_fontSize"]').first().fill('20');
  await showTab(lab, 'lesson.ipynb');
  await expect(lines).not.toHaveCount(1);
  await expect(cell.editor).toHaveCSS('font-size', '20px');
  await look('editor-wrapped');

  // Twice as large, as by Ctrl and plus: the page has half the room.
  await page.setViewportSize({ width: 640, height: 450 });
  const { x, width } = (await cell.node.boundingBox()) ?? { x: 0, width: 0 };
  await expect
    .poll(async () => {
      const box = await cell.node.locator('.monaco-editor').boundingBox();
      return box && box.x + box.width <= x + width;
    })
    .toBe(true);
  await look('editor-narrow');
});
