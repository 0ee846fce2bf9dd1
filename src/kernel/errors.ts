import type { CellError } from '../protocol/runtime';
import type { Ending } from './supervisor';
import { wordLoss, wordTraceback, type Loss, type Words } from './words';

/** An error as Jupyter's messages carry it. */
export interface ErrorContent {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** What an error is called that stands for a lost worker. */
const NAMES: Record<Loss['why'], string> = {
  unstoppable: 'KernelReplaced',
  silent: 'KernelDied',
  crashed: 'KernelDied',
  restarted: 'Interrupted',
  notStarted: 'KernelNotStarted'
};

/** Whether an error of this name stands for variables that are gone without the learner's wish. */
export function meansLoss(name: string): boolean {
  return name === NAMES.unstoppable || name === NAMES.silent;
}

/** Describes an error of a cell. */
export function describeError(error: CellError, words: Words): ErrorContent {
  const traceback = wordTraceback(error, words);
  return { ename: error.name, evalue: error.message, traceback };
}

/** Describes why a request did not end well. */
export function describeEnding(
  ending: Exclude<Ending, { status: 'ok' }>,
  words: Words
): ErrorContent {
  const error =
    ending.status === 'lost'
      ? {
          name: NAMES[ending.loss.why],
          message: wordLoss(ending.loss, words.translate),
          frames: []
        }
      : ending.error;
  return describeError(error, words);
}

/** The reply to a request that could not be answered, by a fault that is not the learner's. */
export function describeFailure(reason: unknown): ErrorContent & { status: 'error' } {
  const { name, message } = reason instanceof Error ? reason : new Error(String(reason));
  return { status: 'error', ename: name, evalue: message, traceback: [`${name}: ${message}`] };
}
