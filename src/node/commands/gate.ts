import { describeProblem } from '../../lesson/problem';
import { buildLessons } from '../build-lessons';
import { holdLesson, type Finding } from '../gate';
import type { RunOptions } from '../notebook-kernel';
import { textTable } from '../table';

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
  const findings: Finding[] = [];
  for (const lesson of held) {
    const found = await holdLesson(lesson, options);
    console.log(`${lesson.id}: ${found.filter(({ ok }) => ok).length} of ${found.length}`);
    findings.push(...found);
  }
  const failures = findings.filter(({ ok }) => !ok);
  console.log(
    table(
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

/** What was wrong, by lesson, exercise and answer. */
export function describeFinding({ lesson, exercise, subject, detail = '' }: Finding): string {
  return `${[lesson, exercise, subject].filter(Boolean).join(' › ')}: ${detail}`;
}

/** For each exercise how many of its answers came out as they should. */
function table(lessons: readonly string[], findings: readonly Finding[]): string {
  const rows = lessons.flatMap(lesson => {
    const own = findings.filter(finding => finding.lesson === lesson);
    const exercises = [...new Set(own.map(({ exercise }) => exercise))];
    return exercises.map(exercise => {
      const tried = own.filter(finding => finding.exercise === exercise);
      const failed = tried.filter(({ ok }) => !ok).length;
      return [
        lesson,
        exercise ?? '(notebook)',
        String(tried.length - failed),
        String(failed),
        failed === 0 ? 'ok' : 'FAILED'
      ];
    });
  });
  return textTable(['lesson', 'exercise', 'as expected', 'otherwise', ''], rows);
}
