import { expect, test } from 'vitest';
import { failures, values } from './scope-cases';
import { Session } from './session';

test.each(Object.entries(values))('%s', async (_, [cells, value]) => {
  expect(await new Session().value(...cells)).toEqual(value);
});

test.each(Object.entries(failures))('fails at the right place: %s', async (_, [cells, failure]) => {
  expect(await new Session().failure(...cells)).toBe(failure);
});

test('a cell that throws half-way keeps what ran', async () => {
  const session = new Session();
  expect(
    await session.failure('const a = 1; let b = 2; throw new Error("x"); const c = 3')
  ).toContain('x');
  expect(await session.value('[a, b, typeof c]')).toEqual([1, 2, 'undefined']);
  expect(await session.failure('c')).toBe('1:1 ReferenceError: c is not defined');
});

test('a name of a cell never reaches the global object', async () => {
  await new Session().value('var v = 1; function performance() {} const Map = 2; class Set {}');
  expect('v' in globalThis).toBe(false);
  expect(typeof new Map()).toBe('object');
  expect(performance.now()).toBeGreaterThan(0);
});

test('a resource of the top level is disposed of as the cell ends', async () => {
  const session = new Session();
  await session.value(`const log: string[] = []
    using a = { [Symbol.dispose]() { log.push('a') } }
    await using b: any = { async [Symbol.asyncDispose]() { log.push('b') } }
    log.push('end' + typeof a)`);
  expect(await session.value('log')).toEqual(['endobject', 'b', 'a']);
});

test('a copy of the boxes changes nothing in the original', async () => {
  const session = new Session();
  await session.value('let a = 1');
  const copy = session.boxes.copy();
  copy.set('a', 2);
  expect([session.boxes.get('a'), copy.get('a'), copy.has('b')]).toEqual([1, 2, false]);
});

/** Cells about what happens when they run, rather than about which name is meant. */
const running: Record<string, [cells: string[], value: unknown]> = {
  'names that a worker has already': [
    [
      'let status = 1, self = 2, location = 3, console = 4, close = 5',
      'status += 1; [status, self, location, console, close]'
    ],
    [2, 2, 3, 4, 5]
  ],
  'a generator that goes on in another cell': [
    [
      'function* count() { let n = 0; while (true) yield n++ }; const g = count(); g.next()',
      '[g.next().value, g.next().value]'
    ],
    [1, 2]
  ],
  'an object with an async iterator': [
    [
      'const source = { async *[Symbol.asyncIterator]() { yield 1; yield 2 } }',
      'const seen = []; for await (const x of source) seen.push(x); seen'
    ],
    [1, 2]
  ],
  'a function that a cell replaces, in a closure of an earlier one': [
    ['let f = () => 1; const g = () => f()', 'f = () => 2', 'g()'],
    2
  ],
  'defaults that read other names of the cell': [
    ['const k = "b", { a = 3, [k]: c = a + 1 } = {} as any', '[a, c]'],
    [3, 4]
  ]
};

test.each(Object.entries(running))('%s', async (_, [cells, value]) => {
  expect(await new Session().value(...cells)).toEqual(value);
});

test('a const declared twice in one cell is an error with its line', async () => {
  expect(await new Session().failure('const a = 1\n\nconst a = 2')).toBe(
    "3:7 SyntaxError: 'a' is already declared in this cell, on line 1."
  );
});
