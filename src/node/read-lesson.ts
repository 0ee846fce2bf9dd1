import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../compile';
import { ID } from '../lesson/ids';
import { exercisesOf, type Code, type Lesson } from '../lesson/lesson';
import { parseLesson } from '../lesson/parse';
import type { Problem } from '../lesson/problem';
import { bundleChecks } from './bundle-checks';
import { readAnswers, type Answer } from './read-answers';

/** A lesson with all that lies in its folder. */
export interface LessonFolder {
  lesson: Lesson;
  /** The compiled checkers. */
  checks: string;
  /** Their file, and how problems name it. */
  checksFile: { path: string; shown: string };
  answers: Answer[];
  /** How problems name its text. */
  file: string;
  problems: Problem[];
}

/** Reads the lesson in `track/name` of a folder of lessons. */
export async function readLesson(root: string, track: string, name: string): Promise<LessonFolder> {
  const folder = path.join(root, track, name);
  const shown = path.relative('.', folder) || folder;
  const file = path.join(shown, 'lesson.md');
  const text = readFileSync(path.join(folder, 'lesson.md'), 'utf8');
  const { lesson, problems } = parseLesson(text, { track, name, file });
  const report = (line: number, message: string) => problems.push({ file, line, message });
  for (const part of [track, name].filter(part => !ID.test(part))) {
    report(1, `The folder '${part}' is not named like an id: lower-case words joined by '-'.`);
  }
  for (const code of cellsOf(lesson)) {
    const compiled = compile(code.source, {
      file: 'cell.ts',
      declared: new Map(),
      isGlobal: () => false
    });
    if (!compiled.ok) {
      report(code.line + compiled.error.line - 1, compiled.error.message);
    }
  }

  const exercises = exercisesOf(lesson);
  const ids = exercises.map(({ id }) => id);
  const checksFile = path.join(folder, 'checks.ts');
  const checks = existsSync(checksFile)
    ? await bundleChecks(checksFile, path.join(shown, 'checks.ts'))
    : { code: '', exercises: [], problems: [] };
  problems.push(...checks.problems);
  if (checks.problems.length === 0) {
    for (const { id, line } of exercises.filter(({ id }) => !checks.exercises.includes(id))) {
      report(line, `The exercise '${id}' has no checker in checks.ts.`);
    }
    for (const id of checks.exercises.filter(id => !ids.includes(id))) {
      problems.push({
        file: path.join(shown, 'checks.ts'),
        line: 1,
        message: `The lesson has no exercise '${id}' to check.`
      });
    }
  }
  const { answers, problems: misplaced } = readAnswers(
    path.join(folder, 'answers'),
    path.join(shown, 'answers'),
    ids
  );
  problems.push(...misplaced);
  return {
    lesson,
    checks: checks.code,
    checksFile: { path: checksFile, shown: path.join(shown, 'checks.ts') },
    answers,
    file,
    problems
  };
}

/** Every source in the text that is to run. */
function cellsOf({ blocks }: Lesson): Code[] {
  return blocks.flatMap(block => {
    switch (block.kind) {
      case 'prose':
      case 'question':
        return [];
      case 'code':
        return [block.code];
      case 'exercise':
        return [block.exercise.starter, block.exercise.solution];
    }
  });
}
