import { expect, test } from '../fixtures';

test('a TypeScript console completes and explains what ran in it', async ({ lab, page }) => {
  await lab.showLauncher();
  await page
    .locator('.jp-LauncherCard[data-category="Console"]', { hasText: 'TypeScript (Lessonbook)' })
    .click();
  const prompt = page.locator('.jp-CodeConsole-promptCell .cm-content');
  const first = page.locator('.jp-CodeConsole-content .jp-CodeCell .jp-InputPrompt').first();
  await prompt.click();
  await page.keyboard.insertText('const masses = [3700, 4200];');
  await page.keyboard.press('Shift+Enter');
  await expect(first).toHaveText('[1]:', { timeout: 30_000 });

  await expect(prompt).toHaveText('');
  await prompt.click();
  const complete = async (begun: string, name: string): Promise<void> => {
    const list = page.locator('.jp-Completer:visible .jp-Completer-item');
    await page.keyboard.type(begun);
    // JupyterLab waits for a second, and the types may still be read then.
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(list.first()).toContainText(name, { timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await page.keyboard.press('Enter');
  };
  await complete('masse', 'masses');
  await complete('.toSorte', 'toSorted');
  await expect(prompt).toHaveText('masses.toSorted');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.jp-Tooltip')).toContainText('Array<number>.toSorted(');
});
