import { inspect } from './inspect';

function text(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return inspect(value);
  }
}

/** `Number` and its kin throw on a symbol; a console prints NaN. */
function number(value: unknown, convert: (value: unknown) => number): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol' || (typeof value === 'object' && value !== null)) return 'NaN';
  return inspect(convert(value));
}

function substitute(directive: string, value: unknown): string {
  switch (directive) {
    case 's':
      return text(value);
    case 'd':
      return number(value, Number);
    case 'i':
      return number(value, x => Number.parseInt(String(x), 10));
    case 'f':
      return number(value, x => Number.parseFloat(String(x)));
    case 'j':
      return json(value);
    case 'c':
      return '';
    default:
      return inspect(value);
  }
}

/**
 * What `console.log(...args)` prints: strings as they are, everything else as `inspect` writes it,
 * separated by spaces. A first argument with `%s`, `%d`, `%i`, `%f`, `%o`, `%O`, `%j`, `%c` takes
 * its values from the arguments that follow; `%c` (a style) prints nothing.
 */
export function formatLog(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string' || rest.length === 0) return args.map(text).join(' ');
  let used = 0;
  const head = first.replace(/%([sdifjoOc%])/g, (match, directive: string) => {
    if (directive === '%') return '%';
    return used < rest.length ? substitute(directive, rest[used++]) : match;
  });
  return [head, ...rest.slice(used).map(text)].join(' ');
}
