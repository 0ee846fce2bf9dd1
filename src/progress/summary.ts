import type { Attempt } from './attempt';

/** Where the learner stands with one exercise. */
export interface ExerciseProgress {
  attempts: number;
  /** Whether any attempt passed; a later failure does not take it back. */
  passed: boolean;
  /** The most points of any attempt. */
  points: number;
  last: Attempt;
}

/** Progress by exercise, for one lesson. @param attempts in the order in which they were made */
export function summarise(attempts: readonly Attempt[]): Map<string, ExerciseProgress> {
  const exercises = new Map<string, ExerciseProgress>();
  for (const attempt of attempts) {
    const before = exercises.get(attempt.exercise);
    const { result } = attempt;
    const points = 'points' in result ? result.points : 0;
    exercises.set(attempt.exercise, {
      attempts: (before?.attempts ?? 0) + 1,
      passed: (before?.passed ?? false) || result.outcome === 'passed',
      points: Math.max(before?.points ?? 0, points),
      last: attempt
    });
  }
  return exercises;
}
