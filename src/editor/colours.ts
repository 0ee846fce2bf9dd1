/** A colour as the browser computes it, such as `rgb(0, 128, 0)`, as Monaco wants it: `#008000`. */
export function hexOf(colour: string): string | undefined {
  const isFraction = colour.startsWith('color(');
  const numbers = colour.match(/-?[\d.]+%?/g)?.map(parseFloat) ?? [];
  const [red, green, blue, alpha = 1] = numbers.map((value, index) =>
    isFraction && index < 3 ? value * 255 : value
  );
  if (!/^(rgba?|color)\(/.test(colour) || blue === undefined) {
    return undefined;
  }
  const parts = [red ?? 0, green ?? 0, blue, ...(alpha < 1 ? [alpha * 255] : [])];
  return `#${parts.map(twoDigits).join('')}`;
}

function twoDigits(value: number): string {
  const byte = Math.max(0, Math.min(255, Math.round(value)));
  return byte.toString(16).padStart(2, '0');
}
