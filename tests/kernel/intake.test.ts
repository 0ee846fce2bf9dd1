import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Intake } from '../../src/kernel/intake';

const upTo = (end: number) => Array.from({ length: end }, (_, i) => i);

function intake() {
  const taken: number[] = [];
  const flooded = vi.fn();
  const intake = new Intake<number>(message => taken.push(message), flooded);
  return { intake, taken, flooded };
}

describe('the messages of a worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are taken at once while the page has its turns', () => {
    const { intake: messages, taken } = intake();
    for (let i = 0; i < 1000; i++) {
      messages.add(i);
      expect(taken).toHaveLength(i + 1);
      vi.runAllTimers();
    }
    expect(taken).toEqual(upTo(1000));
  });

  it('wait their turn, in order, where too many come in a row', () => {
    const { intake: messages, taken, flooded } = intake();
    upTo(2000).forEach(i => messages.add(i));
    expect(taken).toHaveLength(256);
    vi.advanceTimersToNextTimer();
    expect(taken).toHaveLength(512);
    vi.runAllTimers();
    expect(taken).toEqual(upTo(2000));
    expect(flooded).not.toHaveBeenCalled();
  });

  it('end with the worker where they are more than the page can ever take', () => {
    const { intake: messages, taken, flooded } = intake();
    upTo(100_000).forEach(i => messages.add(i));
    vi.runAllTimers();
    expect(flooded).toHaveBeenCalledTimes(1);
    expect(taken).toHaveLength(256);
  });
});
