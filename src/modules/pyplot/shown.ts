import { AxesBase } from './axes-base';
import { Figure } from './figure';
import { ownerOf } from './owner';

/** The figure that a cell's value belongs to: of a figure, axes, an artist, or a list of them. */
export function figureOf(value: unknown): Figure | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Figure) return value;
  if (value instanceof AxesBase) return value.figure;
  if (Array.isArray(value)) {
    const figures = value.slice(0, 100).map(figureOf);
    return figures.every(figure => figure !== undefined) ? figures[0] : undefined;
  }
  return ownerOf(value);
}
