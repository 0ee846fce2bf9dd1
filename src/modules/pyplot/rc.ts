import { KeyError } from './errors';
import styles from './styles.json';

/** The settings that figures are made by; the names are Matplotlib's. */
export type RcParams = (typeof styles)['default'];

const defaults = (): RcParams => structuredClone(styles.default);
const current = defaults();

/** Settings that somebody has chosen: all others follow the theme of the page. */
const chosen = new Set<string>();

/**
 * The settings that new figures are made by, such as `rcParams['lines.linewidth'] = 2`.
 * Matplotlib: `matplotlib.pyplot.rcParams`, which has more of them.
 * @throws KeyError for a setting that there is not
 */
export const rcParams: RcParams = new Proxy(current, {
  get: (target, key) => Reflect.get(target, check(key)) as unknown,
  set(target, key, value) {
    chosen.add(String(check(key)));
    return Reflect.set(target, key, value);
  }
});

function check(key: string | symbol): string | symbol {
  if (typeof key === 'string' && !(key in current) && key !== 'toJSON' && key !== 'then') {
    throw new KeyError(`'${key}' is not a valid value for rcParam.`);
  }
  return key;
}

/** Whether a setting is somebody's choice rather than the default. */
export const isChosen = (key: keyof RcParams): boolean => chosen.has(key);

/** Several settings of one group: `rc('lines', { linewidth: 2 })`. Matplotlib: `matplotlib.pyplot.rc`. */
export function rc(group: string, settings: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(settings)) {
    Reflect.set(rcParams, `${group}.${name}`, value);
  }
}

/** All settings as they were at first. Matplotlib: `matplotlib.pyplot.rcdefaults`. */
export function rcdefaults(): void {
  Object.assign(current, defaults());
  chosen.clear();
}

/** Settings and which of them were chosen, to go back to. */
export function snapshot(): () => void {
  const [values, names] = [structuredClone(current), [...chosen]];
  return () => {
    Object.assign(current, values);
    chosen.clear();
    names.forEach(name => chosen.add(name));
  };
}

const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 0.579,
  'x-small': 0.694,
  small: 0.833,
  medium: 1,
  large: 1.2,
  'x-large': 1.44,
  'xx-large': 1.728
};

/** A font's size in points: a number, or a word such as `'large'` relative to `font.size`. */
export function fontSize(size: number | string): number {
  return typeof size === 'number' ? size : (SIZES[size] ?? 1) * rcParams['font.size'];
}
