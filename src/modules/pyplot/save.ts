import { quoted, ValueError } from './errors';
import type { Figure } from './figure';
import { requireHost } from './host';

/** How a figure is saved. */
export interface SaveOptions {
  /** Pixels of an inch; those of the figure by default. */
  dpi?: number;
  format?: 'svg' | 'png';
}

/** Writes a figure into the notebook's folder. */
export async function save(
  figure: Figure,
  name: string,
  options: SaveOptions = {}
): Promise<string> {
  const format = options.format ?? /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? 'png';
  if (format !== 'svg' && format !== 'png') {
    throw new ValueError(`Format ${quoted(format)} is not supported (supported formats: png, svg)`);
  }
  const path = /\.\w+$/.test(name) ? name : `${name}.${format}`;
  const drawing = await import(/* webpackChunkName: 'library-vega' */ './drawing');
  const spec = figure.toVegaLite();
  const bytes =
    format === 'svg'
      ? new TextEncoder().encode(await drawing.toSvg(spec)).buffer
      : await drawing.toPng(spec, (options.dpi ?? figure.dpi) / figure.dpi);
  return requireHost().files.write(path, bytes);
}
