import type { INotebookContent } from '@jupyterlab/nbformat';
import { LessonError } from '../../lesson/problem';
import { buildLessons } from '../build-lessons';
import { checkNotebook, type CheckedNotebook, type Published } from '../check-notebook';
import { messageOf } from '../describe-result';
import type { RunOptions } from '../notebook-kernel';
import { readNotebook } from '../read-notebook';
import { csvTable, textTable } from '../table';

/** How the results are written. */
export type Format = 'text' | 'csv' | 'json';

/** A notebook that was checked, or why it was not. */
type Entry = { notebook: string } & (CheckedNotebook | { error: string });

const HEADINGS = ['notebook', 'exercise', 'outcome', 'points', 'of', 'message'];

/**
 * `lessonbook check NOTEBOOK…`: prints each exercise with its outcome and points.
 *
 * @param lessons a folder of lessons whose checkers count instead of those in the notebooks
 * @returns 0 where every exercise passed, 1 where one did not, 2 where a notebook was not checked
 */
export async function check(
  files: readonly string[],
  options: RunOptions,
  format: Format,
  lessons: string | undefined
): Promise<number> {
  const published = lessons === undefined ? undefined : await readPublished(lessons);
  const entries: Entry[] = [];
  for (const notebook of files) {
    try {
      const checked = await checkNotebook(
        readNotebook(notebook),
        { ...options, notebook },
        published
      );
      entries.push({ notebook, ...checked });
    } catch (error) {
      entries.push({ notebook, error: error instanceof Error ? error.message : String(error) });
    }
  }
  print(entries, format);
  if (entries.some(entry => 'error' in entry)) {
    return 2;
  }
  return entries.every(isPassed) ? 0 : 1;
}

async function readPublished(folder: string): Promise<Published> {
  const { built, problems } = await buildLessons(folder);
  if (problems.length > 0) {
    throw new LessonError(problems);
  }
  const notebooks = new Map<string, INotebookContent>(
    built.map(({ id, notebook }) => [id, notebook])
  );
  return id => notebooks.get(id);
}

function isPassed(entry: Entry): boolean {
  return 'exercises' in entry && entry.exercises.every(({ result }) => result.outcome === 'passed');
}

function print(entries: readonly Entry[], format: Format): void {
  switch (format) {
    case 'json':
      console.log(JSON.stringify(entries, null, 2));
      break;
    case 'csv':
      console.log(csvTable(HEADINGS, entries.flatMap(rowsOf)));
      break;
    case 'text':
      console.log(textTable(HEADINGS, entries.flatMap(rowsOf)));
      entries.forEach(printTotal);
  }
}

function rowsOf(entry: Entry): string[][] {
  const { notebook } = entry;
  if ('error' in entry) {
    return [[notebook, '', 'unchecked', '', '', entry.error]];
  }
  return entry.exercises.map(({ exercise, points, result }) => [
    notebook,
    exercise,
    result.outcome,
    String(earned(result)),
    String(points),
    messageOf(result)
  ]);
}

function printTotal(entry: Entry): void {
  if ('exercises' in entry) {
    const sum = entry.exercises.reduce((total, { result }) => total + earned(result), 0);
    const most = entry.exercises.reduce((total, { points }) => total + points, 0);
    console.log(`${entry.notebook}: ${sum} of ${most} points`);
    entry.errors.forEach(error => console.log(`  ${error}`));
  }
}

const earned = (result: CheckedNotebook['exercises'][number]['result']): number =>
  'points' in result ? result.points : 0;
