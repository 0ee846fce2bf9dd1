import { toPaint, type Color } from '../color';
import { AttributeError } from '../errors';
import { dashesOf } from '../format';
import { fontSize, rcParams } from '../rc';
import { textWidth } from '../spec/measure';
import { opacity } from './artist';
import type { Artist, Extent, Layer, Scene } from './artist';
import { checkAlpha, type LineStyle } from './line';

/** How text is drawn. */
export interface TextOptions {
  color?: Color;
  c?: Color;
  fontsize?: number | string;
  size?: number | string;
  fontweight?: string | number;
  weight?: string | number;
  fontstyle?: string;
  style?: string;
  ha?: 'left' | 'center' | 'right';
  horizontalalignment?: 'left' | 'center' | 'right';
  va?: 'top' | 'center' | 'baseline' | 'bottom';
  verticalalignment?: 'top' | 'center' | 'baseline' | 'bottom';
  /** Degrees, counterclockwise. */
  rotation?: number;
  alpha?: number;
  /** What the position counts in: data, or parts of the axes with `ax.transAxes`. */
  transform?: 'data' | 'axes';
  zorder?: number;
}

/** How the arrow of an annotation is drawn. */
export interface ArrowOptions {
  /** `'->'`, `'-|>'`, `'<-'`, `'<->'` or `'-'`; without a style a filled arrow. */
  arrowstyle?: string;
  color?: Color;
  facecolor?: Color;
  edgecolor?: Color;
  linewidth?: number;
  lw?: number;
  linestyle?: LineStyle;
  /** Points left free at both ends. */
  shrink?: number;
}

/** A text at a place. Matplotlib: `matplotlib.text.Text`. */
export class Text implements Artist {
  readonly kind: string = 'text';
  readonly label = undefined;
  readonly zorder: number;
  readonly count = 1;
  #text: string;
  protected options: TextOptions;

  /** Not for cells: texts are made by `text`, `title` and the like. */
  constructor(
    protected readonly x: number,
    protected readonly y: number,
    text: string,
    options: TextOptions = {}
  ) {
    this.#text = String(text);
    this.options = options;
    this.zorder = options.zorder ?? 3;
    toPaint(options.color ?? options.c ?? rcParams['text.color']);
    if (options.alpha !== undefined) checkAlpha(options.alpha);
  }

  /** Matplotlib: `Text.get_text`. */
  getText(): string {
    return this.#text;
  }
  /** Matplotlib: `Text.set_text`. */
  setText(text: string): void {
    this.#text = String(text);
  }
  /** Where it stands. Matplotlib: `Text.get_position`. */
  getPosition(): [number, number] {
    return [this.x, this.y];
  }
  /** The size in points. Matplotlib: `Text.get_fontsize`. */
  getFontsize(): number {
    return fontSize(this.options.fontsize ?? this.options.size ?? rcParams['font.size']);
  }
  setColor(color: Color): void {
    toPaint(color);
    this.options = { ...this.options, color };
  }
  setFontsize(size: number | string): void {
    this.options = { ...this.options, fontsize: size };
  }

  extent(): Extent {
    return {};
  }
  vertices(): Iterable<readonly [number, number]> {
    return [];
  }
  handle(): undefined {
    return undefined;
  }

  /** The text's mark, without a place. */
  mark(scene: Pick<Scene, 'px'>): Layer {
    const { color, c, ha, horizontalalignment, va, verticalalignment } = this.options;
    const { rotation = 0, fontweight, weight, fontstyle, style, alpha } = this.options;
    const paint = toPaint(color ?? c ?? rcParams['text.color']);
    const bold = fontweight ?? weight;
    const vertical = va ?? verticalalignment ?? 'baseline';
    return {
      type: 'text',
      text: this.#text.split('\n'),
      fill: paint.hex,
      fontSize: scene.px(this.getFontsize()),
      align: ha ?? horizontalalignment ?? 'left',
      baseline: { center: 'middle', baseline: 'alphabetic' }[vertical as string] ?? vertical,
      ...opacity(alpha ?? paint.alpha),
      ...(rotation === 0 ? {} : { angle: -rotation }),
      ...(bold === undefined ? {} : { fontWeight: bold }),
      ...((fontstyle ?? style) ? { fontStyle: fontstyle ?? style } : {})
    };
  }

  toLayers(scene: Scene): Layer[] {
    const isOfAxes = this.options.transform === 'axes';
    const [x, y] = isOfAxes
      ? [this.x * scene.width, (1 - this.y) * scene.height]
      : [scene.x(this.x), scene.y(this.y)];
    return [placed(this.mark(scene), x, y, isOfAxes, `text: ${this.#text}`)];
  }
}

/** A mark at one place, in data or in pixels of the axes. */
export function placed(
  mark: Layer,
  x: number | null,
  y: number | null,
  isInPixels: boolean,
  description: string
): Layer {
  const encoding = isInPixels
    ? { x: { value: x }, y: { value: y } }
    : { x: { field: 'x' }, y: { field: 'y' } };
  return { description, data: { values: [isInPixels ? {} : { x, y }] }, mark, encoding };
}

/** Options of an annotation; places are `[x, y]` in data. */
export interface AnnotateOptions extends TextOptions {
  /** The place that the annotation is about. */
  xy?: readonly [number | Date | string, number | Date | string];
  /** Where the text stands; by default at `xy`. */
  xytext?: readonly [number | Date | string, number | Date | string];
  /** What `xytext` counts in. */
  textcoords?: 'data' | 'offset points';
  arrowprops?: ArrowOptions;
}

/** A text with an arrow to a place. Matplotlib: `matplotlib.text.Annotation`. */
export class Annotation extends Text {
  override readonly kind = 'annotation';

  /** Not for cells: annotations are made by `annotate`. */
  constructor(
    text: string,
    /** The place that it is about, in data. */
    readonly xy: readonly [number, number],
    textAt: readonly [number, number],
    private readonly arrow: ArrowOptions | undefined,
    private readonly isOffset: boolean,
    options: TextOptions
  ) {
    super(textAt[0], textAt[1], text, options);
    if (options.transform === 'axes') {
      throw new AttributeError("Annotation.set() got an unexpected keyword argument 'transform'");
    }
  }

  override toLayers(scene: Scene): Layer[] {
    const [x, y] = [scene.x(this.xy[0]), scene.y(this.xy[1])];
    const description = `annotation: ${this.getText()}`;
    const mark = this.mark(scene);
    const shift = this.isOffset ? { dx: scene.px(this.x), dy: -scene.px(this.y) } : {};
    const [textX, textY] = this.isOffset ? [x, y] : [scene.x(this.x), scene.y(this.y)];
    const text = placed({ ...mark, ...shift }, textX, textY, false, description);
    return this.arrow ? [...this.#arrow(scene, this.arrow), text] : [text];
  }

  /** About the room that the text takes, in pixels, with a little around it. */
  #box(scene: Scene, x: number, y: number) {
    const { align, baseline } = this.mark(scene);
    const size = scene.px(this.getFontsize());
    const lines = this.getText().split('\n');
    const width = Math.max(...lines.map(line => textWidth(line, size))) + 0.6 * size;
    const height = lines.length * 1.2 * size + 0.3 * size;
    const across = { left: 0.5, center: 0, right: -0.5 }[align as 'left' | 'center' | 'right'];
    const up = { top: 0.5, middle: 0 }[baseline as 'top' | 'middle'] ?? -0.5;
    const middle = { x: x + across * (width - 0.6 * size), y: y + up * (height - 0.6 * size) };
    return { width, height, middle };
  }

  /** A line to the place with a head at its end, which needs pixels for its direction. */
  #arrow(scene: Scene, arrow: ArrowOptions): Layer[] {
    const place = ([x, y]: readonly [number, number]) =>
      [scene.pixel('x', x), scene.pixel('y', y)] as const;
    const [tipX, tipY] = place(this.xy);
    const [textX, textY] = this.isOffset
      ? [tipX + scene.px(this.x), tipY - scene.px(this.y)]
      : place([this.x, this.y]);
    const { width: wide, height: high, middle } = this.#box(scene, textX, textY);
    const angle = Math.atan2(tipY - middle.y, tipX - middle.x);
    const length = Math.hypot(tipX - middle.x, tipY - middle.y);
    const gap = scene.px(3);
    // From the edge of the text, not through it.
    const tail = Math.min(
      wide / 2 / Math.max(1e-9, Math.abs(Math.cos(angle))),
      high / 2 / Math.max(1e-9, Math.abs(Math.sin(angle)))
    );
    if (length <= tail + gap) return [];
    const paint = toPaint(arrow.color ?? arrow.edgecolor ?? arrow.facecolor ?? 'k');
    const { arrowstyle } = arrow;
    const width = arrow.linewidth ?? arrow.lw ?? (arrowstyle === undefined ? 2 : 1);
    const point = (distance: number) => ({
      x: middle.x + distance * Math.cos(angle),
      y: middle.y + distance * Math.sin(angle)
    });
    const [from, to] = [point(tail), point(length - gap)];
    const dashes = (dashesOf(arrow.linestyle ?? '-') ?? []).map(dash => scene.px(dash * width));
    const stroke = { stroke: paint.hex, strokeWidth: scene.px(width), ...opacity(paint.alpha) };
    const line = {
      description: `arrow: ${this.getText()}`,
      data: { values: [{}] },
      mark: { type: 'rule', ...stroke, ...(dashes.length > 0 ? { strokeDash: dashes } : {}) },
      encoding: {
        x: { value: from.x },
        y: { value: from.y },
        x2: { value: to.x },
        y2: { value: to.y }
      }
    };
    const head = (end: { x: number; y: number }, turn: number): Layer => ({
      description: 'arrow head',
      data: { values: [{}] },
      mark: {
        type: 'point',
        shape:
          arrowstyle?.includes('|') || arrowstyle === undefined
            ? 'M-1,-0.5L0,0L-1,0.5Z'
            : 'M-1,-0.5L0,0L-1,0.5',
        size: scene.px(arrowstyle === undefined ? 14 : 8) ** 2 * 2,
        angle: ((angle + turn) * 180) / Math.PI,
        fill: arrowstyle?.includes('|') || arrowstyle === undefined ? paint.hex : 'transparent',
        ...stroke
      },
      encoding: { x: { value: end.x }, y: { value: end.y } }
    });
    const isPlain = arrowstyle === '-';
    const hasHead =
      !isPlain &&
      (arrowstyle === undefined ||
        arrowstyle.endsWith('>') ||
        arrowstyle === 'fancy' ||
        arrowstyle === 'simple');
    const hasTail = arrowstyle?.startsWith('<') ?? false;
    return [line, ...(hasHead ? [head(to, 0)] : []), ...(hasTail ? [head(from, Math.PI)] : [])];
  }
}
