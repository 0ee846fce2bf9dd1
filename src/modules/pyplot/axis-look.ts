import type { Text } from './artists/text';
import { toPaint, type Color } from './color';
import { dashesOf } from './format';
import { rcParams } from './rc';

/** How the lines of a grid are drawn. */
export interface GridOptions {
  axis?: 'both' | 'x' | 'y';
  color?: Color;
  c?: Color;
  linestyle?: string;
  ls?: string;
  linewidth?: number;
  lw?: number;
  alpha?: number;
}

/** The look of a grid, or undefined where none is drawn. */
export interface Grid {
  color: string;
  isDefault: boolean;
  dashes: number[];
  width: number;
  alpha: number;
}

/** How ticks are drawn. */
export interface TickParams {
  axis?: 'both' | 'x' | 'y';
  /** Degrees, counterclockwise. */
  rotation?: number;
  labelrotation?: number;
  labelsize?: number | string;
  labelcolor?: Color;
  length?: number;
}

/** What is particular to one of the two axes of a plot. */
export interface AxisLook {
  label: Text | undefined;
  grid: Grid | undefined;
  isVisible: boolean;
  hasLabels: boolean;
  orient: 'bottom' | 'top' | 'left' | 'right';
  params: TickParams;
}

/** The look of a grid, by its options and else by the style. */
export function gridOf(options: GridOptions): Grid {
  const color = options.color ?? options.c;
  const width = options.linewidth ?? options.lw ?? rcParams['grid.linewidth'];
  const style = options.linestyle ?? options.ls ?? rcParams['grid.linestyle'];
  return {
    color: toPaint(color ?? rcParams['grid.color']).hex,
    isDefault: color === undefined,
    dashes: (dashesOf(style) ?? []).map(dash => dash * width),
    width,
    alpha: options.alpha ?? rcParams['grid.alpha']
  };
}
