import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as np from '../../../src/modules/numpy';
import { useFiles } from '../../../src/modules/numpy/io';
import { readRecording } from '../recording';

/** What NumPy wrote, in base64, and what it read from `ours.npz`. */
interface Files {
  written: Record<string, string>;
  read: Record<string, { shape: number[]; dtype: string; values: unknown[] }>;
}

const { files } = readRecording<{ files: Files }>('numpy');
const bytesOf = (name: string) => new Uint8Array(Buffer.from(files.written[name] ?? '', 'base64'));
const written = new Map<string, ArrayBuffer>();
useFiles({
  read: name => Promise.resolve(written.get(name) ?? bytesOf(name).buffer),
  write: (name, bytes) => {
    written.set(name, bytes);
    return Promise.resolve(`intro-files/${name}`);
  },
  list: () => Promise.resolve([])
});

const matrix = [
  [0, 1, 2],
  [3, 4, 5]
];

describe('files that NumPy wrote', () => {
  it('are read: several arrays, compressed or not', async () => {
    const { x, mask } = await np.load('plain.npz');
    expect([x?.dtype, x?.tolist(), mask?.dtype, mask?.tolist()]).toEqual([
      'int64',
      [1, 2, 3],
      'bool',
      [
        [false, false, false],
        [true, true, true]
      ]
    ]);
    const { arr_0, arr_1 } = await np.load('compressed.npz');
    expect([arr_0?.tolist(), arr_1?.dtype, arr_1?.shape]).toEqual([matrix, 'float32', [500]]);
  });

  it.each(['columns.npy', 'big-endian.npy', 'version-2.npy'])('are read: %s', async name => {
    const array = await np.load(name);
    expect([array.dtype, array.tolist()]).toEqual(['float64', matrix]);
  });

  it('are refused by the type that they hold', async () => {
    await expect(np.load('texts.npy')).rejects.toThrow("elements of '<U1'");
  });
});

describe('files that we wrote', () => {
  // The arrays in `ours.npz`, from which NumPy read what the recording says.
  const arrays = {
    floats: np.array([1.5, -0, NaN, Infinity]),
    small: np.array([[0.1, 0.2]], { dtype: 'float32' }),
    whole: np.arange(6).reshape(2, 3).T,
    bytes: np.array([0, 255], { dtype: 'uint8' }),
    mask: np.array([true, false]),
    alone: np.array(7)
  };

  it('are those that NumPy read', async () => {
    await np.savez('ours', arrays);
    const committed = readFileSync(path.join(import.meta.dirname, 'ours.npz'));
    expect(Buffer.from(written.get('ours.npz') ?? new ArrayBuffer(0)).equals(committed)).toBe(true);
  });

  it.each(Object.entries(arrays))('are read by NumPy as they are: %s', (name, array) => {
    const read = files.read[name];
    const values = [...array.values()].map(value =>
      Number.isFinite(Number(value))
        ? Number(value)
        : String(value).replace('Infinity', 'inf').toLowerCase()
    );
    expect([read?.dtype, read?.shape]).toEqual([array.dtype, array.shape]);
    expect(read?.values.map(value => (typeof value === 'string' ? value : Number(value)))).toEqual(
      values
    );
  });
});

describe('a file of this session', () => {
  it('is found by the name it was written under, wherever it lies', async () => {
    expect(await np.save('squares', [1, 4, 9])).toBe('intro-files/squares.npy');
    written.set('intro-files/squares.npy', written.get('squares.npy') ?? new ArrayBuffer(0));
    written.delete('squares.npy');
    expect((await np.load('squares.npy')).tolist()).toEqual([1, 4, 9]);
  });
});
