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
