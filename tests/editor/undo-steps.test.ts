import { expect, test } from 'vitest';
import type { Replacement } from '../../src/editor/delta';
import { beginsStep } from '../../src/editor/undo-steps';

/** The text after each step that these keys make; `<` is Backspace. */
function steps(keys: string, before = ''): string[] {
  let text = before;
  let last: Replacement | undefined;
  const seen: string[] = [];
  for (const key of keys) {
    const end = text.length;
    const change = key === '<' ? { start: end - 1, end, text: '' } : { start: end, end, text: key };
    if (beginsStep(text, [change], last)) {
      seen.push(text);
    }
    text = text.slice(0, change.start) + change.text;
    last = change;
  }
  return [...seen, text];
}

test('words and lines are steps of their own', () => {
  expect(steps('const a = 1;\nb')).toEqual([
    '',
    'const ',
    'const a ',
    'const a = ',
    'const a = 1;',
    'const a = 1;\n',
    'const a = 1;\nb'
  ]);
});

test('taking away is one step, and typing after it another', () => {
  expect(steps('ab<<c')).toEqual(['', 'ab', '', 'c']);
});

test('a paste, a jump and several cursors begin a step', () => {
  const typed = { start: 0, end: 0, text: 'a' };
  expect(beginsStep('a', [{ start: 1, end: 1, text: 'pasted' }], typed)).toBe(true);
  expect(beginsStep('a', [{ start: 0, end: 0, text: 'b' }], typed)).toBe(true);
  expect(beginsStep('a', [typed, { start: 1, end: 1, text: 'a' }], typed)).toBe(true);
});
