import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './hosts';

const FENCE = '```';

/** A block of a lesson's text. */
export const block = (head: string, ...lines: string[]): string =>
  [`${FENCE}${head}`, ...lines, FENCE, ''].join('\n');

/** An exercise, with what its cell holds when the notebook is opened, and its checker. */
export interface WrittenExercise {
  id: string;
  answer: string;
  /** An expression that gives a check. */
  checker: string;
}

/** The text of the notebook of a lesson that exists for a test alone. */
export function lessonNotebook(parts: {
  exercises?: WrittenExercise[];
  /** Blocks before the exercises. */
  blocks?: string[];
}): string {
  const { exercises = [], blocks = [] } = parts;
  const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-test-'));
  try {
    const lesson = path.join(folder, 'lessons/test/lesson');
    mkdirSync(lesson, { recursive: true });
    const front = '---\ntitle: Lesson\npromise: You can test.\nminutes: 1\n---\n';
    writeFileSync(
      path.join(lesson, 'lesson.md'),
      [front, ...blocks, ...exercises.map(({ id }) => exerciseText(id))].join('\n')
    );
    const checkers = exercises.map(({ id, checker }) => `'${id}': ${checker}`).join(',\n');
    writeFileSync(
      path.join(lesson, 'checks.ts'),
      `import * as kit from 'lessonbook/check';\nexport default kit.defineChecks({ ${checkers} });\n`
    );
    const out = path.join(folder, 'notebooks');
    const cli = path.join(root, 'build/node/lessonbook.mjs');
    execFileSync(process.execPath, [cli, 'build', path.join(folder, 'lessons'), '--out', out]);
    return answered(readFileSync(path.join(out, 'test/lesson.ipynb'), 'utf8'), exercises);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answered(text: string, exercises: readonly WrittenExercise[]): string {
  const notebook = JSON.parse(text) as {
    cells: { id: string; cell_type: string; source: string | string[] }[];
  };
  for (const cell of notebook.cells) {
    const exercise = exercises.find(({ id }) => id === cell.id);
    if (exercise && cell.cell_type === 'code') {
      cell.source = exercise.answer;
    }
  }
  return JSON.stringify(notebook);
}

const exerciseText = (id: string): string =>
  [
    `### Exercise: ${id} {#${id} points=2}\n`,
    'Answer it.\n',
    block('ts starter', '// Here.'),
    ...['One.', 'Two.', 'Three.'].map(hint => block('hint', hint)),
    block('ts solution', 'const secretSolution = 1;'),
    block('why', 'Because it is.')
  ].join('\n');
