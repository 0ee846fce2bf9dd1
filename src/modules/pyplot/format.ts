import { isColorLetter, parseColor, type Color } from './color';
import { quoted, ValueError } from './errors';
import { isMarker } from './markers';
import { rcParams } from './rc';

/** What a format such as `'r--o'` says. */
export interface Format {
  linestyle?: string;
  marker?: string;
  color?: Color;
}

const LINE_STYLES = ['-', '--', '-.', ':', ' '];

/**
 * Reads a format by Matplotlib's rules: a colour's letter, a marker and a line in any order, or a
 * colour alone. A marker without a line draws none.
 * @throws ValueError in Matplotlib's words
 */
export function parseFormat(format: string): Format {
  if (parseColor(format) && !/^[1-4]$/.test(format)) {
    return { color: format, linestyle: undefined, marker: undefined };
  }
  const refuse = (reason: string) =>
    new ValueError(`${quoted(format)} is not a valid format string (${reason})`);
  const found: { linestyle?: string; marker?: string; color?: string } = {};
  const take = (kind: keyof typeof found, words: string, text: string): number => {
    if (found[kind] !== undefined) throw refuse(`two ${words} symbols`);
    found[kind] = text;
    return text.length;
  };
  let at = 0;
  while (at < format.length) {
    const [one, two] = [format[at] ?? '', format.slice(at, at + 2)];
    const cycled = /^C\d+/.exec(format.slice(at))?.[0];
    if (LINE_STYLES.includes(two)) at += take('linestyle', 'linestyle', two);
    else if (LINE_STYLES.includes(one)) at += take('linestyle', 'linestyle', one);
    else if (isMarker(one)) at += take('marker', 'marker', one);
    else if (isColorLetter(one)) at += take('color', 'color', one);
    else if (cycled) at += take('color', 'color', cycled);
    else if (one === 'C') throw refuse("'C' must be followed by a number");
    else throw refuse(`unrecognized character '${one}'`);
  }
  const bare = found.linestyle === undefined && found.marker === undefined;
  return {
    ...found,
    linestyle: found.linestyle ?? (bare ? rcParams['lines.linestyle'] : 'None'),
    marker: found.marker ?? 'None'
  };
}

/** The lengths of dashes and gaps, in units of the line's width; undefined draws no line. */
export function dashesOf(
  linestyle: string | readonly [number, readonly number[]]
): number[] | undefined {
  if (typeof linestyle !== 'string') return [...linestyle[1]];
  switch (linestyle) {
    case '-':
    case 'solid':
      return [];
    case '--':
    case 'dashed':
      return [3.7, 1.6];
    case '-.':
    case 'dashdot':
      return [6.4, 1.6, 1, 1.6];
    case ':':
    case 'dotted':
      return [1, 1.65];
    case 'None':
    case 'none':
    case ' ':
    case '':
      return undefined;
    default:
      throw new ValueError(`${quoted(linestyle)} is not a valid value for ls.`);
  }
}
