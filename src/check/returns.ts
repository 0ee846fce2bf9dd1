import { compare, subject, type CompareOptions } from './compare';
import { failed, type Failure } from './failure';
import { show } from './show';

/** One call of a function, and what it is to give. */
export interface Case {
  args: readonly unknown[];
  returns: unknown;
}

/**
 * Compares what a function returns for several inputs, in their order. It may be async. What it
 * throws is thrown on, as an error of the learner's code.
 */
export async function compareReturns(
  actual: unknown,
  cases: readonly Case[],
  options: CompareOptions = {}
): Promise<Failure | undefined> {
  const who = subject(options);
  if (typeof actual !== 'function') {
    return failed('not-a-function', `${who} is ${show(actual)}; a function is expected.`, {
      expected: 'a function',
      actual: show(actual)
    });
  }
  for (const { args, returns } of cases) {
    const returned: unknown = await Reflect.apply(actual, undefined, args);
    const wrong = compare(returned, returns, options);
    if (wrong) {
      const call = `${options.name ?? 'f'}(${args.map(show).join(', ')})`;
      const message =
        returned === undefined
          ? `\`${call}\` returns nothing; ${show(returns)} is expected. Is a \`return\` missing?`
          : `\`${call}\` returns ${show(returned)}; ${show(returns)} is expected.`;
      return { ...wrong, message };
    }
  }
  return undefined;
}
