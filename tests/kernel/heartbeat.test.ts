import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Heartbeat } from '../../src/kernel/heartbeat';

const silent = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  silent.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a frame that answers is left alone', () => {
  const heartbeat = new Heartbeat(() => heartbeat.answered(), silent);
  heartbeat.start();
  vi.advanceTimersByTime(60_000);
  expect(silent).not.toHaveBeenCalled();
});

test('a frame that falls silent is noticed within seconds, once', () => {
  const heartbeat = new Heartbeat(() => undefined, silent);
  heartbeat.start();
  vi.advanceTimersByTime(3000);
  expect(silent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(silent).toHaveBeenCalledOnce();
});

test('nobody is asked while no cell runs', () => {
  const ping = vi.fn();
  const heartbeat = new Heartbeat(ping, silent);
  heartbeat.start();
  heartbeat.stop();
  vi.advanceTimersByTime(60_000);
  expect(ping).not.toHaveBeenCalled();
});
