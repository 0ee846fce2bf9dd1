/** Lines are filled up to this width. */
const width = 76;

/** Elements up to this length share lines when there are many of them. */
const shortElement = 16;

/** Puts short elements in columns, numbers to the right. */
function columns(entries: string[], indent: number): string[] {
  const aligned = entries.every(entry => /^-?[\d.]|^(NaN|-?Infinity|\.\.\.)/.test(entry));
  const cell = Math.max(...entries.map(entry => entry.length));
  const perLine = Math.max(1, Math.min(20, Math.floor((width - indent - 2) / (cell + 2))));
  const rows: string[] = [];
  for (let i = 0; i < entries.length; i += perLine) {
    const row = entries.slice(i, i + perLine).map((entry, j, all) => {
      if (aligned) return entry.padStart(cell);
      return j < all.length - 1 || i + perLine < entries.length ? entry : entry.trimEnd();
    });
    rows.push(
      row
        .map((entry, j) => (aligned || j === row.length - 1 ? entry : `${entry},`.padEnd(cell + 1)))
        .join(aligned ? ', ' : ' ')
    );
  }
  return rows;
}

/**
 * Puts entries between brackets: on one line where they fit, otherwise a line each; with `grid`,
 * many short ones in columns. Entries of several lines are indented.
 */
export function arrange(
  open: string,
  entries: string[],
  close: string,
  indent: number,
  layout: 'list' | 'grid' = 'list'
): string {
  if (entries.length === 0) return open + close;
  const length = entries.reduce((sum, entry) => sum + entry.length + 2, indent);
  if (length <= width && !entries.some(entry => entry.includes('\n'))) {
    return `${open} ${entries.join(', ')} ${close}`;
  }
  const last = entries.at(-1) ?? '';
  const tail = last.startsWith('... ') ? [last] : [];
  const items = tail.length > 0 ? entries.slice(0, -1) : entries;
  const short = items.length > 6 && items.every(entry => entry.length <= shortElement);
  const rows = layout === 'grid' && short ? columns(items, indent) : items;
  const lines = [...rows, ...tail].map(row => `  ${row.replaceAll('\n', '\n  ')}`);
  return `${open}\n${lines.join(',\n')}\n${close}`;
}
