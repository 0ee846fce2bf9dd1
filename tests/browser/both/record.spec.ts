import { readFileSync } from 'node:fs';
import { answer, exerciseCell, openBroadcasting, under } from '../broadcasting';
import { expect, test } from '../fixtures';
import { Cell, type NotebookPage } from '../notebook';

const DAY = 86_400_000;

/** What an entry of the menu of the lessons lets the learner download. */
async function downloaded(lab: NotebookPage, entry: string): Promise<string> {
  const download = lab.page.waitForEvent('download');
  await lab.menu('Lessons', entry);
  return readFileSync(await (await download).path(), 'utf8');
}

async function bringIn(lab: NotebookPage, text: string): Promise<void> {
  const chooser = lab.page.waitForEvent('filechooser');
  await lab.menu('Lessons', 'Import Progress');
  const file = { name: 'progress.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text) };
  await (await chooser).setFiles(file);
}

/** An attempt as another machine has written it. */
const fromElsewhere = (exercise: string, time: number): string =>
  JSON.stringify({
    time: new Date(time).toISOString(),
    lesson: 'numpy/broadcasting',
    exercise,
    result: { outcome: 'passed', points: 1, message: 'Right.' },
    hints: 0,
    solution: false,
    source: '1;'
  });

test('the record goes out, comes in with that of another machine, and loses nothing', async ({
  lab,
  page
}) => {
  test.setTimeout(180_000);
  await openBroadcasting(lab);
  const cell = new Cell(page, exerciseCell(lab, 0));
  for (const [kind, said] of [
    ['wrong-sign-turned', 'Not yet'],
    ['right-*', 'Solved']
  ] as const) {
    await cell.write(answer('from-mean', kind));
    await page.keyboard.press('Alt+Shift+C');
    await expect(under(exerciseCell(lab, 0))).toContainText(said, { timeout: 20_000 });
  }

  const own = (await downloaded(lab, 'Export Your Progress')).trim().split('\n');
  expect(own.map(line => JSON.parse(line) as unknown)).toMatchObject([
    { exercise: 'from-mean', result: { outcome: 'failed', id: 'sign-turned' } },
    { exercise: 'from-mean', result: { outcome: 'passed' } }
  ]);
  const statements = JSON.parse(await downloaded(lab, 'xAPI Statements')) as unknown;
  expect(statements).toMatchObject([
    { verb: { display: { 'en-US': 'failed' } }, result: { success: false } },
    { verb: { display: { 'en-US': 'passed' } }, result: { success: true } }
  ]);

  // The clock of the other machine was ahead in the end.
  const other = [
    fromElsewhere('standardise', Date.now() - 3 * DAY),
    fromElsewhere('shares', Date.now() + 3 * DAY)
  ];
  await bringIn(lab, [...own, ...other, 'no attempt'].join('\n'));
  await expect(lab.notifications).toContainText('2 attempts were added. 1 line was none.');
  const solved = lab.panel.locator('.lb-header');
  await expect(solved).toContainText('3 of 5 exercises solved');
  await bringIn(lab, [...own, ...other].join('\n'));
  await expect(lab.notifications.filter({ hasText: '0 attempts' })).toBeVisible();
  await expect(solved).toContainText('3 of 5 exercises solved');
  await lab.save();

  await lab.reload();
  await expect(solved).toContainText('3 of 5 exercises solved');
  const after = (await downloaded(lab, 'Export Your Progress')).trim().split('\n');
  expect(after.toSorted()).toEqual([...own, ...other].toSorted());

  await lab.menu('Lessons', 'Lessons: Home');
  const reviews = page.getByRole('region', { name: 'To solve once more' });
  await expect(reviews.getByRole('button')).toContainText([
    'Standardise the columns',
    'Where does each species live?'
  ]);
  await lab.menu('Settings', 'Settings Editor');
  await page.locator('.jp-PluginList').getByRole('searchbox').fill('Solve again');
  await page.locator('.jp-PluginList-entry', { hasText: 'Lessons' }).click();
  await page.getByRole('checkbox', { name: 'Solve again' }).uncheck();
  await lab.menu('Lessons', 'Lessons: Home');
  await expect(page.locator('.lb-home')).toBeVisible();
  await expect(reviews).toHaveCount(0);
});
