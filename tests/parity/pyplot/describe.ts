/**
 * Describes a figure by its Vega-Lite specification, in the words in which `describe.py` describes
 * one of Matplotlib.
 */

export type Value = number | null;
export type Tick = [number, string];

export interface LineAbout {
  x: Value[];
  y: Value[];
  color: string;
  /** Points; null where no line is drawn. */
  width: Value;
  isDashed: boolean;
  /** The size of the markers in points. */
  marker: Value;
}

export interface AreaAbout {
  area: number;
  /** The least and greatest x and y. */
  box: number[];
  color: string;
  isOpen: boolean;
}

export interface AxesAbout {
  titles: string[];
  xlabel: string;
  ylabel: string;
  xlim: number[];
  ylim: number[];
  xscale: string;
  yscale: string;
  xticks?: Tick[];
  yticks?: Tick[];
  xnote?: string;
  ynote?: string;
  xgrid?: boolean;
  ygrid?: boolean;
  lines: LineAbout[];
  references: [string, Value, string][];
  points: { x: Value[]; y: Value[]; sizes: Value[]; colors: string[] }[];
  bars: [number, number, number, number, string][];
  spans: [string, number, number, string][];
  areas: AreaAbout[];
  segments: number[][];
  images: { shape: number[]; values: Value[] | null; extent: number[]; colors: string[] }[];
  contours: { levels: number[]; isFilled: boolean; colors: string[]; sizes: number[] }[];
  texts: [string, string][];
  legend: string[];
}

export interface Colorbar {
  ylim: number[];
  yticks: Tick[];
  ylabel: string;
}

export interface FigureAbout {
  suptitle: string;
  axes: (AxesAbout | { colorbar: Colorbar })[];
}

type Row = Record<string, Value | string>;
export interface Part {
  description?: string;
  title?: string | { text: string | string[] } | null;
  usermeta?: never;
  data?: { values: Row[] };
  mark?: Record<string, unknown> & { type: string };
  encoding?: Record<string, Channel>;
  layer?: Part[];
  concat?: Part[];
  hconcat?: Part[];
  vconcat?: Part[];
}

interface Channel {
  title?: string | null;
  type?: string;
  value?: number;
  scale?: { type?: string; domain: number[]; range?: string[] } | null;
  axis?: Record<string, unknown> | null;
}

const DAY = 86_400_000;

/** All views of a figure, in the order in which they are drawn. */
function viewsOf(part: Part): Part[] {
  const parts = part.concat ?? part.hconcat ?? part.vconcat;
  if (parts) return parts.flatMap(viewsOf);
  const twins = part.layer?.filter(layer => layer.layer);
  // The title and size of axes under twins stand around both.
  return twins && twins.length > 0
    ? twins.map((twin, i) =>
        i === 0 ? { ...twin, title: part.title } : withoutShared(twin, twins[0])
      )
    : [part];
}

/** The axis that a twin has in common with the first one is that one's. */
function withoutShared(twin: Part, first: Part | undefined): Part {
  const encoding = Object.entries(twin.encoding ?? {}).map(
    ([side, channel]) =>
      [side, channel === first?.encoding?.[side] ? { ...channel, axis: null } : channel] as const
  );
  return { ...twin, encoding: Object.fromEntries(encoding) };
}

const textOf = (title: Part['title']): string => {
  const text = typeof title === 'object' ? title?.text : title;
  return Array.isArray(text) ? text.join('\n') : (text ?? '');
};

export function describeFigure(spec: Part, dpi: number): FigureAbout {
  const isComposed = Boolean(spec.concat ?? spec.hconcat ?? spec.vconcat);
  return {
    suptitle: isComposed ? textOf(spec.title) : '',
    axes: spec.layer || isComposed ? viewsOf(spec).map(view => describeView(view, 72 / dpi)) : []
  };
}

function ticksOf(channel: Channel | undefined): Tick[] {
  const axis = channel?.axis;
  if (!axis) return [];
  const condition = (axis.tickSize as { condition?: { test: string } }).condition;
  const list = condition ? /\[[^\]]*\]/.exec(condition.test)?.[0] : undefined;
  const major = list === undefined ? undefined : (JSON.parse(list) as number[]);
  const values = axis.values as number[];
  const labels = labelsOf(axis, values);
  const unit = channel.type === 'temporal' ? DAY : 1;
  return values
    .map((value, i): Tick => [value, labels[i] ?? ''])
    .filter(([value]) => major?.includes(value) ?? true)
    .map(([value, label]): Tick => [value / unit, label])
    .sort(([a], [b]) => a - b);
}

/** What Vega shows for the values: by a format, or by an expression that looks labels up. */
function labelsOf(axis: Record<string, unknown>, values: number[]): string[] {
  if (axis.labels === false) return values.map(() => '');
  if (typeof axis.format === 'string') {
    const digits = Number(/^\.(\d+)f$/.exec(axis.format)?.[1]);
    return values.map(value => {
      const text = value.toFixed(digits);
      return Number(text) < 0 ? text.replace('-', '−') : text.replace('-', '');
    });
  }
  const found = /^(\[.*\])\[indexof\((\[[^\]]*\])/.exec(String(axis.labelExpr));
  const labels = JSON.parse(found?.[1] ?? '[]') as string[];
  const places = JSON.parse(found?.[2] ?? '[]') as number[];
  return values.map(value => labels[places.indexOf(value)] ?? '');
}

function describeView(view: Part, points: number): FigureAbout['axes'][number] {
  const { x, y } = view.encoding ?? {};
  const isDate = (channel?: Channel) => channel?.type === 'temporal';
  const ends = (channel?: Channel) =>
    (channel?.scale?.domain ?? []).map(end => (isDate(channel) ? end / DAY : end));
  const layers = view.layer ?? [];
  if (layers.some(({ description }) => description === 'colours')) {
    return { colorbar: { ylim: ends(y), yticks: ticksOf(y), ylabel: y?.title ?? '' } };
  }
  const columns = (layer: Part) => {
    const of = (field: string, unit: number) =>
      (layer.data?.values ?? []).map(row => {
        const value = row[field];
        return typeof value === 'number' ? value / unit : null;
      });
    const [unitX, unitY] = [isDate(x) ? DAY : 1, isDate(y) ? DAY : 1];
    return { x: of('x', unitX), y: of('y', unitY), x2: of('x2', unitX), y2: of('y2', unitY) };
  };
  const about: AxesAbout = {
    titles: [textOf(view.title)].filter(Boolean),
    xlabel: x?.title ?? '',
    ylabel: y?.title ?? '',
    xlim: ends(x),
    ylim: ends(y),
    xscale: scaleName(x),
    yscale: scaleName(y),
    lines: [],
    references: [],
    points: [],
    bars: [],
    spans: [],
    areas: [],
    segments: [],
    images: [],
    contours: [],
    texts: [],
    legend: []
  };
  for (const [side, channel] of [
    ['x', x],
    ['y', y]
  ] as const) {
    if (!channel?.axis) continue;
    about[`${side}ticks`] = ticksOf(channel);
    about[`${side}grid`] = channel.axis.grid === true;
    about[`${side}note`] = '';
  }
  for (const [i, layer] of layers.entries()) {
    describeLayer(layer, layers[i - 1], about, columns(layer), points);
  }
  return about;
}

const scaleName = (channel?: Channel): string => {
  const type = channel?.scale?.type;
  return type === undefined || type === 'utc' ? 'linear' : type;
};

/** The colour of a mark; the style of ink is black. */
const colorOf = (mark: Part['mark'], channel: 'fill' | 'stroke'): string =>
  (mark?.[channel] as string | undefined) ?? (mark?.style === 'ink' ? '#000000' : 'none');

interface Columns {
  x: Value[];
  y: Value[];
  x2: Value[];
  y2: Value[];
}

function describeLayer(
  layer: Part,
  before: Part | undefined,
  about: AxesAbout,
  { x, y, x2, y2 }: Columns,
  points: number
): void {
  const { mark, description = '' } = layer;
  const [kind = '', ...rest] = description.split(': ');
  const rows = layer.data?.values ?? [];
  const size = (value: unknown) => Math.sqrt(Number(value)) * points;
  switch (kind) {
    case 'line':
      about.lines.push({
        x,
        y,
        color: colorOf(mark, 'stroke'),
        width: Number(mark?.strokeWidth) * points,
        isDashed: mark?.strokeDash !== undefined,
        marker: null
      });
      break;
    case 'markers': {
      const last = about.lines.at(-1);
      const isOfLine =
        before?.description?.startsWith('line') && before.data?.values === layer.data?.values;
      if (isOfLine && last) last.marker = size(mark?.size);
      else {
        const color = colorOf(mark, 'stroke');
        about.lines.push({ x, y, color, width: null, isDashed: false, marker: size(mark?.size) });
      }
      break;
    }
    case 'caps':
      for (const part of [0, 1]) {
        const some = (values: Value[]) => values.filter((_, i) => i % 2 === part);
        about.lines.push({
          x: some(x),
          y: some(y),
          color: colorOf(mark, 'stroke'),
          width: null,
          isDashed: false,
          marker: size(mark?.size)
        });
      }
      break;
    case 'reference line': {
      const isVertical = rows[0]?.x !== undefined;
      const [value = null] = isVertical ? x : y;
      about.references.push([isVertical ? 'x' : 'y', value, colorOf(mark, 'stroke')]);
      break;
    }
    case 'reference span': {
      const isVertical = rows[0]?.x !== undefined;
      const [from, to] = isVertical ? [x[0], x2[0]] : [y[0], y2[0]];
      about.spans.push([isVertical ? 'x' : 'y', from ?? NaN, to ?? NaN, colorOf(mark, 'fill')]);
      break;
    }
    case 'points': {
      const colors = colorsOf(layer);
      const sizes = rows.some(row => 'size' in row) ? rows.map(row => row.size) : [mark?.size];
      about.points.push({ x, y, sizes: sizes.map(each => Number(each) * points ** 2), colors });
      break;
    }
    case 'bars':
      rows.forEach((row, i) => {
        const [left = 0, right = 0, foot = 0, top = 0] = [x[i], x2[i], y[i], y2[i]].map(Number);
        const fill = colorOf(mark, 'fill');
        const color =
          'color' in row
            ? String(row.color)
            : fill === 'transparent'
              ? colorOf(mark, 'stroke')
              : fill;
        about.bars.push([left, foot, right - left, top - foot, color]);
      });
      break;
    case 'area':
    case 'steps':
      about.areas.push(areaOf(layer, { x, y, x2, y2 }));
      break;
    case 'error bars':
      rows.forEach((_, i) => about.segments.push([x[i], y[i], x2[i], y2[i]].map(Number)));
      break;
    case 'image':
      about.images.push(imageOf(layer));
      break;
    case 'contour':
    case 'contour band':
      addContour(about, layer, rest.join(': '), { x, y, x2, y2 });
      break;
    case 'text':
    case 'annotation':
      about.texts.push([rest.join(': '), colorOf(mark, 'fill')]);
      break;
    case 'title':
      about.titles.push(rest.join(': '));
      break;
    case 'legend text':
      about.legend.push(rest.join(': '));
      break;
    case 'note of x':
    case 'note of y':
      about[kind === 'note of x' ? 'xnote' : 'ynote'] = String(mark?.text);
      break;
  }
}

/** The colours of points: their own, or those of the numbers by the scale. */
function colorsOf(layer: Part): string[] {
  const rows = layer.data?.values ?? [];
  if (rows.some(row => 'color' in row)) return rows.map(row => String(row.color));
  const channel = layer.encoding?.fill ?? layer.encoding?.stroke;
  const { domain = [0, 1], range = [] } = channel?.scale ?? {};
  if (range.length === 0) {
    const fill = colorOf(layer.mark, 'fill');
    return [fill === 'transparent' || fill === 'none' ? colorOf(layer.mark, 'stroke') : fill];
  }
  return rows.map(row => quantized(Number(row.c), domain, range));
}

/** As Vega's scale `quantize` gives a colour. */
export function quantized(value: number, domain: number[], range: string[]): string {
  const [low = 0, high = 1] = domain;
  const at = Math.floor(((value - low) / (high - low)) * range.length);
  return range[Math.min(range.length - 1, Math.max(0, at))] ?? 'none';
}

/** What is enclosed by a curve with its own foot, or by an outline. */
function areaOf(layer: Part, { x, y, y2 }: Columns): AreaAbout {
  const isOpen = layer.mark?.fill === undefined;
  const color = colorOf(layer.mark, isOpen ? 'stroke' : 'fill');
  const shown = y.map((value, i) => value !== null && x[i] !== null);
  const at = (values: Value[]) => values.filter((_, i) => shown[i]).map(Number);
  const [xs, ys, feet] = [at(x), at(y), layer.mark?.type === 'area' ? at(y2) : []];
  const box = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys, ...feet),
    Math.max(...ys, ...feet)
  ];
  let area = 0;
  if (layer.mark?.type === 'area') {
    for (let i = 1; i < x.length; i++) {
      if (!shown[i - 1] || !shown[i]) continue;
      const [before, after] = [Number(y[i - 1]) - Number(y2[i - 1]), Number(y[i]) - Number(y2[i])];
      const width = Number(x[i]) - Number(x[i - 1]);
      // Where the curves cross, both sides enclose something.
      area +=
        before * after >= 0
          ? (Math.abs(before + after) / 2) * width
          : ((before ** 2 + after ** 2) / (Math.abs(before) + Math.abs(after)) / 2) * width;
    }
  } else {
    area =
      Math.abs(
        xs.reduce((sum, value, i) => {
          const next = (i + 1) % xs.length;
          return sum + value * (ys[next] ?? 0) - (xs[next] ?? 0) * (ys[i] ?? 0);
        }, 0)
      ) / 2;
  }
  return { area, box, color, isOpen };
}

/** A picture whose rows of cells are as they were given, from the first. */
function imageOf(layer: Part): AxesAbout['images'][number] {
  const rows = (layer.data?.values ?? []) as unknown as {
    cells: (Value | string)[];
    y: number;
    y2: number;
  }[];
  const cells = rows.flatMap(row => row.cells);
  const isColored = cells.some(cell => typeof cell === 'string');
  const { domain = [0, 1], range = [] } = layer.encoding?.fill?.scale ?? {};
  const [first, last] = [rows[0], rows.at(-1)];
  const places = (layer as { transform?: { calculate?: string }[] }).transform ?? [];
  const numbers = /^(\S+) \+ \(datum\.column - 1\) \* (\S+)$/.exec(places[2]?.calculate ?? '');
  const [left, width] = [Number(numbers?.[1]), Number(numbers?.[2])];
  const columns = rows[0]?.cells.length ?? 0;
  const isUpper =
    Math.abs((first?.y2 ?? 0) - (last?.y ?? 0)) > Math.abs((first?.y ?? 0) - (last?.y2 ?? 0));
  const [bottom, top] = isUpper ? [last?.y, first?.y2] : [first?.y, last?.y2];
  return {
    shape: [rows.length, columns],
    values: isColored ? null : (cells as Value[]),
    extent: [left, left + columns * width, bottom ?? NaN, top ?? NaN],
    colors: cells
      .slice(0, 50)
      .map(cell => (typeof cell === 'string' ? cell : quantized(Number(cell), domain, range)))
  };
}

/** Joins the layers of one contour plot, which come from the lowest level on. */
function addContour(about: AxesAbout, layer: Part, heights: string, { x, y }: Columns): void {
  const isFilled = heights.includes(' to ');
  const [low = NaN, high = NaN] = heights.split(' to ').map(Number);
  const last = about.contours.at(-1);
  const goesOn =
    last?.isFilled === isFilled &&
    (isFilled ? last.levels.at(-1) === low : (last.levels.at(-1) ?? NaN) < low);
  const contour =
    goesOn && last ? last : { levels: isFilled ? [low] : [], isFilled, colors: [], sizes: [] };
  if (contour !== last) about.contours.push(contour);
  contour.levels.push(isFilled ? high : low);
  contour.colors.push(colorOf(layer.mark, isFilled ? 'fill' : 'stroke'));
  let size = 0;
  let start = 0;
  for (let i = 1; i < x.length; i++) {
    if (x[i] === null) start = i + 1;
    if (x[i] === null || x[i - 1] === null) continue;
    const [dx, dy] = [Number(x[i]) - Number(x[i - 1]), Number(y[i]) - Number(y[i - 1])];
    // Rings are closed, so that what is left of each piece adds up to what they enclose.
    const inside =
      (Number(x[i - 1]) - Number(x[start])) * dy - (Number(y[i - 1]) - Number(y[start])) * dx;
    size += isFilled ? inside / 2 : Math.hypot(dx, dy);
  }
  contour.sizes.push(Math.abs(size));
}
