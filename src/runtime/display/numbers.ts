import { positional, scientific, type Decimal, type FloatType } from './digits';

/** NumPy's default number of decimals. */
const precision = 8;

/** Formats one element of an array so that all elements line up. */
export type ElementFormat<T> = (element: T) => string;

/** Above this size numbers are written with an exponent. */
const largest: Record<FloatType, number> = { float32: 1e6, float64: 1e8 };

function needsExponent(finite: number[], type: FloatType): boolean {
  const sizes = finite.filter(x => x !== 0).map(Math.abs);
  if (sizes.length === 0) return false;
  const max = Math.max(...sizes);
  const min = Math.min(...sizes);
  const inType = (x: number) => (type === 'float32' ? Math.fround(x) : x);
  return max >= largest[type] || min < inType(0.0001) || inType(max / min) > 1000;
}

const maxLength = (texts: string[]) => Math.max(0, ...texts.map(text => text.length));

/** The format that suits all of `data`, as NumPy chooses it; `plus` writes the sign always. */
export function floatFormat(data: number[], type: FloatType, plus = false): ElementFormat<number> {
  const signOf = (d: Decimal) => (d.negative ? '-' : plus ? '+' : '');
  const finite = data.filter(Number.isFinite);
  const exponential = needsExponent(finite, type);
  const notation = exponential ? scientific : positional;
  const first = finite.map(x => notation(x, type, precision));
  const decimals = maxLength(first.map(d => d.fraction));
  const exponentWidth = maxLength(first.map(d => d.exponent ?? ''));
  let left = maxLength(first.map(d => signOf(d) + d.integer));
  const right = exponential ? decimals + 1 + exponentWidth : decimals;

  if (finite.length < data.length) {
    const infinity = plus || data.includes(-Infinity) ? 4 : 3;
    left = Math.max(left, 3 - (right + 1), infinity - (right + 1));
  }

  return x => {
    if (!Number.isFinite(x)) {
      const sign = x === -Infinity ? '-' : plus ? '+' : '';
      return (sign + (Number.isNaN(x) ? 'nan' : 'inf')).padStart(left + right + 1);
    }
    if (exponential) {
      const d = scientific(x, type, precision, decimals);
      const exponent = d.exponent ?? '+00';
      const digits = exponent.slice(1).padStart(exponentWidth - 1, '0');
      return `${(signOf(d) + d.integer).padStart(left)}.${d.fraction}e${exponent[0]}${digits}`;
    }
    const d = positional(x, type, precision);
    return `${(signOf(d) + d.integer).padStart(left)}.${d.fraction.padEnd(right)}`;
  };
}

/** A number that stands alone, as `str` of a NumPy scalar writes it. */
export function scalarText(x: number, type: FloatType): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : x < 0 ? '-inf' : 'inf';
  const size = Math.abs(x);
  const alone = type === 'float32' ? 1e6 : 1e16;
  const exponential = size !== 0 && (size >= alone || size < 0.0001);
  const d = exponential ? scientific(x, type, 17) : positional(x, type, 100);
  const sign = d.negative ? '-' : '';
  if (exponential) {
    return `${sign}${d.integer}${d.fraction ? `.${d.fraction}` : ''}e${d.exponent}`;
  }
  return `${sign}${d.integer}.${d.fraction || '0'}`;
}
