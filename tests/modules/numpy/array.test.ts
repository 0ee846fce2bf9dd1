import { describe, expect, it } from 'vitest';
import { loadPenguins } from '../../../src/modules/datasets';
import * as np from '../../../src/modules/numpy';
import { formatLog, inspect, render } from '../../../src/runtime/display';

const matrix = () => np.arange(6).reshape(2, 3);

describe('an array in a cell', () => {
  it('is shown with dtype and shape above its elements', () => {
    const bundle = render(
      np.array([
        [1.5, 2],
        [3, 4]
      ])
    ) as Record<string, string>;
    expect(bundle['text/plain']).toBe('array float64 [2, 2]\n[[1.5 2. ]\n [3.  4. ]]');
    expect(bundle['text/html']).toContain('<table');
  });

  it('is logged as Python prints it, views too', () => {
    expect(formatLog([matrix().T])).toBe('[[0 3]\n [1 4]\n [2 5]]');
    expect(formatLog(['rows', matrix().at('::-1')])).toBe('rows [[3 4 5]\n [0 1 2]]');
    expect(`${np.array([true, false])}`).toBe('[ True False]');
  });

  it('is named in short inside another value', () => {
    expect(inspect({ a: matrix() })).toBe('{ a: [array int64 [2, 3]] }');
  });

  it('goes into JSON and into loops as plain values', () => {
    expect(JSON.stringify({ values: matrix().at(':, 0') })).toBe('{"values":[0,3]}');
    expect([...np.array([true, false])]).toEqual([true, false]);
    expect(Array.from(matrix(), row => row.sum())).toEqual([3, 12]);
  });

  it('takes a missing measurement for NaN', () => {
    const masses = np.array(loadPenguins().map(penguin => penguin.bodyMass));
    expect(masses.dtype).toBe('float64');
    expect(np.countNonzero(np.isnan(masses))).toBe(2);
    expect(np.nanmean(masses)).toBeCloseTo(4201.754385964912, 9);
  });
});

describe('what an array refuses', () => {
  it('says which method stands for an operator', () => {
    const loose = matrix() as unknown as number;
    expect(() => loose * 2).toThrow('a.multiply(2) for a * 2');
    expect(Number(np.array([7]) as unknown)).toBe(7);
  });

  it('says what to do with texts', () => {
    expect(() => np.array(['Adelie'] as unknown as number[])).toThrow("=== 'Adelie'");
  });

  it('names an unknown type', () => {
    expect(() => np.zeros(2, { dtype: 'float' as 'float64' })).toThrow(
      "data type 'float' not understood"
    );
  });
});

describe('views and copies', () => {
  it('shares elements through ranges, transposing and reshaping', () => {
    const a = matrix();
    a.at('0').set('0', 9);
    a.T.set('2, 1', 8);
    a.ravel().set('1', 7);
    expect(a.tolist()).toEqual([
      [9, 7, 2],
      [3, 4, 8]
    ]);
  });

  it('copies for masks, lists and copy()', () => {
    const a = matrix();
    a.at([0]).fill(1);
    a.at(a.greater(2)).fill(1);
    a.copy().fill(1);
    np.array(a).fill(1);
    expect(a.tolist()).toEqual(matrix().tolist());
  });

  it('keeps elements apart from the typed array they came from', () => {
    const source = Float32Array.of(1, 2);
    const a = np.array(source);
    source[0] = 5;
    expect([a.dtype, a.tolist()]).toEqual(['float32', [1, 2]]);
  });
});

describe('standardising the penguins', () => {
  const rows = loadPenguins().filter(penguin => penguin.billLength !== null);
  const x = np.array(rows.map(p => [p.billLength, p.billDepth, p.flipperLength, p.bodyMass]));

  it('gives every column mean 0 and deviation 1 by broadcasting', () => {
    const z = x.subtract(x.mean(0)).divide(x.std(0));
    expect(z.shape).toEqual([342, 4]);
    expect(np.allclose(z.mean(0), 0, { atol: 1e-12 })).toBe(true);
    expect(np.allclose(z.std({ axis: 0 }), 1)).toBe(true);
  });

  it('takes means of one species by a mask', () => {
    const gentoo = np.array(rows.map(p => p.species === 'Gentoo'));
    expect(x.at(gentoo).shape).toEqual([123, 4]);
    expect(x.at(gentoo, 3).mean()).toBeCloseTo(5076.016260162602, 9);
  });
});

describe('memory', () => {
  it('computes right beyond what fits into its own', () => {
    let total = np.zeros(1_000_000);
    for (let i = 0; i < 80; i++) total = np.add(1, total);
    expect([total.min(), total.max()]).toEqual([80, 80]);
  });
});
