/** When a lesson's solutions open. */
export type SolutionPolicy =
  | { after: 'hints' }
  /** Once the exercise was checked so many times. */
  | { after: 'tries'; tries: number }
  | { after: 'passing' }
  /** The notebook does not hold them at all. */
  | { after: 'never' };

export const AFTER_HINTS: SolutionPolicy = { after: 'hints' };

/** What the learner has done with an exercise. */
export interface Done {
  hintsLeft: number;
  tries: number;
  passed: boolean;
}

/** Reads `after hints`, `after 3 tries`, `after passing` or `never`; nothing for anything else. */
export function readPolicy(text: string): SolutionPolicy | undefined {
  const tries = /^after ([1-9]\d*) (?:try|tries)$/.exec(text)?.[1];
  if (tries !== undefined) {
    return { after: 'tries', tries: Number(tries) };
  }
  switch (text) {
    case 'after hints':
      return { after: 'hints' };
    case 'after passing':
      return { after: 'passing' };
    case 'never':
      return { after: 'never' };
    default:
      return undefined;
  }
}

/** Whether a solution opens; one that was solved hides nothing any more. */
export function opens(policy: SolutionPolicy, { hintsLeft, tries, passed }: Done): boolean {
  switch (policy.after) {
    case 'hints':
      return passed || hintsLeft === 0;
    case 'tries':
      return passed || tries >= policy.tries;
    case 'passing':
      return passed;
    case 'never':
      return false;
  }
}
