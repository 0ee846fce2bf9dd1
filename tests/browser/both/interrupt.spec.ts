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

    test('what no check can reach ends with the variables gone, and says so', async ({ lab }) => {
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
      const third = await lab.addCell();
      await third.run('typeof x');
      await expect(third.outputs).toContainText("'undefined'");
    });
  });
}
