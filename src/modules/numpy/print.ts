/** What a printer is told of an array; elements are in row-major order. */
export interface Printable {
  readonly shape: readonly number[];
  readonly dtype: string;
  values(): ArrayLike<number | bigint>;
}

type Printer = (array: Printable) => string;

let printer: Printer = array => `array ${array.dtype} [${array.shape.join(', ')}]`;

/** Gives arrays the layout that their text has; whoever shows values to the learner has one. */
export function usePrinter(print: Printer): void {
  printer = print;
}

/** The array as Python's `print` shows it. */
export const print = (array: Printable) => printer(array);
