import type { backend_util } from '@tensorflow/tfjs';

/**
 * What each weight of a filter meets in one image: a row for each weight [filterHeight,
 * filterWidth, channels], a column for each pixel of the output; zeros where it meets padding.
 * @param image elements [height, width, channels] of one image
 * @param columns where the result goes, `stride` elements from row to row
 */
export function im2col(
  image: Float32Array,
  columns: Float32Array,
  stride: number,
  info: backend_util.Conv2DInfo
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, strideHeight, strideWidth } = info;
  const { top, left } = info.padInfo;
  for (let row = 0, weight = 0; row < info.filterHeight; row++) {
    for (let column = 0; column < info.filterWidth; column++) {
      for (let channel = 0; channel < inChannels; channel++, weight++) {
        let to = weight * stride;
        for (let y = 0; y < outHeight; y++) {
          const inY = y * strideHeight + row - top;
          if (inY < 0 || inY >= inHeight) {
            columns.fill(0, to, to + outWidth);
            to += outWidth;
            continue;
          }
          for (let x = 0; x < outWidth; x++) {
            const inX = x * strideWidth + column - left;
            columns[to++] =
              inX < 0 || inX >= inWidth
                ? 0
                : (image[(inY * inWidth + inX) * inChannels + channel] as number);
          }
        }
      }
    }
  }
}
