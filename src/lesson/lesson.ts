import type { SolutionPolicy } from './policy';
import type { Question } from './question';

/** A lesson as its author wrote it. */
export interface Lesson {
  /** Folder of the track, such as `numpy`. */
  track: string;
  /** Folder of the lesson in its track, such as `broadcasting`. */
  name: string;
  title: string;
  /** What one can do afterwards, in a sentence. */
  promise: string;
  /** How long it takes. */
  minutes: number;
  /** Lessons to have done before, as `track/lesson`. */
  buildsOn: LessonReference[];
  /** The lesson to go on with. */
  next?: LessonReference;
  /** When its solutions open. */
  solutions: SolutionPolicy;
  /** What the notebook's cells are made from, in their order. */
  blocks: Block[];
}

/** Another lesson, and where it is named. */
export interface LessonReference {
  /** `track/lesson`. */
  id: string;
  line: number;
}

/** A piece of a lesson. Lines count from 1 in `lesson.md`. */
export type Block =
  | { kind: 'prose'; id: string; line: number; text: string }
  | { kind: 'code'; id: string; code: Code; twin?: string }
  | { kind: 'exercise'; id: string; exercise: Exercise }
  | { kind: 'question'; id: string; question: Question };

/** Source of a cell. */
export interface Code {
  source: string;
  /** The line of `lesson.md` on which the source begins. */
  line: number;
}

/** An exercise: one cell for the learner to fill in. */
export interface Exercise {
  /** Unique in its lesson; names the checker and the folder of answers too. */
  id: string;
  title: string;
  points: number;
  /** How long its cell may run for a check, and how long the check may; 10 where left out. */
  seconds?: number;
  /** The line of its heading. */
  line: number;
  /** The task, in Markdown, without the heading. */
  task: string;
  starter: Code;
  /** Three of them, each saying more than the one before. */
  hints: string[];
  solution: Code;
  /** A sentence on why the solution is right. */
  why: string;
  /** The Python that the solution corresponds to. */
  twin?: string;
}

/** The exercises of a lesson, in their order. */
export function exercisesOf({ blocks }: Pick<Lesson, 'blocks'>): Exercise[] {
  return blocks.flatMap(block => (block.kind === 'exercise' ? [block.exercise] : []));
}

/** The questions of a lesson, in their order. */
export function questionsOf({ blocks }: Pick<Lesson, 'blocks'>): Question[] {
  return blocks.flatMap(block => (block.kind === 'question' ? [block.question] : []));
}

/** A lesson by which others name it. */
export function lessonId({ track, name }: Pick<Lesson, 'track' | 'name'>): string {
  return `${track}/${name}`;
}
