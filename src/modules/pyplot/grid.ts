import type { Axes } from './axes';
import type { Position } from './axes-base';
import { ValueError } from './errors';
import { rcParams } from './rc';

/** Which axes of a grid share a scale. */
export type Share = boolean | 'all' | 'row' | 'col' | 'none';

/** The axes of a grid that the next one shares a scale with, the first of them. */
export function shareOf(
  share: Share,
  grid: readonly Axes[][],
  row: number,
  column: number
): Axes | undefined {
  switch (share) {
    case true:
    case 'all':
      return grid[0]?.[0];
    case 'row':
      return grid[row]?.[0];
    case 'col':
      return grid[0]?.[column];
    default:
      return undefined;
  }
}

/** Where cells begin and end along one side, in parts of the figure. */
function cells(
  from: number,
  to: number,
  ratios: readonly number[],
  space: number
): [number, number][] {
  const count = ratios.length;
  const cell = (to - from) / (count + space * (count - 1));
  const total = ratios.reduce((sum, ratio) => sum + ratio, 0);
  let at = from;
  return ratios.map(ratio => {
    const start = at;
    const end = start + (cell * count * ratio) / total;
    at = end + cell * space;
    return [start, end];
  });
}

/**
 * The place of a cell of a grid, counted by rows from 1, or from one cell to another.
 * @throws ValueError for a cell that the grid does not have
 */
export function gridPosition(
  rows: number,
  columns: number,
  index: number | readonly [number, number],
  widthRatios: readonly number[] = Array.from({ length: columns }, () => 1),
  heightRatios: readonly number[] = Array.from({ length: rows }, () => 1)
): Position {
  const [first, last] = typeof index === 'number' ? [index, index] : index;
  for (const each of [first, last]) {
    if (!Number.isInteger(each) || each < 1 || each > rows * columns) {
      throw new ValueError(
        `num must be an integer with 1 <= num <= ${rows * columns}, not ${each}`
      );
    }
  }
  const side = (name: 'left' | 'right' | 'bottom' | 'top') => rcParams[`figure.subplot.${name}`];
  const across = cells(side('left'), side('right'), widthRatios, rcParams['figure.subplot.wspace']);
  const up = cells(
    1 - side('top'),
    1 - side('bottom'),
    heightRatios,
    rcParams['figure.subplot.hspace']
  );
  const places = [first - 1, last - 1];
  const columnsOf = places.map(place => place % columns);
  const rowsOf = places.map(place => Math.floor(place / columns));
  const [left = 0] = across[Math.min(...columnsOf)] ?? [];
  const [, right = 1] = across[Math.max(...columnsOf)] ?? [];
  const [top = 0] = up[Math.min(...rowsOf)] ?? [];
  const [, bottom = 1] = up[Math.max(...rowsOf)] ?? [];
  return { left, bottom: 1 - bottom, width: right - left, height: bottom - top };
}
