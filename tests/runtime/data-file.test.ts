import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromRuntime, OnProgress } from '../../src/protocol/runtime';
import { dataFile } from '../../src/runtime/data-file';
import { Displays } from '../../src/runtime/displays';
import { Output } from '../../src/runtime/output';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A cell that asks for a file whose bytes come as the test says. */
function asking() {
  const shown: { request: string; text: string }[] = [];
  const output = new Output((message: FromRuntime) => {
    if (message.kind === 'display') {
      shown.push({ request: message.request, text: String(message.data['text/plain']) });
    }
  }, globalThis);
  output.begin('cell');
  const displays = new Displays(output, globalThis);
  const { promise, resolve, reject } = Promise.withResolvers<ArrayBuffer>();
  let come: OnProgress = () => undefined;
  const files = {
    get: (_: string, onProgress?: OnProgress) => {
      come = onProgress ?? come;
      return promise;
    }
  };
  const file = dataFile(files, displays, 'digits.bin.gz', 'MNIST digits');
  return { shown, displays, file, resolve, reject, come };
}

describe('a data set that is loaded', () => {
  it('shows how far it is under the cell that asked, once it takes its time', async () => {
    const { shown, displays, file, resolve, come } = asking();
    come(100_000, 1_100_000);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(300);
    come(500_000, 1_100_000);
    vi.advanceTimersByTime(200);
    come(1_100_000, 1_100_000);
    resolve(new ArrayBuffer(3));
    expect((await file).byteLength).toBe(3);
    await displays.settle();
    expect(new Set(shown.map(({ request }) => request))).toEqual(new Set(['cell']));
    expect(shown[0]?.text).toContain('MNIST digits (kB)');
    expect(shown.at(-1)?.text).toContain('1100 / 1100 · 100 %');
  });

  it('shows nothing where it is there at once', async () => {
    const { shown, displays, file, resolve, come } = asking();
    come(1_100_000, 1_100_000);
    resolve(new ArrayBuffer(3));
    await file;
    await displays.settle();
    expect(shown).toEqual([]);
  });

  it('passes on why it could not be loaded', async () => {
    const { file, reject } = asking();
    reject(new Error('digits could not be loaded (503 Service Unavailable).'));
    await expect(file).rejects.toThrow('503');
  });
});
