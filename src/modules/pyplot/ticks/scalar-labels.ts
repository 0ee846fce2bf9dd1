import { floorDivided } from './nonsingular';

/** The labels of ticks on a linear axis. */
export interface ScalarLabels {
  /** Digits after the point. */
  digits: number;
  /** Labels show how far ticks are from this … */
  offset: number;
  /** … in units of this power of ten. */
  exponent: number;
  /** What stands at the axis' end where the two say something, such as `1e6`. */
  note: string;
}

const MINUS = '\u2212';
/** From these powers of ten on, labels are counted in them. */
const POWERS: readonly [number, number] = [-5, 6];
/** Digits that an offset has to save. */
const THRESHOLD = 4;

/**
 * As few digits as tell the ticks apart, with a common power of ten or offset where numbers are
 * very small or large, or differ in their last digits alone.
 * Matplotlib: `matplotlib.ticker.ScalarFormatter`.
 */
export function scalarLabels(
  ticks: readonly number[],
  view: readonly [number, number]
): ScalarLabels {
  const [low, high] = [Math.min(...view), Math.max(...view)];
  const visible = ticks.filter(tick => tick >= low && tick <= high);
  const offset = offsetOf(visible);
  const exponent = exponentOf(visible, offset, high - low);
  return {
    offset,
    exponent,
    digits: digitsOf(ticks, view, offset, exponent),
    note: noteOf(offset, exponent)
  };
}

/** One label. */
export function labelOf(tick: number, { digits, offset, exponent }: ScalarLabels): string {
  const value = (tick - offset) / 10 ** exponent;
  return fixed(Math.abs(value) < 1e-8 ? 0 : value, digits);
}

/** A number with so many digits after its point, and the minus of typesetting. */
export const fixed = (value: number, digits: number): string =>
  value.toFixed(digits).replace('-', MINUS);

function offsetOf(visible: readonly number[]): number {
  if (visible.length === 0) return 0;
  const [low, high] = [Math.min(...visible), Math.max(...visible)];
  if (low === high || (low <= 0 && high >= 0)) return 0;
  const [least, most] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b) as [number, number];
  const start = Math.ceil(Math.log10(most));
  const whole = (value: number, power: number) => floorDivided(value, 10 ** power);
  let power = start;
  while (whole(least, power) === whole(most, power)) power -= 1;
  power += 1;
  if ((most - least) / 10 ** power <= 1e-2) {
    power = start;
    while (whole(most, power) - whole(least, power) <= 1) power -= 1;
    power += 1;
  }
  const saved = whole(most, power);
  return saved >= 10 ** (THRESHOLD - 1) ? Math.sign(low) * saved * 10 ** power : 0;
}

function exponentOf(visible: readonly number[], offset: number, width: number): number {
  if (visible.length === 0) return 0;
  const greatest = Math.max(...visible.map(Math.abs));
  const size = offset !== 0 ? width : greatest;
  const exponent = size === 0 ? 0 : Math.floor(Math.log10(size));
  return exponent <= POWERS[0] || exponent >= POWERS[1] ? exponent : 0;
}

function digitsOf(
  ticks: readonly number[],
  view: readonly [number, number],
  offset: number,
  exponent: number
): number {
  const scaled = (values: readonly number[]) =>
    values.map(value => (value - offset) / 10 ** exponent);
  const locations = scaled(ticks);
  const spread = ticks.length < 2 ? scaled([...ticks, ...view]) : locations;
  let range = Math.max(...spread) - Math.min(...spread);
  if (range === 0) range = Math.max(...spread.map(Math.abs));
  if (range === 0) range = 1;
  const order = Math.floor(Math.log10(range));
  const threshold = 1e-3 * 10 ** order;
  let digits = Math.max(0, 3 - order);
  const isExact = (count: number) =>
    locations.every(x => Math.abs(x - Math.round(x * 10 ** count) / 10 ** count) < threshold);
  while (digits >= 0 && isExact(digits)) digits -= 1;
  return digits + 1;
}

function noteOf(offset: number, exponent: number): string {
  const power = exponent === 0 ? '' : `1e${exponent}`.replace('-', MINUS);
  if (offset === 0) return power;
  const sign = offset > 0 ? '+' : '';
  return `${power}${sign}${scientific(offset)}`;
}

/** A number by its power of ten, in as few digits as say it: `1.5e3`. */
export function scientific(value: number): string {
  const [mantissa = '0', power = '0'] = value.toExponential(10).split('e');
  const text = Number(power) === 0 ? `${Number(mantissa)}` : `${Number(mantissa)}e${Number(power)}`;
  return text.replaceAll('-', MINUS);
}
