import type { Replacement } from './delta';

/**
 * Whether a change begins a step of its own, so that one undo takes back what a person would call
 * one thing: a word, a paste, a new line, and not all that was typed without a pause.
 *
 * @param before the text before the change
 * @param last the change before, with its place after it was made
 */
export function beginsStep(
  before: string,
  changes: readonly Replacement[],
  last: Replacement | undefined
): boolean {
  const [change] = changes;
  if (!change || !last || changes.length > 1) {
    return true;
  }
  const { start, end, text } = change;
  if (text.length > 1) {
    return true;
  }
  if (text === '') {
    // Taking away goes on where it was, with Backspace or with Delete.
    const goesOn = last.text === '' && (end === last.start || start === last.start);
    return !goesOn;
  }
  const goesOn = start === end && last.text.length <= 1 && start === last.start + last.text.length;
  if (!goesOn || last.text === '') {
    return true;
  }
  const previous = before[start - 1] ?? '\n';
  return text === '\n' || (/\s/.test(previous) && !/\s/.test(text));
}
