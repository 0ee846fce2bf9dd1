import { describe, expect, test } from 'vitest';
import { worded, untranslated } from '../../src/language/words';
import { TestNotebook } from './pack';

test('a wrong argument is marked where it stands', () => {
  const notebook = new TestNotebook(
    "import * as tf from '@tensorflow/tfjs';",
    "const w = tf.ones('two');"
  );
  expect(notebook.errors()).toEqual([expect.stringMatching(/^'two': Argument of type 'string'/)]);
});

test('a wrong use of a variable of another cell', () => {
  const notebook = new TestNotebook('const masses = [3700];', 'masses.mean()');
  expect(notebook.errors()).toEqual(["mean: Property 'mean' does not exist on type 'number[]'."]);
});

test('what an earlier cell becomes is seen at once', () => {
  const notebook = new TestNotebook('const a = 1;', 'a.toFixed()');
  expect(notebook.errors()).toEqual([]);
  notebook.set("const a = 'one';", 'a.toFixed()');
  expect(notebook.errors()).toHaveLength(1);
});

test('a mistake of the parser has the kernel’s words', () => {
  expect(new TestNotebook("const a = 'text").errors()).toEqual([
    expect.stringContaining('This text has no closing quote.')
  ]);
});

test.each([
  ['np.', '.: A name is missing here.'],
  ['np.ones(', "(: ')' is missing here."],
  ['[1, 2', "2: ']' is missing here."],
  ['q = {', "{: '}' is missing here."],
  ['function f() {', "{: '}' is missing here."],
  ['for (const x of [1]) {', "{: '}' is missing here."],
  ['`text', 't: This template has no closing backtick.'],
  ['/* text', "t: The comment has no closing '*/'."]
])('a cell that ends in %s has that one mistake, at its end', (end, mistake) => {
  const notebook = new TestNotebook(
    `import * as np from 'numpy';\nlet q = np.ones([2]);\n${end}\n`
  );
  expect(notebook.errors()).toEqual([mistake]);
});

describe('no alarm', () => {
  test.each([
    ['a name declared anew from itself', ['const x = [1]', 'const x = [2].concat(x)']],
    ['await, and a value at the end', ['const a = await Promise.resolve(1);\na']],
    ['a list that is filled later', ['let list = [];', 'list.push(1); list']],
    ['a parameter without a type', ['function double(x) { return x * 2 }']],
    [
      'an error that is caught',
      ['try { throw new Error("x") } catch (e) { console.log(e.message) }']
    ],
    ['a file beside the notebook', ["import { helper } from './helpers.ts';\nhelper()"]],
    [
      'what every cell finds',
      [
        "const d = display(html('<b>x</b>')); await d.update(image('', 'image/svg+xml')); clearOutput(true); await input('? ')"
      ]
    ],
    [
      'a function that uses itself and a later one',
      ['const f = (n: number): number => n ? g(n - 1) : 0', 'const g = (n: number): number => f(n)']
    ],
    [
      'a type of an earlier cell',
      ['interface Bird { mass: number }\ntype Flock = Bird[]', 'const flock: Flock = [{ mass: 3 }]']
    ],
    [
      'an enum, a class and a namespace',
      [
        'enum E { A } class C<T> { constructor(readonly x: T) {} } namespace N { export const y = 1 }',
        'const c: C<number> = new C(N.y + E.A); c.x'
      ]
    ],
    [
      'a variable narrowed in a callback',
      ['const o = Math.random() > 2 ? null : { a: 1 }', 'if (o) { [1].map(() => o.a) }']
    ],
    ['a shebang', ['#!/usr/bin/env node\n1']]
  ])('%s', (_, cells) => {
    const notebook = new TestNotebook(...cells);
    expect(cells.flatMap((__, index) => notebook.errors(index))).toEqual([]);
  });
});

test('a name that only a later cell declares', () => {
  const notebook = new TestNotebook('late + 1', 'const late = 1');
  const [diagnostic] = notebook.diagnostics(0);
  expect(diagnostic && worded(diagnostic, untranslated).message).toMatch(
    /^late is declared in a cell further down\./
  );
});

test('a module that does not exist, and those that do', () => {
  const [diagnostic] = new TestNotebook("import pd from 'pandas';\npd").diagnostics();
  expect(diagnostic && worded(diagnostic, untranslated).message).toMatch(
    /^There is no module pandas\. A cell can import .*numpy/
  );
});

test('what is unused is faded, but no name of the top level', () => {
  const notebook = new TestNotebook('const kept = 1; function f(a: number) { const b = 2; }');
  const marks = notebook.diagnostics().filter(({ tag }) => tag === 'unused');
  const source = notebook.source(0);
  expect(marks.map(({ range }) => source.slice(range.start, range.end)).sort()).toEqual(['a', 'b']);
  expect(marks.every(({ severity }) => severity === 'hint')).toBe(true);
});

test('what is deprecated is struck through', () => {
  const notebook = new TestNotebook("'text'.substr(1)");
  expect(notebook.diagnostics()).toMatchObject([{ tag: 'deprecated', severity: 'hint' }]);
});

test('a parameter without a type is a hint', () => {
  expect(new TestNotebook('function double(x) { return x }').diagnostics()).toMatchObject([
    { severity: 'hint', code: 7006 }
  ]);
});
