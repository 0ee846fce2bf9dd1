import type { Handle, Layer, Scene } from '../artists/artist';
import type { AxesBase } from '../axes-base';
import { markerMark } from '../artists/line';
import { opacity } from '../artists/artist';
import { placed } from '../artists/text';
import { toPaint } from '../color';
import { placeLegend, type Box, type Legend, type LegendEntry } from '../legend';
import { isChosen, rcParams } from '../rc';
import { textWidth } from './measure';
import { round } from './scene';
import { PAPER } from './theme';

/** Matplotlib's distances, in units of the size of letters. */
const BORDER = 0.4;
const SPACING = 0.5;
const HANDLE = 2;
const GAP = 0.8;
const COLUMN_GAP = 2;
const FROM_AXES = 0.5;
/** The height of a line of text. */
const LINE = 1.15;

/** A legend as marks over the plot. */
export function legendLayers(axes: AxesBase, legend: Legend, scene: Scene): Layer[] {
  if (legend.entries.length === 0) return [];
  const size = scene.px(legend.fontsize);
  const columns = Math.min(legend.entries.length, legend.options.ncols ?? legend.options.ncol ?? 1);
  const rows = Math.ceil(legend.entries.length / columns);
  const groups = Array.from({ length: columns }, (_, i) =>
    legend.entries.slice(i * rows, (i + 1) * rows)
  );
  const widths = groups.map(group => (HANDLE + GAP) * size + widest(group, size));
  const { title } = legend.options;
  const titleHeight = title === undefined ? 0 : (LINE + SPACING) * size;
  const whole = widths.reduce((sum, width) => sum + width, (columns - 1) * COLUMN_GAP * size);
  const width =
    Math.max(whole, title === undefined ? 0 : textWidth(title, size)) + 2 * BORDER * size;
  const height = rows * LINE * size + (rows - 1) * SPACING * size + 2 * BORDER * size + titleHeight;
  const points = axes.artists.flatMap(artist =>
    [...artist.vertices()].map(([x, y]) => [scene.pixel('x', x), scene.pixel('y', y)] as const)
  );
  const box = placeLegend(legend, { width, height }, scene, FROM_AXES * size, points);
  let left = box.left + BORDER * size;
  const entries = groups.flatMap((group, column) => {
    const start = left;
    left += (widths[column] ?? 0) + COLUMN_GAP * size;
    return group.flatMap((entry, row) => {
      const middle =
        box.top + BORDER * size + titleHeight + row * (LINE + SPACING) * size + (LINE * size) / 2;
      return entryLayers(entry, { left: start, middle, size }, scene);
    });
  });
  return [...frameLayer(legend, box, scene), ...titleLayer(title, box, size), ...entries];
}

const widest = (entries: readonly LegendEntry[], size: number): number =>
  Math.max(0, ...entries.map(({ label }) => textWidth(label, size)));

function frameLayer(legend: Legend, box: Box, scene: Scene): Layer[] {
  const { frame } = legend;
  if (!frame) return [];
  const face = frame.face === undefined ? { style: PAPER } : { fill: toPaint(frame.face).hex };
  const edge = toPaint(frame.edge);
  const stroke = edge.hex === 'none' ? {} : { stroke: edge.hex, strokeWidth: scene.px(1) };
  const mark = { type: 'rect', ...face, ...stroke, cornerRadius: 3, opacity: frame.alpha };
  return [rectangle('legend', mark, box)];
}

function rectangle(description: string, mark: Layer, { left, top, width, height }: Box): Layer {
  return {
    description,
    data: { values: [{}] },
    mark,
    encoding: {
      x: { value: round(left) },
      x2: { value: round(left + width) },
      y: { value: round(top) },
      y2: { value: round(top + height) }
    }
  };
}

function titleLayer(title: string | undefined, box: Box, size: number): Layer[] {
  if (title === undefined) return [];
  const mark = {
    type: 'text',
    text: title,
    fill: inkColor(),
    fontSize: size,
    align: 'center',
    baseline: 'middle'
  };
  const top = box.top + (BORDER + LINE / 2) * size;
  return [
    placed(mark, round(box.left + box.width / 2), round(top), true, `legend title: ${title}`)
  ];
}

const inkColor = (): string =>
  isChosen('text.color') ? toPaint(rcParams['text.color']).hex : '#000000';

interface Spot {
  left: number;
  middle: number;
  size: number;
}

function entryLayers(
  { label, handle }: LegendEntry,
  { left, middle, size }: Spot,
  scene: Scene
): Layer[] {
  const text = {
    type: 'text',
    text: label,
    fill: inkColor(),
    fontSize: size,
    align: 'left',
    baseline: 'middle'
  };
  const at = round(left + (HANDLE + GAP) * size);
  return [
    ...handleLayers(handle, { left, middle, size }, scene),
    placed(text, at, round(middle), true, `legend text: ${label}`)
  ];
}

function handleLayers(handle: Handle, { left, middle, size }: Spot, scene: Scene): Layer[] {
  const { line, marker, patch } = handle;
  const layers: Layer[] = [];
  if (patch) {
    const { face, edge, edgeWidth } = patch;
    const mark = {
      type: 'rect',
      fill: face.hex === 'none' ? 'transparent' : face.hex,
      ...(edge.hex === 'none' ? {} : { stroke: edge.hex, strokeWidth: scene.px(edgeWidth) }),
      ...opacity(face.hex === 'none' ? edge.alpha : face.alpha)
    };
    const box = { left, top: middle - 0.35 * size, width: HANDLE * size, height: 0.7 * size };
    layers.push(rectangle('legend patch', mark, box));
  }
  if (line) {
    const mark = {
      type: 'rule',
      stroke: line.paint.hex,
      strokeWidth: scene.px(line.width),
      ...opacity(line.paint.alpha),
      ...(line.dashes.length > 0 ? { strokeDash: line.dashes.map(dash => scene.px(dash)) } : {})
    };
    layers.push(
      rectangle('legend line', mark, { left, top: middle, width: HANDLE * size, height: 0 })
    );
  }
  if (marker) {
    const mark = { type: 'point', ...markerMark(marker, scene) };
    layers.push(
      placed(mark, round(left + (HANDLE * size) / 2), round(middle), true, 'legend marker')
    );
  }
  return layers;
}
