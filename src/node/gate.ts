import { exercisesOf, type Exercise } from '../lesson/lesson';
import { exerciseOf } from '../lesson/metadata';
import type { CheckResult } from '../lesson/result';
import type { BuiltLesson } from './build-lessons';
import { describeResult } from './describe-result';
import { NotebookKernel, sourceOf, type RunOptions } from './notebook-kernel';
import type { Answer } from './read-answers';
import { runNotebook } from './run-notebook';

/** One thing that a lesson was held to. */
export interface Finding {
  lesson: string;
  exercise?: string;
  /** What was tried: the notebook, the starter, or an answer by its file. */
  subject: string;
  ok: boolean;
  /** What was wanted and what came instead, where it is not right. */
  detail?: string;
}

/** An answer, the starter or the solution, and the outcome that it is to have. */
interface Attempt {
  exercise: Exercise;
  subject: string;
  source: string;
  expected: Answer['expected'] | { outcome: 'notAttempted' };
}

/** Right and wrong answers that each exercise needs at least. */
const LEAST = 3;

/** Holds a lesson to what the authoring guide promises; never throws. */
export async function holdLesson(lesson: BuiltLesson, options: RunOptions): Promise<Finding[]> {
  const findings = [await holdNotebook(lesson, options)];
  for (const exercise of exercisesOf(lesson.lesson)) {
    findings.push(...countAnswers(lesson, exercise));
  }
  const kernel = new NotebookKernel(options);
  try {
    for (const cell of lesson.notebook.cells.filter(({ cell_type: type }) => type === 'code')) {
      for (const attempt of attemptsOf(lesson, exerciseOf(cell)?.exercise)) {
        const first = judge(attempt, await tryAttempt(kernel, lesson, attempt));
        // An answer before it may have changed something in place.
        const detail = first && (await judgeAfresh(lesson, attempt, options));
        findings.push({
          lesson: lesson.id,
          exercise: attempt.exercise.id,
          subject: attempt.subject,
          ok: detail === undefined,
          ...(detail === undefined ? {} : { detail })
        });
      }
      await kernel.run(sourceOf(cell));
    }
  } finally {
    kernel.dispose();
  }
  return findings;
}

async function holdNotebook(lesson: BuiltLesson, options: RunOptions): Promise<Finding> {
  const { failedCell, error = '' } = await runNotebook(lesson.notebook, options);
  const finding: Finding = { lesson: lesson.id, subject: 'notebook runs', ok: true };
  if (failedCell !== undefined) {
    const id = String(lesson.notebook.cells[failedCell]?.id);
    return { ...finding, ok: false, detail: `the cell '${id}' ends by ${error}` };
  }
  return finding;
}

function countAnswers(lesson: BuiltLesson, { id: exercise }: Exercise): Finding[] {
  const answers = lesson.answers.filter(answer => answer.exercise === exercise);
  const right = answers.filter(({ expected }) => expected.outcome === 'passed').length;
  const counts = [
    { kind: 'right', count: right },
    { kind: 'wrong', count: answers.length - right }
  ];
  return counts
    .filter(({ count }) => count < LEAST)
    .map(({ kind, count }) => ({
      lesson: lesson.id,
      exercise,
      subject: `${kind} answers`,
      ok: false,
      detail: `there are ${count}, at least ${LEAST} are wanted`
    }));
}

function attemptsOf({ lesson, answers }: BuiltLesson, id: string | undefined): Attempt[] {
  const exercise = exercisesOf(lesson).find(exercise => exercise.id === id);
  if (!exercise) {
    return [];
  }
  const { starter, solution } = exercise;
  return [
    {
      exercise,
      subject: 'starter',
      source: starter.source,
      expected: { outcome: 'notAttempted' }
    },
    { exercise, subject: 'solution', source: solution.source, expected: { outcome: 'passed' } },
    ...answers
      .filter(answer => answer.exercise === id)
      .map(({ name: subject, source, expected }) => ({ exercise, subject, source, expected }))
  ];
}

async function tryAttempt(
  kernel: NotebookKernel,
  { checks }: BuiltLesson,
  { exercise, source }: Attempt
): Promise<CheckResult> {
  await kernel.run(source);
  return kernel.check({
    exercise: exercise.id,
    checks,
    cellSource: source,
    starter: exercise.starter.source,
    points: exercise.points
  });
}

/** Tries an attempt in a kernel that has run the cells before it and nothing else. */
async function judgeAfresh(
  lesson: BuiltLesson,
  attempt: Attempt,
  options: RunOptions
): Promise<string | undefined> {
  const kernel = new NotebookKernel(options);
  try {
    for (const cell of lesson.notebook.cells.filter(({ cell_type: type }) => type === 'code')) {
      if (exerciseOf(cell)?.exercise === attempt.exercise.id) {
        break;
      }
      await kernel.run(sourceOf(cell));
    }
    return judge(attempt, await tryAttempt(kernel, lesson, attempt));
  } finally {
    kernel.dispose();
  }
}

/** What is wrong with a result; nothing where it is the one expected. */
function judge({ expected }: Attempt, result: CheckResult): string | undefined {
  const wanted = expected.outcome === 'failed' ? `failed as '${expected.id}'` : expected.outcome;
  const same =
    result.outcome === expected.outcome &&
    (result.outcome !== 'failed' || (expected.outcome === 'failed' && result.id === expected.id));
  return same ? undefined : `${wanted} was wanted, not ${describeResult(result)}`;
}
