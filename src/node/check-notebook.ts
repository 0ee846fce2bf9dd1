import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { exerciseOf, lessonOf, type NotebookMetadata } from '../lesson/metadata';
import type { CheckResult } from '../lesson/result';
import { NotebookKernel, sourceOf, type RunOptions } from './notebook-kernel';

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
  const results = new Map<string, CheckResult>();
  const errors: string[] = [];
  const kernel = new NotebookKernel(options);
  try {
    for (const cell of notebook.cells.filter(({ cell_type: type }) => type === 'code')) {
      const run = await kernel.run(sourceOf(cell));
      const exercise = exerciseOf(cell);
      if (exercise) {
        const starter = starterOf(origin, exercise.exercise) ?? exercise.starter;
        const result = await kernel.check({
          exercise: exercise.exercise,
          checks: lesson.checks,
          cellSource: sourceOf(cell),
          starter,
          points: pointsOf(lesson, exercise.exercise)
        });
        // A copy of the cell that was left alone takes nothing from the one that was worked on.
        if (result.outcome !== 'notAttempted' || !results.has(exercise.exercise)) {
          results.set(exercise.exercise, result);
        }
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
    result: results.get(exercise) ?? MISSING
  }));
  return { lesson: id, exercises, errors };
}

const MISSING: CheckResult = {
  outcome: 'unchecked',
  reason: 'The cell of this exercise is not in the notebook: it was deleted, or lost its metadata.'
};

function starterOf(notebook: INotebookContent, id: string): string | undefined {
  const exercises = notebook.cells.map((cell: ICell) => exerciseOf(cell));
  return exercises.find(exercise => exercise?.exercise === id)?.starter;
}

function pointsOf({ exercises }: NotebookMetadata, id: string): number {
  return exercises.find(exercise => exercise.id === id)?.points ?? 0;
}
