import named from './colors.json';
import { quoted, ValueError } from './errors';
import { rcParams } from './rc';

/**
 * A colour: `'C0'`, `'red'`, `'tab:blue'`, `'r'`, `'#1f77b4'`, a grey as `'0.5'`, `'none'`, or
 * `[r, g, b]` and `[r, g, b, a]` between 0 and 1.
 */
export type Color = string | readonly number[];

/** A colour as it goes into a plot. */
export interface Paint {
  /** `#rrggbb`, or `none`. */
  hex: string;
  /** Between 0 and 1. */
  alpha: number;
}

const LETTERS: Readonly<Record<string, string>> = {
  b: '#0000ff',
  g: '#008000',
  r: '#ff0000',
  c: '#00bfbf',
  m: '#bf00bf',
  y: '#bfbf00',
  k: '#000000',
  w: '#ffffff'
};

const TABLEAU: Readonly<Record<string, string>> = {
  'tab:blue': '#1f77b4',
  'tab:orange': '#ff7f0e',
  'tab:green': '#2ca02c',
  'tab:red': '#d62728',
  'tab:purple': '#9467bd',
  'tab:brown': '#8c564b',
  'tab:pink': '#e377c2',
  'tab:gray': '#7f7f7f',
  'tab:grey': '#7f7f7f',
  'tab:olive': '#bcbd22',
  'tab:cyan': '#17becf'
};

/** Whether a single letter names a colour. */
export const isColorLetter = (letter: string): boolean => letter in LETTERS;

const component = (value: number): string =>
  Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');

/** Red, green and blue between 0 and 1 as `#rrggbb`. */
export const toHex = (rgb: readonly number[]): string =>
  `#${rgb.slice(0, 3).map(component).join('')}`;

/** A colour in Matplotlib's words as `#rrggbb` with its opacity; undefined for what is none. */
export function parseColor(color: unknown): Paint | undefined {
  if (Array.isArray(color)) {
    const parts = color as number[];
    const isColor =
      (parts.length === 3 || parts.length === 4) && parts.every(part => part >= 0 && part <= 1);
    return isColor ? { hex: toHex(parts), alpha: parts[3] ?? 1 } : undefined;
  }
  if (typeof color !== 'string') return undefined;
  const opaque = (hex: string | undefined) => (hex === undefined ? undefined : { hex, alpha: 1 });
  if (color.toLowerCase() === 'none') return { hex: 'none', alpha: 0 };
  if (/^C\d+$/.test(color)) {
    const cycle = rcParams['axes.prop_cycle'];
    return parseColor(cycle[Number(color.slice(1)) % cycle.length]);
  }
  if (/^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(color)) return fromHex(color.toLowerCase());
  if (/^(0?\.\d+|0|1|[01]\.0*|0\.\d*)$/.test(color)) {
    const grey = Number(color);
    return opaque(toHex([grey, grey, grey]));
  }
  const known: Readonly<Record<string, string>> = named;
  return opaque(LETTERS[color] ?? TABLEAU[color.toLowerCase()] ?? known[color.toLowerCase()]);
}

function fromHex(color: string): Paint {
  const digits = color.slice(1);
  const full = digits.length <= 4 ? [...digits].map(digit => digit + digit).join('') : digits;
  const alpha = full.length === 8 ? parseInt(full.slice(6), 16) / 255 : 1;
  return { hex: `#${full.slice(0, 6)}`, alpha };
}

/** @throws ValueError in Matplotlib's words for what is no colour */
export function toPaint(color: unknown, name = 'color'): Paint {
  const paint = parseColor(color);
  if (!paint) {
    throw new ValueError(
      `${quoted(color)} is not a valid value for ${name}: supported inputs are (r, g, b) and ` +
        "(r, g, b, a) 0-1 float tuples; '#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named " +
        "color strings; string reprs of 0-1 floats for grayscale values; 'C0', 'C1', ... strings " +
        'for colors of the color cycle; and pairs combining one of the above with an alpha value'
    );
  }
  return paint;
}
