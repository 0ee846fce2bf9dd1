import { describe, expect, it } from 'vitest';
import * as np from '../../../src/modules/numpy';
import { readRecording } from '../recording';

interface Case {
  typescript: string;
  expected: { error?: { name: string } };
}

const { cases } = readRecording<{ cases: Case[] }>('numpy');
const programs = cases.map(({ typescript }) => typescript).join('\n');
const errors = new Set(cases.map(({ expected }) => expected.error?.name));

/** The names that a class gives its instances, without what TypeScript and JavaScript add. */
const membersOf = (prototype: object) =>
  Object.getOwnPropertyNames(prototype).filter(name => name !== 'constructor');

const used = (pattern: string) => new RegExp(`${pattern}(?![\\w])`).test(programs);

describe('every public name of numpy stands in a case that NumPy answered', () => {
  it('functions and constants', () => {
    const missing = Object.keys(np).filter(
      name => !used(`\\bnp\\.${name}`) && !used(`\\bnp\\.${name}\\.`) && !errors.has(name)
    );
    // What every array is one of: a cell never calls it.
    expect(missing.filter(name => name !== 'NDArray')).toEqual([]);
  });

  it.each(['linalg', 'random'] as const)('functions of np.%s', module => {
    const missing = Object.keys(np[module]).filter(name => !used(`\\bnp\\.${module}\\.${name}`));
    // A generator comes from `defaultRng`.
    expect(missing.filter(name => name !== 'Generator')).toEqual([]);
  });

  it('methods of a generator', () => {
    const missing = membersOf(np.random.Generator.prototype).filter(name => !used(`\\.${name}`));
    expect(missing).toEqual([]);
  });

  it('methods and properties of an array', () => {
    const missing = membersOf(np.NDArray.prototype).filter(name => !used(`\\.${name}`));
    // For `JSON.stringify`, for `${array}` and for tensors, of which NumPy knows nothing.
    expect(missing.filter(name => !['toJSON', 'toString', 'toTensor'].includes(name))).toEqual([]);
  });
});

/** What NumPy's 'absolute basics for beginners' calls, by the names that it has here. */
const basics = `
  np.array np.zeros np.ones np.empty np.arange np.linspace np.int64 np.int_ np.sort np.argsort
  np.lexsort np.searchsorted np.partition np.concatenate np.reshape np.newaxis np.expandDims
  np.nonzero np.vstack np.hstack np.hsplit np.unique np.flip np.transpose np.square np.sum np.save
  np.savez np.savezCompressed np.load np.savetxt np.loadtxt np.genfromtxt np.random.defaultRng
  .ndim .shape .size .dtype .reshape .view .copy .sum .max .min .mean .std .prod .transpose .T
  .flatten .ravel .random .integers .add .subtract .multiply .divide .mod .less .greaterEqual .and
  .or .at .set`
  .trim()
  .split(/\s+/);

it.each(basics)("what NumPy's absolute basics use stands in a case: %s", name => {
  expect(used(name.startsWith('.') ? `\\${name}` : `\\b${name}`)).toBe(true);
});
