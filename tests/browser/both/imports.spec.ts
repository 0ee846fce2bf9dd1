import { expect, test } from '../fixtures';

test('cells import the files beside the notebook and see their edits', async ({ lab, page }) => {
  await lab.upload(
    'helpers.ts',
    "import data from './data.json';\nexport const answer: number = data.n;"
  );
  await lab.upload('data.json', '{ "n": 41 }');
  await lab.openNotebook('main.ipynb', [
    { source: "import { answer } from './helpers';\nanswer + 1" },
    { source: '' }
  ]);
  const cell = lab.cell(0);
  await cell.run();
  await expect(cell.outputs).toContainText('42');

  // Edited in JupyterLab's own editor, and saved.
  await lab.file('helpers.ts').dblclick();
  const editor = page.locator('.jp-FileEditor:not(.lm-mod-hidden) .cm-content');
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(
    'export const answer = 8 as number;\nexport const twice = (n: number) => n.oops();'
  );
  const unsaved = page.locator('.lm-DockPanel-tabBar .jp-mod-dirty', { hasText: 'helpers.ts' });
  await expect(unsaved).toHaveCount(1);
  await page.keyboard.press('Control+s');
  await expect(unsaved).toHaveCount(0);
  await page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab', { hasText: 'main.ipynb' }).click();
  await cell.run();
  await expect(cell.outputs).toContainText('9');

  // What is typed after the edit is held to the types that the file has now.
  const second = lab.cell(1);
  await second.write("import { twice } from './helpers.ts';\ntwice('1');");
  await expect(second.node.locator('.cm-lintRange-error')).toHaveText("'1'");
  await second.run("import { twice } from './helpers.ts';\ntwice(1);");
  await expect(second.error).toContainText('helpers.ts, line 2');
  await second.run(
    "import { readText, writeText, list } from 'files';\n" +
      "await readText(await writeText('ümläut.txt', 'schön')) + (await list()).includes('helpers.ts')"
  );
  await expect(second.outputs).toContainText("'schöntrue'");
});

test('a cell gets no file from outside of its folder, hidden, or of another notebook', async ({
  lab
}) => {
  await lab.openNotebook('other.ipynb', [{ source: '' }]);
  const cell = lab.cell(0);
  await cell.run(`import { readText, writeText } from 'files';
    const paths = ['../other.txt', '%2e%2e/x.txt', '%252e%252e/x.txt', '/etc/passwd', 'a\\\\b.txt', 'C:/x.txt',
      'RTC:x.txt', '.env', '%2eenv', 'other.ipynb', 'other%2eipynb', 'other%2Eipynb', 'x/../../y.txt'];
    const reached: string[] = [];
    for (const path of paths) {
      await readText(path).then(() => reached.push('read ' + path), e => e.name === 'FileError' || reached.push(e.message));
      await writeText(path, '').then(() => reached.push('wrote ' + path), e => e.name === 'FileError' || reached.push(e.message));
    }
    'reached: ' + (reached.join() || 'nothing')`);
  await expect(cell.outputs).toContainText("'reached: nothing'");
});

test('a package comes from the network only where the learner allows it', async ({
  lab,
  page,
  look,
  complaints
}) => {
  // JupyterLab takes a part of '@tensorflow/tfjs' in the message for a file, and asks for it.
  complaints.expect(/api\/resolvePath/);
  const headers: Record<string, string>[] = [];
  await page.context().route('https://cdn.jsdelivr.net/**', async route => {
    headers.push(await route.request().allHeaders());
    await route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: route.request().url().includes('/inner@2')
        ? 'export const inner = 20;'
        : "import { inner } from '/npm/inner@2/+esm'; export default n => n + inner;"
    });
  });
  await lab.openNotebook('packages.ipynb', [
    { source: "import plus from 'plus-inner@1.0.0';\nplus(1)" },
    { source: "await fetch('https://cdn.jsdelivr.net/npm/x').then(() => 'reached', e => e.name)" }
  ]);
  const cell = lab.cell(0);
  await cell.run();
  await expect(cell.error).toContainText('may not load packages from the network');
  expect(headers).toEqual([]);
  await look('package-refused');
  await lab.notifications
    .getByRole('button', { name: 'Allow this notebook to load packages from the network' })
    .click();
  await cell.run();
  await expect(cell.outputs).toContainText('21');
  expect(headers).toHaveLength(2);
  expect(headers.every(sent => !('cookie' in sent) && !('referer' in sent))).toBe(true);
  // The worker itself reaches no more than before.
  await lab.cell(1).run();
  await expect(lab.cell(1).outputs).toContainText('TypeError');
});
