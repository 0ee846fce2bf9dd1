import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '../fixtures';
import { notebookText } from '../saved';

test('all notebooks leave as one zip and come back into an empty browser', async ({
  lab,
  page,
  browser,
  openLab
}) => {
  await lab.upload('mine.ipynb', notebookText([{ source: 'const mine = 1;' }]));
  const zip = await download(() => lab.menu('File', 'Download All Notebooks'));
  const files = unzipSync(zip);
  expect(strFromU8(files['mine.ipynb'] ?? new Uint8Array())).toContain('const mine = 1;');

  const context = await browser.newContext();
  const empty = await openLab({ page: await context.newPage() });
  const chooser = empty.page.waitForEvent('filechooser');
  await empty.menu('File', 'Upload Notebooks from a .zip');
  await (
    await chooser
  ).setFiles({ name: 'lessonbook.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await expect(empty.file('mine.ipynb')).toBeVisible();
  await empty.file('mine.ipynb').dblclick();
  await expect(empty.cell(0).editor).toContainText('const mine = 1;');
  await context.close();

  async function download(start: () => Promise<void>): Promise<Uint8Array> {
    const started = page.waitForEvent('download');
    await start();
    return new Uint8Array(await readFile(await (await started).path()));
  }
});

test('a zip that is none is refused in clear words', async ({ lab, page }) => {
  const chooser = page.waitForEvent('filechooser');
  await lab.menu('File', 'Upload Notebooks from a .zip');
  await (
    await chooser
  ).setFiles({ name: 'no.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await expect(lab.dialog).toContainText('This is not a .zip file');
});

test('a notebook is downloaded as the file it is', async ({ lab, page }) => {
  await lab.newNotebook();
  await lab.cell(0).run('6 * 7');
  await lab.save({ isNew: true });
  const started = page.waitForEvent('download');
  await lab.menu('File', 'Download');
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/\.ipynb$/);
  const notebook = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(notebook).toMatchObject({ cells: [{ source: '6 * 7', execution_count: 1 }] });
});

test('where the browser keeps nothing the app says so and works', async ({
  page,
  openLab,
  look
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is forbidden here.', 'SecurityError');
    };
  });
  const lab = await openLab();
  await expect(lab.notifications).toContainText('keeps nothing for this page');
  await lab.newNotebook();
  await lab.cell(0).run('6 * 7');
  await expect(lab.cell(0).outputs).toContainText('42');
  await lab.save({ isNew: true });
  await look('storage-forbidden');
});
