import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs';
import {
  convolution,
  expectFloats,
  floats,
  reshaped,
  type Call,
  type Shape4D,
  type Window2D
} from './backend';
import { im2col } from './im2col';

/** Elements that the columns of one step may have: 4 MB, which stay near the processor. */
const MOST_ELEMENTS = 2 ** 20;

/**
 * The gradient of a convolution's filter: the columns of the images times the gradient of the
 * output, a few images at a time so that large batches take no large memory.
 * @param multiply the kernel for matrices
 */
export function conv2dBackpropFilter(multiply: KernelFunc): KernelFunc {
  return call => {
    const { inputs, backend, attrs } = call as unknown as Call<
      'x' | 'dy',
      Window2D & { filterShape: Shape4D }
    >;
    const { x, dy } = inputs;
    expectFloats('Conv2DBackpropFilter', inputs);
    const info = convolution('Conv2DBackpropFilter', x.shape, attrs.filterShape, attrs);
    const weights = info.filterHeight * info.filterWidth * info.inChannels;
    const pixels = info.outHeight * info.outWidth;
    const imageSize = info.inHeight * info.inWidth * info.inChannels;
    const step = Math.min(
      info.batchSize,
      Math.max(1, Math.floor(MOST_ELEMENTS / (weights * pixels)))
    );

    const gradient = backend.makeOutput(attrs.filterShape, 'float32');
    floats(backend, gradient).fill(0);
    for (let start = 0; start < info.batchSize; start += step) {
      const images = Math.min(step, info.batchSize - start);
      const columns = backend.makeOutput([1, weights, images * pixels], 'float32');
      const part = backend.makeOutput([1, images * pixels, info.outChannels], 'float32');
      const [from, to] = [start * pixels, (start + images) * pixels].map(
        pixel => pixel * info.outChannels
      );
      floats(backend, part).set(floats(backend, dy).subarray(from, to));
      for (let image = 0; image < images; image++) {
        const first = (start + image) * imageSize;
        im2col(
          floats(backend, x).subarray(first, first + imageSize),
          floats(backend, columns).subarray(image * pixels),
          images * pixels,
          info
        );
      }
      const product = multiply({
        inputs: { a: columns, b: part },
        backend,
        attrs: { transposeA: false, transposeB: false }
      }) as TensorInfo;
      add(floats(backend, product), floats(backend, gradient));
      for (const tensor of [columns, part, product]) {
        backend.disposeData(tensor.dataId);
      }
    }
    return reshaped(gradient, attrs.filterShape);
  };
}

function add(from: Float32Array, to: Float32Array): void {
  for (let index = 0; index < to.length; index++) {
    to[index] = (to[index] as number) + (from[index] as number);
  }
}
