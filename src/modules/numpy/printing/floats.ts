import { fixed, positional, scientific, type Decimal, type FloatType } from './digits';
import type { CompleteOptions } from './options';

/** Formats one element of an array so that all elements line up. */
export type ElementFormat<T> = (element: T) => string;

/** Above this size numbers are written with an exponent. */
const largest: Record<FloatType, number> = { float32: 1e6, float64: 1e8 };

function needsExponent(finite: number[], type: FloatType, suppress: boolean): boolean {
  const sizes = finite.filter(x => x !== 0).map(Math.abs);
  if (sizes.length === 0) return false;
  const max = Math.max(...sizes);
  const min = Math.min(...sizes);
  const inType = (x: number) => (type === 'float32' ? Math.fround(x) : x);
  if (max >= largest[type]) return true;
  return !suppress && (min < inType(0.0001) || inType(max / min) > 1000);
}

const maxLength = (texts: string[]) => Math.max(0, ...texts.map(text => text.length));

/** How a number is taken apart, first by itself and then, once all are known, to suit the others. */
interface Notation {
  alone: (x: number) => Decimal;
  /** @param decimals the most that any number has */
  together: (x: number, decimals: number) => Decimal;
}

function notationFor(
  exponential: boolean,
  type: FloatType,
  { precision, floatmode }: CompleteOptions
): Notation {
  // JavaScript writes 100 digits at most, more than any float needs.
  const most = floatmode === 'unique' ? 100 : Math.min(precision, 100);
  if (exponential) {
    return floatmode === 'fixed'
      ? {
          alone: x => scientific(x, type, most, most),
          together: (x, n) => scientific(x, type, n, n)
        }
      : { alone: x => scientific(x, type, most), together: (x, n) => scientific(x, type, n, n) };
  }
  const { alone, together }: Notation = {
    alone: x => (floatmode === 'fixed' ? fixed(x, most) : positional(x, type, most)),
    together: (x, n) => {
      const short = positional(x, type, most);
      return short.fraction.length === n ? short : fixed(x, n);
    }
  };
  const equal = floatmode === 'fixed' || floatmode === 'maxprec_equal';
  return { alone, together: equal ? together : alone };
}

/** The format that suits all of `data`, as NumPy chooses it. */
export function floatFormat(
  data: number[],
  type: FloatType,
  options: CompleteOptions
): ElementFormat<number> {
  const { sign, nanstr, infstr, suppress } = options;
  const signOf = (d: Decimal) => (d.negative ? '-' : sign === '+' ? '+' : '');
  const finite = data.filter(Number.isFinite);
  const exponential = needsExponent(finite, type, suppress);
  const notation = notationFor(exponential, type, options);
  const first = finite.map(notation.alone);
  const decimals = maxLength(first.map(d => d.fraction));
  const exponentWidth = maxLength(first.map(d => d.exponent ?? ''));
  let left = maxLength(first.map(d => signOf(d) + d.integer));
  const right = exponential ? decimals + 1 + exponentWidth : decimals;

  if (sign === ' ' && !first.some(d => d.negative)) left++;
  if (finite.length < data.length) {
    const signed = sign !== '-' || data.includes(-Infinity) ? 1 : 0;
    left = Math.max(left, nanstr.length - (right + 1), infstr.length + signed - (right + 1));
  }

  return x => {
    if (!Number.isFinite(x)) {
      const mark = x === -Infinity ? '-' : sign === '+' ? '+' : '';
      return (mark + (Number.isNaN(x) ? nanstr : infstr)).padStart(left + right + 1);
    }
    const d = notation.together(x, decimals);
    const integer = (signOf(d) + d.integer).padStart(left);
    if (!exponential) return `${integer}.${d.fraction.padEnd(right)}`;
    const exponent = d.exponent ?? '+00';
    const digits = exponent.slice(1).padStart(exponentWidth - 1, '0');
    return `${integer}.${d.fraction}e${exponent[0]}${digits}`;
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
