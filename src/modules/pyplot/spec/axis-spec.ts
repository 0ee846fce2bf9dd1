import type { Layer, Scene } from '../artists/artist';
import type { AxesBase } from '../axes-base';
import type { Side, Ticks } from '../axis-scale';
import { toPaint } from '../color';
import { fontSize, isChosen, rcParams } from '../rc';
import { toMilliseconds } from '../ticks/date';
import { INK } from './theme';

/** What both axes of a view have: the scale with its ends, the ticks and their labels. */
export function channelOf(axes: AxesBase, side: Side, scene: Scene): Layer {
  const scale = axes.scaleOf(side);
  const isDate = scale.unit === 'date';
  // Cells that end between two pixels would show seams.
  const hasImage = axes.artists.some(({ kind }) => kind === 'image');
  const inSpec = (value: number) => (isDate ? toMilliseconds(value) : value);
  const domain = scale.view().map(inSpec);
  const type = isDate
    ? { type: 'utc' }
    : scale.name === 'linear'
      ? {}
      : scale.name === 'log'
        ? { type: 'log', base: 10 }
        : { type: 'symlog', constant: scale.linthresh };
  return {
    type: isDate ? 'temporal' : 'quantitative',
    title: axes.look[side].label?.getText() ?? null,
    scale: {
      ...type,
      domain,
      nice: false,
      ...(hasImage ? { round: true } : {}),
      ...(scale.name === 'linear' && !isDate ? { zero: false } : {})
    },
    axis: axes.look[side].isVisible ? axisOf(axes, side, scene, inSpec) : null
  };
}

function axisOf(
  axes: AxesBase,
  side: Side,
  scene: Scene,
  inSpec: (value: number) => number
): Layer {
  const look = axes.look[side];
  const view = axes.scaleOf(side).view();
  const [low, high] = [Math.min(...view), Math.max(...view)];
  // A tick at an end may lie beyond it by a rounding.
  const slack = (high - low) * 1e-10;
  const isWithin = (value: number) => value >= low - slack && value <= high + slack;
  const ticks = axes.ticksOf(side);
  const labels = ticks.major.map((value, i) => ({ value, label: ticks.labels[i] ?? '' }));
  const minor = ticks.minor.map((value, i) => ({ value, label: ticks.minorLabels[i] ?? '' }));
  const shown = labels.filter(({ value }) => isWithin(value));
  const shownMinor = minor.filter(
    ({ value }) => isWithin(value) && !shown.some(tick => tick.value === value)
  );
  const all = [...shown, ...shownMinor].map(({ value, label }) => ({
    value: inSpec(value),
    label
  }));
  const { rotation, labelrotation, labelsize, labelcolor, length } = look.params;
  const angle = rotation ?? labelrotation ?? 0;
  const major = scene.px(length ?? rcParams[`${side}tick.major.size`]);
  return {
    orient: look.orient,
    values: all.map(({ value }) => value),
    ...(look.hasLabels
      ? labelling(ticks, all, axes.scaleOf(side).unit === 'date')
      : { labels: false }),
    style: INK,
    tickSize:
      shownMinor.length === 0
        ? major
        : byKind(
            shown.map(tick => inSpec(tick.value)),
            scene.px(2),
            major
          ),
    tickWidth: scene.px(rcParams[`${side}tick.major.width`]),
    labelFontSize: scene.px(fontSize(labelsize ?? rcParams[`${side}tick.labelsize`])),
    ...(labelcolor === undefined ? colorsOf(side) : { labelColor: toPaint(labelcolor).hex }),
    ...(angle === 0 ? {} : { labelAngle: -angle }),
    ...titleOf(axes, side, scene),
    ...gridOf(axes, side, scene, shownMinor.length > 0 ? shown.map(tick => inSpec(tick.value)) : [])
  };
}

/** One value for the ticks that are not among the main ones, and another for those. */
const byKind = (major: number[], other: number, main: number): Layer => ({
  condition: { test: `indexof(${JSON.stringify(major)}, datum.value) < 0`, value: other },
  value: main
});

/** A format where labels are plain numbers, otherwise the label of each value. */
function labelling(
  ticks: Ticks,
  shown: { value: number; label: string }[],
  isDate: boolean
): Layer {
  if (ticks.digits !== undefined) return { format: `.${ticks.digits}f` };
  const values = JSON.stringify(shown.map(({ value }) => value));
  const labels = JSON.stringify(shown.map(({ label }) => label));
  const datum = isDate ? 'time(datum.value)' : 'datum.value';
  return { labelExpr: `${labels}[indexof(${values}, ${datum})]` };
}

/** Colours that a style sheet has chosen. */
function colorsOf(side: Side): Layer {
  const key = `${side}tick.color` as const;
  if (!isChosen(key)) return {};
  const color = toPaint(rcParams[key]).hex;
  const label = rcParams[`${side}tick.labelcolor`];
  return { tickColor: color, labelColor: label === 'inherit' ? color : toPaint(label).hex };
}

function titleOf(axes: AxesBase, side: Side, scene: Scene): Layer {
  const text = axes.look[side].label;
  if (!text) return {};
  const { fill, fontSize: size, fontWeight = 'normal', fontStyle } = text.mark(scene);
  const isOwn = fill !== '#000000';
  const chosen = isChosen('axes.labelcolor') ? toPaint(rcParams['axes.labelcolor']).hex : undefined;
  const color = isOwn ? fill : chosen;
  return {
    titleFontSize: size,
    titleFontWeight: fontWeight,
    titlePadding: scene.px(rcParams['axes.labelpad']),
    ...(fontStyle ? { titleFontStyle: fontStyle } : {}),
    ...(color ? { titleColor: color } : {})
  };
}

function gridOf(axes: AxesBase, side: Side, scene: Scene, major: number[]): Layer {
  const { grid } = axes.look[side];
  if (!grid) return { grid: false };
  const isDefault = grid.isDefault && !isChosen('grid.color');
  return {
    grid: true,
    // Seen on white and on dark paper.
    gridColor: isDefault ? '#b0b0b0' : grid.color,
    gridWidth: scene.px(grid.width),
    gridOpacity: major.length > 0 ? byKind(major, 0, grid.alpha) : grid.alpha,
    ...(grid.dashes.length > 0 ? { gridDash: grid.dashes.map(dash => scene.px(dash)) } : {})
  };
}
