import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { root } from './hosts';
import type { NotebookPage } from './notebook';

const lesson = path.join(root, 'lessons/numpy/broadcasting');

/** The learner's copy of the lesson with exercises. */
export const broadcasting = 'Lessons/numpy/broadcasting.ipynb';

/** The first answer of this kind that lies beside the lesson. */
export function answer(exercise: string, kind: string): string {
  const [file = ''] = globSync(`answers/${exercise}/${kind}.ts`, { cwd: lesson }).sort();
  return readFileSync(path.join(lesson, file), 'utf8').trimEnd();
}

/** The cell of the exercise with this place in the lesson. */
export const exerciseCell = (lab: NotebookPage, place: number): Locator =>
  lab.notebook
    .locator('.jp-CodeCell')
    .filter({ has: lab.page.locator('.lb-exercise') })
    .nth(place);

/** What stands under the cell of an exercise. */
export const under = (cell: Locator): Locator => cell.locator('.lb-exercise');

/** Opens the lesson from the panel, and runs it. */
export async function openBroadcasting(lab: NotebookPage): Promise<void> {
  await lab.menu('Lessons', 'Show the Lessons');
  await lab.page.locator('.lb-lesson', { hasText: 'Broadcasting' }).click();
  await lab.ready();
  await runAll(lab);
}

/** Runs the cells of the lesson that is open. */
export async function runAll(lab: NotebookPage): Promise<void> {
  await lab.menu('Run', 'Run All Cells');
  // JupyterLab ends at the last cell. What is far from the cells in view is not in the page, so
  // that the last code cell is known by its text alone.
  await lab.cellWith('function nearest').finished(60_000);
}
