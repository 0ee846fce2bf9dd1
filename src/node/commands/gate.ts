import os from 'node:os';
import { describeProblem } from '../../lesson/problem';
import { buildLessons, type BuiltLesson } from '../build-lessons';
import { describeFinding, findingsTable, type Finding } from '../findings';
import { holdLesson } from '../gate';
import type { RunOptions } from '../notebook-kernel';

/**
 * `lessonbook gate DIR [track/lesson…]`: holds lessons to their own answers, and ends in one line
 * of counts. A lesson that was left out counts as skipped.
 */
export async function gate(
  root: string,
  only: readonly string[],
  options: RunOptions
): Promise<number> {
  const { built, problems } = await buildLessons(root);
  const unknown = only.filter(
    id => !built.some(lesson => lesson.id === id) && !problems.some(({ file }) => file.includes(id))
  );
  if (unknown.length > 0) {
    throw new Error(`There is no lesson '${unknown[0]}' in ${root}.`);
  }
  problems.forEach(problem => console.log(describeProblem(problem)));
  const held = built.filter(({ id }) => only.length === 0 || only.includes(id));
  const findings = (await holdAll(held, options)).flat();
  const failures = findings.filter(({ ok }) => !ok);
  console.log(
    findingsTable(
      held.map(({ id }) => id),
      findings
    )
  );
  failures.forEach(finding => console.log(describeFinding(finding)));
  const failed = failures.length + problems.length;
  const passed = findings.length - failures.length;
  console.log(`${passed} passed, ${failed} failed, ${built.length - held.length} skipped`);
  return failed === 0 ? 0 : 1;
}

/** Holds as many lessons at a time as the machine has processors; findings in the lessons' order. */
async function holdAll(lessons: readonly BuiltLesson[], options: RunOptions): Promise<Finding[][]> {
  const found: Finding[][] = [];
  const waiting = [...lessons.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, lesson] = next;
      const start = performance.now();
      const findings = await holdLesson(lesson, options);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const held = findings.filter(({ ok }) => ok).length;
      console.log(`${lesson.id}: ${held} of ${findings.length} in ${seconds} s`);
      found[index] = findings;
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return found;
}
