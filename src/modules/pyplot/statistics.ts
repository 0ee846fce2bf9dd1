import { ValueError } from './errors';
import { rangeOf, toNumbers, type Data } from './values';

/** The value below which a part of the sorted values lies, between two of them linearly. */
export function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  const rest = at - Math.floor(at);
  // From the nearer end, as NumPy does, which keeps the last digit.
  return rest < 0.5 ? below + (above - below) * rest : above - (above - below) * (1 - rest);
}

export const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** How many bins a histogram has, where they begin and end, or a rule that says so. */
export type Bins = number | Data | 'auto' | 'sturges' | 'fd' | 'scott' | 'sqrt' | 'rice';

const count = (low: number, high: number, width: number): number =>
  width > 0 ? Math.ceil((high - low) / width) : 1;

/** The number of bins by a rule for the data within a range. */
function ruled(rule: string, values: readonly number[], low: number, high: number): number {
  const n = values.length;
  const span = Math.max(...values) - Math.min(...values);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  const order = sorted(values);
  const quartiles = quantile(order, 0.75) - quantile(order, 0.25);
  const widths: Readonly<Record<string, number>> = {
    sturges: span / (Math.log2(n) + 1),
    fd: (2 * quartiles) / Math.cbrt(n),
    scott: Math.cbrt((24 * Math.sqrt(Math.PI)) / n) * deviation,
    sqrt: span / Math.sqrt(n),
    rice: span / (2 * Math.cbrt(n))
  };
  if (rule === 'auto') {
    const { sturges = 0, fd = 0, sqrt = 0 } = widths;
    return Math.max(
      1,
      count(low, high, fd > 0 ? Math.min(sturges, Math.max(fd, sqrt / 2)) : sturges)
    );
  }
  const width = widths[rule];
  if (width === undefined) throw new ValueError(`'${rule}' is not a valid estimator for \`bins\``);
  return Math.max(1, count(low, high, width));
}

/** The edges of the bins of a histogram. NumPy: `numpy.histogram_bin_edges`. */
export function binEdges(
  values: readonly number[],
  bins: Bins,
  range?: readonly [number, number]
): number[] {
  if (typeof bins === 'object') {
    const edges = toNumbers(bins);
    if (edges.some((edge, i) => i > 0 && edge < (edges[i - 1] ?? edge))) {
      throw new ValueError('`bins` must increase monotonically, when an array');
    }
    return edges;
  }
  if (range && range[0] > range[1]) {
    throw new ValueError('max must be larger than min in range parameter.');
  }
  let [low, high] = range ?? rangeOf(values) ?? [0, 1];
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const within = values.filter(value => value >= low && value <= high);
  const number =
    typeof bins === 'string' ? (within.length === 0 ? 1 : ruled(bins, within, low, high)) : bins;
  if (number < 1) throw new ValueError('`bins` must be positive, when an integer');
  const step = (high - low) / number;
  return Array.from({ length: number + 1 }, (_, i) => (i === number ? high : low + i * step));
}

/** How much lies in each bin; the last one holds its right edge too. */
export function countsOf(
  values: readonly number[],
  edges: readonly number[],
  weights?: readonly number[]
): number[] {
  const counts = Array.from({ length: Math.max(0, edges.length - 1) }, () => 0);
  const last = edges.at(-1) ?? NaN;
  values.forEach((value, i) => {
    if (!(value >= (edges[0] ?? NaN) && value <= last)) return;
    let [from, to] = [0, edges.length - 1];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((edges[middle] ?? Infinity) <= value) from = middle;
      else to = middle;
    }
    counts[from] = (counts[from] ?? 0) + (weights?.[i] ?? 1);
  });
  return counts;
}
