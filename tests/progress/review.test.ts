import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/progress/attempt';
import { reviewsDue } from '../../src/progress/review';

/** Midnight of a day, counted from the first. */
const day = (number: number): number => Date.UTC(2026, 0, 1 + number);

const attempt = (number: number, outcome: 'passed' | 'failed', more: Partial<Attempt> = {}) =>
  ({
    time: new Date(day(number)).toISOString(),
    lesson: 'numpy/broadcasting',
    exercise: 'scale',
    hints: 0,
    solution: false,
    source: '',
    result:
      outcome === 'passed'
        ? { outcome, points: 1, message: '' }
        : { outcome, points: 0, id: 'axis', message: '' },
    ...more
  }) satisfies Attempt;

/** The days of the first hundred on which something is due. */
const daysDue = (attempts: Attempt[]): number[] =>
  Array.from({ length: 100 }, (_, number) => number).filter(
    number => reviewsDue(attempts, day(number)).length > 0
  );
const firstDue = (attempts: Attempt[]): number | undefined => daysDue(attempts)[0];

describe('what was solved comes back', () => {
  it('never where it was not solved', () => {
    expect(daysDue([attempt(0, 'failed')])).toEqual([]);
  });

  it('after a day, and stays until it is solved again', () => {
    expect(daysDue([attempt(0, 'failed'), attempt(0, 'passed')])).toEqual(
      Array.from({ length: 99 }, (_, number) => number + 1)
    );
  });

  it('after longer and longer pauses', () => {
    const turns: Attempt[] = [];
    const days: number[] = [];
    let next: number | undefined = 0;
    while (next !== undefined) {
      turns.push(attempt(next, 'passed'));
      days.push(next);
      next = daysDue(turns).find(number => number > (days.at(-1) ?? 0));
    }
    expect(days).toEqual([0, 1, 4, 11, 25, 55]);
  });

  it('no later for being solved between two turns', () => {
    const solved = [attempt(0, 'passed'), attempt(1, 'passed')];
    expect(firstDue([...solved, attempt(2, 'passed')])).toBe(4);
  });

  it('from the beginning where it was missed, or solved with the solution open', () => {
    const twice = [attempt(0, 'passed'), attempt(1, 'passed')];
    const missed = [...twice, attempt(4, 'failed'), attempt(4, 'passed')];
    expect(firstDue(missed)).toBe(5);
    expect(firstDue([...twice, attempt(4, 'passed', { solution: true })])).toBe(5);
    expect(firstDue([...twice, attempt(4, 'passed')])).toBe(11);
  });

  it('each exercise by itself, what waits longest first', () => {
    const due = reviewsDue(
      [
        attempt(2, 'passed'),
        attempt(0, 'passed', { exercise: 'fill' }),
        attempt(1, 'passed', { lesson: 'keras/layers' })
      ],
      day(5)
    );
    expect(due.map(({ lesson, exercise }) => `${lesson} ${exercise}`)).toEqual([
      'numpy/broadcasting fill',
      'keras/layers scale',
      'numpy/broadcasting scale'
    ]);
  });

  it('at once where the clock was ahead when it was solved, and then in its turn', () => {
    const ahead = attempt(90, 'passed');
    expect(reviewsDue([ahead], day(3))).toHaveLength(1);
    expect(reviewsDue([ahead, attempt(3, 'passed')], day(3))).toHaveLength(0);
    expect(reviewsDue([ahead, attempt(3, 'passed')], day(4))).toHaveLength(1);
  });
});
