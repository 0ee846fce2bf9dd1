import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import {
  exerciseOf,
  lessonOf,
  questionOf,
  type ExerciseMetadata,
  type NotebookMetadata
} from '../lesson/metadata';
import { judgeQuestion } from '../lesson/question';
import type { CheckResult } from '../lesson/result';
import { NotebookKernel, sourceOf, type CellRun, type RunOptions } from './notebook-kernel';

/** An exercise of a notebook that was checked. */
export interface CheckedExercise {
  exercise: string;
  title: string;
  /** The most that it counts. */
  points: number;
  result: CheckResult;
}

/** A notebook that was run clean and checked. */
export interface CheckedNotebook {
  /** `track/lesson`. */
  lesson: string;
  /** In the order in which the lesson has them. */
  exercises: CheckedExercise[];
  /** What cells that are no exercise ended by. */
  errors: string[];
}

/** A lesson as it was published; what it says counts, not what a learner's copy says. */
export type Published = (lesson: string) => INotebookContent | undefined;

/**
 * Runs a learner's notebook from its first cell to its last, in a kernel of its own, and checks
 * each exercise right after its cell. A cell that fails does not keep the rest from running.
 *
 * @param published where given, checkers and starters are taken from there
 * @throws Error when the notebook is no lesson
 */
export async function checkNotebook(
  notebook: INotebookContent,
  options: RunOptions,
  published?: Published
): Promise<CheckedNotebook> {
  const own = lessonOf(notebook);
  if (!own) {
    throw new Error('It is no lesson with exercises: its metadata holds no checkers.');
  }
  const id = `${own.track}/${own.lesson}`;
  const origin = published ? published(id) : notebook;
  const lesson = origin && lessonOf(origin);
  if (!lesson) {
    throw new Error(`There is no lesson '${id}' to check it by.`);
  }
  const errors: string[] = [];
  const kernel = new NotebookKernel(options);
  const answers = new Answers(kernel, origin, lesson);
  try {
    for (const cell of notebook.cells.filter(({ cell_type: type }) => type === 'code')) {
      const source = sourceOf(cell);
      const run = await kernel.run(source);
      const exercise = exerciseOf(cell)?.exercise;
      if (exercise !== undefined) {
        await answers.add(exercise, source, run);
      } else if (!run.ok) {
        errors.push(`Cell '${String(cell.id)}' ended by ${run.error ?? 'no answer'}`);
      }
    }
  } finally {
    kernel.dispose();
  }
  const exercises = lesson.exercises.map(({ id: exercise, title, points }) => ({
    exercise,
    title,
    points,
    result: answers.results.get(exercise) ?? MISSING
  }));
  const answered = new Map(
    notebook.cells.flatMap(cell => {
      const found = questionOf(cell);
      return found ? [[found.question.id, found.answer] as const] : [];
    })
  );
  const questions = origin.cells.flatMap(cell => {
    const question = questionOf(cell)?.question;
    return question
      ? [
          {
            exercise: question.id,
            title: question.ask,
            points: question.points,
            result: judgeQuestion(question, answered.get(question.id))
          }
        ]
      : [];
  });
  return { lesson: id, exercises: [...exercises, ...questions], errors };
}

const MISSING: CheckResult = {
  outcome: 'unchecked',
  reason: 'The cell of this exercise is not in the notebook: it was deleted, or lost its metadata.'
};

/** The answers that a notebook holds. An exercise may stand in several cells: split, or copied. */
class Answers {
  readonly results = new Map<string, CheckResult>();
  private readonly sources = new Map<string, string[]>();

  constructor(
    private readonly kernel: NotebookKernel,
    private readonly origin: INotebookContent,
    private readonly lesson: NotebookMetadata
  ) {}

  /** Checks a cell that has just run. The best of the cells of one exercise counts. */
  async add(exercise: string, source: string, { stoppedAfter }: CellRun): Promise<void> {
    const checked = await this.check(exercise, source);
    const result =
      checked.outcome === 'errored' && stoppedAfter !== undefined
        ? { ...checked, stoppedAfter }
        : checked;
    const sources = [...(this.sources.get(exercise) ?? []), source];
    this.sources.set(exercise, sources);
    this.keep(exercise, result);
    if (sources.length > 1 && this.results.get(exercise)?.outcome !== 'passed') {
      // The parts of a cell that was split are an answer together only.
      const whole = sources.join('\n');
      if ((await this.kernel.run(whole)).ok) {
        this.keep(exercise, await this.check(exercise, whole));
      }
    }
  }

  private keep(exercise: string, result: CheckResult): void {
    const earlier = this.results.get(exercise)?.outcome;
    if (
      earlier === undefined ||
      result.outcome === 'passed' ||
      (earlier !== 'passed' && result.outcome !== 'notAttempted')
    ) {
      this.results.set(exercise, result);
    }
  }

  private check(exercise: string, cellSource: string): Promise<CheckResult> {
    const { checks, exercises } = this.lesson;
    const { starter, seconds } = exerciseIn(this.origin, exercise) ?? {};
    return this.kernel.check({
      exercise,
      checks,
      cellSource,
      points: exercises.find(({ id }) => id === exercise)?.points ?? 0,
      ...(starter === undefined ? {} : { starter }),
      ...(seconds === undefined ? {} : { timeLimit: seconds })
    });
  }
}

function exerciseIn(notebook: INotebookContent, id: string): ExerciseMetadata | undefined {
  const exercises = notebook.cells.map((cell: ICell) => exerciseOf(cell));
  return exercises.find(exercise => exercise?.exercise === id);
}
