import type { Layer } from '../artists/artist';
import type { AxesBase } from '../axes-base';
import type { Colorbar } from '../colorbar';
import { fontSize, rcParams } from '../rc';
import { round, sceneOf } from './scene';
import { INK } from './theme';

/** How many times as long as wide a bar is. */
const ASPECT = 20;

/** A colour bar as a view of its own, as long as the axes that it stands beside. */
export function colorbarView(bar: Colorbar, beside: AxesBase | undefined): Layer {
  const scene = sceneOf(beside ?? bar.ax);
  const { shrink = 1 } = bar.options;
  const { isVertical } = bar;
  const length = Math.round((isVertical ? scene.height : scene.width) * shrink);
  const thickness = Math.max(8, Math.round(length / ASPECT));
  const [width, height] = isVertical ? [thickness, length] : [length, thickness];
  const [low, high] = bar.ends();
  const slack = Math.abs(high - low) * 1e-10;
  const { values, labels } = bar.ticks();
  const shown = values
    .map((value, i) => ({ value, label: labels[i] ?? '' }))
    .filter(({ value }) => value >= low - slack && value <= high + slack);
  const numbers = {
    type: 'quantitative',
    title: bar.label === '' ? null : bar.label,
    scale: { domain: [low, high], nice: false, zero: false, round: true },
    axis: {
      orient: isVertical ? 'right' : 'bottom',
      values: shown.map(({ value }) => value),
      labelExpr: `${JSON.stringify(shown.map(({ label }) => label))}[indexof(${JSON.stringify(shown.map(({ value }) => value))}, datum.value)]`,
      grid: false,
      style: INK,
      tickSize: scene.px(rcParams['ytick.major.size']),
      tickWidth: scene.px(rcParams['ytick.major.width']),
      labelFontSize: scene.px(fontSize(rcParams['ytick.labelsize'])),
      titleFontSize: scene.px(fontSize(rcParams['axes.labelsize'])),
      titleFontWeight: 'normal'
    }
  };
  const colors = {
    description: 'colours',
    data: { values: bar.steps().map(({ from, to, color }) => ({ from, to, color })) },
    mark: { type: 'rect', strokeWidth: 0, opacity: 1 },
    encoding: {
      ...(isVertical
        ? { y: { field: 'from' }, y2: { field: 'to' }, x: { value: 0 }, x2: { value: width } }
        : { x: { field: 'from' }, x2: { field: 'to' }, y: { value: 0 }, y2: { value: height } }),
      fill: { field: 'color', type: 'nominal', scale: null }
    }
  };
  const line = [
    [0, 0, width, 0],
    [width, 0, width, height],
    [0, height, width, height],
    [0, 0, 0, height]
  ].map(([x, y, x2, y2]) => ({
    description: 'spine',
    data: { values: [{}] },
    mark: { type: 'rule', style: INK, strokeWidth: round(scene.px(0.8)) },
    encoding: { x: { value: x }, y: { value: y }, x2: { value: x2 }, y2: { value: y2 } }
  }));
  const encoding = isVertical ? { y: numbers } : { x: numbers };
  return { width, height, encoding, layer: [colors, ...line] };
}
