import { expect, test } from '../fixtures';

test.use({ settings: { collaboration: true } });

test('two people write in one cell of a lesson, and each keeps their own cursor', async ({
  lab,
  openLab,
  context
}) => {
  test.setTimeout(120_000);
  await lab.openLessonOf('lesson.ipynb', [{ source: 'abc' }]);
  const other = await openLab({ page: await context.newPage(), file: 'lesson.ipynb' });
  await other.ready();
  const [mine, theirs] = [lab.cell(0), other.cell(0)];
  await expect(mine.node.locator('.monaco-editor')).toBeVisible();
  await expect(theirs.node.locator('.monaco-editor')).toBeVisible();
  await mine.focus();
  await lab.page.keyboard.press('Home');
  await lab.page.keyboard.press('ArrowRight');

  await theirs.focus();
  await other.page.keyboard.press('Home');
  await other.page.keyboard.type('12');
  await expect.poll(() => mine.text()).toBe('12abc');
  await lab.page.keyboard.type('-');
  await expect.poll(() => theirs.text()).toBe('12a-bc');
  // Undo takes back what one has typed oneself.
  await lab.page.keyboard.press('Control+z');
  await expect.poll(() => theirs.text()).toBe('12abc');
  await other.page.keyboard.press('Control+z');
  await expect.poll(() => mine.text()).toBe('abc');
});
