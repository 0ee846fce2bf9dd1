import type { Completion, Completions } from '../protocol/language';

/**
 * The completions that a front end of Jupyter can show beside a begun word: it looks itself for
 * none among them, and can only put a text in the place of the word.
 *
 * @param imports whether names that are still to be imported are among them
 */
export function fitting(
  code: string,
  { range, items }: Completions,
  { imports = false } = {}
): Completion[] {
  const begun = code.slice(range.start, range.end).toLowerCase();
  return items.filter(
    ({ name, source, range: own }) =>
      (imports || !source) && !own && name.toLowerCase().startsWith(begun)
  );
}
