import { test } from '../fixtures';

test('dbg', async ({ lab, page, complaints }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  const active = () => page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.className}`);
  console.log('a', await active());
  await cell.write('1 + 1');
  console.log('b', await active());
  await cell.editor.click();
  console.log('c', await active());
  await page.keyboard.press('Control+Enter');
  console.log('d', await active(), await cell.prompt.textContent());
  await page.waitForTimeout(3000);
  console.log('e', await active(), await cell.prompt.textContent());
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(2000);
  console.log('f', await active(), await cell.prompt.textContent());
  await cell.editor.click();
  console.log('g', await active());
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(2000);
  console.log('h', await active(), await cell.prompt.textContent());
  console.log(complaints.unexpected());
});
