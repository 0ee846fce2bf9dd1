import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/runtime/display';

class Point {
  #hidden = 3;
  constructor(
    readonly x: number,
    readonly y: number
  ) {}
  get hidden() {
    return this.#hidden;
  }
}

describe('inspect', () => {
  it.each<[string, unknown, string]>([
    ['a string', 'two\nlines', String.raw`'two\nlines'`],
    ['a string with a quote', "it's", `"it's"`],
    ['a string with both quotes', `"it's"`, String.raw`'"it\'s"'`],
    ['negative zero', -0, '-0'],
    ['not a number', NaN, 'NaN'],
    ['a bigint', 10n, '10n'],
    ['a symbol', Symbol('id'), 'Symbol(id)'],
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a function', function area() {}, '[Function: area]'],
    ['an async function', async function load() {}, '[AsyncFunction: load]'],
    [
      'an unnamed function',
      (
        () => () =>
          1
      )(),
      '[Function (anonymous)]'
    ],
    ['a class', class extends Point {}, '[class (anonymous) extends Point]'],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['no date', new Date(NaN), 'Invalid Date'],
    ['a pattern', /a+/gi, '/a+/gi'],
    ['an error', new RangeError('too far'), 'RangeError: too far'],
    ['a promise', Promise.resolve(1), 'Promise {}'],
    ['a map', new Map([['a', { b: 1 }]]), "Map(1) { 'a' => { b: 1 } }"],
    ['a set', new Set([1, 'a']), "Set(2) { 1, 'a' }"],
    ['a weak map', new WeakMap(), 'WeakMap { <items unknown> }'],
    ['an instance', new Point(1, 2), 'Point { x: 1, y: 2 }'],
    ['an object', { a: 1, 'b-c': [true, null] }, "{ a: 1, 'b-c': [ true, null ] }"],
    ['no prototype', Object.create(null), '[Object: null prototype] {}'],
    ['holes', Object.assign(new Array(3), { 0: 1, 2: 3 }), '[ 1, <1 empty item>, 3 ]'],
    ['float32 values', new Float32Array([0.1, 2]), 'Float32Array(2) [ 0.1, 2 ]'],
    ['bytes', new ArrayBuffer(2), 'ArrayBuffer(2) { <00 00> }'],
    ['a boxed number', Object(3), '[Number: 3]']
  ])('shows %s', (_, value, text) => {
    expect(inspect(value)).toBe(text);
  });

  it('shows what an array carries beside its elements', () => {
    expect(inspect(/b(.)/.exec('abc'))).toContain('index: 1');
  });

  it('shows the cause of an error and the errors of several', () => {
    const error = new Error('outer', { cause: new TypeError('inner') });
    expect(inspect(error)).toBe('Error: outer { [cause]: [TypeError: inner] }');
    expect(inspect(new AggregateError([new Error('one')], 'all'))).toContain('[Error: one]');
  });

  it('marks a value that refers to itself', () => {
    const parent: Record<string, unknown> = { name: 'p' };
    parent.child = { parent };
    expect(inspect(parent)).toBe("<ref *1> { name: 'p', child: { parent: [Circular *1] } }");
  });

  it('shows the same object twice where it stands twice without a cycle', () => {
    const shared = { a: 1 };
    expect(inspect([shared, shared])).toBe('[ { a: 1 }, { a: 1 } ]');
  });

  it('abbreviates deep nesting', () => {
    const text = inspect({ a: { b: { c: { d: { e: { f: 1 } } } } } });
    expect(text).toContain('[Object]');
    expect(text).not.toContain('f: 1');
  });

  it('runs no getter', () => {
    let runs = 0;
    const value = {
      get a() {
        return ++runs;
      },
      set b(_: number) {
        runs++;
      }
    };
    expect(inspect(value)).toBe('{ a: [Getter], b: [Setter] }');
    expect(runs).toBe(0);
  });

  it('breaks long objects into lines and indents them', () => {
    const value = { first: 'x'.repeat(40), second: { third: 'y'.repeat(40) } };
    expect(inspect(value)).toBe(
      `{\n  first: '${'x'.repeat(40)}',\n  second: { third: '${'y'.repeat(40)}' }\n}`
    );
  });

  it('lines up the columns of many numbers', () => {
    const lines = inspect(Array.from({ length: 60 }, (_, i) => i)).split('\n');
    expect(lines[1]).toMatch(/^ {3}0, {2}1, {2}2/);
    expect(new Set(lines.slice(1, 3).map(line => line.length)).size).toBe(1);
  });

  it('says how much of a long string and a long array is left out', () => {
    expect(inspect('a'.repeat(20_000))).toMatch(/'\.\.\. 10000 more characters$/);
    expect(inspect(Array.from({ length: 130 }, () => 0))).toContain('... 30 more items');
  });

  it('reads only what it shows of a million elements', () => {
    let reads = 0;
    const million = new Proxy(new Array<number>(1_000_000).fill(7), {
      get: (target, key) => (reads++, Reflect.get(target, key) as unknown),
      getOwnPropertyDescriptor: (target, key) => {
        reads++;
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
      ownKeys: () => {
        throw new Error('all keys were asked for');
      }
    });
    expect(inspect(million)).toContain('... 999900 more items');
    expect(reads).toBeLessThan(1000);
  });

  it('stays short for an object of many large objects', () => {
    const wide = () => Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i]));
    expect(inspect(Array.from({ length: 100 }, wide)).length).toBeLessThan(100_000);
    const texts = () => Array.from({ length: 100 }, () => 'x'.repeat(600));
    expect(inspect(Array.from({ length: 100 }, texts)).length).toBeLessThan(250_000);
  });

  it.each<[string, () => unknown]>([
    [
      'a proxy whose traps throw',
      () =>
        new Proxy(
          {},
          {
            ownKeys() {
              throw new Error('trap');
            },
            getPrototypeOf() {
              throw new Error('trap');
            }
          }
        )
    ],
    [
      'a revoked proxy',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      }
    ]
  ])('says that it cannot read %s', (_, make) => {
    expect(inspect(make())).toBe('[object that cannot be read]');
    expect(inspect({ inner: make(), a: 1 })).toBe('{ inner: [object that cannot be read], a: 1 }');
  });

  it('does not ask a value for its own text', () => {
    const value = {
      toString() {
        throw new Error('asked');
      },
      get [Symbol.toStringTag](): string {
        throw new Error('asked');
      }
    };
    expect(inspect(value)).toContain('toString: [Function: toString]');
  });
});
