import { beforeEach, describe, expect, it } from 'vitest';
import { ExpectedNotebooks } from '../../src/kernel/expected';

describe('a page that opens', () => {
  let kept: Map<string, string>;
  const page = () =>
    new ExpectedNotebooks(
      {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value)
      },
      'here'
    );
  beforeEach(() => {
    kept = new Map();
  });

  it('expects nothing of ours where there was nothing', () => {
    expect(page().isExpected('')).toBe(false);
    expect(page().isExpected('python.ipynb')).toBe(false);
  });

  it('expects a notebook that ran on our kernel, and every lesson', () => {
    page().remember(['mine.ipynb']);
    page().remember([]);
    expect(page().isExpected('mine.ipynb')).toBe(true);
    expect(page().isExpected('Lessons/numpy/arrays.ipynb')).toBe(true);
    expect(page().isExpected('python.ipynb')).toBe(false);
  });

  it('expects what was open when it was last closed', () => {
    page().remember(['mine.ipynb']);
    expect(page().isExpected('')).toBe(true);
    page().remember([]);
    expect(page().isExpected('')).toBe(false);
  });

  it('expects nothing where what is kept cannot be read', () => {
    kept.set('here', '{"paths": 3');
    expect(page().isExpected('mine.ipynb')).toBe(false);
  });
});
