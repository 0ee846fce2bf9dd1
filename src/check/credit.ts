import type { Failure } from './failure';

/** A part of an answer: what it counts, and what is wrong with it. */
export interface Share {
  points: number;
  failure: Failure | undefined;
}

/**
 * Gives points for the parts that are right, and says what is wrong with the first that is not.
 * Together the parts count what the exercise does.
 */
export function credit(...shares: readonly Share[]): Failure | undefined {
  const first = shares.find(({ failure }) => failure)?.failure;
  const points = shares
    .filter(({ failure }) => failure === undefined)
    .reduce((sum, share) => sum + share.points, 0);
  return first && { ...first, points };
}
