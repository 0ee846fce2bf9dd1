import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { answer, exerciseCell, runAll, under } from '../broadcasting';
import { expect, test } from '../fixtures';
import { root } from '../hosts';
import { Cell, type NotebookPage } from '../notebook';

/** A copy of the lesson as it was before its newest version, with an answer that lost its mark. */
function olderCopy(source: string): string {
  const file = path.join(root, 'notebooks/numpy/broadcasting.ipynb');
  const notebook = JSON.parse(readFileSync(file, 'utf8')) as INotebookContent;
  const lesson = notebook.metadata.lessonbook as { version: string };
  lesson.version = 'older';
  const cell = (id: string) => notebook.cells.find(each => each.id === id) as ICell;
  cell('tools').source = '## The old tools';
  Object.assign(cell('from-mean'), { source, metadata: {} });
  return JSON.stringify(notebook);
}

const inHeader = (lab: NotebookPage, name: string) =>
  lab.panel.locator('.lb-header').getByRole('button', { name });

/** Goes to the first exercise by the list of steps. */
async function goToFirst(lab: NotebookPage): Promise<void> {
  await lab.panel.locator('.lb-header-step').click();
  await lab.page.getByRole('menuitem', { name: 'How far from the mean?' }).click();
}

/** Selects the cell of an exercise, for the keys that come next. */
async function select(lab: NotebookPage, place: number): Promise<void> {
  const cell = exerciseCell(lab, place);
  await cell.scrollIntoViewIfNeeded();
  await cell.locator('.jp-InputPrompt').first().click();
  await expect(cell).toHaveClass(/jp-mod-active/);
}

test('an older copy that lost an exercise is renewed, and keeps its answer through all that is done to its cells', async ({
  lab,
  page
}) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  const right = answer('from-mean', 'right-*');
  const firstLine = right.split('\n')[0] ?? '';
  await lab.upload('mine.ipynb', olderCopy(right));
  await lab.ready();
  await expect(lab.notifications.filter({ hasText: 'lost exercises' })).toContainText(
    'How far from the mean?'
  );
  await lab.notifications.getByRole('button', { name: 'Take the newer version' }).click();
  await expect(lab.notebook).toContainText('The tools');
  await expect(lab.notebook).not.toContainText('The old tools');
  await goToFirst(lab);
  await expect(new Cell(page, exerciseCell(lab, 0)).editor).toContainText(firstLine);
  await expect(inHeader(lab, 'Put back')).toHaveCount(0);

  await select(lab, 0);
  await keyboard.press('c');
  await keyboard.press('v');
  await expect(under(exerciseCell(lab, 0))).toContainText('2 cells are this exercise');
  await keyboard.press('d');
  await keyboard.press('d');
  await expect(under(exerciseCell(lab, 0))).not.toContainText('2 cells are this exercise');

  await select(lab, 0);
  await keyboard.press('m');
  await expect(inHeader(lab, 'Put back 1 exercise')).toBeVisible();
  await keyboard.press('y');
  await expect(inHeader(lab, 'Put back')).toHaveCount(0);
  await keyboard.press('d');
  await keyboard.press('d');
  await inHeader(lab, 'Put back 1 exercise').click();
  await expect(inHeader(lab, 'Put back')).toHaveCount(0);

  await select(lab, 0);
  await new Cell(page, exerciseCell(lab, 0)).write(right);
  await keyboard.press('Alt+Shift+C');
  await expect(under(exerciseCell(lab, 0))).toContainText('run the cells above first');
  await inHeader(lab, 'Run the cells above').click();
  await lab.cellWith('const centimetres').finished(60_000);
  await lab.menu('Kernel', 'Restart Kernel and Clear Outputs');
  await lab.answer('Restart');
  await lab.ready();
  await select(lab, 0);
  await inHeader(lab, 'Run the cells above').click();
  await lab.cellWith('const centimetres').finished(60_000);
  await select(lab, 0);
  await keyboard.press('Alt+Shift+C');
  await expect(under(exerciseCell(lab, 0))).toContainText('Solved', { timeout: 20_000 });

  // The copy is where the learner has put it, and opens from there.
  await lab.save();
  await lab.menu('Lessons', 'Lessons: Home');
  const home = page.locator('.lb-home');
  await home.getByRole('button', { name: 'Continue: Broadcasting' }).click();
  await expect(page.locator('.lm-DockPanel-tabBar .lm-mod-current')).toContainText('mine.ipynb');
});

test('a cell that is split and merged, in a file that gets another name, stays the exercise', async ({
  lab,
  page
}) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  const file = path.join(root, 'notebooks/numpy/broadcasting.ipynb');
  await lab.upload('mine.ipynb', readFileSync(file));
  await lab.ready();
  await runAll(lab);
  const first = new Cell(page, exerciseCell(lab, 0));
  const right = answer('from-mean', 'right-*');
  await first.write(`\n${right}`);
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+Shift+Minus');
  await expect(under(exerciseCell(lab, 0))).toContainText('2 cells are this exercise');
  await select(lab, 0);
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+M');
  await expect(under(exerciseCell(lab, 0))).not.toContainText('2 cells are this exercise');

  await lab.file('mine.ipynb').click();
  await keyboard.press('F2');
  await keyboard.press('Control+a');
  await keyboard.insertText('yours.ipynb');
  await keyboard.press('Enter');
  await expect(lab.file('yours.ipynb')).toBeVisible();
  const tab = page.locator('.lm-DockPanel-tabBar .lm-mod-current');
  await expect(tab).toContainText('yours.ipynb');
  await select(lab, 0);
  await keyboard.press('Alt+Shift+C');
  await expect(under(exerciseCell(lab, 0))).toContainText('Solved', { timeout: 20_000 });
  await lab.save();
  await lab.menu('Lessons', 'Lessons: Home');
  const home = page.locator('.lb-home');
  await expect(home).toContainText('1 of 5 exercises solved');
  await home.getByRole('button', { name: 'Continue: Broadcasting' }).click();
  await expect(tab).toContainText('yours.ipynb');
});
