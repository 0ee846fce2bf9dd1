/**
 * Checking an exercise: a silent `execute_request` carries the request among its user expressions,
 * as JSON, and the reply carries a `CheckResult` under a MIME type of its own.
 */

/** The name of the user expression. */
export const CHECK_EXPRESSION = 'lessonbook.check';

/** The MIME type of the result. */
export const CHECK_MIME = 'application/vnd.lessonbook.check+json';

/** Seconds that a check may take where the exercise does not say. */
export const CHECK_SECONDS = 10;

/** What is to be checked. */
export interface CheckRequest {
  /** Id of the exercise. */
  exercise: string;
  /** The compiled checkers of the lesson, from the notebook's metadata. */
  checks: string;
  /** The cell as the learner has it. */
  cellSource: string;
  /** The cell as it was handed out. */
  starter?: string;
  /** What a right answer counts. */
  points: number;
  /** Seconds that the check may take; {@link CHECK_SECONDS} where left out. */
  timeLimit?: number;
}
