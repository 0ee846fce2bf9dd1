import type { Figure } from './figure';

/** In which figure an artist was drawn; artists do not know it themselves. */
const owners = new WeakMap<object, Figure>();

/** Notes in which figure something was drawn. */
export function own<T extends object>(value: T, figure: Figure): T {
  owners.set(value, figure);
  return value;
}

export const ownerOf = (value: object): Figure | undefined => owners.get(value);
