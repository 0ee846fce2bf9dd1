import type { LimitArguments } from '../axes-base';
import type { GridOptions, TickParams } from '../axis-look';
import type { ScaleOptions, Side } from '../axis-scale';
import type { Text, TextOptions } from '../artists/text';
import { currentAxes } from '../manager';
import type { Data } from '../values';

/** The title of the current axes. Matplotlib: `matplotlib.pyplot.title`. */
export function title(
  label: string,
  options?: TextOptions & { loc?: 'left' | 'center' | 'right' }
): Text {
  return currentAxes().setTitle(label, options);
}

/** What the horizontal axis shows. Matplotlib: `matplotlib.pyplot.xlabel`. */
export function xlabel(label: string, options?: TextOptions): Text {
  return currentAxes().setXlabel(label, options);
}

/** What the vertical axis shows. Matplotlib: `matplotlib.pyplot.ylabel`. */
export function ylabel(label: string, options?: TextOptions): Text {
  return currentAxes().setYlabel(label, options);
}

/** Sets the ends of the horizontal axis, or gives them. Matplotlib: `matplotlib.pyplot.xlim`. */
export function xlim(...limits: LimitArguments | []): [number, number] {
  return limits.length === 0 ? currentAxes().getXlim() : currentAxes().setXlim(...limits);
}

/** Sets the ends of the vertical axis, or gives them. Matplotlib: `matplotlib.pyplot.ylim`. */
export function ylim(...limits: LimitArguments | []): [number, number] {
  return limits.length === 0 ? currentAxes().getYlim() : currentAxes().setYlim(...limits);
}

/** `'linear'`, `'log'` or `'symlog'`. Matplotlib: `matplotlib.pyplot.xscale`, which has more of them. */
export function xscale(scale: string, options?: ScaleOptions): void {
  currentAxes().setXscale(scale, options);
}

/** `'linear'`, `'log'` or `'symlog'`. Matplotlib: `matplotlib.pyplot.yscale`, which has more of them. */
export function yscale(scale: string, options?: ScaleOptions): void {
  currentAxes().setYscale(scale, options);
}

/** What a tick says and where it stands. */
export interface TickTexts {
  ticks: number[];
  labels: string[];
}

function ticksOf(
  side: Side,
  ticks?: Data,
  labels?: readonly string[],
  options?: { rotation?: number }
): TickTexts {
  const axes = currentAxes();
  const scale = axes.scaleOf(side);
  if (ticks !== undefined) {
    if (side === 'x') axes.setXticks(ticks, labels);
    else axes.setYticks(ticks, labels);
  }
  if (options) axes.tickParams({ axis: side, ...options });
  const { major, labels: texts } = scale.ticks();
  return { ticks: major, labels: texts };
}

/**
 * Where ticks stand and what they say; without arguments what there is.
 * Matplotlib: `matplotlib.pyplot.xticks`.
 * @throws ValueError where there are not as many labels as ticks
 */
export function xticks(
  ticks?: Data,
  labels?: readonly string[],
  options?: { rotation?: number }
): TickTexts {
  return ticksOf('x', ticks, labels, options);
}

/**
 * Where ticks stand and what they say; without arguments what there is.
 * Matplotlib: `matplotlib.pyplot.yticks`.
 * @throws ValueError where there are not as many labels as ticks
 */
export function yticks(
  ticks?: Data,
  labels?: readonly string[],
  options?: { rotation?: number }
): TickTexts {
  return ticksOf('y', ticks, labels, options);
}

/** Draws a grid in the current axes, or with `false` none. Matplotlib: `matplotlib.pyplot.grid`. */
export function grid(visible?: boolean | GridOptions, options?: GridOptions): void {
  currentAxes().grid(visible, options);
}

/** How the ticks of the current axes are drawn. Matplotlib: `matplotlib.pyplot.tick_params`. */
export function tickParams(params: TickParams): void {
  currentAxes().tickParams(params);
}

/** The part of the data's width that is left free. Matplotlib: `matplotlib.pyplot.margins`. */
export function margins(x: number, y?: number): void {
  currentAxes().margins(x, y);
}

/** Hides both axes, shows them, or sets all limits. Matplotlib: `matplotlib.pyplot.axis`. */
export function axis(mode: 'on' | 'off' | 'equal' | 'tight' | 'auto' | readonly number[]): void {
  currentAxes().axis(mode);
}
