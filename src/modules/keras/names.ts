const counts = new Map<string, number>();

/** `BatchNormalization` → `batch_normalization`, `Conv2D` → `conv2d`, as Keras does. */
export const snakeCase = (name: string): string =>
  name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** The name for another one of its kind: `dense`, then `dense_1`, … */
export function autoName(kind: string): string {
  const base = snakeCase(kind);
  const count = counts.get(base) ?? 0;
  counts.set(base, count + 1);
  return count === 0 ? base : `${base}_${count}`;
}

/** Begins to count anew. */
export const forgetNames = (): void => counts.clear();

/** A name as cells write it (`valLoss`, `meanSquaredError`), or as Python does, in Python's way. */
export const pythonName = (name: string): string =>
  /^[a-z]/.test(name) ? name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`) : name;
