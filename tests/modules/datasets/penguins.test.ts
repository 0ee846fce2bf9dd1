import { describe, expect, it } from 'vitest';
import { loadPenguins, penguinsDescription } from '../../../src/modules/datasets';

const mean = (values: (number | null)[]) => {
  const present = values.filter(value => value !== null);
  return present.reduce((sum, value) => sum + value, 0) / present.length;
};

describe('the Palmer penguins', () => {
  const penguins = loadPenguins();

  it('are 344 birds of three species', () => {
    const count = (species: string) => penguins.filter(p => p.species === species).length;
    expect(penguins).toHaveLength(344);
    expect([count('Adelie'), count('Chinstrap'), count('Gentoo')]).toEqual([152, 68, 124]);
  });

  it('have the measurements that were published', () => {
    expect(penguins[0]).toEqual({
      species: 'Adelie',
      island: 'Torgersen',
      billLength: 39.1,
      billDepth: 18.7,
      flipperLength: 181,
      bodyMass: 3750,
      sex: 'male'
    });
    expect(mean(penguins.map(p => p.billLength))).toBeCloseTo(43.92193, 5);
    expect(mean(penguins.map(p => p.billDepth))).toBeCloseTo(17.15117, 5);
    expect(mean(penguins.map(p => p.flipperLength))).toBeCloseTo(200.9152, 4);
    expect(mean(penguins.map(p => p.bodyMass))).toBeCloseTo(4201.754, 3);
  });

  it('have nulls where nothing was recorded', () => {
    const complete = penguins.filter(p => Object.values(p).every(value => value !== null));
    expect(complete).toHaveLength(333);
    expect(penguins.filter(p => p.sex === null)).toHaveLength(11);
  });

  it('are a copy that may be changed', () => {
    Object.assign(loadPenguins()[0] ?? {}, { bodyMass: 1 });
    expect(loadPenguins()[0]?.bodyMass).toBe(3750);
  });

  it('are described as they are', () => {
    expect(penguinsDescription.rows).toBe(344);
    expect(Object.keys(penguinsDescription.columns)).toEqual(Object.keys(penguins[0] ?? {}));
    expect(penguinsDescription.licence).toBe('CC0-1.0');
  });
});
