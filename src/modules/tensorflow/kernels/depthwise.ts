import type { backend_util, KernelFunc } from '@tensorflow/tfjs';
import {
  convolution,
  expectFloats,
  floats,
  type Call,
  type Shape4D,
  type Window2D
} from './backend';

/** Called for a run of pixels of the output that meet one weight's place in the filter. */
type Visit = (weight: number, input: number, inputStep: number, output: number, n: number) => void;

/**
 * The gradient of a depthwise convolution's filter: for each weight the sum over all pixels of
 * what it met, times the gradient of what came out.
 */
export const depthwiseBackpropFilter: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'x' | 'dy',
    Window2D & { filterShape: Shape4D }
  >;
  expectFloats('DepthwiseConv2dNativeBackpropFilter', inputs);
  const { x, dy } = inputs;
  const info = depthwise('DepthwiseConv2dNativeBackpropFilter', x.shape, attrs.filterShape, attrs);
  const gradient = backend.makeOutput(attrs.filterShape, 'float32');
  const [to, images, outputs] = [gradient, x, dy].map(tensor => floats(backend, tensor)) as Views;
  const { inChannels, outChannels } = info;
  const multiplier = outChannels / inChannels;
  to.fill(0);
  eachRun(info, (weight, input, inputStep, output, n) => {
    for (let pixel = 0; pixel < n; pixel++, input += inputStep) {
      let place = weight;
      for (let channel = 0; channel < inChannels; channel++) {
        const met = images[input + channel] as number;
        for (let copy = 0; copy < multiplier; copy++, place++) {
          to[place] = (to[place] as number) + met * (outputs[output++] as number);
        }
      }
    }
  });
  return gradient;
};

/** The gradient of a depthwise convolution's input. */
export const depthwiseBackpropInput: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'dy' | 'filter',
    Window2D & { inputShape: Shape4D }
  >;
  expectFloats('DepthwiseConv2dNativeBackpropInput', inputs);
  const { dy, filter } = inputs;
  const info = depthwise(
    'DepthwiseConv2dNativeBackpropInput',
    attrs.inputShape,
    filter.shape,
    attrs
  );
  const gradient = backend.makeOutput(attrs.inputShape, 'float32');
  const [to, weights, outputs] = [gradient, filter, dy].map(tensor =>
    floats(backend, tensor)
  ) as Views;
  const { inChannels, outChannels } = info;
  const multiplier = outChannels / inChannels;
  to.fill(0);
  eachRun(info, (weight, input, inputStep, output, n) => {
    for (let pixel = 0; pixel < n; pixel++, input += inputStep) {
      let place = weight;
      for (let channel = 0; channel < inChannels; channel++) {
        let sum = to[input + channel] as number;
        for (let copy = 0; copy < multiplier; copy++) {
          sum += (weights[place++] as number) * (outputs[output++] as number);
        }
        to[input + channel] = sum;
      }
    }
  });
  return gradient;
};

type Views = [Float32Array, Float32Array, Float32Array];

const depthwise = (kernel: string, input: number[], filter: number[], window: Window2D) =>
  convolution(kernel, input, filter, window, true);

/**
 * Visits, for each place in the filter and each row of the output, the pixels at which that place
 * lies within the image. All positions are those of elements, of a pixel's first channel.
 */
function eachRun(info: backend_util.Conv2DInfo, visit: Visit): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = info;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo } = info;
  for (let row = 0, weight = 0; row < info.filterHeight; row++) {
    for (let column = 0; column < info.filterWidth; column++, weight += outChannels) {
      const offset = column * dilationWidth - padInfo.left;
      const first = Math.max(0, Math.ceil(-offset / strideWidth));
      const end = Math.min(outWidth, Math.ceil((inWidth - offset) / strideWidth));
      if (first >= end) continue;
      for (let image = 0; image < batchSize; image++) {
        for (let y = 0; y < outHeight; y++) {
          const inY = y * strideHeight + row * dilationHeight - padInfo.top;
          if (inY < 0 || inY >= inHeight) continue;
          const input = (image * inHeight + inY) * inWidth + first * strideWidth + offset;
          const output = (image * outHeight + y) * outWidth + first;
          visit(
            weight,
            input * inChannels,
            strideWidth * inChannels,
            output * outChannels,
            end - first
          );
        }
      }
    }
  }
}
