import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../lesson/problem';

/** An answer that the checker of an exercise is held to. */
export interface Answer {
  exercise: string;
  /** Its file's name, without the ending. */
  name: string;
  source: string;
  /** Passes, or fails with an id. */
  expected: { outcome: 'passed' } | { outcome: 'failed'; id: string };
}

const NAME = /^(?:(?<right>right)-.+|wrong-(?<id>.+?)(?:-\d+)?)\.ts$/;

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
  const report = (file: string, message: string) => problems.push({ file, line: 1, message });
  for (const exercise of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const place = path.join(shownAs, exercise);
    if (!exercises.includes(exercise)) {
      report(place, `The lesson has no exercise '${exercise}' to answer.`);
      continue;
    }
    for (const file of readdirSync(path.join(folder, exercise)).sort()) {
      const groups = NAME.exec(file)?.groups;
      if (!groups) {
        report(
          path.join(place, file),
          "An answer is called right-anything.ts, or wrong-id.ts after its failure's id."
        );
        continue;
      }
      answers.push({
        exercise,
        name: path.basename(file, '.ts'),
        source: readFileSync(path.join(folder, exercise, file), 'utf8').trimEnd(),
        expected: groups.right ? { outcome: 'passed' } : { outcome: 'failed', id: groups.id ?? '' }
      });
    }
  }
  return { answers, problems };
}
