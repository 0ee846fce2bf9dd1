import { describe, expect, it } from 'vitest';
import type { ArrayDtype } from '../../../src/modules/numpy/printing/elements';
import { formatArray } from '../../../src/modules/numpy/printing/layout';
import recording from './numpy-printing.json';

type Element = number | boolean | string;

/** JSON has no numbers for these. */
const special: Record<string, number> = { inf: Infinity, '-inf': -Infinity, '-0': -0 };

function decode(element: Element | null, dtype: string): Element {
  if (element === null) return NaN;
  return typeof element === 'string' && dtype !== 'string' ? (special[element] ?? NaN) : element;
}

describe(`array layout against NumPy ${recording.numpy}`, () => {
  it.each(recording.cases)('$name', ({ data, shape, dtype, text }) => {
    const elements = (data as (Element | null)[]).map(element => decode(element, dtype));
    expect(formatArray(elements, shape, dtype as ArrayDtype)).toBe(text);
  });

  it('reads only the elements it shows', () => {
    const read: number[] = [];
    const data = new Proxy<number[]>([], {
      get(_, key) {
        read.push(Number(key));
        return 1;
      }
    });
    const text = formatArray(data, [1000, 1000], 'float32');
    expect(text.split('\n')).toHaveLength(7);
    expect(new Set(read).size).toBe(36);
  });
});
