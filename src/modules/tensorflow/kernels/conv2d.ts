import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { addressOf, engineOf } from '../wasm/engine';
import { activate, type Activation } from './activation';
import { convolution, expectFloats, type Call, type Shape4D, type Window2D } from './backend';
import { eachPart } from './columns';

/** Convolves images with filters. */
export const conv2d: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<'x' | 'filter', Window2D>;
  return convolve('Conv2D', inputs, backend, attrs);
};

/** The same with a bias for each channel and an activation, as layers use it. */
export const fusedConv2d: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'x' | 'filter' | 'bias' | 'preluActivationWeights',
    Window2D & Activation
  >;
  const { x, filter, bias } = inputs;
  const result = convolve('FusedConv2D', { x, filter }, backend, attrs, bias);
  return activate(result, backend, attrs, inputs.preluActivationWeights);
};

/** The gradient of a convolution's filter: what it met, times the gradient of what came out. */
export const conv2dBackpropFilter: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'x' | 'dy',
    Window2D & { filterShape: Shape4D }
  >;
  const { x, dy } = inputs;
  expectFloats('Conv2DBackpropFilter', inputs);
  const info = convolution('Conv2DBackpropFilter', x.shape, attrs.filterShape, attrs);
  const gradient = backend.makeOutput(attrs.filterShape, 'float32');
  const length = info.filterHeight * info.filterWidth * info.inChannels;
  const row = 4 * info.outChannels;
  eachPart(backend, x, info, ({ address, pixel, pixels }) =>
    engineOf(backend).multiplier.multiply(
      { address, row: 4, column: 4 * length },
      { address: addressOf(backend, dy) + pixel * row, row, column: 4 },
      { address: addressOf(backend, gradient), row, column: 4 },
      [length, pixels, info.outChannels],
      pixel > 0 ? 'result' : undefined
    )
  );
  return gradient;
};

function convolve(
  kernel: string,
  { x, filter }: { x: TensorInfo; filter: TensorInfo },
  backend: BackendWasm,
  window: Window2D,
  bias?: TensorInfo
): TensorInfo {
  expectFloats(kernel, { x, filter });
  const info = convolution(kernel, x.shape, filter.shape, window);
  if (bias && (bias.shape.length !== 1 || bias.shape[0] !== info.outChannels)) {
    throw new Error(
      `${kernel}: the bias has the shape [${bias.shape.join(', ')}]; one number for each of the ` +
        `${info.outChannels} filters is expected, [${info.outChannels}].`
    );
  }
  const result = backend.makeOutput(info.outShape, 'float32');
  const length = info.filterHeight * info.filterWidth * info.inChannels;
  const row = 4 * info.outChannels;
  const on = bias && { bias: addressOf(backend, bias) };
  eachPart(backend, x, info, ({ address, pixel, pixels }) =>
    engineOf(backend).multiplier.multiply(
      { address, row: 4 * length, column: 4 },
      { address: addressOf(backend, filter), row, column: 4 },
      { address: addressOf(backend, result) + pixel * row, row, column: 4 },
      [pixels, length, info.outChannels],
      on
    )
  );
  return result;
}
