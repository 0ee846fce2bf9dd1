import type { Comparison } from './comparison';
import type { CellError } from './errors';

/** What checking an exercise came to. */
export type CheckResult =
  | { outcome: 'passed'; points: number; message: string }
  | {
      outcome: 'failed';
      /** Points for what is right so far. */
      points: number;
      /** Names the mistake; each has a wrong answer beside the lesson that shows it. */
      id: string;
      message: string;
      expected?: string;
      actual?: string;
      /** What was expected and what was found, to be shown side by side. */
      comparison?: Comparison;
      /** What to look at next, in a sentence. */
      next?: string;
    }
  /** The cell is as it was handed out, was not run, or does not declare what is asked for. */
  | { outcome: 'notAttempted'; message: string }
  /** The learner's code threw. */
  | {
      outcome: 'errored';
      error: CellError;
      /** Seconds after which the cell was stopped, where it had not ended by then. */
      stoppedAfter?: number;
    }
  /** The checker broke or time ran out: nothing is known of the answer. */
  | { outcome: 'unchecked'; reason: string };

/** How a check can end. */
export type CheckOutcome = CheckResult['outcome'];
