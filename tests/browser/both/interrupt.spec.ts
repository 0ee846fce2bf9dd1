import { expect, test } from '../fixtures';

for (const isolation of [true, false]) {
  test.describe(isolation ? 'isolated' : 'not isolated', () => {
    test.use({ settings: { isolation } });

    test('an interrupt ends what runs, and keeps the variables', async ({ lab, page, look }) => {
      await lab.newNotebook();
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolation);
      const cell = lab.cell(0);
      await cell.run('let x = 41;');

      const second = await lab.addCell();
      await second.write('while (true) {}');
      await second.start();
      await expect(lab.status).toHaveAttribute('data-status', 'busy');
      await lab.interrupt();
      await second.finished();
      await expect(second.error).toContainText('Interrupted');
      await look(`interrupted-${isolation ? 'isolated' : 'plain'}`);
      await second.run('x + 1');
      await expect(second.outputs).toContainText('42');

      await second.write('await new Promise(() => {});');
      await second.start();
      await expect(second.prompt).toHaveText('[*]:');
      await lab.interrupt();
      await second.finished();
      await second.run('x + 2');
      await expect(second.outputs).toContainText('43');
    });

    test('what no check can reach loses the variables, which come back by one click', async ({
      lab,
      page,
      look
    }) => {
      await lab.newNotebook();
      const cell = lab.cell(0);
      await cell.run('let x = 41;');
      const second = await lab.addCell();
      await second.write("/(a+)+$/.test('a'.repeat(40) + 'b')");
      await second.start();
      await expect(second.prompt).toHaveText('[*]:');
      await lab.interrupt();
      await second.finished();
      await expect(second.error).toContainText('All variables are gone');
      const again = page.getByRole('button', { name: 'Run the cells above again' });
      await expect(again).toBeVisible();
      await look(`lost-${isolation ? 'isolated' : 'plain'}`);
      await again.click();
      await cell.finished();
      await expect(again).toHaveCount(0);
      const third = await lab.addCell();
      await third.run('x + 1');
      await expect(third.outputs).toContainText('42');
    });
  });
}

test('a frame that dies without a word is noticed, running or idle, and the next cell runs', async ({
  lab,
  page
}) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.write('console.log("here"); await new Promise(() => {});');
  await cell.start();
  await expect(cell.outputs).toContainText('here');
  // The frame of the kernel is the first; after it the one that waits for the next kernel.
  const [, frame] = page.frames();
  await frame?.evaluate(() => location.replace('about:blank'));
  await cell.finished();
  await expect(cell.error).toContainText('gave no sign of life');
  // A cell cannot do so itself.
  await cell.run('typeof close + 6 * 7');
  await expect(cell.outputs).toContainText("'undefined42'");

  // Idle: the cell that would look for its variables tells.
  const [, idle] = page.frames();
  await idle?.evaluate(() => location.replace('about:blank'));
  await cell.run('6 * 7');
  await expect(cell.error).toContainText('gave no sign of life');
  await cell.run('6 * 7');
  await expect(cell.outputs).toContainText('42');
});
