import { expect, test } from 'vitest';
import { TestNotebook } from './pack';

const helpers = (text: string) => ({ path: 'helpers.ts', text });

test('a file that a cell imports is wanted, and its types are known once it is told', () => {
  const notebook = new TestNotebook("import { half } from './helpers.ts';\nhalf('4')");
  expect(notebook.errors()).toEqual([]);
  expect(notebook.wanted).toEqual(['helpers.ts']);
  const text = '/** Half of it. */\nexport function half(n: number) {\n  return n / 2;\n}';
  notebook.tell({ 'helpers.ts': helpers(text) });
  expect(notebook.errors()).toEqual([
    "'4': Argument of type 'string' is not assignable to parameter of type 'number'."
  ]);
  const offset = notebook.source(0).lastIndexOf('half') + 1;
  expect(notebook.ask('hover', { cell: '0', offset })?.documentation).toBe('Half of it.');
  const [place] = notebook.ask('definition', { cell: '0', offset });
  expect(place?.in).toBe('library');
  const file = place?.in === 'library' ? place.file : '';
  expect(notebook.ask('libraryFile', { file })).toBe(text);
  // The file is not the cell's to change.
  const rename = notebook.ask('rename', { cell: '0', offset, newName: 'x' });
  expect(rename.ok && rename.edits.map(({ edits }) => edits.map(edit => edit.text))).toEqual([
    ['half as x', 'x']
  ]);
});

test('a file that changes, goes and comes is known as it is', () => {
  const notebook = new TestNotebook("import { n } from './helpers';\nconst s: string = n;");
  const wrong = "s: Type 'number' is not assignable to type 'string'.";
  expect(notebook.errors()).toEqual([]);
  expect(notebook.tell({ helpers: helpers('export const n = "a";') }).errors()).toEqual([]);
  expect(notebook.tell({ helpers: helpers('export const n = 1;') }).errors()).toEqual([wrong]);
  notebook.tell({ helpers: undefined });
  expect(notebook.diagnostics().map(({ notice }) => notice)).toEqual([
    { id: 'noSuchFile', path: './helpers' }
  ]);
  expect(notebook.tell({ helpers: helpers('export const n = 1;') }).errors()).toEqual([wrong]);
});

test('files import others, JavaScript and JSON among them, and themselves in a circle', () => {
  const notebook = new TestNotebook("import { all } from './lib/a';\nall.¦");
  notebook.complete();
  expect(notebook.wanted).toEqual(['lib/a']);
  const a =
    "import b from '../b.js';\nimport data from './data.json';\nimport './a';\nexport const all = { b, data };";
  notebook.tell({ 'lib/a': { path: 'lib/a.ts', text: a } });
  expect(notebook.wanted).toEqual(['lib/a', 'b.js', 'lib/data.json']);
  notebook.tell({
    'b.js': { path: 'b.js', text: 'export default 1;' },
    'lib/data.json': { path: 'lib/data.json', text: '{ "rows": [1, 2] }' }
  });
  expect(notebook.complete().map(({ name }) => name)).toEqual(['b', 'data']);
  const source = notebook.source(0).replace('all.', 'const n: string = all.data.rows[0] + all.b;');
  expect(notebook.set(source).errors()).toEqual([
    "n: Type 'number' is not assignable to type 'string'."
  ]);
});
