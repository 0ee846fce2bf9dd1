const DAY = 86_400_000;

/** Days since the beginning of 1970, as Matplotlib counts dates. */
export const toDays = (date: Date): number => date.getTime() / DAY;
/** Milliseconds since the beginning of 1970, as Vega counts dates. */
export const toMilliseconds = (days: number): number => Math.round(days * DAY);

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Units from the largest, each with the steps that ticks may have and how many there may be. */
const UNITS: readonly { unit: Unit; days: number; steps: readonly number[]; most: number }[] = [
  {
    unit: 'year',
    days: 365.2425,
    steps: [1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000],
    most: 11
  },
  { unit: 'month', days: 365.2425 / 12, steps: [1, 2, 3, 4, 6], most: 12 },
  { unit: 'day', days: 1, steps: [1, 2, 3, 7, 14, 21], most: 11 },
  { unit: 'hour', days: 1 / 24, steps: [1, 2, 3, 4, 6, 12], most: 12 },
  { unit: 'minute', days: 1 / 1440, steps: [1, 5, 10, 15, 30], most: 11 },
  { unit: 'second', days: 1 / 86_400, steps: [1, 5, 10, 15, 30], most: 11 }
];

/** Ticks at round years, months, days, hours, minutes or seconds. Matplotlib: `AutoDateLocator`. */
export function dateTicks(low: number, high: number): number[] {
  const found = UNITS.find(({ days }) => Math.floor((high - low) / days) >= 5) ?? UNITS.at(-1);
  if (!found) return [];
  const count = Math.floor((high - low) / found.days);
  const step =
    found.steps.find(each => count <= each * (found.most - 1)) ?? found.steps.at(-1) ?? 1;
  return ticksOf(found.unit, step, low, high);
}

function ticksOf(unit: Unit, step: number, low: number, high: number): number[] {
  const ticks: number[] = [];
  const start = new Date(toMilliseconds(low));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  if (unit === 'year' || unit === 'month') {
    const months = unit === 'year' ? 12 * step : step;
    const first =
      unit === 'year'
        ? Math.floor(year / step) * step * 12
        : year * 12 + Math.floor(month / step) * step;
    for (let at = first; ; at += months) {
      const tick = Date.UTC(Math.floor(at / 12), at % 12) / DAY;
      if (tick > high) return ticks;
      if (tick >= low) ticks.push(tick);
    }
  }
  if (unit === 'day') {
    // Days begin anew each month: 1, 3, 5 …; the last ones before the next month are left out.
    for (let day = Math.floor(low); day <= high; day += 1) {
      const date = new Date(toMilliseconds(day)).getUTCDate();
      const isTick = (date - 1) % step === 0 && (step < 7 || date <= 31 - step / 2);
      if (day >= low && isTick) ticks.push(day);
    }
    return ticks;
  }
  const size = step * (UNITS.find(each => each.unit === unit)?.days ?? 1);
  const first = Math.ceil(low / size - 1e-9);
  for (let at = first; at * size <= high * (1 + 1e-15); at += 1) ticks.push(at * size);
  return ticks;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Labels in the largest unit that tells the ticks apart. Matplotlib: `AutoDateFormatter`. */
export function dateLabels(ticks: readonly number[]): string[] {
  const gap = ticks.length > 1 ? ((ticks.at(-1) ?? 0) - (ticks[0] ?? 0)) / (ticks.length - 1) : 1;
  return ticks.map(tick => {
    const date = new Date(toMilliseconds(tick));
    const [year, month, day] = [
      date.getUTCFullYear(),
      two(date.getUTCMonth() + 1),
      two(date.getUTCDate())
    ];
    const [hour, minute, second] = [
      date.getUTCHours(),
      date.getUTCMinutes(),
      date.getUTCSeconds()
    ].map(two);
    if (gap >= 360) return `${year}`;
    if (gap >= 27) return `${year}-${month}`;
    if (gap >= 0.999) return `${year}-${month}-${day}`;
    if (gap >= 0.99 / 24) return `${month}-${day} ${hour}`;
    if (gap >= 0.99 / 1440) return `${day} ${hour}:${minute}`;
    return `${hour}:${minute}:${second}`;
  });
}
