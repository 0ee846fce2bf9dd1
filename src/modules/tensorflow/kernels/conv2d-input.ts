import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { conv2d } from './conv2d';
import {
  convolution,
  expectFloats,
  floats,
  paddingOf,
  sides,
  type Call,
  type Shape4D,
  type Window2D
} from './backend';

/**
 * The gradient of a convolution's input. With steps of one pixel it is itself a convolution: of
 * the output's gradient with the filter turned around. The stock kernel, which is slower, does the
 * others.
 */
export function conv2dBackpropInput(stock: KernelFunc): KernelFunc {
  return call => {
    const { inputs, backend, attrs } = call as unknown as Call<
      'dy' | 'filter',
      Window2D & { inputShape: Shape4D }
    >;
    const { dy, filter } = inputs;
    expectFloats('Conv2DBackpropInput', inputs);
    const info = convolution('Conv2DBackpropInput', attrs.inputShape, filter.shape, attrs);
    const { filterHeight, filterWidth, padInfo } = info;
    const top = filterHeight - 1 - padInfo.top;
    const left = filterWidth - 1 - padInfo.left;
    const pad = sides(
      [top, info.inHeight - info.outHeight + padInfo.top],
      [left, info.inWidth - info.outWidth + padInfo.left]
    );
    const steps = info.strideHeight * info.strideWidth;
    if (steps !== 1 || pad.flat().some(width => width < 0)) {
      return stock({ ...call, attrs: { ...call.attrs, pad: paddingOf(info) } });
    }
    const turned = turnAround(backend, filter);
    const gradient = conv2d({
      inputs: { x: dy, filter: turned },
      backend,
      attrs: { strides: [1, 1], pad, dataFormat: 'NHWC', dilations: [1, 1] }
    });
    backend.disposeData(turned.dataId);
    return gradient;
  };
}

/** A filter rotated by half a turn, with its input and output channels exchanged. */
function turnAround(backend: BackendWasm, filter: TensorInfo): TensorInfo {
  const [height, width, inChannels, outChannels] = filter.shape as Shape4D;
  const turned = backend.makeOutput([height, width, outChannels, inChannels], 'float32');
  const from = floats(backend, filter);
  const to = floats(backend, turned);
  const places = height * width;
  let index = 0;
  for (let place = places - 1; place >= 0; place--) {
    for (let out = 0; out < outChannels; out++) {
      for (let channel = 0; channel < inChannels; channel++) {
        to[index++] = from[(place * inChannels + channel) * outChannels + out] as number;
      }
    }
  }
  return turned;
}
