import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { lessonId } from '../lesson/lesson';
import { lessonNotebook, notebookText } from '../lesson/notebook';
import { LessonError, type Problem } from '../lesson/problem';
import { readLesson, type LessonFolder } from './read-lesson';

/** A lesson with the notebook that comes from it. */
export interface BuiltLesson extends LessonFolder {
  id: string;
  notebook: INotebookContent;
}

/** The lessons of a folder: those that could be built, and all that is wrong with the others. */
export interface BuiltLessons {
  built: BuiltLesson[];
  problems: Problem[];
}

/**
 * Builds every lesson in a folder of `track/lesson/lesson.md`. What is wrong with one keeps none
 * of the others from being built.
 *
 * @throws Error where there is no such folder, or no lesson in it
 */
export async function buildLessons(root: string): Promise<BuiltLessons> {
  if (!existsSync(root)) {
    throw new Error(`There is no folder ${root}.`);
  }
  const places = globSync('*/*/lesson.md', { cwd: root }).sort();
  if (places.length === 0) {
    throw new Error(`There is no lesson in ${root}; one is a file track/lesson/lesson.md in it.`);
  }
  const folders: LessonFolder[] = [];
  for (const place of places) {
    const [track = '', name = ''] = place.split(path.sep);
    folders.push(await readLesson(root, track, name));
  }
  const titles = new Map(folders.map(({ lesson }) => [lessonId(lesson), lesson.title]));
  folders.forEach(folder => reportUnknown(folder, titles));
  const built = folders
    .filter(({ problems }) => problems.length === 0)
    .map(folder => {
      const notebook = lessonNotebook(folder.lesson, {
        checks: folder.checks,
        titleOf: id => titles.get(id),
        hash: text => createHash('sha256').update(text).digest('hex').slice(0, 16)
      });
      return { ...folder, id: lessonId(folder.lesson), notebook };
    });
  return { built, problems: folders.flatMap(({ problems }) => problems) };
}

/** Lessons that a lesson names and that are not there. */
function reportUnknown(
  { lesson, file, problems }: LessonFolder,
  titles: Map<string, string>
): void {
  for (const { id, line } of [...lesson.buildsOn, ...(lesson.next ? [lesson.next] : [])]) {
    if (!titles.has(id)) {
      problems.push({ file, line, message: `There is no lesson '${id}' in this folder.` });
    }
  }
}

/**
 * Writes the notebooks of a folder of lessons, those that changed.
 *
 * @returns the files written, and how many lessons there are
 * @throws LessonError with all that is wrong, once what is right is written
 */
export async function writeNotebooks(
  root: string,
  out: string
): Promise<{ written: string[]; lessons: number }> {
  const { built, problems } = await buildLessons(root);
  const written: string[] = [];
  for (const { id, notebook } of built) {
    const file = path.join(out, `${id}.ipynb`);
    const text = notebookText(notebook);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      written.push(file);
    }
  }
  if (problems.length > 0) {
    throw new LessonError(problems);
  }
  return { written, lessons: built.length };
}
