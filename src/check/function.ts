import type * as fastCheck from 'fast-check';
import { compare, subject, type CompareOptions } from './compare';
import { failed, type Failure } from './failure';
import { show } from './show';

/** Makes inputs: the library's own words, as in `fc => fc.tuple(fc.integer(), fc.string())`. */
export type Inputs<Args extends unknown[]> = (fc: typeof fastCheck) => fastCheck.Arbitrary<Args>;

/** How a function is tried. */
export interface FunctionOptions<Args extends unknown[]> extends CompareOptions {
  inputs: Inputs<Args>;
  /** Inputs that are tried before any other. */
  examples?: readonly Args[];
  /** How many inputs are tried; 100 where left out. */
  runs?: number;
  /** The same seed makes the same inputs; 1 where left out. */
  seed?: number;
}

/** Errors that end a check, and are not the learner's. */
const ENDS = ['OutOfTime', 'Interrupted'];

/**
 * Compares a function with a reference on many made-up inputs. The message shows the smallest
 * input on which they differ. Both may be async; neither may change its arguments. The library
 * that makes the inputs is loaded only here.
 */
export async function compareFunction<Args extends unknown[]>(
  actual: unknown,
  reference: (...args: Args) => unknown,
  { inputs, examples = [], runs = 100, seed = 1, ...options }: FunctionOptions<Args>
): Promise<Failure | undefined> {
  if (typeof actual !== 'function') {
    return failed(
      'not-a-function',
      `${subject(options)} is ${show(actual)}; a function is expected.`,
      { expected: 'a function', actual: show(actual) }
    );
  }
  const tryOn = async (args: Args): Promise<Failure | undefined> => {
    const call = `${options.name ?? 'f'}(${args.map(show).join(', ')})`;
    const expected = await reference(...args);
    let returned: unknown;
    try {
      returned = await Reflect.apply(actual, undefined, args);
    } catch (error) {
      return threw(error, call, show(expected));
    }
    const wrong = compare(returned, expected, options);
    return wrong && { ...wrong, message: messageOf(call, returned, expected, wrong) };
  };
  const fc = await import('fast-check');
  const property = fc.asyncProperty(inputs(fc), async args => (await tryOn(args)) === undefined);
  const tried = await fc.check(property, {
    numRuns: runs,
    seed,
    examples: examples.map(args => [args] as [Args])
  });
  return tried.counterexample ? tryOn(tried.counterexample[0]) : undefined;
}

function threw(error: unknown, call: string, expected: string): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (ENDS.includes(name)) {
    throw error;
  }
  return failed('throws', `\`${call}\` ends by ${name}: ${message}; ${expected} is expected.`, {
    expected,
    actual: `${name}: ${message}`
  });
}

function messageOf(call: string, returned: unknown, expected: unknown, wrong: Failure): string {
  if (returned === undefined) {
    return `\`${call}\` returns nothing; ${show(expected)} is expected. Is a \`return\` missing?`;
  }
  return wrong.id === 'wrong-values'
    ? `\`${call}\` returns ${show(returned)}; ${show(expected)} is expected.`
    : wrong.message.replace(/^\S+ `?\w*`?/, `What \`${call}\` returns`);
}
