import { backend_util, type KernelFunc } from '@tensorflow/tfjs';
import { expectFloats, floats, type Call, type Shape4D, type Window2D } from './backend';

/**
 * The gradient of a mean over windows: what came out of a window goes in equal parts to the pixels
 * that it was the mean of. The stock kernel also counts those of the padding, which TensorFlow does
 * not.
 */
export const avgPoolGrad: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'dy' | 'input',
    Window2D & { filterSize: [number, number] | number }
  >;
  const { dy, input } = inputs;
  expectFloats('AvgPoolGrad', { dy, input });
  const info = backend_util.computePool2DInfo(
    input.shape as Shape4D,
    attrs.filterSize,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode
  );
  const { inHeight, inWidth, inChannels, outHeight, outWidth } = info;
  const gradient = backend.makeOutput(input.shape, 'float32');
  const [to, outputs] = [floats(backend, gradient), floats(backend, dy)];
  to.fill(0);
  for (let image = 0, output = 0; image < info.batchSize; image++) {
    for (let y = 0; y < outHeight; y++) {
      const top = y * info.strideHeight - info.padInfo.top;
      const [fromY, toY] = [Math.max(0, top), Math.min(inHeight, top + info.filterHeight)];
      for (let x = 0; x < outWidth; x++, output += inChannels) {
        const left = x * info.strideWidth - info.padInfo.left;
        const [fromX, toX] = [Math.max(0, left), Math.min(inWidth, left + info.filterWidth)];
        const part = 1 / ((toY - fromY) * (toX - fromX));
        for (let inY = fromY; inY < toY; inY++) {
          let at = ((image * inHeight + inY) * inWidth + fromX) * inChannels;
          const end = at + (toX - fromX) * inChannels;
          for (let channel = 0; at < end; at++, channel = (channel + 1) % inChannels) {
            to[at] = (to[at] as number) + part * (outputs[output + channel] as number);
          }
        }
      }
    }
  }
  return gradient;
};
