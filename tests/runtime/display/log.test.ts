import { describe, expect, it } from 'vitest';
import { formatLog, formatTable } from '../../../src/runtime/display';

describe('console.log', () => {
  it.each<[string, unknown[], string]>([
    ['nothing', [], ''],
    ['strings without quotes', ['a', 1, { b: 'c' }], "a 1 { b: 'c' }"],
    ['the directives', ['%s %d %i %f', 'x', '4', 3.7, '1.5kg'], 'x 4 3 1.5'],
    ['objects', ['%o and %O', { a: 1 }, [2]], '{ a: 1 } and [ 2 ]'],
    ['JSON', ['%j', { a: [1] }], '{"a":[1]}'],
    ['no style', ['%cred%c text', 'color: red', ''], 'red text'],
    ['a percent sign', ['100%% of %s', 'it'], '100% of it'],
    ['what is left over', ['%s', 1, 'two', 3], '1 two 3'],
    ['a directive without a value', ['%s and %s', 1], '1 and %s'],
    ['no directives in a single text', ['50% done, 10%d'], '50% done, 10%d'],
    ['a symbol as a number', ['%d', Symbol('s')], 'NaN'],
    ['a bigint', ['%d', 5n], '5n']
  ])('prints %s', (_, args, text) => {
    expect(formatLog(args)).toBe(text);
  });

  it('prints a value that JSON cannot hold', () => {
    const self: Record<string, unknown> = {};
    self.self = self;
    expect(formatLog(['%j', self])).toBe('<ref *1> { self: [Circular *1] }');
  });
});

describe('console.table', () => {
  it('prints rows of arrays and of objects', () => {
    expect(
      formatTable([
        [1, 'a'],
        [20, 'b']
      ])
    ).toBe('(index)   0  1\n      0   1  a\n      1  20  b');
    expect(formatTable({ x: { n: 1 }, y: { n: null } })).toBe('(index)  n\nx        1\ny        –');
  });

  it('prints single values in a column of their own', () => {
    expect(formatTable(['a', 'b'])).toBe('(index)  (value)\n      0  a\n      1  b');
  });

  it('prints what is no table like any other value', () => {
    expect(formatTable(5)).toBe('5');
    expect(formatTable([])).toBe('[]');
  });
});
