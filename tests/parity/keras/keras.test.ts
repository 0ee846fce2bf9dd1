import { describe, expect, it } from 'vitest';
import { keras, tf } from '../../modules/keras/keras';
import { quantile } from '../../../src/modules/numpy';
import { readRecording } from '../recording';

/** What Keras gave. */
type Expected =
  | { text: string }
  | { plain: boolean | null }
  | { map: Record<string, Expected> }
  | { list: Expected[] }
  | { shape: number[]; values: number[] }
  | { error: { name: string; message: string } };

interface Case {
  python: string;
  typescript: string;
  expected: Expected;
  /** How far numbers may be apart, relative to the greatest of them. */
  rtol?: number;
  atol?: number;
  /** Why we do otherwise on purpose. */
  differs?: string;
}

const { cases } = readRecording<{ cases: Case[] }>('keras');

type Model = ReturnType<typeof keras.Model>;

const sizeOf = (shape: readonly number[]) => shape.reduce((size, n) => size * n, 1);

/** What the programs use: the same as in record.py. */
const scope = {
  keras,
  data: (shape: number[], phase = 0, scale = 1) =>
    tf.tensor(
      Float32Array.from({ length: sizeOf(shape) }, (_, i) => scale * Math.sin(i * 1.7 + phase)),
      shape
    ),
  labels: (count: number, classes: number) =>
    Array.from({ length: count }, (_, i) => (7 * i + 3 * Math.floor(i / 5)) % classes),
  positive: (shape: number[], phase = 0) =>
    tf.add(tf.mul(tf.abs(scope.data(shape, phase)), Math.fround(0.9)), Math.fround(0.05)),
  words: () =>
    tf.tensor([
      [1, 2, 0, 0],
      [3, 3, 1, 0]
    ]),
  fill: (model: Model) => {
    model.setWeights(
      model.weights.map((weight, i) =>
        weight.name.includes('variance')
          ? scope.positive(weight.shape as number[], i)
          : scope.data(weight.shape as number[], i, 0.5)
      )
    );
    return model;
  },
  net: (layer: ReturnType<typeof keras.layers.Dense>, shape: number[]) => {
    const input = keras.Input(shape);
    return scope.fill(keras.Model(input, layer(input)));
  },
  stats: (values: { dataSync(): Float32Array }) => {
    const all = Array.from(values.dataSync());
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    const spread = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length;
    return [mean, Math.sqrt(spread), quantile(all.map(Math.abs), 0.99)];
  },
  summary: (model: Model) => model.summaryText()
};

const AsyncFunction = (async () => undefined).constructor as new (
  ...args: string[]
) => (...values: unknown[]) => Promise<unknown>;

const run = (program: string): Promise<unknown> =>
  new AsyncFunction(...Object.keys(scope), program)(...Object.values(scope));

/** Numbers as Python's `asarray` would have them. */
function numbersOf(value: unknown): { shape: number[]; values: number[] } {
  if (value instanceof tf.Tensor)
    return { shape: value.shape, values: Array.from(value.dataSync()) };
  expect(value).toBeTypeOf('number');
  return { shape: [], values: [value as number] };
}

function compare(actual: unknown, expected: Expected, { rtol = 1e-5, atol = 1e-6 }: Case): void {
  const again = (part: unknown, of: Expected) => compare(part, of, { rtol, atol } as Case);
  if ('text' in expected) {
    expect(actual).toBe(expected.text);
  } else if ('plain' in expected) {
    expect(actual).toBe(expected.plain);
  } else if ('map' in expected) {
    expect(Object.keys(actual as object).sort()).toEqual(Object.keys(expected.map).sort());
    for (const [name, of] of Object.entries(expected.map)) {
      again((actual as Record<string, unknown>)[name], of);
    }
  } else if ('list' in expected) {
    expect(actual).toHaveLength(expected.list.length);
    expected.list.forEach((of, i) => again((actual as unknown[])[i], of));
  } else if ('values' in expected) {
    const { shape, values } = numbersOf(actual);
    expect(shape).toEqual(expected.shape);
    const most = Math.max(...expected.values.map(Math.abs).filter(Number.isFinite), 0);
    values.forEach((value, i) => {
      const apart = Math.abs(value - (expected.values[i] ?? NaN));
      expect(apart, `${value} at ${i}, Keras gave ${expected.values[i]}`).toBeLessThanOrEqual(
        atol + rtol * Math.max(most, 1e-30)
      );
    });
  }
}

describe('Keras 3 gives the same', () => {
  it.each(cases.map((each, i) => [`${i} ${each.python}`, each] as const))('%s', async (_, each) => {
    keras.utils.clearSession();
    keras.utils.setRandomSeed(1);
    const { expected, differs } = each;
    if ('error' in expected) {
      const thrown: unknown = await run(each.typescript).then(
        () => undefined,
        (error: unknown) => error
      );
      expect(thrown).toBeInstanceOf(Error);
      const { name, message } = thrown as Error;
      expect(name).toBe(expected.error.name);
      if (differs) expect(message.startsWith(expected.error.message)).toBe(false);
      else expect(message.slice(0, expected.error.message.length)).toBe(expected.error.message);
      return;
    }
    compare(await run(each.typescript), expected, each);
  });

  it('for every export', () => {
    const programs = cases.map(({ typescript }) => typescript).join('\n');
    const names = Object.entries(keras).flatMap(([name, value]) =>
      typeof value === 'object'
        ? Object.entries(value as object).flatMap(([inner, each]) =>
            each !== null && typeof each === 'object' && !('call' in each)
              ? Object.keys(each as object).map(last => `${name}.${inner}.${last}`)
              : [`${name}.${inner}`]
          )
        : [name]
    );
    const missing = names.filter(
      name => !new RegExp(`keras\\.${name.replaceAll('.', '\\.')}\\b`).test(programs)
    );
    // Classes to derive from: there is nothing in them to compare.
    expect(missing).toEqual(['callbacks.Callback', 'metrics.Metric', 'optimizers.Optimizer']);
  });
});
