import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '../fixtures';
import { builtApp } from '../hosts';
import type { NotebookPage } from '../notebook';

test('after the first visit the app opens and runs a lesson without a network', async ({
  lab,
  page,
  context,
  look
}) => {
  await offlineCopyReady(lab);
  await context.setOffline(true);
  await lab.reload();
  await lab.openLesson();
  await lab.cellWith("from 'datasets'").run();
  const table = lab.cellWith('loadPenguins().flatMap');
  await table.run();
  await expect(table.outputs.locator('table')).toContainText('Adelie');
  const plot = lab.cellWith('const points = {');
  await plot.run();
  await expect(plot.plot).toBeVisible();
  await look('offline');
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
});

test.describe('from a sub-path of a static host without headers', () => {
  test.use({ settings: { isolation: false, basePath: '/some/where/' } });

  test('the first lesson’s model trains', async ({ lab, page }) => {
    expect(new URL(page.url()).pathname).toBe('/some/where/');
    await lab.openLesson();
    await lab.menu('Run', 'Run All Cells');
    const last = lab.cellWith('Tensors still in memory');
    await last.finished(60_000);
    await expect(last.outputs).toContainText('Tensors still in memory: 0');
  });
});

test('a new version under an open tab breaks nothing and offers itself', async ({
  hosts,
  openLab,
  page,
  context,
  look
}) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-deploy-'));
  try {
    cpSync(builtApp, folder, { recursive: true });
    const host = await hosts({ isolation: true, folder });
    const lab = await openLab({ host });
    await offlineCopyReady(lab);
    await lab.newNotebook();
    await lab.cell(0).run('let kept = 20;');

    deployAnother(folder);
    const other = await context.newPage();
    await other.goto(host.url);
    // Parts that the open tab has not loaded yet, such as the plot's, are gone from the server.
    const plot = await lab.addCell();
    await plot.run(
      "({ data: { values: [{ a: kept }] }, mark: 'bar', encoding: { y: { field: 'a', type: 'quantitative' } } })"
    );
    await expect(plot.plot).toBeVisible();
    await expect(lab.notifications).toContainText('A new version of Lessonbook is ready', {
      timeout: 45_000
    });

    await other.close();
    await look('new-version');
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Save and reload' }).click();
    await reloaded;
    await lab.opened();
    await expect(lab.cell(0).editor).toHaveText('let kept = 20;');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Resolves once the service worker has everything that the app needs. */
async function offlineCopyReady({ page }: NotebookPage): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active && active.state !== 'activated') {
      await new Promise<void>(resolve => {
        active.addEventListener('statechange', () => active.state === 'activated' && resolve());
      });
    }
  });
}

/** Renames every hashed file of the app, and every mention of it, as another build would. */
function deployAnother(folder: string): void {
  const another = (text: string) =>
    text.replace(/\b[0-9a-f]{20}\b/g, hash => [...hash].reverse().join(''));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      const isText = /\.(js|mjs|css|html|json)$/.test(entry.name);
      rmSync(file);
      writeFileSync(
        path.join(entry.parentPath, another(entry.name)),
        isText ? another(bytes.toString()) : bytes
      );
    }
  }
}
