import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';
import { Cell, type NotebookPage } from '../notebook';

/** Files that only Monaco needs. */
const monacoFile = /monaco|codicon/;

const active = (lab: NotebookPage): Cell =>
  new Cell(lab.page, lab.notebook.locator('.jp-Cell.jp-mod-active'));

async function openBroadcasting(lab: NotebookPage): Promise<Cell> {
  await lab.menu('Lessons', 'Show the Lessons');
  await lab.page.locator('.lb-lesson', { hasText: 'Broadcasting' }).click();
  await lab.ready();
  const imports = lab.cellWith("from 'datasets'");
  await expect(imports.node.locator('.monaco-editor')).toBeVisible();
  // By its place, since the tests write other code into it.
  return lab.cell(await lab.indexOf("from 'datasets'"));
}

/** What the cell says, with plain spaces and a line break for each line. */
async function textOf(cell: Cell): Promise<string> {
  return (await cell.editor.innerText()).replaceAll('\u00a0', ' ').trimEnd();
}

test('a lesson’s cells are edited in Monaco as any other notebook’s', async ({
  lab,
  look,
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

  const imports = await openBroadcasting(lab);
  expect(requested.filter(path => monacoFile.test(path))).not.toEqual([]);

  // Undo takes back what one would call one thing.
  await imports.write('');
  await keyboard.type('const first = 1;');
  await keyboard.press('Control+z');
  await expect.poll(() => textOf(imports)).toBe('const first =');
  await keyboard.press('Control+Shift+z');
  await keyboard.press('Enter');
  await keyboard.type('const second = 2;');

  await keyboard.press('Control+/');
  await expect.poll(() => textOf(imports)).toBe('const first = 1;\n// const second = 2;');
  await keyboard.press('Control+/');

  // Two cursors.
  await keyboard.press('Control+Alt+ArrowUp');
  await keyboard.press('End');
  await keyboard.type(' //!');
  await expect.poll(() => textOf(imports)).toBe('const first = 1; //!\nconst second = 2; //!');
  await keyboard.press('Control+z');

  // Split at the cursor, across the edge and back, and merged again.
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+Shift+Minus');
  await expect.poll(() => textOf(active(lab))).toBe('const second = 2;');
  await expect(active(lab).input).toBeFocused();
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowUp');
  await expect.poll(() => textOf(active(lab))).toBe('const first = 1;');
  await keyboard.press('Escape');
  await keyboard.press('Shift+m');
  await expect.poll(() => textOf(active(lab))).toContain('const second = 2;');

  // Document search counts and marks what is in Monaco.
  await keyboard.press('Control+f');
  await keyboard.type('second');
  await expect(page.locator('.jp-DocumentSearch-overlay')).toContainText('1/1');
  await expect(active(lab).node.locator('.lb-match-current')).toHaveCount(1);
  await look('editor-search');
  await keyboard.press('Escape');

  // Running moves on; Escape and Tab leave the editor.
  await active(lab).focus();
  await keyboard.press('Control+End');
  await expect(page.locator('#jp-main-statusbar')).toContainText('Ln 2, Col 18');
  await keyboard.press('Control+Enter');
  await expect(active(lab).prompt).toHaveText('[1]:');
  await keyboard.press('Enter');
  await expect(active(lab).input).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(active(lab).input).not.toBeFocused();

  // The settings of JupyterLab count at once.
  await active(lab).node.locator('.jp-InputPrompt').click();
  await keyboard.press('Shift+l');
  await expect(active(lab).node.locator('.line-numbers').first()).toHaveText('1');
  const colours = () =>
    active(lab).editor.evaluate(node => {
      const word = node.querySelector('span span');
      return word ? getComputedStyle(word).color : '';
    });
  const light = await colours();
  for (const theme of ['JupyterLab Dark High Contrast', 'JupyterLab Dark', 'JupyterLab Light']) {
    await lab.menu('Settings', 'Theme');
    await page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${theme}$`) }).click();
    await expect(page.locator('body')).toHaveAttribute('data-jp-theme-name', theme);
    if (theme !== 'JupyterLab Light') {
      await expect.poll(colours).not.toBe(light);
    }
    await look(`editor-${theme.toLowerCase().replaceAll(' ', '-')}`);
  }
  await expect.poll(colours).toBe(light);
});

test('two views of a lesson stay one text, and what comes from elsewhere moves no cursor', async ({
  lab,
  page
}) => {
  test.setTimeout(90_000);
  const imports = await openBroadcasting(lab);
  await imports.write('abc');
  await page.locator('.lm-DockPanel-tabBar .lm-mod-current').click({ button: 'right' });
  await page.locator('.lm-Menu-itemLabel', { hasText: 'New View for Notebook' }).click();
  const views = page.locator('.jp-NotebookPanel');
  await expect(views).toHaveCount(2);
  const [one, two] = [0, 1].map(
    index => new Cell(page, views.nth(index).locator('.jp-CodeCell', { hasText: 'abc' }).first())
  );
  if (!one || !two) {
    throw new Error('A view is missing.');
  }
  await two.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await one.focus();
  await page.keyboard.press('Home');
  await page.keyboard.insertText('12');
  await expect.poll(() => textOf(two)).toBe('12abc');
  await two.node.evaluate(node => {
    node.querySelector<HTMLElement>('.native-edit-context, textarea.inputarea')?.focus();
  });
  await page.keyboard.insertText('-');
  await expect.poll(() => textOf(one)).toBe('12a-bc');
});

test('an open lesson has nothing that keeps people from using it', async ({ lab, page }) => {
  test.setTimeout(90_000);
  const imports = await openBroadcasting(lab);
  await imports.focus();
  const { violations } = await new AxeBuilder({ page })
    .include('.jp-NotebookPanel')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => ({ id, target: String(target), html }))
    );
  const own = serious.filter(({ target, html }) =>
    /lb-|monaco|jp-MonacoEditor/.test(target + html)
  );
  expect(own).toEqual([]);
});
