import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromRuntime } from '../../src/protocol/runtime';
import { createConsole } from '../../src/runtime/console';
import { Output } from '../../src/runtime/output';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What a cell prints, by stream. */
function printed(run: (console: Console) => void): { stdout: string; stderr: string } {
  const text = { stdout: '', stderr: '' };
  const post = (message: FromRuntime) => {
    if (message.kind === 'stream') {
      text[message.name] += message.text;
    }
  };
  const output = new Output(post, globalThis);
  output.begin('request');
  run(createConsole(output));
  output.flush();
  return text;
}

describe('the console of a cell', () => {
  it('reports on stdout, and warns on stderr', () => {
    const text = printed(console => {
      console.log('a', 1);
      console.info({ b: [2] });
      console.warn('careful');
      console.error(new RangeError('too far'));
    });
    expect(text).toEqual({
      stdout: 'a 1\n{ b: [ 2 ] }\n',
      stderr: 'careful\nRangeError: too far\n'
    });
  });

  it('prints tables', () => {
    const { stdout } = printed(console => console.table([{ a: 1, b: 'x' }, { a: 20 }]));
    expect(stdout).toBe('(index)   a  b\n      0   1  x\n      1  20  –\n');
  });

  it('counts by label, and from the start again', () => {
    const { stdout } = printed(console => {
      console.count();
      console.count('a');
      console.count('a');
      console.countReset('a');
      console.count('a');
    });
    expect(stdout).toBe('default: 1\na: 1\na: 2\na: 1\n');
  });

  it('measures time by label', () => {
    const { stdout } = printed(console => {
      console.time('fit');
      vi.advanceTimersByTime(20);
      console.timeLog('fit', 'half');
      vi.advanceTimersByTime(20);
      console.timeEnd('fit');
      console.timeEnd('fit');
    });
    expect(stdout).toBe('fit: 20.0 ms half\nfit: 40.0 ms\nfit: no such timer\n');
  });

  it('indents what is in a group, every line of it', () => {
    const { stdout, stderr } = printed(console => {
      console.group('outer');
      console.log('a\nb');
      console.groupCollapsed('inner');
      console.warn('c');
      console.groupEnd();
      console.groupEnd();
      console.groupEnd();
      console.log('d');
    });
    expect(stdout).toBe('outer\n  a\n  b\n  inner\nd\n');
    expect(stderr).toBe('    c\n');
  });

  it('says what was asserted and does not hold', () => {
    const { stdout, stderr } = printed(console => {
      console.assert(true, 'fine');
      console.assert(1 > 2);
      console.assert(false, 'x is', 3);
    });
    expect(stdout).toBe('');
    expect(stderr).toBe('Assertion failed\nAssertion failed: x is 3\n');
  });
});
