import type { MimeBundle } from '../../protocol/runtime';
import { toBase64 } from './base64';
import type { Formatter } from './registry';

const describe = (kind: string, image: { width: number; height: number }) =>
  `${kind} ${image.width} × ${image.height}`;

async function png(canvas: OffscreenCanvas, text: string): Promise<MimeBundle> {
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { 'image/png': toBase64(bytes), 'text/plain': text };
}

/** Canvases, where the host has them. */
export const canvasFormatter: Formatter<OffscreenCanvas> = {
  matches: (value): value is OffscreenCanvas =>
    typeof OffscreenCanvas !== 'undefined' && value instanceof OffscreenCanvas,
  render: canvas => png(canvas, describe('OffscreenCanvas', canvas)),
  text: canvas => describe('OffscreenCanvas', canvas),
  label: canvas => describe('OffscreenCanvas', canvas)
};

/** Pixels, drawn where the host has canvases and named where it has none. */
export const pixelsFormatter: Formatter<ImageData> = {
  matches: (value): value is ImageData =>
    typeof ImageData !== 'undefined' && value instanceof ImageData,
  render(image) {
    const text = describe('ImageData', image);
    if (typeof OffscreenCanvas === 'undefined') return { 'text/plain': text };
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d')?.putImageData(image, 0, 0);
    return png(canvas, text);
  },
  text: image => describe('ImageData', image),
  label: image => describe('ImageData', image)
};
