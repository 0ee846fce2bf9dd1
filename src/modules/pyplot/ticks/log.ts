import { maxNTicks } from './max-n';

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '\u207b',
  '0': '\u2070',
  '1': '\u00b9',
  '2': '\u00b2',
  '3': '\u00b3',
  '4': '\u2074',
  '5': '\u2075',
  '6': '\u2076',
  '7': '\u2077',
  '8': '\u2078',
  '9': '\u2079'
};

const raised = (exponent: number): string =>
  [...String(exponent)].map(letter => SUPERSCRIPTS[letter] ?? letter).join('');

interface Decades {
  first: number;
  /** Powers of ten within the view. */
  count: number;
  stride: number;
  exponents: number[];
}

/** Which powers of ten get a tick, so that there are at most `most`; one lies beyond each end. */
function decadesOf(low: number, high: number, most: number): Decades {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const [first, last] = [Math.ceil(from), Math.floor(to)];
  const count = last - first + 1;
  let stride = Math.floor(count / (most + 1)) + 1;
  const wanted = Math.min(most, Math.ceil(count / stride));
  const steps = (start: number, step: number, end: number) =>
    Array.from({ length: Math.ceil((end - start) / step) }, (_, i) => start + i * step);
  if (wanted <= 0) {
    return { first, count, stride: last - first + 3, exponents: [first - 1, last + 1] };
  }
  if (wanted === 1) {
    const middle = Math.round((from + to) / 2);
    stride = Math.max(middle - (first - 1), last + 1 - middle);
    return { first, count, stride, exponents: [middle - stride, middle, middle + stride] };
  }
  stride = Math.floor((count - 1) / (wanted - 1));
  if (stride < count / wanted) stride = Math.floor(count / wanted);
  const least = Math.max(count - stride * wanted, 0);
  const beyond = Math.min(count - stride * (wanted - 1), stride);
  let offset = ((-first % stride) + stride) % stride;
  if (offset < least || offset >= beyond) offset = least;
  const exponents = steps(first + offset - stride, stride, last + stride + 1);
  return { first, count, stride, exponents };
}

/** The ticks of a logarithmic axis, with small ones at 2 to 9 times each power of ten. */
export function logTicks(
  low: number,
  high: number,
  space: number
): { major: number[]; minor: number[] } {
  const { first, count, stride, exponents } = decadesOf(low, high, Math.min(9, Math.max(2, space)));
  const major = exponents.map(exponent => 10 ** exponent);
  const hasMinor = count < 10 && (stride === 1 || count <= 1);
  const decades = Array.from({ length: count + 1 }, (_, i) => first - 1 + i);
  const minor = hasMinor
    ? decades.flatMap(decade => [2, 3, 4, 5, 6, 7, 8, 9].map(digit => digit * 10 ** decade))
    : [];
  const within = minor.filter(tick => tick >= low && tick <= high);
  if (hasMinor && stride === 1 && count <= 1 && within.length <= 1) {
    return { major, minor: maxNTicks(low, high, { bins: Math.min(9, Math.max(1, space)) }) };
  }
  return { major, minor };
}

/** A power of ten as `10³`, another number as `2×10³`. */
export function logLabel(value: number): string {
  if (value === 0) return '0';
  const sign = value < 0 ? '\u2212' : '';
  const size = Math.abs(value);
  const power = Math.log10(size);
  const nearest = Math.round(power);
  if (Math.abs(power - nearest) < 1e-10) return `${sign}10${raised(nearest)}`;
  const exponent = Math.floor(power);
  const factor = Number((size / 10 ** exponent).toPrecision(6));
  return `${sign}${factor}×10${raised(exponent)}`;
}

/** Which multiples of a power of ten small ticks are labelled at: all where decades are few. */
export function labelledMultiples(low: number, high: number): ReadonlySet<number> {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const nextBelow = from === Math.floor(from) ? from - 1e-12 : from;
  if (Math.floor(to) - Math.floor(nextBelow) > 1) return new Set([1]);
  if (to - from > 0.4) return new Set([1, 2, 3, 4, 6, 10]);
  return new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}

/** Ticks at powers of ten on both sides of zero, beyond where the axis is linear. */
export function symlogTicks(low: number, high: number, threshold: number): number[] {
  if (-threshold <= low && high <= threshold) {
    return [...new Set([low, 0, high])].sort((a, b) => a - b);
  }
  const powers = (from: number, to: number): [number, number] => [
    Math.floor(Math.log10(from)),
    Math.ceil(Math.log10(to))
  ];
  const below = low < -threshold;
  const above = high > threshold;
  const between = (below && high > -threshold) || (above && low < threshold);
  const [belowFrom, belowTo] = below
    ? powers(Math.abs(Math.min(-threshold, high)), Math.abs(low) + 1)
    : [0, 0];
  const [aboveFrom, aboveTo] = above ? powers(Math.max(threshold, low), high + 1) : [0, 0];
  const total = belowTo - belowFrom + (aboveTo - aboveFrom) + (between ? 1 : 0);
  const stride = Math.max(Math.floor(total / 14), 1);
  const run = (from: number, to: number) =>
    Array.from(
      { length: Math.max(0, Math.ceil((to - from) / stride)) },
      (_, i) => 10 ** (from + i * stride)
    );
  return [
    ...run(belowFrom, belowTo)
      .reverse()
      .map(tick => -tick),
    ...(between ? [0] : []),
    ...run(aboveFrom, aboveTo)
  ];
}
