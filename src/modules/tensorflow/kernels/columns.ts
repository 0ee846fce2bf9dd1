import type { backend_util, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { addressOf, engineOf } from '../wasm/engine';
import { floats } from './backend';

/** Elements that are laid out at once: 1 MB, which stays near the processor. */
const MOST_ELEMENTS = 2 ** 18;

/**
 * Some of the images of a batch, laid out so that a convolution becomes a product of matrices: a
 * row for each pixel of the output, in it all that the filter meets there.
 */
export interface Part {
  /** Where the rows begin; each has filterHeight × filterWidth × inChannels elements. */
  address: number;
  /** The first pixel of the output, counted over the batch, and how many there are. */
  pixel: number;
  pixels: number;
}

/** Lays images out, a few at a time, and calls `visit` for each such part of the batch. */
export function eachPart(
  backend: BackendWasm,
  images: TensorInfo,
  info: backend_util.Conv2DInfo,
  visit: (part: Part) => void
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth } = info;
  const pixels = outHeight * outWidth;
  if (isPlain(info)) {
    visit({ address: addressOf(backend, images), pixel: 0, pixels: batchSize * pixels });
    return;
  }
  const length = info.filterHeight * info.filterWidth * inChannels;
  const most = Math.min(batchSize, Math.max(1, Math.floor(MOST_ELEMENTS / (length * pixels))));
  const laidOut = backend.makeOutput([most * pixels, length], 'float32');
  const { top, bottom, left, right } = info.padInfo;
  const padded = top + bottom + left + right > 0;
  const [height, width] = [inHeight + top + bottom, inWidth + left + right];
  const frame = padded && backend.makeOutput([most, height, width, inChannels], 'float32');
  if (frame) {
    floats(backend, frame).fill(0);
  }
  const { kernels } = engineOf(backend);
  const to = addressOf(backend, laidOut);
  for (let image = 0; image < batchSize; image += most) {
    const count = Math.min(most, batchSize - image);
    let from = addressOf(backend, images) + image * inHeight * inWidth * inChannels * 4;
    if (frame) {
      const inner = addressOf(backend, frame);
      for (let index = 0; index < count; index++) {
        kernels.copyRuns(
          from + index * inHeight * inWidth * inChannels * 4,
          inWidth * inChannels * 4,
          inner + ((index * height + top) * width + left) * inChannels * 4,
          width * inChannels * 4,
          inWidth * inChannels,
          inHeight
        );
      }
      from = inner;
    }
    layOut(backend, from, to, { ...info, inHeight: height, inWidth: width }, count);
    visit({ address: to, pixel: image * pixels, pixels: count * pixels });
  }
  for (const tensor of frame ? [laidOut, frame] : [laidOut]) {
    backend.disposeData(tensor.dataId);
  }
}

/** Whether the images are their own rows: a filter of one pixel that goes over each of them. */
const isPlain = (info: backend_util.Conv2DInfo): boolean =>
  info.filterHeight * info.filterWidth * info.strideHeight * info.strideWidth === 1 &&
  info.inHeight === info.outHeight &&
  info.inWidth === info.outWidth;

/** Lays images out that need no padding any more. */
function layOut(
  backend: BackendWasm,
  images: number,
  to: number,
  info: backend_util.Conv2DInfo,
  count: number
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = info;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth } = info;
  const { kernels } = engineOf(backend);
  const pixel = 4 * inChannels;
  const row = filterHeight * filterWidth * pixel;
  // What a row of the filter meets lies together, unless the filter is dilated.
  const [runs, run] = dilationWidth === 1 ? [1, filterWidth] : [filterWidth, 1];
  for (let image = 0; image < count; image++) {
    for (let y = 0; y < outHeight; y++) {
      for (let filterY = 0; filterY < filterHeight; filterY++) {
        const inY = image * inHeight + y * strideHeight + filterY * dilationHeight;
        for (let filterX = 0; filterX < runs; filterX++) {
          kernels.copyRuns(
            images + (inY * inWidth + filterX * dilationWidth) * pixel,
            strideWidth * pixel,
            to +
              (image * outHeight + y) * outWidth * row +
              (filterY * filterWidth + filterX) * pixel,
            row,
            run * inChannels,
            outWidth
          );
        }
      }
    }
  }
}
