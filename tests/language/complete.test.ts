import { describe, expect, test } from 'vitest';
import type { Completion, CompletionDetails } from '../../src/protocol/language';
import { TestNotebook } from './pack';

const names = (items: readonly Completion[]) => items.map(({ name }) => name);

/** The details of a completion at the cursor. */
function detailsOf(notebook: TestNotebook, name: string): CompletionDetails | undefined {
  const item = notebook.complete().find(each => each.name === name);
  return item && notebook.ask('completionDetails', { ...notebook.at, item });
}

describe('completion after tf.', () => {
  const notebook = new TestNotebook("import * as tf from '@tensorflow/tfjs';", 'tf.¦');

  test('what a learner calls first comes first', () => {
    expect(names(notebook.complete()).slice(0, 5)).toEqual([
      'tensor',
      'tensor1d',
      'tensor2d',
      'tensor3d',
      'scalar'
    ]);
  });

  test('names of kernels and their inputs are hidden', () => {
    expect(names(notebook.complete()).filter(name => /^_|^Abs|Inputs$|Attrs$/.test(name))).toEqual(
      []
    );
  });

  test('what the library lists in its reference comes before the rest', () => {
    const order = names(notebook.complete());
    expect(order.indexOf('einsum')).toBeLessThan(order.indexOf('registerKernel'));
    expect(order.indexOf('einsum')).toBeLessThan(order.indexOf('version_core'));
  });

  test('a function has its signature, a short text and an example', () => {
    const details = detailsOf(notebook, 'matMul');
    expect(details?.signature).toContain('function matMul<T extends tf.Tensor>(a:');
    expect(details?.documentation).toMatch(/^Computes the dot product.*\n\n```js\n/);
    expect(details?.documentation).not.toContain('@doc');
  });
});

test('members of a tensor: shape first, the library’s own last, with documentation', () => {
  const notebook = new TestNotebook(
    "import * as tf from '@tensorflow/tfjs';\nconst w = tf.ones([2, 3]);",
    'w.¦'
  );
  const order = names(notebook.complete());
  expect(order.slice(0, 3)).toEqual(['shape', 'dtype', 'rank']);
  expect(order.at(-1)).toBe('throwIfDisposed');
  expect(detailsOf(notebook, 'matMul')?.documentation).toContain('dot product');
});

test('members of the NumPy module, functions first', () => {
  const notebook = new TestNotebook("import * as np from 'numpy';", 'np.¦');
  expect(names(notebook.complete()).slice(0, 3)).toEqual(['array', 'zeros', 'ones']);
  expect(detailsOf(notebook, 'zeros')?.documentation).toContain('NumPy');
});

describe('completion of names', () => {
  const notebook = new TestNotebook(
    '/** Body mass of each penguin, in g. */\nconst masses = [3700];\nfunction scale(x: number) { return x }',
    'const mine = 1;\nm¦',
    'const later = 2;'
  );

  test('names of the cell and of earlier cells come first, then what every cell finds', () => {
    const order = names(notebook.complete());
    expect(order.slice(0, 3).sort()).toEqual(['masses', 'mine', 'scale']);
    expect(order).not.toContain('later');
    expect(order.indexOf('display')).toBeLessThan(order.indexOf('console'));
    expect(order.indexOf('console')).toBeLessThan(order.indexOf('const'));
    expect(order.indexOf('const')).toBeLessThan(order.indexOf('SharedArrayBuffer'));
  });

  test('there is no window and no document', () => {
    expect(names(notebook.complete())).not.toContain('document');
    expect(names(notebook.complete())).not.toContain('window');
  });

  test('a name of an earlier cell has its documentation', () => {
    expect(detailsOf(notebook, 'masses')).toMatchObject({
      signature: 'const masses: number[]',
      documentation: 'Body mass of each penguin, in g.'
    });
  });
});

test('a function of an earlier cell is one, however far its name is written', () => {
  const notebook = new TestNotebook('function double(mass: number) { return 2 * mass; }', '¦');
  for (const begun of ['d', 'doub', 'double']) {
    notebook.set('function double(mass: number) { return 2 * mass; }', `${begun}¦`);
    const found = notebook.complete().filter(({ name }) => name === 'double');
    expect(found).toMatchObject([{ kind: 'function' }]);
  }
});

describe('importing by completion', () => {
  test('a whole module by its usual name', () => {
    const notebook = new TestNotebook('const a = 1;\nt¦');
    const details = detailsOf(notebook, 'tf');
    expect(details).toMatchObject({
      signature: "import * as tf from '@tensorflow/tfjs';",
      edits: [{ range: { start: 0, end: 0 }, text: "import * as tf from '@tensorflow/tfjs';\n" }]
    });
  });

  test('one function, behind the imports that are there', () => {
    const notebook = new TestNotebook("import * as np from 'numpy';\nload¦");
    const details = detailsOf(notebook, 'loadPenguins');
    expect(details?.signature).toContain('loadPenguins(): Penguin[]');
    expect(details?.documentation).toContain('344');
    expect(details?.edits).toEqual([
      { range: { start: 28, end: 28 }, text: "\nimport { loadPenguins } from 'datasets';" }
    ]);
  });

  test('nothing that an earlier cell has imported', () => {
    const notebook = new TestNotebook("import * as tf from '@tensorflow/tfjs';", 't¦');
    expect(notebook.complete().filter(({ name }) => name === 'tf')).toMatchObject([
      { kind: 'module', data: '0' }
    ]);
  });

  test('the names of modules in an import', () => {
    const modules = ['@tensorflow/tfjs', 'datasets', 'files', 'keras', 'numpy', 'pyplot'];
    for (const quote of ["'", '']) {
      const notebook = new TestNotebook(`import * as np from 'nu¦${quote}`);
      expect(names(notebook.complete()).sort()).toEqual(modules);
      expect(notebook.ask('complete', notebook.at)?.range).toEqual({ start: 21, end: 23 });
    }
  });
});

test('a cell that is not finished completes all the same, and others keep its names', () => {
  const notebook = new TestNotebook('const first = { a: 1 };', 'first.a');
  notebook.set('const first = { a: 1 };\nconst other = first.¦', 'first.a');
  expect(names(notebook.complete())).toEqual(['a']);
  notebook.set('const first = { a: 1 };\nfunction f(', 'first.¦');
  expect(names(notebook.complete())).toEqual(['a']);
  expect(notebook.errors(1)).toEqual(['.: A name is missing here.']);
});

test('an optional value is reached through ?.', () => {
  const notebook = new TestNotebook('const o = null as { a: number } | null;', 'o.¦');
  expect(notebook.complete()).toMatchObject([
    { name: 'a', insertText: '?.a', range: { start: 1, end: 2 } }
  ]);
});
