import { quoted } from './errors';
import { rcParams, rcdefaults, snapshot } from './rc';
import styles from './styles.json';

/** A style that there is not. Python: `OSError`. */
class StyleError extends Error {
  override readonly name = 'OSError';
}

const sheets: Readonly<Record<string, object>> = styles;

/** The names of the style sheets. Matplotlib: `matplotlib.style.available`. */
export const available: readonly string[] = Object.keys(sheets).filter(name => name !== 'default');

/**
 * Draws what follows in a style: the name of a style sheet, settings by their names, or several of
 * them one after the other. Matplotlib: `matplotlib.style.use`, which also reads files.
 * @throws Error named OSError for a style that there is not
 */
export function use(style: string | object | readonly (string | object)[]): void {
  const given = Array.isArray(style) ? (style as (string | object)[]) : [style as string | object];
  for (const each of given) {
    if (each === 'default') rcdefaults();
    else Object.assign(rcParams, typeof each === 'string' ? sheet(each) : each);
  }
}

function sheet(name: string): object {
  const found = Object.hasOwn(sheets, name) ? sheets[name] : undefined;
  if (!found) {
    throw new StyleError(
      `${quoted(name)} is not a valid package style, path of style file, URL of style file, or ` +
        'library style name (library styles are listed in `style.available`)'
    );
  }
  return found;
}

/**
 * Calls a function that draws in a style, and goes back to the settings there were.
 * Matplotlib: `matplotlib.style.context`, which is used by `with`.
 */
export function context<T>(style: Parameters<typeof use>[0], draw: () => T): T {
  const restore = snapshot();
  try {
    use(style);
    return draw();
  } finally {
    restore();
  }
}
