import { expect, test } from '../fixtures';

const pythonName = 'Python 3 (ipykernel)';
const ourName = 'TypeScript (Lessonbook)';

test('Python and TypeScript notebooks run side by side, are listed, and shut down', async ({
  lab,
  page,
  look
}) => {
  const editing: string[] = [];
  page.on('request', request => {
    if (/\/static\/(?:language|monaco)/.test(request.url())) {
      editing.push(request.url());
    }
  });
  await lab.newNotebook(pythonName);
  await lab.cell(0).run('sum(range(10))');
  await expect(lab.cell(0).outputs).toContainText('45');
  expect(editing, 'what is loaded for TypeScript alone').toEqual([]);

  await lab.menu('File', 'New Launcher');
  await lab.newNotebook();
  await lab.cell(0).run('[1, 2, 3].map(n => n * n).join()');
  await expect(lab.cell(0).outputs).toContainText("'1,4,9'");
  expect(editing).not.toEqual([]);

  await page.locator('.lm-TabBar-tab[data-id="jp-running-sessions"]').click();
  const kernel = (name: string) => page.getByRole('treeitem').filter({ hasText: name }).first();
  await expect(kernel(pythonName)).toBeVisible();
  await expect(kernel(ourName)).toBeVisible();
  await look('running');
  await page
    .getByRole('toolbar', { name: 'Kernels toolbar' })
    .getByRole('button', { name: 'Shut Down All' })
    .click();
  await lab.answer('Shut Down All');
  await expect(kernel(pythonName)).toHaveCount(0);
  await expect(kernel(ourName)).toHaveCount(0);
});

test('a notebook switches from TypeScript to Python and back', async ({ lab }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run('typeof 1n');
  await expect(cell.outputs).toContainText("'bigint'");

  await lab.selectKernel(pythonName);
  await cell.run('type(1).__name__');
  await expect(cell.outputs).toContainText("'int'");

  await lab.selectKernel(ourName);
  await cell.run('typeof 2n');
  await expect(cell.outputs).toContainText("'bigint'");
  await lab.save({ isNew: true });
  await lab.reload();
  await lab.ready();
  await expect(lab.kernelName).toHaveText(ourName);
});

test('a Python notebook switches to TypeScript and back', async ({ lab }) => {
  await lab.newNotebook(pythonName);
  const cell = lab.cell(0);
  await cell.run('2 ** 100');
  await expect(cell.outputs).toContainText('1267650600228229401496703205376');
  await lab.selectKernel(ourName);
  await cell.run('2n ** 100n');
  await expect(cell.outputs).toContainText('1267650600228229401496703205376n');
  await lab.selectKernel(pythonName);
  await cell.run('len("back")');
  await expect(cell.outputs).toContainText('4');
});

test.describe('below a base URL', () => {
  test.use({ settings: { basePath: '/user/x/' } });

  test('TypeScript and TensorFlow.js run', async ({ lab, page }) => {
    expect(new URL(page.url()).pathname).toMatch(/^\/user\/x\//);
    await lab.newNotebook();
    await lab.cell(0).run("import * as tf from '@tensorflow/tfjs';\ntf.getBackend()");
    await expect(lab.cell(0).outputs).toContainText("'wasm'");
  });
});

test.describe('with jupyter-collaboration', () => {
  test.use({ settings: { collaboration: true } });

  test('both kinds of notebook run and an edit is kept', async ({ lab }) => {
    await lab.newNotebook();
    await lab.cell(0).run('6 * 7');
    await expect(lab.cell(0).outputs).toContainText('42');
    await lab.menu('File', 'New Launcher');
    await lab.newNotebook(pythonName);
    await lab.cell(0).run('6 * 8');
    await expect(lab.cell(0).outputs).toContainText('48');
  });
});

/** What JupyterLab itself logs about an extension that it cannot load. */
const ofMissingExtension = [
  /Failed to load resource/,
  /^Event /,
  /Cannot read properties of undefined \(reading 'get'\)/,
  /ChunkLoadError|Loading chunk|lessonbook/
];

test.describe('when the extension does not arrive', () => {
  for (const part of [
    /remoteEntry\..*\.js/,
    /jupyterlab-lessonbook\/static\/(?!remoteEntry).*\.js/
  ]) {
    test(`Python runs as ever without ${part.source}`, async ({ page, openLab, complaints }) => {
      for (const pattern of ofMissingExtension) {
        complaints.expect(pattern);
      }
      await page.route(
        url => part.test(url.href) && url.href.includes('lessonbook'),
        route => route.abort()
      );
      const lab = await openLab();
      await lab.newNotebook(pythonName);
      await lab.cell(0).run('40 + 2');
      await expect(lab.cell(0).outputs).toContainText('42');
    });
  }
});
