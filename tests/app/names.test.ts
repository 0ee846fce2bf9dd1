import { describe, expect, it } from 'vitest';
import { freeName } from '../../src/app/names';

describe('a name for a new file', () => {
  it('is the wanted one where it is free', () => {
    expect(freeName('line.ipynb', new Set(['other.ipynb']))).toBe('line.ipynb');
  });

  it('is numbered before the extension where it is taken', () => {
    const taken = new Set(['line.ipynb', 'line (2).ipynb']);
    expect(freeName('line.ipynb', taken)).toBe('line (3).ipynb');
  });

  it('is numbered at its end where there is no extension', () => {
    expect(freeName('Lessons', new Set(['Lessons']))).toBe('Lessons (2)');
    expect(freeName('.data', new Set(['.data']))).toBe('.data (2)');
  });
});
