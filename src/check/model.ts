import { compare, compareShape, subject, type CompareOptions } from './compare';
import { failed, type Failure } from './failure';
import { show } from './show';

/** What a model is to have; what is left out is not looked at. */
export interface ModelParts {
  /** The classes of its layers in their order, such as `Dense`; an input layer does not count. */
  layers?: readonly string[];
  /** How many numbers it learns. */
  parameters?: number;
  /** Shape of its input and output, without the batch. */
  input?: readonly number[];
  output?: readonly number[];
}

interface Layer {
  getClassName(): string;
}

interface Model {
  layers: Layer[];
  countParams(): number;
  inputs: { shape: (number | null)[] }[];
  outputs: { shape: (number | null)[] }[];
}

type Named = Pick<CompareOptions, 'name'>;

/** Compares a model of TensorFlow.js part by part: layers, then shapes, then parameters. */
export function compareModel(
  actual: unknown,
  { layers, parameters, input, output }: ModelParts,
  options: Named = {}
): Failure | undefined {
  const who = subject(options);
  if (!isModel(actual)) {
    return failed('wrong-type', `${who} is ${show(actual)}; a model is expected.`, {
      expected: 'a model',
      actual: show(actual)
    });
  }
  return (
    (layers && compareLayers(actual, layers, who)) ??
    (input && compareEnd(actual.inputs, input, `${who} takes an input that`)) ??
    (output && compareEnd(actual.outputs, output, `${who} gives an output that`)) ??
    (parameters === undefined
      ? undefined
      : compareParameters(actual.countParams(), parameters, who))
  );
}

/** What a training is held to. */
export interface BandOptions extends Named {
  atLeast?: number;
  atMost?: number;
  /** Seeds to train with; each of them has to come to lie in the band. */
  seeds?: readonly number[];
}

/**
 * Trains once for each seed, and compares what comes of it, such as the accuracy on data that was
 * not trained on, with a band. A chance result thus fails, and one of luck does not pass.
 */
export async function compareTrained(
  train: (seed: number) => unknown,
  { atLeast = -Infinity, atMost = Infinity, seeds = [1, 2, 3], ...options }: BandOptions
): Promise<Failure | undefined> {
  for (const seed of seeds) {
    const result = await train(seed);
    if (typeof result !== 'number') {
      return compare(result, atLeast, options);
    }
    if (!(result >= atLeast && result <= atMost)) {
      const wanted = result > atMost ? `at most ${show(atMost)}` : `at least ${show(atLeast)}`;
      return failed(
        'out-of-band',
        `${subject(options)} comes to ${show(result)} (seed ${seed}); ${wanted} is expected.`,
        { expected: wanted, actual: show(result) }
      );
    }
  }
  return undefined;
}

function isModel(value: unknown): value is Model {
  return (
    typeof value === 'object' &&
    value !== null &&
    'layers' in value &&
    Array.isArray(value.layers) &&
    'countParams' in value
  );
}

function compareLayers(
  model: Model,
  expected: readonly string[],
  who: string
): Failure | undefined {
  const found = model.layers
    .map(layer => layer.getClassName())
    .filter(name => name !== 'InputLayer');
  const length = Math.max(found.length, expected.length);
  const parts = Array.from({ length }, (_, index) => ({
    name: String(index),
    ...(expected[index] === undefined ? {} : { expected: expected[index] }),
    ...(found[index] === undefined ? {} : { actual: found[index] })
  }));
  const wrong = parts.filter(part => part.expected !== part.actual);
  return wrong.length === 0
    ? undefined
    : failed(
        'wrong-layers',
        `${who} has the layers ${found.join(', ') || 'none'}; ${expected.join(', ')} are expected.`,
        {
          expected: expected.join(', '),
          actual: found.join(', '),
          comparison: { kind: 'parts', parts: wrong }
        }
      );
}

function compareEnd(
  ends: Model['inputs'],
  expected: readonly number[],
  who: string
): Failure | undefined {
  const shape = ends[0]?.shape.slice(1).map(length => length ?? -1) ?? [];
  const wrong = compareShape({ shape }, expected);
  return wrong && { ...wrong, message: wrong.message.replace('The result', who) };
}

function compareParameters(found: number, expected: number, who: string): Failure | undefined {
  return found === expected
    ? undefined
    : failed('wrong-parameters', `${who} learns ${found} numbers; ${expected} are expected.`, {
        expected: `${expected} parameters`,
        actual: `${found} parameters`
      });
}
