import type { Artist, Span } from './artists/artist';
import type { BarContainer, Rectangle } from './artists/bars';
import { Line2D } from './artists/line';
import { Text, type TextOptions } from './artists/text';
import { gridOf, type AxisLook, type GridOptions, type TickParams } from './axis-look';
import { AxisScale, type Member, type ScaleOptions, type Side, type Ticks } from './axis-scale';
import { toPaint, type Color } from './color';
import type { Colorbar } from './colorbar';
import { checkOneOf, ValueError } from './errors';
import type { Figure } from './figure';
import type { Legend } from './legend';
import { own } from './owner';
import { fontSize, isChosen, rcParams } from './rc';
import { isData, toList, type Data, type Scalar } from './values';

/** A place in a figure, in parts of its width and height from the left and the bottom. */
export interface Position {
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** Everything about axes but what is drawn in them. */
export class AxesBase implements Member {
  artists: Artist[] = [];
  readonly titles: Partial<Record<'left' | 'center' | 'right', Text>> = {};
  legendShown: Legend | undefined;
  /** What a colour bar explains, where these are its axes, and the axes that it stands beside. */
  explains: Colorbar | undefined;
  beside: AxesBase | undefined;
  readonly look: Record<Side, AxisLook>;
  aspect: 'auto' | number = 'auto';
  facecolor: Color | undefined;
  isFrameShown = true;
  readonly #scales: Record<Side, AxisScale>;
  readonly #margins: Partial<Record<Side, number>> = {};
  #colorAt = 0;
  #patchColorAt = 0;

  /** Not for cells: axes are made by `subplots`, `subplot` and `addSubplot`. */
  constructor(
    readonly figure: Figure,
    public position: Position,
    shared: Partial<Record<Side, AxisScale>> = {},
    /** The axes that these lie over, for `twinx` and `twiny`. */
    readonly twinOf?: AxesBase
  ) {
    this.#scales = { x: shared.x ?? new AxisScale('x'), y: shared.y ?? new AxisScale('y') };
    this.#scales.x.members.push(this);
    this.#scales.y.members.push(this);
    this.look = { x: this.#firstLook('bottom'), y: this.#firstLook('left') };
  }

  #firstLook(orient: AxisLook['orient']): AxisLook {
    const side = orient === 'bottom' ? 'x' : 'y';
    const hasGrid = rcParams['axes.grid'] && ['both', side].includes(rcParams['axes.grid.axis']);
    const grid = hasGrid ? gridOf({}) : undefined;
    return { label: undefined, grid, isVisible: true, hasLabels: true, orient, params: {} };
  }

  /** Draws something; what it is comes back. */
  add<T extends Artist>(artist: T): T {
    this.artists.push(artist);
    return own(artist, this.figure);
  }

  /** The scale of one side. */
  scaleOf(side: Side): AxisScale {
    return this.#scales[side];
  }

  /** The next colour of the cycle. */
  nextColor(): string {
    const cycle = rcParams['axes.prop_cycle'];
    return cycle[this.#colorAt++ % cycle.length] ?? '#000000';
  }
  /** The next colour for filled shapes, which count apart; none is used up where one is given. */
  nextPatchColor(isGiven = false): string {
    const cycle = rcParams['axes.prop_cycle'];
    const color = cycle[this.#patchColorAt % cycle.length] ?? '#000000';
    if (!isGiven) this.#patchColorAt += 1;
    return color;
  }

  /** The lines that are drawn, those of error bars too. Matplotlib: `Axes.lines`. */
  get lines(): Line2D[] {
    return this.artists.filter(artist => artist instanceof Line2D);
  }
  /** The bars that are drawn. Matplotlib: `Axes.patches`. */
  get patches(): Rectangle[] {
    const isBars = (artist: Artist): artist is BarContainer => artist.kind === 'bars';
    return this.artists.filter(isBars).flatMap(({ patches }) => [...patches]);
  }
  /** The bars as they were drawn together. Matplotlib: `Axes.containers`. */
  get containers(): BarContainer[] {
    return this.artists.filter((artist): artist is BarContainer => artist.kind === 'bars');
  }
  /** The texts that are drawn. Matplotlib: `Axes.texts`. */
  get texts(): Text[] {
    return this.artists.filter(artist => artist instanceof Text);
  }

  spans(side: Side): Span[] {
    return this.artists.flatMap(artist => artist.extent()[side] ?? []);
  }
  margin(side: Side): number {
    return this.#margins[side] ?? rcParams[`axes.${side}margin`];
  }

  /** The size in points, once the aspect is kept. */
  get size(): { width: number; height: number } {
    const [figureWidth = 0, figureHeight = 0] = this.figure.getSizeInches();
    const width = this.position.width * figureWidth * 72;
    const height = this.position.height * figureHeight * 72;
    if (this.aspect === 'auto') return { width, height };
    const [[x0, x1], [y0, y1]] = [this.getXlim(), this.getYlim()];
    const [x, y] = [this.#scales.x, this.#scales.y];
    const ratio =
      this.aspect * Math.abs((y.forward(y1) - y.forward(y0)) / (x.forward(x1) - x.forward(x0)));
    return height / width > ratio
      ? { width, height: width * ratio }
      : { width: height / ratio, height };
  }

  tickSpace(side: Side): number {
    const size = fontSize(rcParams[`${side}tick.labelsize`]);
    const { width, height } = this.size;
    return Math.floor(side === 'x' ? width / (size * 3) : height / (size * 2));
  }

  /** Sets the title. Matplotlib: `Axes.set_title`. @param options `loc` puts it left or right */
  setTitle(title: string, options: TextOptions & { loc?: 'left' | 'center' | 'right' } = {}): Text {
    const { loc = 'center', ...rest } = options;
    checkOneOf('loc', loc, ['left', 'center', 'right']);
    const text = new Text(0.5, 1, title, { fontsize: rcParams['axes.titlesize'], ...rest });
    this.titles[loc] = text;
    return own(text, this.figure);
  }
  /** Matplotlib: `Axes.get_title`. */
  getTitle(loc: 'left' | 'center' | 'right' = 'center'): string {
    return this.titles[loc]?.getText() ?? '';
  }
  /** Matplotlib: `Axes.set_xlabel`. */
  setXlabel(label: string, options?: TextOptions): Text {
    return this.#setLabel('x', label, options);
  }
  /** Matplotlib: `Axes.set_ylabel`. */
  setYlabel(label: string, options?: TextOptions): Text {
    return this.#setLabel('y', label, options);
  }
  /** Matplotlib: `Axes.get_xlabel`. */
  getXlabel(): string {
    return this.look.x.label?.getText() ?? '';
  }
  /** Matplotlib: `Axes.get_ylabel`. */
  getYlabel(): string {
    return this.look.y.label?.getText() ?? '';
  }

  #setLabel(side: Side, label: string, options: TextOptions = {}): Text {
    const text = new Text(0.5, 0, label, { fontsize: rcParams['axes.labelsize'], ...options });
    this.look[side].label = text;
    return own(text, this.figure);
  }

  /** Sets the ends of x: `setXlim(0, 10)`, `setXlim([0, 10])`. Matplotlib: `Axes.set_xlim`. */
  setXlim(...limits: LimitArguments): [number, number] {
    return this.#setLimits('x', limits);
  }
  /** Sets the ends of y: `setYlim(0, 10)`, `setYlim([0, 10])`. Matplotlib: `Axes.set_ylim`. */
  setYlim(...limits: LimitArguments): [number, number] {
    return this.#setLimits('y', limits);
  }
  /** Matplotlib: `Axes.get_xlim`. */
  getXlim(): [number, number] {
    return [...this.#scales.x.view()];
  }
  /** Matplotlib: `Axes.get_ylim`. */
  getYlim(): [number, number] {
    return [...this.#scales.y.view()];
  }

  #setLimits(side: Side, limits: LimitArguments): [number, number] {
    const [first, second] = limits;
    const scale = this.#scales[side];
    const pair = isData(first) ? toList(first) : readLimits(first, second);
    const [from, to] = pair.map(value =>
      value === undefined || value === null ? undefined : scale.convert([value])[0]
    );
    scale.setLimits(from, to);
    return [...scale.view()];
  }

  /** `'linear'`, `'log'` or `'symlog'`. Matplotlib: `Axes.set_xscale`, which has more of them. */
  setXscale(scale: string, options?: ScaleOptions): void {
    this.#scales.x.setScale(scale, options);
  }
  /** `'linear'`, `'log'` or `'symlog'`. Matplotlib: `Axes.set_yscale`, which has more of them. */
  setYscale(scale: string, options?: ScaleOptions): void {
    this.#scales.y.setScale(scale, options);
  }
  /** Matplotlib: `Axes.get_xscale`. */
  getXscale(): string {
    return this.#scales.x.name;
  }
  /** Matplotlib: `Axes.get_yscale`. */
  getYscale(): string {
    return this.#scales.y.name;
  }

  /** Where ticks stand, and what they say. Matplotlib: `Axes.set_xticks`. @throws ValueError */
  setXticks(ticks: Data, labels?: readonly string[]): void {
    this.#setTicks('x', ticks, labels);
  }
  /** Where ticks stand, and what they say. Matplotlib: `Axes.set_yticks`. @throws ValueError */
  setYticks(ticks: Data, labels?: readonly string[]): void {
    this.#setTicks('y', ticks, labels);
  }
  /** What the ticks say that there are. Matplotlib: `Axes.set_xticklabels`. @throws ValueError */
  setXticklabels(labels: readonly string[]): void {
    this.#scales.x.setTicks(this.getXticks(), labels);
  }
  /** What the ticks say that there are. Matplotlib: `Axes.set_yticklabels`. @throws ValueError */
  setYticklabels(labels: readonly string[]): void {
    this.#scales.y.setTicks(this.getYticks(), labels);
  }
  /** Where ticks stand, one beyond each end among them. Matplotlib: `Axes.get_xticks`. */
  getXticks(): number[] {
    return this.#scales.x.ticks().major;
  }
  /** Where ticks stand, one beyond each end among them. Matplotlib: `Axes.get_yticks`. */
  getYticks(): number[] {
    return this.#scales.y.ticks().major;
  }
  /** What ticks say. Matplotlib: `Axes.get_xticklabels`, which gives texts. */
  getXticklabels(): string[] {
    return this.#scales.x.ticks().labels;
  }
  /** What ticks say. Matplotlib: `Axes.get_yticklabels`, which gives texts. */
  getYticklabels(): string[] {
    return this.#scales.y.ticks().labels;
  }

  #setTicks(side: Side, ticks: Data, labels?: readonly string[]): void {
    const scale = this.#scales[side];
    const values = scale.convert(toList(ticks));
    scale.setTicks(values, labels);
    if (values.length === 0) return;
    // Ticks are shown even where the data does not reach.
    const [low, high] = scale.view();
    const [least, most] = [Math.min(...values, low, high), Math.max(...values, low, high)];
    if (least < Math.min(low, high) || most > Math.max(low, high)) {
      scale.setLimits(low <= high ? least : most, low <= high ? most : least);
    }
  }

  /** How ticks are drawn. Matplotlib: `Axes.tick_params`. */
  tickParams(params: TickParams): void {
    const { axis = 'both', ...rest } = params;
    for (const side of ['x', 'y'] as const) {
      if (axis === 'both' || axis === side) Object.assign(this.look[side].params, rest);
    }
  }

  /**
   * Draws a grid, or with `false` none; without arguments the other of the two.
   * Matplotlib: `Axes.grid`.
   */
  grid(visible?: boolean | GridOptions, options?: GridOptions): void {
    const own = typeof visible === 'object' ? visible : (options ?? {});
    const { axis = 'both' } = own;
    checkOneOf('axis', axis, ['x', 'y', 'both']);
    for (const side of ['x', 'y'] as const) {
      if (axis !== 'both' && axis !== side) continue;
      const isNamed = typeof visible === 'object' || options !== undefined;
      const isOn =
        typeof visible === 'boolean' ? visible : isNamed || this.look[side].grid === undefined;
      this.look[side].grid = isOn ? gridOf(own) : undefined;
    }
  }

  /** The part of the data's width that is left free on both sides. Matplotlib: `Axes.margins`. */
  margins(x: number, y = x): void {
    if (x <= -0.5 || y <= -0.5) throw new ValueError('margin must be greater than -0.5');
    this.#margins.x = x;
    this.#margins.y = y;
  }
  /** How many units of x are as long as one of y. Matplotlib: `Axes.set_aspect`. */
  setAspect(aspect: 'auto' | 'equal' | number): void {
    this.aspect = aspect === 'equal' ? 1 : aspect;
  }
  /** Turns an axis round. Matplotlib: `Axes.invert_xaxis`. */
  invertXaxis(): void {
    const [from, to] = this.getXlim();
    this.#scales.x.setLimits(to, from);
  }
  /** Turns an axis round. Matplotlib: `Axes.invert_yaxis`. */
  invertYaxis(): void {
    const [from, to] = this.getYlim();
    this.#scales.y.setLimits(to, from);
  }
  /** Hides both axes, or shows them: `axis('off')`, `axis('equal')`. Matplotlib: `Axes.axis`. */
  axis(mode: 'on' | 'off' | 'equal' | 'tight' | 'auto' | readonly number[]): void {
    if (typeof mode !== 'string') {
      const [x0, x1, y0, y1] = mode;
      this.#scales.x.setLimits(x0, x1);
      this.#scales.y.setLimits(y0, y1);
    } else if (mode === 'on' || mode === 'off') {
      this.look.x.isVisible = this.look.y.isVisible = this.isFrameShown = mode === 'on';
    } else if (mode === 'equal') {
      this.setAspect('equal');
    } else if (mode === 'tight') {
      this.margins(0);
    } else {
      this.setAspect('auto');
    }
  }
  setAxisOff(): void {
    this.axis('off');
  }
  /** The colour behind the plot. Matplotlib: `Axes.set_facecolor`. */
  setFacecolor(color: Color): void {
    toPaint(color);
    this.facecolor = color;
  }

  /** What was chosen for the background; undefined follows the page. */
  get background(): Color | undefined {
    return this.facecolor ?? (isChosen('axes.facecolor') ? rcParams['axes.facecolor'] : undefined);
  }

  /** The ticks of one side. */
  ticksOf(side: Side): Ticks {
    return this.#scales[side].ticks();
  }

  protected reset(): void {
    this.artists = [];
    this.titles.left = this.titles.center = this.titles.right = undefined;
    this.legendShown = undefined;
    this.aspect = 'auto';
    this.#colorAt = 0;
    this.#patchColorAt = 0;
    for (const side of ['x', 'y'] as const) {
      const members = this.#scales[side].members;
      this.#scales[side] = new AxisScale(side);
      this.#scales[side].members.push(...members);
      this.look[side] = {
        ...this.#firstLook(side === 'x' ? 'bottom' : 'left'),
        orient: this.look[side].orient
      };
    }
  }
}

/** Two ends, a pair of them, or one by its name. */
export type LimitArguments =
  [Data] | [Scalar?, Scalar?] | [{ left?: Scalar; right?: Scalar; bottom?: Scalar; top?: Scalar }];

function readLimits(first: unknown, second: Scalar): Scalar[] {
  if (typeof first !== 'object' || first === null || first instanceof Date)
    return [first as Scalar, second];
  const { left, right, bottom, top } = first as {
    left?: Scalar;
    right?: Scalar;
    bottom?: Scalar;
    top?: Scalar;
  };
  return [left ?? bottom, right ?? top];
}
