/** Rows under headings, as text with columns as wide as they need to be. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[]
): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0)));
  return all
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

/** Rows under headings as CSV (RFC 4180). */
export function csvTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[]
): string {
  return [headings, ...rows].map(row => row.map(quoted).join(',')).join('\r\n');
}

function quoted(cell: string): string {
  // A spreadsheet would take a cell that begins like this for a formula.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
