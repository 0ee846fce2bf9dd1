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

/**
 * The colour itself, or as little lighter or darker as makes it readable on each of the backgrounds,
 * as far as one colour can be: WCAG asks for a contrast of 4.5 for text.
 *
 * @param colour as `#rrggbb`, like the backgrounds
 */
export function readableOn(colour: string, backgrounds: readonly string[], contrast = 4.5): string {
  const darkest = Math.min(1, ...backgrounds.map(luminance));
  // Black is further away than white from what is lighter than this.
  const goal = darkest > 0.18 ? 0 : 255;
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, goal, share);
    if (backgrounds.every(background => contrastOf(mixed, background) >= contrast)) {
      return mixed;
    }
  }
  return mix(colour, goal, 1);
}

function mix(colour: string, goal: number, share: number): string {
  return `#${bytesOf(colour)
    .map(byte => twoDigits(byte + (goal - byte) * share))
    .join('')}`;
}

function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** How bright a colour looks, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = bytesOf(colour).map(byte => {
    const part = byte / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const bytesOf = (colour: string): number[] =>
  [1, 3, 5].map(start => parseInt(colour.slice(start, start + 2), 16));
