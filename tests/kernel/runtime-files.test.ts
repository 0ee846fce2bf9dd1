import { afterEach, expect, it, vi } from 'vitest';
import { RuntimeFiles } from '../../src/kernel/runtime-files';

afterEach(() => vi.unstubAllGlobals());

const manifest = {
  entry: 'runtime.1.mjs',
  frame: 'frame.1.mjs',
  chunks: [],
  wasm: {},
  data: { 'digits.bin.gz': { file: 'digits.1.bin.packed', size: 6 } }
};

/** A server that sends a body in pieces. */
function serve(...pieces: string[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: URL) => {
    asked.push(address.href);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        pieces.forEach(piece => controller.enqueue(new TextEncoder().encode(piece)));
        controller.close();
      }
    });
    return Promise.resolve(new Response(body));
  });
  return asked;
}

const textOf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);

it('says of a data set how many bytes have come, and fetches it once', async () => {
  const asked = serve('ab', 'cdef');
  const files = new RuntimeFiles('https://lessons.example/runtime/', manifest);
  const come: [number, number][] = [];
  const get = () => files.get('digits.bin.gz', (...heard) => come.push(heard));
  expect(textOf(await get())).toBe('abcdef');
  expect(textOf(await get())).toBe('abcdef');
  expect(come).toEqual([
    [2, 6],
    [6, 6]
  ]);
  expect(asked).toEqual(['https://lessons.example/runtime/digits.1.bin.packed']);
});

it('gives no file that is not of the runtime', async () => {
  serve('secret');
  const files = new RuntimeFiles('https://lessons.example/runtime/', manifest);
  await expect(files.get('../secret')).rejects.toThrow('is not a file of Lessonbook');
});
