import type { Completion, Completions } from '../protocol/language';

/**
 * The completions that a front end of Jupyter can show beside a begun word: it looks itself for
 * none among them, and can only put a text in the place of the word.
 */
export function fitting(code: string, { range, items }: Completions): Completion[] {
  const begun = code.slice(range.start, range.end).toLowerCase();
  return items.filter(
    item => !item.source && !item.range && item.name.toLowerCase().startsWith(begun)
  );
}
