import { decodeText } from '../lesson/metadata';
import { CHECK_SECONDS } from '../protocol/check';
import { AFTER_HINTS, type SolutionPolicy } from '../lesson/policy';

/** An exercise as a notebook's cell carries it. */
export interface ExerciseCell {
  id: string;
  title: string;
  points: number;
  /** How long its cell may run for a check, and how long the check may. */
  seconds: number;
  /** The cell as it was handed out. */
  starter: string;
  /** Each says more than the one before. */
  hints: string[];
  solution: string;
  /** Why the solution is right. */
  why: string;
}

/** The lesson that a notebook is a copy of. */
export interface LessonNotebook {
  /** `track/lesson`, under which progress is kept. */
  lesson: string;
  title: string;
  /** The compiled checkers. */
  checks: string;
  /** The exercises that it was handed out with. */
  exercises: { id: string; title: string }[];
  /** When its solutions open. */
  solutions: SolutionPolicy;
}

/** The exercise of a cell, by the cell's metadata; nothing for any other cell. */
export function readExercise(metadata: unknown): ExerciseCell | undefined {
  const fields = fieldsOf(metadata);
  const id = fields?.exercise;
  if (!fields || typeof id !== 'string') {
    return undefined;
  }
  return {
    id,
    title: textOf(fields.title) || id,
    points: typeof fields.points === 'number' ? fields.points : 1,
    seconds: typeof fields.seconds === 'number' ? fields.seconds : CHECK_SECONDS,
    starter: textOf(fields.starter),
    hints: (Array.isArray(fields.hints) ? fields.hints : []).map(decode),
    solution: decode(fields.solution),
    why: decode(fields.why)
  };
}

/** The lesson of a notebook, by the notebook's metadata; nothing for any other notebook. */
export function readLesson(metadata: unknown): LessonNotebook | undefined {
  const fields = fieldsOf(metadata);
  if (!fields || typeof fields.checks !== 'string') {
    return undefined;
  }
  return {
    lesson: `${textOf(fields.track)}/${textOf(fields.lesson)}`,
    title: textOf(fields.title),
    checks: fields.checks,
    exercises: Array.isArray(fields.exercises)
      ? (fields.exercises as LessonNotebook['exercises'])
      : [],
    solutions: (fieldsOf(fields.solutions) as SolutionPolicy | undefined) ?? AFTER_HINTS
  };
}

function fieldsOf(metadata: unknown): Record<string, unknown> | undefined {
  return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)
    ? (metadata as Record<string, unknown>)
    : undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Hints and solutions are encoded, so that nobody reads them by accident. */
function decode(value: unknown): string {
  try {
    return decodeText(textOf(value));
  } catch {
    return '';
  }
}
