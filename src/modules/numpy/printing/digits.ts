/** Floating-point types whose shortest decimal form is known. */
export type FloatType = 'float32' | 'float64';

/** A decimal number, taken apart. */
export interface Decimal {
  negative: boolean;
  integer: string;
  fraction: string;
  /** The exponent with its sign, at least two digits; absent in positional notation. */
  exponent?: string;
}

/**
 * Whether the digits after the first `kept` decimals are exactly one half of the last kept one,
 * with that one even. IEEE 754 rounds such a tie down; `toFixed` and `toExponential` round it up.
 */
function tiesDown(exact: string, kept: number): boolean {
  const point = exact.indexOf('.');
  const rest = exact.slice(point + 1 + kept).replace(/e.*$/, '');
  if (!/^50*$/.test(rest)) return false;
  return Number(kept === 0 ? exact[point - 1] : exact[point + kept]) % 2 === 0;
}

/** `toFixed`, a tie rounded to the even digit. */
function toFixedEven(size: number, decimals: number): string {
  // Beyond 10²¹ `toFixed` gives an exponent.
  if (size >= 1e21) return `${BigInt(size)}.${'0'.repeat(decimals)}`;
  const exact = size.toFixed(100);
  if (!tiesDown(exact, decimals)) return size.toFixed(decimals);
  return exact.slice(0, exact.indexOf('.') + 1 + decimals);
}

/** `toExponential`, a tie rounded to the even digit. */
function toExponentialEven(size: number, decimals: number): string {
  const exact = size.toExponential(100);
  if (!tiesDown(exact, decimals)) return size.toExponential(decimals);
  return exact.slice(0, 2 + decimals) + exact.slice(exact.indexOf('e'));
}

/** The shortest number that reads back as the same value of its type. */
export function shortest(x: number, type: FloatType): number {
  if (type === 'float64' || !Number.isFinite(x)) return x;
  const sign = x < 0 ? -1 : 1;
  for (let decimals = 0; decimals < 8; decimals++) {
    const short = sign * Number(toExponentialEven(Math.abs(x), decimals));
    if (Math.fround(short) === x) return short;
  }
  return sign * Number(toExponentialEven(Math.abs(x), 8));
}

function split(text: string): { integer: string; fraction: string } {
  const [integer = '0', fraction = ''] = text.split('.');
  return { integer, fraction };
}

const trimZeros = (fraction: string) => fraction.replace(/0+$/, '');

/** Positional notation with as many decimals as needed, at most `precision`. */
export function positional(x: number, type: FloatType, precision: number): Decimal {
  const negative = x < 0 || Object.is(x, -0);
  const size = Math.abs(x);
  const short = split(expand(shortest(size, type)));
  if (short.fraction.length <= precision) return { negative, ...short };
  const { integer, fraction } = split(toFixedEven(size, precision));
  return { negative, integer, fraction: trimZeros(fraction) };
}

/** Positional notation with exactly that many decimals of the value's own expansion. */
export function fixed(x: number, decimals: number): Decimal {
  const negative = x < 0 || Object.is(x, -0);
  return { negative, ...split(toFixedEven(Math.abs(x), decimals)) };
}

/** A number's shortest text without an exponent. */
function expand(x: number): string {
  const text = String(x);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const { integer, fraction } = split(mantissa);
  const shift = Number(exponent);
  const digits = integer + fraction;
  if (shift < 0) return `0.${'0'.repeat(-shift - 1)}${digits}`;
  return digits.padEnd(shift + 1, '0');
}

/**
 * Scientific notation. Without `minimum` it has as many decimals as needed, at most `precision`;
 * with it, exactly that many digits of the value's exact expansion where the shortest form has
 * fewer.
 */
export function scientific(
  x: number,
  type: FloatType,
  precision: number,
  minimum?: number
): Decimal {
  const negative = x < 0 || Object.is(x, -0);
  const size = Math.abs(x);
  let [mantissa = '', exponent = '+0'] = shortest(size, type).toExponential().split('e');
  const wanted = minimum ?? precision;
  const decimals = split(mantissa).fraction.length;
  if (decimals > wanted || (minimum !== undefined && decimals < minimum)) {
    [mantissa = '', exponent = '+0'] = toExponentialEven(size, wanted).split('e');
  }
  const { integer, fraction } = split(mantissa);
  const sign = exponent.startsWith('-') ? '-' : '+';
  return {
    negative,
    integer,
    fraction: minimum === undefined ? trimZeros(fraction) : fraction,
    exponent: sign + exponent.replace(/^[+-]/, '').padStart(2, '0')
  };
}
