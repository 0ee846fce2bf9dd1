/** A value that has the right type but cannot be used. Python: `ValueError`. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

/** A keyword that an artist does not have. Python: `AttributeError`. */
export class AttributeError extends Error {
  override readonly name = 'AttributeError';
}

/** A key that `rcParams` does not have. Python: `KeyError`. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** A value as Python would write it in a message. */
export const quoted = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

/** A shape as Python writes a tuple. */
export const tuple = (shape: readonly number[]): string =>
  `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

/** @throws ValueError that lists what is allowed */
export function checkOneOf<T extends string>(
  name: string,
  value: unknown,
  allowed: readonly T[]
): asserts value is T {
  if (!allowed.includes(value as T)) {
    const supported = allowed.map(quoted).join(', ');
    throw new ValueError(
      `${quoted(value)} is not a valid value for ${name}. Supported values are ${supported}`
    );
  }
}

/**
 * @throws AttributeError for a key that is not among those known: a misspelt option would
 * otherwise do nothing
 */
export function checkKeys(owner: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new AttributeError(`${owner} got an unexpected keyword argument '${unknown}'`);
  }
}
