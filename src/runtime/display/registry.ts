import type { Formatter } from '../../modules';

export type { Formatter };

const formatters: Formatter[] = [];

/** Adds a formatter; the one added last is asked first. */
export function registerFormatter<T>(formatter: Formatter<T>): void {
  formatters.unshift(formatter);
}

/**
 * The formatter for a value, if need be among those that can give its text or label only; one whose
 * `matches` throws (a proxy, a getter) does not match.
 */
export function findFormatter(value: unknown, gives?: 'text' | 'label'): Formatter | undefined {
  return formatters.find(formatter => {
    if (gives && !formatter[gives]) return false;
    try {
      return formatter.matches(value);
    } catch {
      return false;
    }
  });
}
