/** What Keras throws where a value does not fit. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

/** A shape as Python writes it: `(None, 4)`. */
export function tuple(shape: readonly (number | null)[]): string {
  const lengths = shape.map(length => (length === null || length < 0 ? 'None' : String(length)));
  return lengths.length === 1 ? `(${lengths[0]},)` : `(${lengths.join(', ')})`;
}
