/** A value that does not fit: shapes that do not broadcast, a wrong length, an empty reduction. */
export class ValueError extends Error {
  override readonly name: string = 'ValueError';
}

/** An index outside the array, or one that cannot index it. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
}

/** An axis that the array does not have. */
export class AxisError extends ValueError {
  override readonly name = 'AxisError';
}

/** A whole number that its type cannot hold. */
export class OverflowError extends Error {
  override readonly name = 'OverflowError';
}

/** A matrix that a computation cannot take, such as a singular one. */
export class LinAlgError extends ValueError {
  override readonly name = 'LinAlgError';
}

/** A shape as Python writes a tuple: `()`, `(3,)`, `(2, 3)`; in most errors without the space. */
export function tuple(shape: readonly number[], separator = ','): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(separator)})`;
}
