import { asNumbers, dtypeOf, isDisposed, shapeOf } from './array';

/** Elements of an array up to which it is shown whole. */
const WHOLE = 8;
const LONGEST = 80;

/** A value in a few words, for a message to the learner. */
export function show(value: unknown): string {
  if (typeof value === 'number') {
    return showNumber(value);
  }
  if (typeof value === 'string') {
    return cut(JSON.stringify(value));
  }
  if (typeof value === 'function') {
    return value.name ? `the function ${value.name}` : 'a function';
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'bigint' ? `${value}n` : String(value);
  }
  return isDisposed(value) ? 'a tensor that was disposed' : showObject(value);
}

/** A shape as the learner meets it. */
export function showShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Six digits, which is what float32 is sure of. */
export function showNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function showObject(value: object): string {
  const numbers = asNumbers(value);
  if (numbers && numbers.data.length <= WHOLE) {
    return nested(Array.from(numbers.data), numbers.shape);
  }
  const shape = shapeOf(value);
  if (shape) {
    const dtype = dtypeOf(value);
    return `an array of shape ${showShape(shape)}${dtype ? ` and dtype ${dtype}` : ''}`;
  }
  if (value instanceof Promise) {
    return 'a Promise';
  }
  try {
    return cut(JSON.stringify(value) ?? String(value));
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function nested(data: number[], [length, ...inner]: readonly number[]): string {
  if (length === undefined) {
    return showNumber(data[0] ?? NaN);
  }
  const step = inner.reduce((product, part) => product * part, 1);
  const parts = Array.from({ length }, (_, index) =>
    nested(data.slice(index * step, (index + 1) * step), inner)
  );
  return `[${parts.join(', ')}]`;
}

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
