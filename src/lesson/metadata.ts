import type { SolutionPolicy } from './policy';
import type { Question, QuestionAnswer } from './question';

/** The version of what `metadata.lessonbook` holds. */
export const FORMAT = 1;

/** `metadata.lessonbook` of a lesson's notebook. */
export interface NotebookMetadata {
  format: typeof FORMAT;
  track: string;
  lesson: string;
  title: string;
  promise: string;
  minutes: number;
  /** Lessons to have done before, as `track/lesson`. */
  buildsOn: string[];
  next?: string;
  /** The exercises that the notebook was handed out with, in their order. */
  exercises: { id: string; title: string; points: number }[];
  /** The quick questions, in their order. */
  questions?: { id: string; title: string; points: number }[];
  /** Changes whenever anything in the lesson does. */
  version: string;
  /** When its solutions open; after the hints where left out. */
  solutions?: SolutionPolicy;
  /** The compiled checkers: a CommonJS module whose only import is `lessonbook/check`. */
  checks: string;
}

/** `metadata.lessonbook` of the cell of an exercise. Encoded texts are for {@link decodeText}. */
export interface ExerciseMetadata {
  exercise: string;
  title: string;
  points: number;
  /** How long its cell may run for a check, and how long the check may; 10 where left out. */
  seconds?: number;
  /** The source as it was handed out. */
  starter: string;
  /** Encoded, as are the three below. */
  hints: string[];
  solution: string;
  why: string;
  /** The Python that the solution corresponds to. */
  twin?: string;
}

/** `metadata.lessonbook` of the cell of a question. */
export interface QuestionMetadata {
  /** The {@link Question} as JSON, encoded. */
  question: string;
  /** What the learner has answered. */
  answer?: QuestionAnswer;
}

/** `metadata.lessonbook` of any other code cell that has something to say. */
export interface CodeMetadata {
  /** The Python that the cell corresponds to. */
  twin: string;
}

/** Keeps a text from being read by accident; it is not secret. */
export function encodeText(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join('')
  );
}

/** @throws Error when the text was not made by {@link encodeText} */
export function decodeText(encoded: string): string {
  const bytes = Uint8Array.from(atob(encoded), character => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/**
 * What a notebook says of its lesson; `undefined` where it is none of ours, of a later format, or
 * without checkers.
 */
export function lessonOf(notebook: { metadata?: object }): NotebookMetadata | undefined {
  const metadata = ownMetadata(notebook);
  return metadata &&
    Reflect.get(metadata, 'format') === FORMAT &&
    typeof Reflect.get(metadata, 'checks') === 'string'
    ? (metadata as NotebookMetadata)
    : undefined;
}

/** What a cell says of its exercise; `undefined` where it is none. */
export function exerciseOf(cell: { metadata?: object }): ExerciseMetadata | undefined {
  const metadata = ownMetadata(cell);
  return metadata && typeof Reflect.get(metadata, 'exercise') === 'string'
    ? (metadata as ExerciseMetadata)
    : undefined;
}

/** The question of a cell, and what was answered; `undefined` where it is none. */
export function questionOf(cell: {
  metadata?: object;
}): { question: Question; answer: QuestionAnswer | undefined } | undefined {
  const metadata = ownMetadata(cell) as Partial<QuestionMetadata> | undefined;
  if (typeof metadata?.question !== 'string') {
    return undefined;
  }
  try {
    const question = JSON.parse(decodeText(metadata.question)) as Question;
    return { question, answer: metadata.answer };
  } catch {
    return undefined;
  }
}

function ownMetadata({ metadata }: { metadata?: object }): object | undefined {
  const own: unknown = metadata && Reflect.get(metadata, 'lessonbook');
  return typeof own === 'object' && own !== null ? own : undefined;
}
