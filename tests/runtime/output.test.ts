import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromRuntime } from '../../src/protocol/runtime';
import { Output } from '../../src/runtime/output';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function outputOf(request: string) {
  const sent: FromRuntime[] = [];
  const output = new Output(message => sent.push(message), globalThis);
  output.begin(request);
  const count = (kind: FromRuntime['kind']) => sent.filter(message => message.kind === kind).length;
  return { output, sent, count };
}

describe('a cell that shows values in a loop', () => {
  it('has some left out, and is told so once', () => {
    const { output, sent, count } = outputOf('a');
    for (let i = 0; i < 5000; i++) {
      output.display({ 'text/plain': String(i) }, String(i), false);
    }
    expect(count('display')).toBe(1000);
    expect(sent.at(-1)).toEqual({ kind: 'notice', request: 'a', notice: { id: 'outputsLeftOut' } });
    expect(count('notice')).toBe(1);
  });

  it('is told again where it has cleared what it was told', () => {
    const { output, sent } = outputOf('a');
    for (let i = 0; i < 20_000; i++) {
      output.clear(true);
      output.display({ 'text/plain': String(i) }, String(i), false);
      vi.advanceTimersByTime(0.1);
    }
    const lastClear = sent.findLastIndex(({ kind }) => kind === 'clearOutput');
    expect(sent.findLastIndex(({ kind }) => kind === 'notice')).toBeGreaterThan(lastClear);
    expect(sent.length).toBeLessThan(2500);
  });

  it('may go on at a pace that the page can keep', () => {
    const { output, count } = outputOf('a');
    for (let i = 0; i < 3000; i++) {
      output.clear(true);
      output.display({ 'text/plain': String(i) }, String(i), false);
      vi.advanceTimersByTime(20);
    }
    expect(count('display')).toBe(3000);
    expect(count('notice')).toBe(0);
  });

  it('starts afresh with the next run', () => {
    const { output, count } = outputOf('a');
    for (const request of ['a', 'b']) {
      output.begin(request);
      for (let i = 0; i < 1000; i++) {
        output.display({ 'text/plain': '' }, String(i), false);
      }
    }
    expect(count('display')).toBe(2000);
  });
});

describe('a cell that prints very much', () => {
  const streams = (sent: FromRuntime[]) =>
    sent.map(message => (message.kind === 'stream' ? message.text : '')).join('');

  it('has its beginning and its end shown, and is told what is left out', () => {
    const { output, sent, count } = outputOf('a');
    for (let i = 1; i <= 100_000; i++) {
      output.print('stdout', `${i}\n`);
    }
    expect(streams(sent)).toMatch(/^1\n2\n[^]*\n2000\n$/);
    expect(sent.at(-1)).toMatchObject({ notice: { id: 'outputCut' } });
    output.end();
    expect(streams(sent)).toMatch(/\n2000\n99901\n99902\n[^]*\n100000\n$/);
    const leftOut = { id: 'linesLeftOut', lines: 97_900 };
    expect(sent.at(-2)).toEqual({ kind: 'notice', request: 'a', notice: leftOut });
    expect(count('notice')).toBe(2);
  });

  it('has its end shown where it prints without an end of line', () => {
    const { output, sent } = outputOf('a');
    for (let i = 0; i < 30; i++) {
      output.print('stdout', 'x'.repeat(50_000));
    }
    output.print('stdout', 'the end');
    output.end();
    expect(streams(sent)).toMatch(/the end$/);
    expect(streams(sent).length).toBeLessThan(1_100_000);
  });

  it('keeps apart what goes to stdout and to stderr', () => {
    const { output, sent } = outputOf('a');
    output.print('stdout', 'line\n'.repeat(6_000));
    output.print('stderr', 'oh\n');
    output.end();
    expect(sent.at(-1)).toMatchObject({ kind: 'stream', name: 'stderr', text: 'oh\n' });
  });

  it('may print as much again when it runs again', () => {
    const { output, sent, count } = outputOf('a');
    output.print('stdout', 'line\n'.repeat(2_000));
    output.begin('b');
    output.print('stdout', 'line\n'.repeat(2_000));
    output.end();
    expect(streams(sent)).toHaveLength(20_000);
    expect(count('notice')).toBe(0);
  });
});
