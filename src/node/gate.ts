import { exercisesOf, type Exercise } from '../lesson/lesson';
import { exerciseOf } from '../lesson/metadata';
import type { CheckResult } from '../lesson/result';
import type { BuiltLesson } from './build-lessons';
import { bundleMutants } from './bundle-checks';
import { describeResult } from './describe-result';
import { countAnswers, type Finding } from './findings';
import { holdQuestions } from './hold-questions';
import { declaredNames, lintMessage } from './lint-message';
import { MutationTrial } from './mutation-trial';
import { NotebookKernel, sourceOf, type RunOptions } from './notebook-kernel';
import type { Answer } from './read-answers';
import { runNotebook } from './run-notebook';

export type { Finding } from './findings';

/** An answer, the starter or the solution, and the outcome that it is to have. */
interface Attempt {
  exercise: Exercise;
  kind: 'starter' | 'right' | 'wrong';
  subject: string;
  source: string;
  expected: Answer['expected'] | { outcome: 'notAttempted' };
}

/** Holds a lesson to what the authoring guide promises; never throws. */
export async function holdLesson(lesson: BuiltLesson, options: RunOptions): Promise<Finding[]> {
  // The notebook runs beside the answers, in a kernel of its own.
  const running = holdNotebook(lesson, options);
  const held = await new LessonGate(lesson, options).hold();
  return [await running, ...held, ...holdQuestions(lesson)];
}

class LessonGate {
  private readonly findings: Finding[] = [];
  /** Messages that were looked at, by exercise and text. */
  private readonly linted = new Set<string>();
  private kernel: NotebookKernel;
  private spare: NotebookKernel;

  constructor(
    private readonly lesson: BuiltLesson,
    private readonly options: RunOptions
  ) {
    this.kernel = new NotebookKernel(options);
    this.spare = new NotebookKernel(options);
  }

  async hold(): Promise<Finding[]> {
    const { lesson, findings } = this;
    findings.push(
      ...exercisesOf(lesson.lesson).flatMap(exercise => countAnswers(lesson, exercise.id))
    );
    const { code, mutants } = await bundleMutants(lesson.checksFile.path, lesson.checksFile.shown);
    const trial = new MutationTrial(mutants);
    try {
      for (const cell of codeCells(lesson)) {
        for (const attempt of attemptsOf(lesson, exerciseOf(cell)?.exercise)) {
          await this.try(attempt);
          if (attempt.kind !== 'starter') {
            await trial.try(
              attempt.exercise.id,
              exercise => check(this.kernel, lesson, attempt, { exercise, checks: code }),
              result => judge(attempt, result) === undefined
            );
          }
        }
        await this.kernel.run(sourceOf(cell));
      }
    } finally {
      this.kernel.dispose();
      this.spare.dispose();
    }
    return [...findings, ...trial.findings(lesson.id)];
  }

  private async try(attempt: Attempt): Promise<void> {
    const { exercise, subject, kind, source } = attempt;
    await this.kernel.run(source);
    let result = await check(this.kernel, this.lesson, attempt);
    if (judge(attempt, result) !== undefined) {
      // An answer before it may have changed something in place.
      await this.startAfresh(exercise.id);
      await this.kernel.run(source);
      result = await check(this.kernel, this.lesson, attempt);
    }
    this.add({ kind, exercise: exercise.id, subject }, judge(attempt, result));
    if (result.outcome === 'failed' && !this.linted.has(`${exercise.id} ${result.message}`)) {
      this.linted.add(`${exercise.id} ${result.message}`);
      const wrong = lintMessage(result.message, declaredNames(exercise.solution.source));
      const of = { kind: 'message', exercise: exercise.id, subject: result.id } as const;
      this.add(of, wrong && `the message ${wrong}: ${result.message}`);
    }
  }

  /** Takes a kernel that has run the cells before an exercise and nothing else. */
  private async startAfresh(exercise: string): Promise<void> {
    this.kernel.dispose();
    this.kernel = this.spare;
    // It has had the time to start; the next one starts meanwhile.
    this.spare = new NotebookKernel(this.options);
    for (const cell of codeCells(this.lesson)) {
      if (exerciseOf(cell)?.exercise === exercise) {
        return;
      }
      await this.kernel.run(sourceOf(cell));
    }
  }

  private add(of: Omit<Finding, 'lesson' | 'ok' | 'detail'>, detail: string | undefined): void {
    const finding = { lesson: this.lesson.id, ...of, ok: detail === undefined };
    this.findings.push(detail === undefined ? finding : { ...finding, detail });
  }
}

async function holdNotebook(lesson: BuiltLesson, options: RunOptions): Promise<Finding> {
  const { failedCell, error = '' } = await runNotebook(lesson.notebook, options);
  const finding = { lesson: lesson.id, kind: 'notebook', subject: 'notebook runs' } as const;
  if (failedCell !== undefined) {
    const id = String(lesson.notebook.cells[failedCell]?.id);
    return { ...finding, ok: false, detail: `the cell '${id}' ends by ${error}` };
  }
  return { ...finding, ok: true };
}

const codeCells = ({ notebook }: BuiltLesson) =>
  notebook.cells.filter(({ cell_type: type }) => type === 'code');

function attemptsOf({ lesson, answers }: BuiltLesson, id: string | undefined): Attempt[] {
  const exercise = exercisesOf(lesson).find(exercise => exercise.id === id);
  if (!exercise) {
    return [];
  }
  const { starter, solution } = exercise;
  return [
    {
      exercise,
      kind: 'starter',
      subject: 'starter',
      source: starter.source,
      expected: { outcome: 'notAttempted' }
    },
    {
      exercise,
      kind: 'right',
      subject: 'solution',
      source: solution.source,
      expected: { outcome: 'passed' }
    },
    ...answers
      .filter(answer => answer.exercise === id)
      .map(({ name: subject, source, expected }): Attempt => {
        const kind = expected.outcome === 'passed' ? 'right' : 'wrong';
        return { exercise, kind, subject, source, expected };
      })
  ];
}

/** @param mutated a checker of another name and text than the lesson's own */
function check(
  kernel: NotebookKernel,
  { checks }: BuiltLesson,
  { exercise: { id: exercise, starter, points, seconds }, source }: Attempt,
  mutated?: { exercise: string; checks: string }
): Promise<CheckResult> {
  return kernel.check({
    exercise,
    checks,
    cellSource: source,
    starter: starter.source,
    points,
    ...(seconds === undefined ? {} : { timeLimit: seconds }),
    ...mutated
  });
}

/** What is wrong with a result; nothing where it is the one expected. */
function judge({ expected }: Attempt, result: CheckResult): string | undefined {
  const id = expected.outcome === 'failed' ? expected.id : undefined;
  const wanted = id === undefined ? expected.outcome : `failed as '${id}'`;
  const same =
    result.outcome === expected.outcome &&
    (id === undefined || (result.outcome === 'failed' && result.id === id));
  return same ? undefined : `${wanted} was wanted, not ${describeResult(result)}`;
}
