import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildLessons } from '../../src/node/build-lessons';
import { checkNotebook } from '../../src/node/check-notebook';
import { messageOf } from '../../src/node/describe-result';
import { csvTable, textTable } from '../../src/node/table';
import { runtimeFolder } from './client';
import { checksText, folderWith, lessonText } from './lesson-folder';

let lesson: INotebookContent;

beforeAll(async () => {
  const root = folderWith({
    'maths/double/lesson.md': lessonText(),
    'maths/double/checks.ts': checksText
  });
  const { built } = await buildLessons(root);
  lesson = built[0]?.notebook ?? expect.unreachable();
});

/** The lesson with an answer in the cell of its exercise. */
function answered(source: string, change: (cells: ICell[]) => ICell[] = cells => cells) {
  const copy = structuredClone(lesson);
  const cell = copy.cells.find(({ id }) => id === 'double');
  Object.assign(cell ?? {}, { source });
  return { ...copy, cells: change(copy.cells) };
}

const check = async (notebook: INotebookContent) =>
  (await checkNotebook(notebook, { runtimeFolder, cellTimeout: 2 })).exercises[0]?.result;

describe("a learner's notebook", () => {
  it('is judged by its answered questions too', async () => {
    const question = 'question number #how-many\nask: How many?\nanswer: 3';
    const root = folderWith({
      'maths/double/lesson.md': `${lessonText()}\n\`\`\`${question}\n\`\`\`\n`,
      'maths/double/checks.ts': checksText
    });
    const { built } = await buildLessons(root);
    const notebook = built[0]?.notebook ?? expect.unreachable();
    const results = async () =>
      (await checkNotebook(notebook, { runtimeFolder })).exercises.map(
        ({ result }) => result.outcome
      );
    expect(await results()).toEqual(['notAttempted', 'notAttempted']);
    const cell = notebook.cells.find(({ id }) => id === 'how-many');
    Object.assign(cell?.metadata.lessonbook ?? {}, { answer: '3' });
    expect(await results()).toEqual(['notAttempted', 'passed']);
  });

  it('counts the points of what is right', async () => {
    expect(await check(answered('const result = input + input;'))).toMatchObject({
      outcome: 'passed',
      points: 2
    });
    expect(await check(answered('const result = 8;'))).toMatchObject({
      outcome: 'failed',
      points: 0,
      message: 'Your `result` is right for 4 only.'
    });
    expect(await check(answered('//  Here.'))).toMatchObject({ outcome: 'notAttempted' });
  });

  it('with an endless loop is checked to its end', async () => {
    const result = (await check(answered('\nwhile (true) {}'))) ?? expect.unreachable();
    expect(result).toMatchObject({ outcome: 'errored', stoppedAfter: 2 });
    expect(messageOf(result)).toBe('The cell was stopped after 2 s on line 2, and had not ended.');
  });

  it('without the cell of the exercise says so', async () => {
    const notebook = answered('', cells => cells.filter(({ id }) => id !== 'double'));
    expect(await check(notebook)).toMatchObject({
      outcome: 'unchecked',
      reason: expect.stringContaining('is not in the notebook')
    });
  });

  it('with a copy of the exercise as handed out keeps the verdict of the other', async () => {
    const copies = answered('const result = input * 2;', cells => [
      ...cells,
      ...structuredClone(lesson.cells.filter(({ id }) => id === 'double'))
    ]);
    expect(await check(copies)).toMatchObject({ outcome: 'passed' });
  });

  it('with the cell of the exercise split in two is judged by both', async () => {
    const split = answered('const once = input;', cells => [
      ...cells,
      ...cells
        .filter(({ id }) => id === 'double')
        .map(cell => ({ ...cell, id: 'second', source: 'const result = once * 2;' }))
    ]);
    expect(await check(split)).toMatchObject({ outcome: 'passed', points: 2 });
  });

  it('with a cell that fails goes on', async () => {
    const notebook = answered('const result = input * 2;', cells => [
      { cell_type: 'code', id: 'own', metadata: {}, source: 'nowhere', outputs: [] } as ICell,
      ...cells
    ]);
    const checked = await checkNotebook(notebook, { runtimeFolder });
    expect(checked.exercises[0]?.result.outcome).toBe('passed');
    expect(checked.errors).toEqual(["Cell 'own' ended by ReferenceError: nowhere is not defined"]);
  });

  it('cannot bring a checker of its own where the published one counts', async () => {
    const forged = answered('const result = 1;');
    Object.assign(forged.metadata.lessonbook as object, {
      checks: 'module.exports = { default: { double: () => undefined } };'
    });
    expect(await check(forged)).toMatchObject({ outcome: 'passed' });
    const { exercises } = await checkNotebook(forged, { runtimeFolder }, () => lesson);
    expect(exercises[0]?.result).toMatchObject({ outcome: 'failed' });
    await expect(checkNotebook(forged, { runtimeFolder }, () => undefined)).rejects.toThrow(
      "There is no lesson 'maths/double'"
    );
  });

  it('that is no lesson is refused', async () => {
    await expect(check({ ...lesson, metadata: {} })).rejects.toThrow('no lesson with exercises');
  });
});

describe('a table', () => {
  it('has columns as wide as their widest cell', () => {
    expect(textTable(['a', 'b'], [['long', 'x']])).toBe('a     b\nlong  x');
  });

  it('quotes what CSV needs quoted, and is no formula', () => {
    expect(csvTable(['a'], [['x,"y"'], ['=1+1']])).toBe('a\r\n"x,""y"""\r\n\'=1+1');
  });
});
