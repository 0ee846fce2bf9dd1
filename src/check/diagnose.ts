import type { Failure, Values } from './failure';

/** An explanation of a wrong answer. */
export interface Misconception extends Failure {
  when: boolean | (() => boolean);
}

/**
 * An explanation, and whether it holds.
 *
 * @param when a function is called only where no explanation before it holds
 */
export function misconception(
  id: string,
  when: boolean | (() => boolean),
  message: string,
  values: Values = {}
): Misconception {
  return { id, when, message, ...values };
}

/**
 * Explains a failure by the first misconception that holds, so the most specific one comes first.
 * Where none holds the failure stays as it is; where there is no failure there is nothing to
 * explain, however wrong the way to the result may look. A condition that throws does not hold: it
 * was made for a value of another kind than the one that is there.
 */
export function diagnose(
  failure: Failure | undefined,
  ...misconceptions: Misconception[]
): Failure | undefined {
  const found = failure && misconceptions.find(({ when }) => holds(when));
  if (!found) {
    return failure;
  }
  const { when: _, ...explanation } = found;
  return { ...failure, ...explanation };
}

function holds(when: Misconception['when']): boolean {
  try {
    return typeof when === 'function' ? when() : when;
  } catch {
    return false;
  }
}
