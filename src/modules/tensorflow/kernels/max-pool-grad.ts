import { backend_util, type KernelFunc } from '@tensorflow/tfjs';
import { expectFloats, floats, type Call, type Shape4D, type Window2D } from './backend';

/**
 * The gradient of a maximum over windows: what came out of a window goes to its first maximum.
 * It goes over the windows once, which the stock kernel, going over the input, does not.
 */
export const maxPoolGrad: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'dy' | 'input',
    Window2D & { filterSize: [number, number] | number }
  >;
  const { dy, input } = inputs;
  expectFloats('MaxPoolGrad', { dy, input });
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
  const [to, values, outputs] = [gradient, input, dy].map(tensor => floats(backend, tensor)) as [
    Float32Array,
    Float32Array,
    Float32Array
  ];
  to.fill(0);
  for (let image = 0, output = 0; image < info.batchSize; image++) {
    for (let y = 0; y < outHeight; y++) {
      const top = y * info.strideHeight - info.padInfo.top;
      const [fromY, toY] = [Math.max(0, top), Math.min(inHeight, top + info.filterHeight)];
      for (let x = 0; x < outWidth; x++) {
        const left = x * info.strideWidth - info.padInfo.left;
        const [fromX, toX] = [Math.max(0, left), Math.min(inWidth, left + info.filterWidth)];
        for (let channel = 0; channel < inChannels; channel++, output++) {
          let most = -Infinity;
          let place = -1;
          for (let inY = fromY; inY < toY; inY++) {
            let at = ((image * inHeight + inY) * inWidth + fromX) * inChannels + channel;
            for (let inX = fromX; inX < toX; inX++, at += inChannels) {
              const value = values[at] as number;
              if (value > most) {
                most = value;
                place = at;
              }
            }
          }
          if (place >= 0) {
            to[place] = (to[place] as number) + (outputs[output] as number);
          }
        }
      }
    }
  }
  return gradient;
};
