import { YFile } from '@jupyter/ydoc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replacementsOf, type DeltaStep, type Replacement } from '../../src/editor/delta';

const applied = (text: string, replacements: readonly Replacement[]): string =>
  [...replacements]
    .reverse()
    .reduce((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), text);

test('places are counted in the text before the change', () => {
  const delta = [{ retain: 2 }, { insert: 'ab' }, { retain: 3 }, { delete: 1 }, { insert: 'c' }];
  expect(replacementsOf(delta)).toEqual([
    { start: 2, end: 2, text: 'ab' },
    { start: 5, end: 6, text: 'c' }
  ]);
  expect(applied('0123456', replacementsOf(delta))).toBe('01ab234c6');
});

test('what is put in before what is taken away at one place is one change', () => {
  expect(replacementsOf([{ insert: 'x' }, { delete: 2 }])).toEqual([
    { start: 0, end: 2, text: 'x' }
  ]);
});

test('any edits of a shared text lead to the same text', () => {
  const edit = fc.record({
    start: fc.nat(20),
    length: fc.nat(5),
    text: fc.string({ unit: 'grapheme', maxLength: 4 })
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(edit, { maxLength: 5 }), (before, edits) => {
      const shared = YFile.create();
      shared.setSource(before);
      const deltas: DeltaStep[][] = [];
      shared.changed.connect((_, { sourceChange }) => {
        deltas.push((sourceChange ?? []) as DeltaStep[]);
      });
      shared.transact(() => {
        for (const { start, length, text } of edits) {
          const from = Math.min(start, shared.getSource().length);
          shared.updateSource(from, Math.min(from + length, shared.getSource().length), text);
        }
      });
      const after = deltas.reduce((text, delta) => applied(text, replacementsOf(delta)), before);
      expect(after).toBe(shared.getSource());
      shared.dispose();
    })
  );
});
