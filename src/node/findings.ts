import type { BuiltLesson } from './build-lessons';
import { shapeOfSource } from './source-shape';
import { textTable } from './table';

/** One thing that a lesson was held to. */
export interface Finding {
  lesson: string;
  exercise?: string;
  kind: 'notebook' | 'count' | 'starter' | 'right' | 'wrong' | 'message' | 'mutant';
  /** What was tried: the notebook, the starter, an answer, a message, a place in a checker. */
  subject: string;
  ok: boolean;
  /** What was wanted and what came instead, where it is not right. */
  detail?: string;
}

/** Really different right answers, and ids of wrong ones, that each exercise needs at least. */
const LEAST = 3;

/** What an exercise lacks in answers. */
export function countAnswers({ id: lesson, answers }: BuiltLesson, exercise: string): Finding[] {
  const own = answers.filter(answer => answer.exercise === exercise);
  const right = new Set<string>();
  const ids = new Set<string>();
  for (const { expected, source } of own) {
    if (expected.outcome === 'passed') {
      right.add(shapeOfSource(source));
    } else if (expected.id !== undefined) {
      ids.add(expected.id);
    }
  }
  const counts = [
    { subject: 'right answers', count: right.size, what: 'really different ones' },
    { subject: 'wrong answers', count: ids.size, what: 'with ids of their own' }
  ];
  return counts
    .filter(({ count }) => count < LEAST)
    .map(({ subject, count, what }) => ({
      lesson,
      exercise,
      kind: 'count',
      subject,
      ok: false,
      detail: `there are ${count} ${what}, at least ${LEAST} are wanted`
    }));
}

/** What was wrong, by lesson, exercise and answer. */
export function describeFinding({ lesson, exercise, subject, detail = '' }: Finding): string {
  return `${[lesson, exercise, subject].filter(Boolean).join(' › ')}: ${detail}`;
}

/** For each exercise how many of its answers, messages and mutants came out as they should. */
export function findingsTable(lessons: readonly string[], findings: readonly Finding[]): string {
  const rows = lessons.flatMap(lesson => {
    const own = findings.filter(finding => finding.lesson === lesson);
    const exercises = [...new Set(own.map(({ exercise }) => exercise))];
    return exercises.map(exercise => {
      const tried = own.filter(finding => finding.exercise === exercise);
      const share = (...kinds: Finding['kind'][]) => {
        const these = tried.filter(({ kind }) => kinds.includes(kind));
        return these.length === 0 ? '' : `${these.filter(({ ok }) => ok).length}/${these.length}`;
      };
      return [
        lesson,
        exercise ?? '(notebook)',
        share('right'),
        share('wrong'),
        share('message'),
        share('mutant'),
        tried.every(({ ok }) => ok) ? 'ok' : 'FAILED'
      ];
    });
  });
  return textTable(['lesson', 'exercise', 'right', 'wrong', 'messages', 'mutants', ''], rows);
}
