import type { Comparison } from '../lesson/comparison';

/** What a checker found wrong, in words for the learner. */
export interface Failure extends Values {
  /** Names the mistake: lower-case words joined by hyphens. */
  id: string;
  message: string;
  /** Points for what is right so far; see `credit`. */
  points?: number;
}

/** That an answer is right, with something to say about it. */
export interface Passed {
  passed: true;
  message: string;
}

/** What a checker gives back; nothing means that the answer is right. */
export type Verdict = Failure | Passed | undefined;

/** What was expected and what was found, already in words. */
export interface Values {
  expected?: string;
  actual?: string;
  /** The same to be shown side by side. */
  comparison?: Comparison;
  /** What to look at next, in a sentence. */
  next?: string;
}

/** Says what is wrong. */
export function failed(id: string, message: string, values: Values = {}): Failure {
  return { id, message, ...values };
}

/** Says that the answer is right, and something about it. */
export function passed(message: string): Passed {
  return { passed: true, message };
}
