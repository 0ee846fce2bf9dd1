import { describe, expect, it } from 'vitest';
import { opens, readPolicy } from '../../src/lesson/policy';

const nothing = { hintsLeft: 3, tries: 0, passed: false };

describe('a solution', () => {
  it.each([
    ['after hints', { hintsLeft: 0 }],
    ['after 3 tries', { tries: 3 }],
    ['after 1 try', { tries: 1 }],
    ['after passing', { passed: true }]
  ])('opens %s', (text, done) => {
    const policy = readPolicy(text) ?? expect.unreachable();
    expect(opens(policy, nothing)).toBe(false);
    expect(opens(policy, { ...nothing, ...done })).toBe(true);
  });

  it('that never opens stays shut also for who has passed', () => {
    const policy = readPolicy('never') ?? expect.unreachable();
    expect(opens(policy, { hintsLeft: 0, tries: 99, passed: true })).toBe(false);
    expect(readPolicy('after lunch')).toBeUndefined();
    expect(readPolicy('after 0 tries')).toBeUndefined();
  });
});
