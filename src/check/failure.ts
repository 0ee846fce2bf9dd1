/** What a checker found wrong, in words for the learner. */
export interface Failure {
  /** Names the mistake: lower-case words joined by hyphens. */
  id: string;
  message: string;
  expected?: string;
  actual?: string;
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
}

/** Says what is wrong. */
export function failed(id: string, message: string, values: Values = {}): Failure {
  return { id, message, ...values };
}

/** Says that the answer is right, and something about it. */
export function passed(message: string): Passed {
  return { passed: true, message };
}
