/** Whether one of two names is likely to be the other, typed wrongly. */
export function isNear(a: string, b: string): boolean {
  const allowed = Math.floor(Math.max(a.length, b.length) / 3);
  return (
    allowed > 0 &&
    Math.abs(a.length - b.length) <= allowed &&
    distance(a.toLowerCase(), b.toLowerCase()) <= allowed
  );
}

/** Letters to put in, take out or change to make one text the other (Levenshtein). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
