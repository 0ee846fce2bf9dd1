import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/protocol/language';
import { TestNotebook } from './pack';

/** Places as `cell:text`, or the file of a library. */
const shown = (notebook: TestNotebook, places: readonly Place[]) =>
  places.map(place =>
    place.in === 'library'
      ? place.file
      : `${place.cell}:${notebook.source(place.cell).slice(place.range.start, place.range.end)}@${place.range.start}`
  );

const CELLS = [
  "import * as tf from '@tensorflow/tfjs';",
  '/** The weights of the model. */\nconst w = tf.ones([2]);\nlet count = 0;',
  'function add(by: number) { count += by; return { w, count } }',
  'add(1);\nconsole.log(w, count);'
];

const withCursor = (cell: number, source: string) =>
  new TestNotebook(...CELLS.map((text, index) => (index === cell ? source : text)));

describe('hover', () => {
  test('a variable of another cell with its type and documentation', () => {
    const notebook = withCursor(3, 'add(1);\nconsole.log(¦w, count);');
    expect(notebook.ask('hover', notebook.at)).toEqual({
      range: { start: 20, end: 21 },
      signature: 'const w: Tensor<Rank>',
      documentation: 'The weights of the model.',
      variable: 'w'
    });
  });

  test('a function of a library with parameters and example', () => {
    const notebook = withCursor(3, 'tf.mat¦Mul(w, w)');
    const hover = notebook.ask('hover', notebook.at);
    expect(hover?.signature).toMatch(/^matMul</);
    expect(hover?.documentation).toContain('- `transposeA`: If true');
    expect(hover?.documentation).toContain('```js');
    expect(hover?.variable).toBeUndefined();
  });

  test('an imported module', () => {
    const notebook = withCursor(3, 't¦f.ones([1])');
    expect(notebook.ask('hover', notebook.at)?.signature).toBe(
      "import * as tf from '@tensorflow/tfjs'"
    );
  });

  test('the rank of a tensor, where it is known', () => {
    const notebook = withCursor(3, 'const m¦ = tf.tensor2d([[1]]);');
    expect(notebook.ask('hover', notebook.at)?.signature).toBe('const m: tf.Tensor2D');
  });
});

test('signature help says which parameter one is at', () => {
  const notebook = withCursor(3, 'tf.linspace(0, ¦');
  const help = notebook.ask('signatureHelp', notebook.at);
  const [signature] = help?.signatures ?? [];
  const parameter = signature?.parameters[help?.activeParameter ?? 0];
  expect(signature?.label.slice(parameter?.range.start, parameter?.range.end)).toBe('stop: number');
  expect(parameter?.documentation).toContain('end value');
});

describe('definition', () => {
  test('in another cell', () => {
    const notebook = withCursor(3, 'add(1);\nconsole.log(w, cou¦nt);');
    expect(shown(notebook, notebook.ask('definition', notebook.at))).toEqual(['1:count@61']);
  });

  test('in a library, whose text can be read', () => {
    const notebook = withCursor(3, 'tf.one¦s([2])');
    const [place] = notebook.ask('definition', notebook.at);
    expect(place?.in === 'library' && place.file).toBe(
      '/node_modules/@tensorflow/tfjs-core/dist/ops/ones.d.ts'
    );
    const file = place?.in === 'library' ? place.file : '';
    const text = notebook.ask('libraryFile', { file });
    expect(text?.slice(place?.range.start, place?.range.end)).toBe('ones');
  });
});

test('references across cells', () => {
  const notebook = withCursor(3, 'add(1);\nconsole.log(w, cou¦nt);');
  expect(shown(notebook, notebook.ask('references', notebook.at)).sort()).toEqual([
    '1:count@61',
    '2:count@27',
    '2:count@52',
    '3:count@23'
  ]);
});

describe('rename', () => {
  test('a variable in all cells; a shorthand property keeps its name', () => {
    const notebook = withCursor(3, 'add(1);\nconsole.log(w, cou¦nt);');
    const rename = notebook.ask('rename', { ...notebook.at, newName: 'total' });
    expect(rename).toMatchObject({ ok: true, name: 'count' });
    const texts = rename.ok
      ? rename.edits.map(({ cell, edits }) => [cell, edits.map(({ text }) => text)])
      : [];
    expect(texts.sort()).toEqual([
      ['1', ['total']],
      ['2', ['total', 'count: total']],
      ['3', ['total']]
    ]);
  });

  test('a function from its declaration', () => {
    const notebook = withCursor(2, CELLS[2]?.replace('add', 'add¦') ?? '');
    const rename = notebook.ask('rename', { ...notebook.at, newName: 'plus' });
    expect(rename.ok && rename.edits.map(({ cell }) => cell).sort()).toEqual(['2', '3']);
  });

  test('nothing of a library', () => {
    const notebook = withCursor(3, 'tf.on¦es([1])');
    expect(notebook.ask('rename', { ...notebook.at, newName: 'x' })).toEqual({ ok: false });
  });
});

test('a fix that imports what is missing', () => {
  const notebook = new TestNotebook('np.zeros(3)');
  const codes = notebook.diagnostics().map(({ code }) => code);
  const [fix] = notebook.ask('codeFixes', { cell: '0', range: { start: 0, end: 2 }, codes });
  expect(fix).toMatchObject({
    title: "import * as np from 'numpy';",
    preferred: true,
    edits: [{ cell: '0', edits: [{ range: { start: 0, end: 0 } }] }]
  });
});

test('a fix of a name spelled wrongly', () => {
  const notebook = new TestNotebook('const penguins = 1;', 'pengins');
  const codes = notebook.diagnostics().map(({ code }) => code);
  const fixes = notebook.ask('codeFixes', { cell: '1', range: { start: 0, end: 7 }, codes });
  expect(fixes.map(({ title }) => title)).toContain("Change spelling to 'penguins'");
});

test('a cell is laid out', () => {
  const notebook = new TestNotebook('function f(a:number){\nreturn a+1 }\nf( 2 )');
  const edits = notebook.ask('format', { cell: '0', tabSize: 2 });
  const laidOut = edits
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce(
      (text, edit) => text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end),
      notebook.source(0)
    );
  expect(laidOut).toBe('function f(a: number) {\n  return a + 1\n}\nf(2)');
});

test('semantic tokens of the cell alone', () => {
  const notebook = new TestNotebook('const w = 1;', 'function f(a: number) { return a + w }');
  const tokens = notebook.ask('semanticTokens', { cell: '1' });
  const source = notebook.source(1);
  expect(
    tokens.map(({ range, type }) => `${source.slice(range.start, range.end)} ${type}`)
  ).toEqual(['f function', 'a parameter', 'a parameter', 'w variable']);
});
