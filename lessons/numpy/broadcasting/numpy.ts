/** What the checkers use of an array of the module `numpy`. */
export interface NumPyArray {
  readonly shape: readonly number[];
  at(...index: unknown[]): NumPyArray;
  copy(): NumPyArray;
  negative(): NumPyArray;
  subtract(other: unknown): NumPyArray;
  divide(other: unknown): NumPyArray;
  multiply(other: unknown): NumPyArray;
  floorDivide(other: unknown): NumPyArray;
  equal(other: unknown): NumPyArray;
  astype(dtype: string): NumPyArray;
  round(decimals?: number): NumPyArray;
  sum(): number;
  sum(axis: unknown): NumPyArray;
  mean(): number;
  mean(axis: unknown): NumPyArray;
  std(): number;
  std(axis: unknown): NumPyArray;
  var(axis: unknown): NumPyArray;
  min(axis: unknown): NumPyArray;
  max(axis: unknown): NumPyArray;
  power(exponent: unknown): NumPyArray;
  argmin(axis: unknown): NumPyArray;
  argmax(axis: unknown): NumPyArray;
  readonly T: NumPyArray;
}

/** What the checkers use of the module `numpy`. */
export interface NumPy {
  array(data: unknown): NumPyArray;
  stack(arrays: readonly NumPyArray[]): NumPyArray;
  abs(a: unknown): NumPyArray;
  square(a: unknown): NumPyArray;
  isnan(a: unknown): NumPyArray;
  median(a: unknown): number;
  nanmean(a: unknown): number;
  nanmean(a: unknown, axis: unknown): NumPyArray;
  nansum(a: unknown, axis: unknown): NumPyArray;
  where(condition: unknown, x: unknown, y: unknown): NumPyArray;
}

/** The arguments that reduce each row to one number in a column. */
export const byRow = { axis: 1, keepdims: true } as const;
