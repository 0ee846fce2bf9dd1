import { floorDivided, nonsingular } from './nonsingular';

const STEPS: readonly number[] = [1, 2, 2.5, 5, 10];

/** One decade below and one above the steps themselves. */
const extended = (steps: readonly number[]): number[] => [
  ...steps.slice(0, -1).map(step => step / 10),
  ...steps,
  10 * (steps[1] ?? 1)
];

export interface MaxNOptions {
  /** Intervals, at most. */
  bins: number;
  /** Ticks within the view, at least. */
  least?: number;
  isInteger?: boolean;
  /** Between which numbers ticks may stand, from 1 to 10. */
  steps?: readonly number[];
}

/**
 * Ticks at multiples of 1, 2, 2.5, 5 or 10 times a power of ten, so few that there are at most
 * `bins` intervals; one beyond each end of the view is among them.
 * Matplotlib: `matplotlib.ticker.MaxNLocator`.
 */
export function maxNTicks(low: number, high: number, options: MaxNOptions): number[] {
  const { bins, least = 2, isInteger = false, steps: own = STEPS } = options;
  const [from, to] = nonsingular(low, high, 1e-13, 1e-14);
  const { scale, offset } = scaleOf(from, to, bins);
  const [min, max] = [from - offset, to - offset];
  let steps = extended(own).map(step => step * scale);
  if (isInteger) {
    steps = steps.filter(step => step < 1 || Math.abs(step - Math.round(step)) < 0.001);
  }
  const rawStep = (max - min) / bins;
  const large = steps.findIndex(step => step >= rawStep);
  let ticks: number[] = [];
  for (let i = large < 0 ? steps.length - 1 : large; i >= 0; i--) {
    let step = steps[i] ?? 1;
    if (isInteger && Math.floor(max) - Math.ceil(min) >= least - 1) step = Math.max(1, step);
    const base = floorDivided(min, step) * step;
    const first = lastMultiple(min - base, step, offset);
    const last = firstMultiple(max - base, step, offset);
    ticks = Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step + base);
    if (ticks.filter(tick => tick >= min && tick <= max).length >= least) break;
  }
  return ticks.map(tick => tick + offset);
}

/** The power of ten of one interval, and what to leave off where the view is far from zero. */
function scaleOf(low: number, high: number, bins: number): { scale: number; offset: number } {
  const [width, middle] = [Math.abs(high - low), (low + high) / 2];
  const isFar = Math.abs(middle) / width >= 100;
  const offset = isFar ? Math.sign(middle) * 10 ** Math.floor(Math.log10(Math.abs(middle))) : 0;
  return { scale: 10 ** Math.floor(Math.log10(width / bins)), offset };
}

/** How far off a whole number of steps may be, in steps: digits are lost far from zero. */
function isClose(rest: number, edge: number, step: number, offset: number): boolean {
  const away = Math.abs(offset);
  const tolerance =
    away > 0 ? Math.min(0.4999, Math.max(1e-10, 10 ** (Math.log10(away / step) - 12))) : 1e-10;
  return Math.abs(rest - edge) < tolerance;
}

function divided(x: number, step: number): [number, number] {
  const rest = ((x % step) + step) % step;
  return [Math.round((x - rest) / step), rest];
}

function lastMultiple(x: number, step: number, offset: number): number {
  const [count, rest] = divided(x, step);
  return isClose(rest / step, 1, step, offset) ? count + 1 : count;
}

function firstMultiple(x: number, step: number, offset: number): number {
  const [count, rest] = divided(x, step);
  return isClose(rest / step, 0, step, offset) ? count : count + 1;
}
