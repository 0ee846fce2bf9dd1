import { describe, expect, it } from 'vitest';
import { decodeText, encodeText, exerciseOf, lessonOf } from '../../src/lesson/metadata';
import { lessonNotebook, notebookText } from '../../src/lesson/notebook';
import { parseLesson } from '../../src/lesson/parse';

const text = `---
title: The mean
promise: You can compute it.
minutes: 5
buildsOn: [basics/sum]
next: basics/median
---

Hello.

\`\`\`ts #sum
1 + 1;
\`\`\`

\`\`\`python twin
1 + 1
\`\`\`

### Exercise: Ä title {#task points=3 seconds=30}

Do it.

\`\`\`ts starter
// Here.
\`\`\`

\`\`\`hint
Erstens – ü.
\`\`\`

\`\`\`hint
Two
\`\`\`

\`\`\`hint
Three
\`\`\`

\`\`\`ts solution
const a = 1;
\`\`\`

\`\`\`why
So.
\`\`\`
`;

function build(source = text, checks = 'checks') {
  const { lesson, problems } = parseLesson(source, { track: 'basics', name: 'mean', file: 'f' });
  expect(problems).toEqual([]);
  return lessonNotebook(lesson, {
    checks,
    titleOf: id => `Title of ${id}`,
    hash: all => String(all.length)
  });
}

const notebook = build();
const cell = (id: string) => notebook.cells.find(each => each.id === id);
const sourceOf = (id: string) => [cell(id)?.source].flat().join('');

describe("a lesson's notebook", () => {
  it('holds the cells in their order, each with an id that nbformat takes', () => {
    const ids = notebook.cells.map(({ id }) => String(id));
    expect(ids).toEqual([
      'lesson-title',
      'start',
      'sum',
      'sum-python',
      'task-task',
      'task',
      'lesson-next'
    ]);
    ids.forEach(id => expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/));
  });

  it('begins and ends with what the front matter says', () => {
    expect(sourceOf('lesson-title')).toBe(
      '# The mean\n\nYou can compute it.\n\n_About 5 minutes._ Builds on [Title of basics/sum](../basics/sum.ipynb).'
    );
    expect(sourceOf('lesson-next')).toContain('[Title of basics/median](../basics/median.ipynb)');
  });

  it('has a Python twin in a fold-out and in the metadata of its cell', () => {
    expect(cell('sum')?.metadata).toEqual({ lessonbook: { twin: '1 + 1' } });
    expect(sourceOf('sum-python')).toContain(
      '<summary>In Python</summary>\n\n```python\n1 + 1\n```'
    );
  });

  it('has no solution at all where that never opens', () => {
    const closed = build(text.replace('minutes: 5', 'minutes: 5\nsolutions: never'));
    expect(JSON.stringify(closed)).not.toContain(encodeText('const a = 1;'));
    expect(lessonOf(closed)?.solutions).toEqual({ after: 'never' });
    expect(JSON.stringify(notebook)).toContain(encodeText('const a = 1;'));
  });

  it('carries what an exercise needs, with nothing to be read by accident', () => {
    const exercise = exerciseOf(cell('task') ?? {});
    expect(exercise).toMatchObject({ exercise: 'task', title: 'Ä title' });
    expect(exercise).toMatchObject({ points: 3, seconds: 30 });
    expect(exercise?.starter).toBe('// Here.');
    expect(decodeText(exercise?.hints[0] ?? '')).toBe('Erstens – ü.');
    expect(decodeText(exercise?.solution ?? '')).toBe('const a = 1;');
    expect(notebookText(notebook)).not.toContain('const a');
  });

  it('carries the keys of nbgrader and no others', () => {
    expect(cell('task')?.metadata.nbgrader).toEqual({
      schema_version: 3,
      cell_type: 'code',
      grade: true,
      grade_id: 'task',
      locked: false,
      points: 3,
      solution: true,
      task: false
    });
  });

  it('says which lesson it is, with its exercises and checkers', () => {
    expect(lessonOf(notebook)).toMatchObject({
      format: 1,
      track: 'basics',
      lesson: 'mean',
      buildsOn: ['basics/sum'],
      next: 'basics/median',
      exercises: [{ id: 'task', title: 'Ä title', points: 3 }],
      checks: 'checks'
    });
  });

  it('is the same text each time, and another version when anything changes', () => {
    expect(notebookText(build())).toBe(notebookText(notebook));
    const versions = [
      build(),
      build(text.replace('Hello.', 'Hello!!')),
      build(text, 'other checks')
    ];
    expect(new Set(versions.map(each => lessonOf(each)?.version)).size).toBe(3);
  });
});

describe('an encoded text', () => {
  it('comes back as it was', () => {
    const odd = 'a\n"ü" 🐧';
    expect(decodeText(encodeText(odd))).toBe(odd);
    expect(() => decodeText('%')).toThrow();
  });
});
