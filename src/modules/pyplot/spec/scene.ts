import type { Scene } from '../artists/artist';
import type { AxesBase } from '../axes-base';
import type { Side } from '../axis-scale';
import { toMilliseconds } from '../ticks/date';

/** How data of axes becomes what the spec of a view holds. */
export function sceneOf(axes: AxesBase): Scene {
  const pixels = axes.figure.dpi / 72;
  const width = Math.round(axes.size.width * pixels);
  const height = Math.round(axes.size.height * pixels);
  const inSpec = (side: Side, value: number): number | null => {
    const scale = axes.scaleOf(side);
    if (!Number.isFinite(value) || (scale.name === 'log' && value <= 0)) return null;
    return scale.unit === 'date' ? toMilliseconds(value) : value;
  };
  const views = { x: axes.getXlim(), y: axes.getYlim() };
  return {
    width,
    height,
    px: points => Math.round(points * pixels * 1e6) / 1e6,
    x: value => inSpec('x', value),
    y: value => inSpec('y', value),
    edge: (side, value) => inSpec(side, value) ?? (value <= 0 ? Math.min(...views[side]) : null),
    pixel(side, value) {
      const scale = axes.scaleOf(side);
      const [from, to] = views[side].map(end => scale.forward(end)) as [number, number];
      const part = (scale.forward(value) - from) / (to - from);
      return side === 'x' ? part * width : (1 - part) * height;
    }
  };
}

/** Pixels to a thousandth, which nobody sees and a reader can read. */
export const round = (pixels: number): number => Math.round(pixels * 1000) / 1000;
