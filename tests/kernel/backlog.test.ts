import { describe, expect, it, vi } from 'vitest';
import { Backlog } from '../../src/kernel/backlog';

function backlog() {
  const sent: number[] = [];
  const flooded = vi.fn();
  const backlog = new Backlog<number>(message => sent.push(message), flooded);
  return { backlog, sent, flooded };
}

describe('the messages of a worker', () => {
  it('are passed on at once while the page keeps up', () => {
    const { backlog: waiting, sent } = backlog();
    for (let i = 0; i < 1000; i++) {
      waiting.add(i);
      waiting.taken(1);
    }
    expect(sent).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('wait their turn, in order, while the page is busy', () => {
    const { backlog: waiting, sent, flooded } = backlog();
    for (let i = 0; i < 2000; i++) {
      waiting.add(i);
    }
    expect(sent).toHaveLength(256);
    waiting.taken(100);
    expect(sent).toHaveLength(356);
    waiting.taken(256);
    waiting.taken(5000);
    expect(sent).toEqual(Array.from({ length: 2000 }, (_, i) => i));
    expect(flooded).not.toHaveBeenCalled();
  });

  it('end with the worker where they are more than the page can ever take', () => {
    const { backlog: waiting, sent, flooded } = backlog();
    for (let i = 0; i < 100_000; i++) {
      waiting.add(i);
    }
    expect(flooded).toHaveBeenCalledTimes(1);
    waiting.taken(256);
    expect(sent).toHaveLength(256);
  });
});
