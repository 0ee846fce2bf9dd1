import { describe, expect, it } from 'vitest';
import {
  compareReturns,
  compareRows,
  diagnose,
  failed,
  misconception,
  usesCall,
  usesLoop,
  usesName,
  usesNumber
} from '../../src/check';
import { parse } from '../../src/compile';

describe('rows of a table', () => {
  const rows = [
    { species: 'Adelie', mass: 3700 },
    { species: 'Gentoo', mass: 5076 }
  ];

  it('agree with themselves, in another order only where that does not count', () => {
    expect(compareRows(rows, rows)).toBeUndefined();
    expect(compareRows(rows.toReversed(), rows)?.id).toBe('wrong-values');
    expect(compareRows(rows.toReversed(), rows, { ordered: false })).toBeUndefined();
  });

  it.each([
    ['wrong-type', 'a table'],
    ['wrong-columns', [{ species: 'Adelie', weight: 3700 }]],
    ['wrong-rows', rows.slice(1)],
    ['wrong-values', [{ species: 'Adelie', mass: 3 }, rows[1]]]
  ])('differ by %s', (id, actual) => {
    expect(compareRows(actual, rows)?.id).toBe(id);
  });

  it('name the row and the column', () => {
    expect(compareRows([{ species: 'Adelie', mass: 3 }, rows[1]], rows)?.message).toContain(
      '`mass` of row 0; 3700 is expected'
    );
  });
});

describe('what a function returns', () => {
  const cases = [
    { args: [1], returns: 2 },
    { args: [2], returns: 4 }
  ];

  it('is compared call by call, also where it is async', async () => {
    expect(await compareReturns((x: number) => 2 * x, cases)).toBeUndefined();
    expect(await compareReturns(async (x: number) => 2 * x, cases)).toBeUndefined();
    expect(await compareReturns((x: number) => x + 1, cases, { name: 'double' })).toMatchObject({
      id: 'wrong-values',
      message: '`double(2)` returns 3; 4 is expected.'
    });
  });

  it('is nothing where a return is missing', async () => {
    const wrong = await compareReturns(() => undefined, cases);
    expect(wrong?.message).toContain('Is a `return` missing?');
    expect((await compareReturns(3, cases))?.id).toBe('not-a-function');
  });

  it('is nothing to be caught', async () => {
    const broken = () => {
      throw new TypeError('theirs');
    };
    await expect(compareReturns(broken, cases)).rejects.toThrow('theirs');
  });
});

describe('a diagnosis', () => {
  const wrong = failed('wrong-values', 'Wrong.', { expected: '1', actual: '2' });

  it('is the first misconception that holds, with the values of the failure', () => {
    const never = () => expect.unreachable();
    expect(
      diagnose(
        wrong,
        misconception('a', false, 'A'),
        misconception('b', () => true, 'B', { actual: 'two' }),
        misconception('c', never, 'C')
      )
    ).toEqual({ id: 'b', message: 'B', expected: '1', actual: 'two' });
  });

  it('is the failure itself where none holds, or where one cannot be told', () => {
    const throwing = () => {
      throw new TypeError('no function');
    };
    expect(diagnose(wrong, misconception('a', throwing, 'A'))).toBe(wrong);
  });

  it('is nothing where nothing is wrong', () => {
    expect(diagnose(undefined, misconception('a', true, 'A'))).toBeUndefined();
  });
});

describe('the source', () => {
  const holds = (source: string, query: (tree: ReturnType<typeof parse>) => boolean) =>
    query(parse(source));

  it('has loops', () => {
    expect(holds('for (const x of y) {}', usesLoop)).toBe(true);
    expect(holds('// for\nconst s = "while"; y.map(f);', usesLoop)).toBe(false);
    expect(holds('y.map(f);', tree => usesLoop(tree, { callbacks: true }))).toBe(true);
  });

  it('has calls', () => {
    const source = 'np.mean(x); x\n  .sum(0); tf.tidy;';
    expect(holds(source, tree => usesCall(tree, 'np.mean'))).toBe(true);
    expect(holds(source, tree => usesCall(tree, 'mean'))).toBe(true);
    expect(holds(source, tree => usesCall(tree, 'sum'))).toBe(true);
    expect(holds(source, tree => usesCall(tree, 'tf.mean'))).toBe(false);
    expect(holds(source, tree => usesCall(tree, 'tidy'))).toBe(false);
  });

  it('has numbers and names', () => {
    expect(holds('const a = 3_600;', tree => usesNumber(tree, 3600))).toBe(true);
    expect(holds('const a = -3.6e3;', tree => usesNumber(tree, -3600))).toBe(true);
    expect(holds('const a = "3600";', tree => usesNumber(tree, 3600))).toBe(false);
    expect(holds('const b = masses.length;', tree => usesName(tree, 'masses'))).toBe(true);
    expect(holds('const masses = a.masses;', tree => usesName(tree, 'masses'))).toBe(false);
  });
});
