import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '../fixtures';
import { root } from '../hosts';

test('a teacher sees a lesson as it is written, anew after each change', async ({ page, look }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-preview-'));
  cpSync(path.join(root, 'tests/lesson/fixtures/good'), folder, { recursive: true });
  const child = spawn(process.execPath, ['bin/lessonbook.mjs', 'preview', folder], {
    cwd: root,
    detached: true
  });
  const ended = new Promise(resolve => child.once('exit', resolve));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  try {
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Watching/);
    const [address = ''] = /http:[^?]+/.exec(said) ?? [];
    await page.goto(`${address}?preview=basics/mean.ipynb`);
    await expect(page.locator('.jp-Notebook')).toContainText('What a mean is');
    await expect(page.locator('.lb-exercise')).toHaveCount(2);
    await look('preview');

    const file = path.join(folder, 'basics/mean/lesson.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('What a mean is', 'What a mean really is'));
    await expect.poll(() => said).toMatch(/1 changed[^]*1 changed/);
    await page.reload();
    await expect(page.locator('.jp-Notebook')).toContainText('What a mean really is');
  } finally {
    process.kill(-(child.pid ?? Number.NaN), 'SIGINT');
    await ended;
  }
});
