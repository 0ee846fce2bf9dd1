import { describe, expect, it } from 'vitest';
import * as np from '../../../src/modules/numpy';
import { useFiles } from '../../../src/modules/numpy/io';
import { readRecording } from '../recording';

type Element = number | boolean | string;

/** What NumPy gave. */
type Expected =
  | { list: Expected[] }
  | { string: string }
  | { error: { name: string; message: string } }
  | { shape: number[]; dtype: string; values: Element[]; text: string };

interface Case {
  typescript: string;
  python: string;
  expected: Expected;
  /** Why it is not what NumPy gives, where that is so on purpose. */
  differs?: string;
}

const recording = readRecording<{ numpy: string; cases: Case[] }>('numpy');

const special: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
const decode = (element: Element) =>
  typeof element === 'string' ? (special[element] ?? NaN) : Number(element);

/** Sums in another order differ in the last digits of the type. */
const tolerance = (dtype: string) => (dtype === 'float32' ? 1e-6 : 1e-12);

function close(actual: number, expected: number, dtype: string): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  return Math.abs(actual - expected) <= tolerance(dtype) * Math.max(1, Math.abs(expected));
}

function compare(actual: unknown, expected: Expected): void {
  if ('list' in expected) {
    const list = actual as unknown[];
    expect(list).toHaveLength(expected.list.length);
    expected.list.forEach((part, i) => compare(list[i], part));
  } else if ('string' in expected) {
    expect(actual).toBe(expected.string);
  } else if ('shape' in expected) {
    compareArray(actual, expected);
  }
}

function compareArray(actual: unknown, expected: Extract<Expected, { shape: number[] }>): void {
  const array = actual instanceof np.NDArray ? actual : undefined;
  if (array) {
    expect([array.dtype, [...array.shape]]).toEqual([expected.dtype, expected.shape]);
  } else {
    // Where NumPy gives a scalar, a plain value of TypeScript.
    expect(expected.shape).toEqual([]);
    expect(typeof actual).toBe(expected.dtype === 'bool' ? 'boolean' : 'number');
  }
  const values = array ? Array.from(array.values(), Number) : [Number(actual)];
  const wrong = expected.values.findIndex(
    (value, i) => !close(values[i] ?? Infinity, decode(value), expected.dtype)
  );
  expect(wrong, `element ${wrong} of ${values} against ${expected.values}`).toBe(-1);
  // Digits beyond those compared may show, in single numbers and where all digits are printed.
  const exact = values.every(
    (value, i) => i >= expected.values.length || Object.is(value, decode(expected.values[i] ?? NaN))
  );
  if (array && exact) expect(String(array)).toBe(expected.text);
}

/** Files that were written, by name; each program begins with none. */
const written = new Map<string, ArrayBuffer>();
const text = (name: string) => new TextDecoder().decode(written.get(name));
const hex = (name: string) => Buffer.from(written.get(name) ?? new ArrayBuffer(0)).toString('hex');

useFiles({
  read: name => {
    const bytes = written.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`There is no ${name}`));
  },
  write: (name, bytes) => {
    written.set(name, bytes);
    return Promise.resolve(name);
  },
  list: () => Promise.resolve([...written.keys()])
});

async function run(source: string): Promise<unknown> {
  written.clear();
  return new Function('np', 'text', 'hex', `return (async () => ${source})()`)(np, text, hex);
}

async function agree({ typescript, expected }: Case): Promise<void> {
  if (!('error' in expected)) return compare(await run(typescript), expected);
  const { name, message } = expected.error;
  let thrown: unknown;
  try {
    await run(typescript);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(Error);
  expect(thrown).toMatchObject({ name, message });
}

describe(`against NumPy ${recording.numpy}`, () => {
  it.each(recording.cases.filter(({ differs }) => !differs))('$typescript', agree);
});

describe('what differs on purpose', () => {
  it.each(recording.cases.filter(({ differs }) => differs))('$typescript: $differs', async each => {
    await expect(agree(each)).rejects.toThrow();
  });
});
