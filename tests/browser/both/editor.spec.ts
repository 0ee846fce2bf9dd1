import type { Page } from '@playwright/test';
import { seriousFindings } from '../axe';
import { expect, test } from '../fixtures';
import { Cell } from '../notebook';

/** What axe finds in JupyterLab and in Monaco themselves, as docs/development.md says. */
const notOurs = [
  'aria-allowed-attr: .jp-DebuggerBugButton',
  'aria-required-children: .jp-WindowedPanel-viewport',
  'label-content-name-mismatch: #list_id'
];

/** Files that only Monaco needs. */
const monacoFile = /monaco|codicon/;

/** Letters and digits that are shortcuts of JupyterLab's command mode, alone and twice. */
const shortcuts = 'a b c d d dd f h i i ii j k l m o p r s v x y z 0 0 00 1 2 3 4 5 6 A B L M V X';

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(page.locator('.jp-DocumentSearch-input').first()).toBeFocused();
  await page.keyboard.type(text);
}

const statusBar = (page: Page) => page.locator('#jp-main-statusbar');

test('a lesson’s cells are typed into as fast as one can, and keep every key', async ({
  lab,
  page
}) => {
  test.setTimeout(150_000);
  const requested: string[] = [];
  page.on('request', request => requested.push(new URL(request.url()).pathname));
  const { keyboard } = page;
  await lab.newNotebook();
  await lab.cell(0).write('1 + 1');
  await expect(lab.notebook.locator('.cm-editor')).not.toHaveCount(0);
  expect(requested.filter(path => monacoFile.test(path))).toEqual([]);
  await lab.save({ isNew: true });

  const cell = await lab.openInMonaco('', '"other"');
  const lines = Array.from({ length: 4 }, (_, index) => `// ${index} ${shortcuts} first, last`);
  const text = [...lines, 'const naïve = "1 + 2" + `${3}`; [[4], { a: 5 }] // # $ % & ? !'].join(
    '\n'
  );
  await keyboard.type(text);
  await expect.poll(() => cell.text()).toBe(text);
  await expect(lab.notebook.locator('.jp-Cell')).toHaveCount(2);
  await expect(statusBar(page)).toContainText('Mode: Edit');
  await expect(statusBar(page)).toContainText('Ln 5, Col 63');

  // In the notebook too, not on the screen alone.
  await lab.save();
  await lab.reload();
  await lab.ready();
  await expect.poll(() => lab.cell(0).text()).toBe(text);
});

test('the keys of a cell do in Monaco what they do in any notebook', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(150_000);
  const { keyboard } = page;
  const cell = await lab.openInMonaco('', '"the end"');

  await keyboard.type('const first = 1;');
  await keyboard.press('Control+z');
  await expect.poll(() => cell.text()).toBe('const first = ');
  await keyboard.press('Control+Shift+z');
  await keyboard.press('Enter');
  await keyboard.type('const second = 2;');
  await keyboard.press('Control+/');
  await expect.poll(() => cell.text()).toBe('const first = 1;\n// const second = 2;');
  await keyboard.press('Control+/');
  await keyboard.press('Control+]');
  await expect.poll(() => cell.text()).toBe('const first = 1;\n  const second = 2;');
  await keyboard.press('Control+[');

  // Two cursors, which Escape makes one; the next one leaves the editor.
  await keyboard.press('Shift+Alt+ArrowUp');
  await keyboard.press('End');
  await keyboard.type(' //!');
  await expect.poll(() => cell.text()).toBe('const first = 1; //!\nconst second = 2; //!');
  await keyboard.press('Escape');
  await expect(statusBar(page)).toContainText('Mode: Edit');
  await keyboard.press('Escape');
  await expect(statusBar(page)).toContainText('Mode: Command');
  await keyboard.press('Enter');
  await expect(cell.input).toBeFocused();

  // Split at the cursor, over the edges and back, merged again.
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+Shift+Minus');
  await expect.poll(() => lab.active.text()).toBe('const second = 2; //!');
  await expect(lab.active.input).toBeFocused();
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowUp');
  await expect(cell.input).toBeFocused();
  await keyboard.press('Control+End');
  await keyboard.press('ArrowDown');
  await expect(lab.cell(1).input).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('Control+Backspace');
  await expect.poll(() => lab.active.text()).toBe('const first = 1; //!\n\nconst second = 2; //!');
  await expect(lab.notebook.locator('.jp-Cell')).toHaveCount(2);

  // Cut and put elsewhere as plain text, Tab and Shift-Tab, brackets.
  await lab.cell(0).focus();
  await keyboard.press('Control+a');
  await keyboard.type('((1));');
  await keyboard.press('ArrowLeft');
  await expect(lab.cell(0).node.locator('.bracket-match')).toHaveCount(2);
  await keyboard.press('Home');
  await keyboard.press('Tab');
  await expect.poll(() => lab.cell(0).text()).toBe('  ((1));');
  await keyboard.press('Shift+Tab');
  await expect.poll(() => lab.cell(0).text()).toBe('((1));');
  const types = await page.evaluate(
    () =>
      new Promise<readonly string[]>(resolve => {
        document.addEventListener('copy', event => resolve(event.clipboardData?.types ?? []), {
          once: true
        });
        document.execCommand('selectAll');
        document.execCommand('copy');
      })
  );
  expect(types.filter(type => type === 'text/html')).toEqual([]);

  // Ctrl-Enter stays, Shift-Enter goes on, Alt-Enter makes a cell; none of them breaks a line.
  await lab.cell(0).write('1 + 1');
  await keyboard.press('Control+Enter');
  await expect(lab.cell(0).prompt).toHaveText('[1]:');
  await keyboard.press('Enter');
  await keyboard.press('Shift+Enter');
  await expect(lab.cell(0).prompt).toHaveText('[2]:');
  await expect(lab.cell(1).node).toHaveClass(/jp-mod-active/);
  await lab.cell(0).focus();
  await keyboard.press('Alt+Enter');
  await expect(lab.notebook.locator('.jp-Cell')).toHaveCount(3);
  await expect(lab.cell(1).input).toBeFocused();
  await keyboard.type('9');
  await expect.poll(() => lab.cell(1).text()).toBe('9');
  await expect.poll(() => lab.cell(0).text()).toBe('1 + 1');

  // Escape, then Tab: out of the cell, and nothing is put in.
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(lab.cell(1).input).not.toBeFocused();
  await expect.poll(() => lab.cell(1).text()).toBe('9');
  await look('editor-keys');
});

test('search, settings and themes reach Monaco, and what is read-only stays', async ({
  lab,
  look,
  page
}) => {
  test.setTimeout(150_000);
  const { keyboard } = page;
  await lab.openLessonOf('lesson.ipynb', [
    { source: 'const apple = 1; // a word\nconst pear = apple;' },
    { source: 'const given = "apple";', metadata: { editable: false } }
  ]);
  const [cell, given] = [lab.cell(0), lab.cell(1)];
  await expect(cell.node.locator('.monaco-editor')).toBeVisible();

  await given.focus();
  await keyboard.type('xyz');
  await expect.poll(() => given.text()).toBe('const given = "apple";');
  await expect(given.node.locator('.lb-read-only')).toBeVisible();
  await expect(page.locator('.monaco-editor-overlaymessage')).toBeVisible();
  await look('editor-read-only');

  await cell.focus();
  await search(page, 'apple');
  await expect(page.locator('.jp-DocumentSearch-overlay')).toContainText('1/3');
  await expect(lab.notebook.locator('.lb-match-current')).toHaveCount(1);
  await expect(lab.notebook.locator('.lb-match')).toHaveCount(3);
  await look('editor-search');
  await keyboard.press('Enter');
  await expect(page.locator('.jp-DocumentSearch-overlay')).toContainText('2/3');
  await page.getByTitle('Show Replace').click();
  await page.getByPlaceholder('Replace').fill('plum');
  await page.getByRole('button', { name: 'Replace All' }).click();
  await expect.poll(() => cell.text()).toBe('const plum = 1; // a word\nconst pear = plum;');
  await expect.poll(() => given.text()).toBe('const given = "apple";');
  await page.locator('.jp-DocumentSearch-overlay').getByTitle('Close Search Box').click();

  await cell.node.locator('.jp-InputPrompt').click();
  await keyboard.press('Shift+l');
  const numbers = cell.node.locator('.line-numbers', { hasText: /\d/ });
  await expect(numbers).toHaveText(['1', '2']);

  const size = () => cell.editor.evaluate(node => parseFloat(getComputedStyle(node).fontSize));
  const before = await size();
  await lab.menu('Settings', 'Theme');
  await page.locator('.lm-Menu-itemLabel', { hasText: 'Increase Code Font Size' }).click();
  await expect.poll(size).toBe(before + 1);

  const colours = () =>
    cell.editor.evaluate(node => {
      const word = node.querySelector('span span');
      return word ? getComputedStyle(word).color : '';
    });
  const light = await colours();
  for (const theme of ['JupyterLab Dark High Contrast', 'JupyterLab Dark', 'JupyterLab Light']) {
    await lab.menu('Settings', 'Theme');
    await page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${theme}$`) }).click();
    await expect(page.locator('body')).toHaveAttribute('data-jp-theme-name', theme);
    await expect.poll(async () => (await colours()) === light).toBe(theme === 'JupyterLab Light');
    // With what the notebook knows at the cursor, which stands outside of the cell.
    await cell.focus();
    await keyboard.press('Control+End');
    await keyboard.press('Control+Space');
    await expect(page.locator('.suggest-widget .monaco-list-row').first()).toBeVisible();
    await look(`editor-${theme.toLowerCase().replaceAll(' ', '-')}`);
    const found = [
      ...(await seriousFindings(page, '.jp-NotebookPanel')),
      ...(await seriousFindings(page, '.lb-monaco-popups'))
    ];
    const ours = found.filter(finding => !notOurs.some(known => finding.startsWith(known)));
    expect(ours, theme).toEqual([]);
    await keyboard.press('Escape');
  }
});

test('two views of a lesson are one text, of which each keeps its own cursor', async ({
  lab,
  page
}) => {
  test.setTimeout(90_000);
  const { keyboard } = page;
  await lab.openInMonaco('abc', '"the end"');
  await page.locator('.lm-DockPanel-tabBar .lm-mod-current').click({ button: 'right' });
  await page.locator('.lm-Menu-itemLabel', { hasText: 'New View for Notebook' }).click();
  const views = page.locator('.jp-NotebookPanel');
  await expect(views).toHaveCount(2);
  const cellOf = (view: number) =>
    new Cell(page, views.nth(view).locator('.jp-Cell[data-windowed-list-index="0"]'));
  const [one, two] = [cellOf(0), cellOf(1)];
  await two.focus();
  await keyboard.press('Home');
  await keyboard.press('ArrowRight');
  await one.focus();
  await keyboard.press('Home');
  await keyboard.type('12');
  await expect.poll(() => two.text()).toBe('12abc');
  // By its input alone: a click would put the cursor somewhere else.
  await two.input.evaluate(node => node.focus());
  await keyboard.type('-');
  await expect.poll(() => one.text()).toBe('12a-bc');
  // Undo is one for both, and goes where something changed.
  await keyboard.press('Control+z');
  await expect.poll(() => one.text()).toBe('12abc');
  await keyboard.press('Control+z');
  await expect.poll(() => one.text()).toBe('abc');
  await expect.poll(() => two.text()).toBe('abc');
  await keyboard.type('!');
  await expect.poll(() => one.text()).toBe('!abc');
});

test('a lesson of 200 cells scrolls, and an edit at its end is kept', async ({ lab, page }) => {
  test.setTimeout(120_000);
  const sources = Array.from(
    { length: 200 },
    (_, index) => `const n${index} = ${index};\nn${index};`
  );
  await lab.openInMonaco(...sources);
  const { keyboard } = page;
  // JupyterLab puts what is out of sight into the page bit by bit, whenever nothing else is to do.
  await expect(lab.notebook.locator('.jp-Cell')).toHaveCount(200, { timeout: 90_000 });
  const last = lab.cell(199);
  await expect(async () => {
    // At the very end of the way JupyterLab shows nothing at all.
    await last.node.evaluate(node => node.scrollIntoView({ block: 'center' }));
    await expect(last.editor).toBeInViewport({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await expect.poll(() => last.text()).toBe('const n199 = 199;\nn199;');
  await last.focus();
  await keyboard.press('Control+End');
  await keyboard.type(' // kept');
  await lab.cell(0).node.scrollIntoViewIfNeeded();
  await lab.cell(0).focus();
  await last.node.scrollIntoViewIfNeeded();
  await expect.poll(() => last.text()).toBe('const n199 = 199;\nn199; // kept');
});
