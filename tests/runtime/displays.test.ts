import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromRuntime } from '../../src/protocol/runtime';
import { Displays } from '../../src/runtime/displays';
import { Output } from '../../src/runtime/output';
import { createProgress } from '../../src/runtime/progress';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What a cell shows, as the page gets it. */
function cell() {
  const shown: { text: string; html: string; update: boolean; id: string }[] = [];
  const post = (message: FromRuntime) => {
    if (message.kind === 'display') {
      const { data, update, displayId: id } = message;
      const html = String(data['text/html'] ?? '');
      shown.push({ text: String(data['text/plain']), html, update, id });
    }
  };
  const output = new Output(post, globalThis);
  output.begin('request');
  const displays = new Displays(output, globalThis);
  return { shown, displays, display: displays.display, progress: createProgress(displays) };
}

describe('a display', () => {
  it('is updated in its place, ten times a second at most, the last one always', async () => {
    const { shown, displays, display } = cell();
    const handle = display('start');
    for (let i = 1; i <= 1000; i++) {
      void handle.update(i);
      vi.advanceTimersByTime(1);
    }
    await displays.settle();
    const updates = shown.filter(({ update }) => update);
    expect(updates.length).toBeGreaterThan(8);
    expect(updates.length).toBeLessThan(13);
    expect(updates.at(-1)?.text).toBe('1000');
    expect(new Set(shown.map(({ id }) => id)).size).toBe(1);
  });

  it('keeps its place among displays that take longer to make', async () => {
    const { shown, displays, display } = cell();
    const slow = { later: true };
    const { registerFormatter } = await import('../../src/runtime/display');
    registerFormatter({
      matches: (value): value is object => value === slow,
      render: async () => ({ 'text/plain': 'slow' })
    });
    display('first');
    display(slow);
    display('last');
    await displays.settle();
    expect(shown.map(({ text }) => text)).toEqual(["'first'", 'slow', "'last'"]);
  });
});

describe('a progress bar', () => {
  it('passes on what it is given and ends full', async () => {
    const { shown, displays, progress } = cell();
    const seen: string[] = [];
    for (const letter of progress(['a', 'b', 'c'], { label: 'Letters' })) {
      seen.push(letter);
      vi.advanceTimersByTime(2000);
    }
    await displays.settle();
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(shown.map(({ text }) => text)).toEqual([
      'Letters ░░░░░░░░░░░░░░░░░░░░ 0 / 3 · 0 % · 0.0 s',
      'Letters ██████░░░░░░░░░░░░░░ 1 / 3 · 33 % · 2.0 s',
      'Letters █████████████░░░░░░░ 2 / 3 · 66 % · 4.0 s',
      'Letters ████████████████████ 3 / 3 · 100 % · 6.0 s'
    ]);
    expect(shown.at(-1)?.html).toContain(
      '<progress aria-label="Letters" value="3" max="3"></progress>'
    );
  });

  it('is quick for a loop of many steps, and draws ten times a second at most', async () => {
    const { shown, displays, progress } = cell();
    let sum = 0;
    for (const i of progress(100_000)) {
      sum += i;
      if (i % 100 === 0) {
        vi.advanceTimersByTime(1);
      }
    }
    await displays.settle();
    expect(sum).toBe(4_999_950_000);
    expect(shown.length).toBeLessThan(13);
    expect(shown.at(-1)?.text).toContain('100000 / 100000');
  });

  it('stays where a loop was left', async () => {
    const { shown, displays, progress } = cell();
    const loop = () => {
      for (const i of progress(new Set([1, 2, 3, 4]))) {
        if (i === 3) {
          throw new Error('enough');
        }
      }
    };
    expect(loop).toThrow('enough');
    await displays.settle();
    expect(shown.at(-1)?.text).toContain('2 / 4 · 50 %');
  });

  it('counts where nobody knows how many there will be', async () => {
    vi.useRealTimers();
    const { shown, displays, progress } = cell();
    async function* batches() {
      yield 'a';
      yield 'b';
    }
    const seen: string[] = [];
    for await (const batch of progress(batches())) {
      seen.push(batch);
    }
    await displays.settle();
    expect(seen).toEqual(['a', 'b']);
    expect(shown.at(-1)?.text).toMatch(/^2 · 0\.\d s$/);
    expect(shown.at(-1)?.html).toMatch(/<progress aria-label="2 · 0\.\d s"><\/progress>/);
  });
});

describe('training', () => {
  it('shows its epochs with loss and metrics, and a chart of them', async () => {
    vi.useRealTimers();
    const tf = await import('@tensorflow/tfjs');
    await tf.setBackend('cpu');
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['mae'] });
    const { shown, displays, progress } = cell();
    const x = tf.tensor2d([0, 1, 2, 3], [4, 1]);
    await model.fit(x, x.mul(2), { epochs: 3, verbose: 0, callbacks: progress.fit(3) });
    await displays.settle();
    const bars = shown.filter(({ html }) => html.includes('<progress'));
    expect(bars.at(-1)?.text).toMatch(/3 \/ 3 · 100 % · .* s · loss [\d.]+ · mae [\d.]+/);
    expect(shown.at(-1)?.text ?? '').toMatch(/Vega-Lite: line \+ line, 6 rows|3 \/ 3/);
    expect(shown.some(({ text }) => text === 'Vega-Lite: line + line, 6 rows')).toBe(true);
  });
});
