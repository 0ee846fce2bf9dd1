import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exercisesOf } from '../../src/lesson/lesson';
import { parseLesson } from '../../src/lesson/parse';
import { describeProblem } from '../../src/lesson/problem';

const place = { track: 'basics', name: 'mean', file: 'lesson.md' };
const front = ['---', 'title: T', 'promise: P.', 'minutes: 5', '---'];
const exercise = (heading = '### Exercise: E {#e}') => [
  heading,
  'Do it.',
  '```ts starter',
  '//',
  '```',
  ...['one', 'two', 'three'].flatMap(hint => ['```hint', hint, '```']),
  '```ts solution',
  'const a = 1;',
  '```',
  '```why',
  'Because.',
  '```'
];
const parse = (...lines: string[]) => parseLesson(lines.join('\n'), place);
const problems = (...lines: string[]) => parse(...lines).problems.map(describeProblem);
const body = (...lines: string[]) => problems(...front, ...lines);

describe('a lesson', () => {
  const file = path.join(import.meta.dirname, 'fixtures/good/basics/mean/lesson.md');
  const { lesson, problems } = parseLesson(readFileSync(file, 'utf8'), place);

  it('is read without a complaint', () => {
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({ title: 'The mean', minutes: 5, buildsOn: [] });
  });

  it('gives its blocks ids: those of the author, else after the heading', () => {
    expect(lesson.blocks.map(({ id }) => id)).toEqual([
      'start',
      'masses',
      'mean',
      'mean-2',
      'mean-3',
      'mean-mass',
      'any-list',
      'recap'
    ]);
  });

  it('has prose as it was written, without the braces of headings', () => {
    expect(lesson.blocks[2]).toMatchObject({
      text: expect.stringMatching(/^## What a mean is\n\n/)
    });
    expect(lesson.blocks[4]).toMatchObject({
      text: expect.stringContaining('```text\nmean = sum')
    });
  });

  it('knows the line on which each source begins', () => {
    const [first] = exercisesOf(lesson);
    expect(first?.solution).toEqual({
      source: 'const mean = masses.reduce((a, b) => a + b, 0) / masses.length;',
      line: 55
    });
    expect(first).toMatchObject({ points: 2, hints: { length: 3 }, twin: expect.any(String) });
  });
});

describe('ids', () => {
  it('give way to those of the author and stay apart from one another', () => {
    const { lesson } = parse(
      ...front,
      '## Über 3',
      '## Über 3',
      '```ts #uber-3',
      '1',
      '```',
      '## 3'
    );
    expect(lesson.blocks.map(({ id }) => id)).toEqual(['uber-3-2', 'uber-3-3', 'uber-3', 'part-3']);
  });
});

describe('what is wrong is said with its line', () => {
  it.each([
    ['no front matter', problems('Hello'), /^lesson\.md:1: .*front matter/],
    [
      'front matter that is no YAML',
      problems('---', 'title: "T', '---'),
      /:3: .*not YAML: Missing closing "quote/
    ],
    ['an unknown key', problems('---', 'titel: T', ...front.slice(1)), /:2: .*no 'titel'/],
    ['no title', problems('---', 'promise: P.', 'minutes: 5', '---'), /:1: .*needs a 'title'/],
    [
      'minutes of no number',
      problems(...front.toSpliced(3, 1, 'minutes: many')),
      /:4: .*'minutes'/
    ],
    ['no lesson id', problems(...front.toSpliced(3, 0, 'next: Next')), /:4: 'Next' is no lesson/],
    ['a title in the text', body('# T'), /:6: .*front matter/],
    ['an unknown fence', body('```typescript', '1', '```'), /:6: 'typescript' is no kind/],
    ['a fence without a word', body('', '```', '1', '```'), /:7: Say what this block is/],
    ['an unknown kind of cell', body('```ts starer', '```'), /:6: 'ts starer' is no kind/],
    ['a hint outside', body('```hint', 'x', '```'), /:6: 'hint' belongs to an exercise/],
    [
      'a twin of nothing',
      body('```python twin', '1', '```'),
      /:6: A Python twin stands right after/
    ],
    ['an id twice', body('## A {#a}', '## B {#a}'), /:7: The id 'a' is taken already, on line 6/],
    ['an id that is none', body('## A {#A_b}'), /:6: 'A_b' is no id/],
    ['two exercises with one id', body(...exercise(), ...exercise()), /:26: The id 'e' is taken/],
    ['an exercise without an id', body(...exercise('### Exercise: E')), /:6: .*needs an id/],
    ['an exercise of another level', body(...exercise('## Exercise: E {#e}')), /:6: .*level 3/],
    ['text after the starter', body(...exercise(), '', 'More.'), /:27: Text follows the starter/],
    ['two solutions', body(...exercise(), '```ts solution', '```'), /:26: .*its solution already/],
    ['points elsewhere', body('## A {points=2}'), /:6: Only an exercise has points/],
    ['seconds elsewhere', body('## A {seconds=20}'), /:6: Only an exercise has seconds/]
  ])('%s', (_, found, expected) => {
    expect(found).toEqual([expect.stringMatching(expected)]);
  });

  it('all at once', () => {
    expect(body('### Exercise: E {#e}')).toEqual(
      [
        'text that says what to do',
        "'ts starter' block",
        "'ts solution' block",
        "'why' block",
        '0 hints'
      ].map(what => expect.stringContaining(what))
    );
  });
});
