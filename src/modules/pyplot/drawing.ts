import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Layer } from './artists/artist';

const viewOf = (spec: Layer): View =>
  new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: 'none' });

/** A plot as the text of an SVG. */
export async function toSvg(spec: Layer): Promise<string> {
  const view = viewOf(spec);
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/**
 * A plot as the bytes of a PNG.
 * @throws Error where there is nothing to draw on, as in Node
 */
export async function toPng(spec: Layer, scale: number): Promise<ArrayBuffer> {
  if (typeof OffscreenCanvas === 'undefined') {
    throw new Error(
      "A PNG needs a browser to draw it; save the figure as SVG: savefig('plot.svg')."
    );
  }
  const view = viewOf(spec);
  try {
    const [, width = '640', height = '480'] =
      /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(await view.toSVG(scale)) ?? [];
    const canvas = new OffscreenCanvas(Math.ceil(Number(width)), Math.ceil(Number(height)));
    const context = canvas.getContext('2d');
    await view.toCanvas(scale, { externalContext: context });
    return await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
  } finally {
    view.finalize();
  }
}
