import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Problem } from '../lesson/problem';

/** An answer that the checker of an exercise is held to. */
export interface Answer {
  exercise: string;
  /** Its file's name, without the ending, or `more/` and its name in `more.md`. */
  name: string;
  source: string;
  /** Passes, or fails: with this id where there is one, with any where there is none. */
  expected: { outcome: 'passed' } | { outcome: 'failed'; id?: string };
}

/** A file of many answers, whose author need not know how the checker names what is wrong. */
const MORE = 'more.md';
const NAME = /^(?:(?<right>right)-.+|wrong-(?<id>.+?)(?:-\d+)?)\.ts$/;
const META = /^(?<kind>right|wrong) (?<name>[a-z0-9-]+)$/;

type Report = (file: string, message: string, line?: number) => void;

/**
 * Reads the answers of a lesson.
 *
 * @param shownAs the folder as problems name it
 */
export function readAnswers(
  folder: string,
  shownAs: string,
  exercises: readonly string[]
): { answers: Answer[]; problems: Problem[] } {
  const answers: Answer[] = [];
  const problems: Problem[] = [];
  const report: Report = (file, message, line = 1) => problems.push({ file, line, message });
  for (const exercise of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const place = path.join(shownAs, exercise);
    if (!exercises.includes(exercise)) {
      report(place, `The lesson has no exercise '${exercise}' to answer.`);
      continue;
    }
    for (const file of readdirSync(path.join(folder, exercise)).sort()) {
      const text = readFileSync(path.join(folder, exercise, file), 'utf8');
      const shown = path.join(place, file);
      answers.push(
        ...(file === MORE ? readMany(text, shown, report) : readOne(file, text, shown, report)).map(
          answer => ({ exercise, ...answer })
        )
      );
    }
  }
  return { answers, problems };
}

function readOne(
  file: string,
  text: string,
  shown: string,
  report: Report
): Omit<Answer, 'exercise'>[] {
  const groups = NAME.exec(file)?.groups;
  if (!groups) {
    report(
      shown,
      `An answer is called right-anything.ts, or wrong-id.ts after its failure's id; many stand in ${MORE}.`
    );
    return [];
  }
  const expected: Answer['expected'] = groups.right
    ? { outcome: 'passed' }
    : { outcome: 'failed', id: groups.id ?? '' };
  return [{ name: path.basename(file, '.ts'), source: text.trimEnd(), expected }];
}

/** Answers in blocks headed `ts right name` or `ts wrong name`. */
function readMany(text: string, shown: string, report: Report): Omit<Answer, 'exercise'>[] {
  return fromMarkdown(text).children.flatMap(node => {
    if (node.type !== 'code') {
      return [];
    }
    const groups = node.lang === 'ts' ? META.exec(node.meta?.trim() ?? '')?.groups : undefined;
    if (!groups) {
      const line = node.position?.start.line ?? 1;
      report(
        shown,
        "An answer is a block headed 'ts right its-name' or 'ts wrong its-name'.",
        line
      );
      return [];
    }
    const outcome = groups.kind === 'right' ? 'passed' : 'failed';
    return [{ name: `more/${groups.name}`, source: node.value, expected: { outcome } }];
  });
}
