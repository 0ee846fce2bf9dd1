import type { MimeBundle } from '../../protocol/runtime';

/** How one kind of value is shown. */
export interface Formatter<T = unknown> {
  /** Whether this formatter shows the value; must be cheap and must not change the value. */
  matches(value: unknown): value is T;
  /** The value in one or more MIME types, `text/plain` among them. */
  render(value: T): MimeBundle | Promise<MimeBundle>;
  /** The text `console.log` prints for the value; without it the value's properties are listed. */
  text?(value: T): string;
  /** One line for the value inside another one, such as `Tensor float32 [2, 3]`. */
  label?(value: T): string;
}

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
