import { expect, test } from 'vitest';
import { hexOf, readableOn } from '../../src/editor/colours';
import { toJupyterSelection, toMonacoSelection } from '../../src/editor/positions';
import { wantsMonaco } from '../../src/editor/wanted';

test('colours as browsers compute them', () => {
  expect(hexOf('rgb(0, 128, 255)')).toBe('#0080ff');
  expect(hexOf('rgba(33, 150, 243, 0.24)')).toBe('#2196f33d');
  expect(hexOf('color(srgb 1 0.5 0)')).toBe('#ff8000');
  expect(hexOf('transparent')).toBeUndefined();
});

test('colours of code that are hard to read on their background are made readable', () => {
  expect(readableOn('#008000', ['#f5f5f5', '#ffffff'])).toBe('#008000');
  expect(readableOn('#408080', ['#f5f5f5', '#ffffff'])).toBe('#3d7a7a');
  expect(readableOn('#408080', ['#212121'])).toBe('#5d9393');
  expect(readableOn('#777777', ['#777777'], 21)).toBe('#000000');
});

test('a selection keeps where its cursor is', () => {
  const backwards = { start: { line: 2, column: 5 }, end: { line: 0, column: 1 } };
  expect(toMonacoSelection(backwards)).toEqual({
    selectionStartLineNumber: 3,
    selectionStartColumn: 6,
    positionLineNumber: 1,
    positionColumn: 2
  });
  expect(toJupyterSelection(toMonacoSelection(backwards))).toEqual(backwards);
});

test('lessons in TypeScript get Monaco, and others as one likes', () => {
  const notebook = (metadata: Record<string, unknown>) => (key: string) => metadata[key];
  const lesson = notebook({ kernelspec: { language: 'typescript' }, lessonbook: { format: 1 } });
  const other = notebook({ language_info: { name: 'typescript' } });
  const python = notebook({ kernelspec: { language: 'python' }, lessonbook: { format: 1 } });
  const choices = ['never', 'lessons', 'typescript'] as const;
  expect(choices.map(choice => wantsMonaco(choice, lesson))).toEqual([false, true, true]);
  expect(choices.map(choice => wantsMonaco(choice, other))).toEqual([false, false, true]);
  expect(choices.map(choice => wantsMonaco(choice, python))).toEqual([false, false, false]);
});
