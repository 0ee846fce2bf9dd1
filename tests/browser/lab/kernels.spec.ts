import { expect, test } from '../fixtures';

const pythonName = 'Python 3 (ipykernel)';
const ourName = 'TypeScript (Lessonbook)';

test('Python and TypeScript notebooks run side by side, are listed, and shut down', async ({
  lab,
  page,
  look
}) => {
  await lab.newNotebook(pythonName);
  await lab.cell(0).run('sum(range(10))', 30_000);
  await expect(lab.cell(0).outputs).toContainText('45');

  await lab.menu('File', 'New Launcher');
  await lab.newNotebook();
  await lab.cell(0).run('[1, 2, 3].map(n => n * n).join()');
  await expect(lab.cell(0).outputs).toContainText("'1,4,9'");

  await page.locator('.lm-TabBar-tab[data-id="jp-running-sessions"]').click();
  const kernels = page.locator('.jp-RunningSessions-section', { hasText: 'Kernels' });
  const running = kernels.locator('.jp-RunningSessions-item.jp-mod-kernel');
  await expect(running).toHaveCount(2);
  await look('running');
  for (const name of [ourName, pythonName]) {
    const item = running.filter({ hasText: name });
    await item.hover();
    await item.locator('.jp-RunningSessions-itemShutdown').first().click();
    await expect(item).toHaveCount(0);
  }
});

test('a notebook switches from TypeScript to Python and back', async ({ lab }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run('typeof 1n');
  await expect(cell.outputs).toContainText("'bigint'");

  await lab.selectKernel(pythonName);
  await cell.run('type(1).__name__', 30_000);
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
  await cell.run('2 ** 100', 30_000);
  await expect(cell.outputs).toContainText('1267650600228229401496703205376');
  await lab.selectKernel(ourName);
  await cell.run('2n ** 100n');
  await expect(cell.outputs).toContainText('1267650600228229401496703205376n');
  await lab.selectKernel(pythonName);
  await cell.run('len("back")', 30_000);
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
    await lab.cell(0).run('6 * 8', 30_000);
    await expect(lab.cell(0).outputs).toContainText('48');
  });
});

test.describe('when the extension does not arrive', () => {
  for (const part of [/remoteEntry\..*\.js/, /jupyterlab-lessonbook\/static\/(?!remoteEntry).*\.js/]) {
    test(`Python runs as ever without ${part.source}`, async ({ page, openLab, complaints }) => {
      complaints.expect(/Failed to load resource|Failed to (load|create module)|Loading (chunk|failed)|lessonbook|ChunkLoadError/);
      await page.route(url => part.test(url.href) && url.href.includes('lessonbook'), route =>
        route.abort()
      );
      const lab = await openLab();
      await lab.newNotebook(pythonName);
      await lab.cell(0).run('40 + 2', 30_000);
      await expect(lab.cell(0).outputs).toContainText('42');
    });
  }
});
