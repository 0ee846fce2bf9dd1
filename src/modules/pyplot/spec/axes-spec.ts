import type { Layer, Scene } from '../artists/artist';
import type { Axes } from '../axes';
import { placed, type Text } from '../artists/text';
import { toPaint } from '../color';
import { isChosen, rcParams } from '../rc';
import { channelOf } from './axis-spec';
import { legendLayers } from './legend-spec';
import { round, sceneOf } from './scene';
import { withInk } from './theme';

/** One plot as a view: its marks in layers, over both axes. */
export function axesView(axes: Axes, twins: readonly Axes[]): Layer {
  const scene = sceneOf(axes);
  const { title, others } = titlesOf([axes, ...twins], scene);
  const frame = [...(axes.isFrameShown ? spines(scene) : []), ...others, ...notes(axes, scene)].map(
    withInk
  );
  const size = { width: scene.width, height: scene.height };
  const face =
    axes.background === undefined ? {} : { view: { fill: toPaint(axes.background).hex } };
  const own = layersOf(axes, scene);
  const head = { ...title, ...size, ...face };
  if (twins.length === 0) {
    return {
      ...head,
      encoding: encodingOf(axes, scene),
      layer: [...own, ...frame],
      ...independent
    };
  }
  // What counts by another scale is a layer of its own with its axis.
  const shared = twins.every(twin => twin.look.x.isVisible === false) ? 'y' : 'x';
  const side = shared === 'y' ? 'x' : 'y';
  const main = encodingOf(axes, scene);
  const groups = [axes, ...twins].map((each, i) => {
    const own = sceneOf(each);
    // One axis for all of them, where they count alike.
    const encoding = { ...encodingOf(each, own), [side]: main[side] };
    return { encoding, layer: [...layersOf(each, own), ...(i === 0 ? frame : [])] };
  });
  return {
    ...head,
    layer: groups,
    resolve: {
      scale: {
        [shared]: 'independent',
        color: 'independent',
        fill: 'independent',
        stroke: 'independent'
      }
    }
  };
}

/** Colours of one layer say nothing about those of another. */
const independent = {
  resolve: { scale: { color: 'independent', fill: 'independent', stroke: 'independent' } }
};

const encodingOf = (axes: Axes, scene: Scene): Layer => ({
  x: channelOf(axes, 'x', scene),
  y: channelOf(axes, 'y', scene)
});

function layersOf(axes: Axes, scene: Scene): Layer[] {
  const artists = [...axes.artists].sort((a, b) => a.zorder - b.zorder);
  const layers = artists.flatMap(artist => artist.toLayers(scene));
  const legend = axes.legendShown ? legendLayers(axes, axes.legendShown, scene) : [];
  return [corner(axes, scene), ...layers, ...legend].map(withInk);
}

/** A point that nobody sees: Vega-Lite draws axes for data alone. */
function corner(axes: Axes, scene: Scene): Layer {
  const [[x], [y]] = [axes.getXlim(), axes.getYlim()];
  return {
    description: 'axes',
    data: { values: [{ x: scene.x(x), y: scene.y(y) }] },
    mark: { type: 'point', opacity: 0, tooltip: null },
    encoding: { x: { field: 'x' }, y: { field: 'y' } }
  };
}

/** The lines around a plot. */
function spines({ width, height, px }: Scene): Layer[] {
  const chosen = isChosen('axes.edgecolor') ? toPaint(rcParams['axes.edgecolor']).hex : '#000000';
  const line = (
    name: string,
    [x, y, x2, y2]: readonly [number, number, number, number]
  ): Layer => ({
    description: `${name} spine`,
    data: { values: [{}] },
    mark: {
      type: 'rule',
      stroke: chosen,
      strokeWidth: px(rcParams['axes.linewidth']),
      strokeCap: 'square'
    },
    encoding: { x: { value: x }, y: { value: y }, x2: { value: x2 }, y2: { value: y2 } }
  });
  const places = {
    left: [0, 0, 0, height],
    bottom: [0, height, width, height],
    top: [0, 0, width, 0],
    right: [width, 0, width, height]
  } as const;
  const names = (Object.keys(places) as (keyof typeof places)[]).filter(
    name => rcParams[`axes.spines.${name}`]
  );
  return chosen === 'none' ? [] : names.map(name => line(name, places[name]));
}

/** The title of a view, and titles that stand beside it. */
function titlesOf(all: readonly Axes[], scene: Scene): { title: Layer; others: Layer[] } {
  const found = all.flatMap(axes =>
    (['center', 'left', 'right'] as const).flatMap(loc => {
      const text = axes.titles[loc];
      return text && text.getText() !== '' ? [{ loc, text }] : [];
    })
  );
  const [first, ...rest] = found;
  const anchor = { center: 'middle', left: 'start', right: 'end' } as const;
  const align = { center: ['center', 0.5], left: ['left', 0], right: ['right', 1] } as const;
  const others = rest.map(({ loc, text }) => {
    const [side, part] = align[loc];
    const mark = { ...text.mark(scene), align: side, baseline: 'bottom' };
    return placed(mark, round(part * scene.width), -scene.px(6), true, `title: ${text.getText()}`);
  });
  return { title: first ? { title: titleSpec(first.text, scene, anchor[first.loc]) } : {}, others };
}

/** A title in Vega-Lite's words. */
export function titleSpec(text: Text, scene: Pick<Scene, 'px'>, anchor: string): Layer {
  const { text: lines, fill, fontSize, fontWeight = 'normal', fontStyle } = text.mark(scene);
  const list = lines as string[];
  const isBlack = fill === '#000000' && !isChosen('text.color');
  return {
    text: list.length === 1 ? list[0] : list,
    anchor,
    frame: 'group',
    fontSize,
    fontWeight,
    offset: scene.px(rcParams['axes.titlepad']),
    ...(fontStyle ? { fontStyle } : {}),
    ...(isBlack ? {} : { color: fill })
  };
}

/** The power of ten or the offset that the labels of an axis have in common. */
function notes(axes: Axes, scene: Scene): Layer[] {
  return (['x', 'y'] as const).flatMap(side => {
    const { note } = axes.ticksOf(side);
    if (note === '' || !axes.look[side].isVisible || !axes.look[side].hasLabels) return [];
    const size = scene.px(10);
    const mark = { type: 'text', text: note, fill: '#000000', fontSize: size };
    const at =
      side === 'x'
        ? placed(
            { ...mark, align: 'right', baseline: 'top' },
            scene.width,
            scene.height + 2.2 * size,
            true,
            'note of x'
          )
        : placed({ ...mark, align: 'left', baseline: 'bottom' }, 0, -3, true, 'note of y');
    return [at];
  });
}
