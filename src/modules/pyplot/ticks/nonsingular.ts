/** A range that has a width: where its ends are, or nearly are, the same it is widened. */
export function nonsingular(
  from: number,
  to: number,
  expander = 0.001,
  tiny = 1e-15
): [number, number] {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return [-expander, expander];
  const isSwapped = to < from;
  let [low, high] = isSwapped ? [to, from] : [from, to];
  const greatest = Math.max(Math.abs(low), Math.abs(high));
  if (greatest < (1e6 / tiny) * 2.2250738585072014e-308) {
    [low, high] = [-expander, expander];
  } else if (high - low <= greatest * tiny) {
    if (high === 0 && low === 0) {
      [low, high] = [-expander, expander];
    } else {
      [low, high] = [low - expander * Math.abs(low), high + expander * Math.abs(high)];
    }
  }
  return isSwapped ? [high, low] : [low, high];
}

/** How often a positive number goes into another, by the rest: as Python's `//` rounds. */
export function floorDivided(value: number, by: number): number {
  const rest = ((value % by) + by) % by;
  return Math.round((value - rest) / by);
}
