import type { Layer } from '../artists/artist';
import type { Axes } from '../axes';
import { toPaint } from '../color';
import type { Figure } from '../figure';
import { colorbarView } from './colorbar-spec';
import { axesView, titleSpec } from './axes-spec';
import { config } from './theme';

const schema = 'https://vega.github.io/schema/vega-lite/v5.json';

/** A figure as a Vega-Lite specification. */
export function figureSpec(figure: Figure): Layer {
  const background = figure.background;
  const head = {
    $schema: schema,
    description: figure.getAltText(),
    ...(background === undefined ? {} : { background: backgroundOf(background) })
  };
  const plots = figure.axes.filter(axes => axes.twinOf === undefined);
  const views = plots.length === 0 ? empty : arrange(plots, figure);
  const { suptitleText } = figure;
  if (!suptitleText) return { ...head, ...views, config };
  const title = titleSpec(suptitleText, { px: points => (points * figure.dpi) / 72 }, 'middle');
  const isPlot = 'layer' in views;
  return {
    ...head,
    title: { ...title, frame: 'bounds' },
    ...(isPlot ? { vconcat: [views] } : views),
    config
  };
}

const backgroundOf = (color: NonNullable<Figure['background']>): string => {
  const { hex } = toPaint(color);
  return hex === 'none' ? 'transparent' : hex;
};

/** Axes in rows and columns, as their places tell: what no line separates stands in one row. */
function arrange(plots: readonly Axes[], figure: Figure): Layer {
  const [first] = plots;
  if (first && plots.length === 1) {
    if (first.explains) return colorbarView(first.explains, first.beside);
    return axesView(
      first,
      figure.axes.filter(axes => axes.twinOf === first)
    );
  }
  const rows = separated(plots, ({ position }) => [
    1 - position.bottom - position.height,
    1 - position.bottom
  ]);
  const columnsOf = (some: readonly Axes[]) =>
    separated(some, ({ position }) => [position.left, position.left + position.width]);
  const columns = columnsOf(plots);
  if (rows.length > 1) {
    const cells = rows.map(row => columnsOf(row).map(cell => arrange(cell, figure)));
    // In a whole grid the columns stand one below the other.
    return columns.length > 1 && cells.every(row => row.length === columns.length)
      ? { concat: cells.flat(), columns: columns.length, align: 'each' }
      : { vconcat: rows.map(row => arrange(row, figure)) };
  }
  const groups = columns.length > 1 ? columns : plots.map(axes => [axes]);
  return { hconcat: groups.map(column => arrange(column, figure)) };
}

/** Groups of axes between which a line goes right through. */
function separated(
  plots: readonly Axes[],
  reach: (axes: Axes) => readonly [number, number]
): Axes[][] {
  const ordered = [...plots].sort((a, b) => reach(a)[0] - reach(b)[0]);
  const groups: Axes[][] = [];
  let end = -Infinity;
  for (const axes of ordered) {
    const [from, to] = reach(axes);
    if (from >= end - 1e-9) groups.push([]);
    groups.at(-1)?.push(axes);
    end = Math.max(end, to);
  }
  return groups;
}

/** A figure without axes. */
const empty: Layer = { data: { values: [] }, mark: 'point', width: 1, height: 1 };
