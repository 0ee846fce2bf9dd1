import { getKernel, registerKernel, unregisterKernel, type KernelFunc } from '@tensorflow/tfjs';
import { conv2dBackpropFilter } from './conv2d-filter';
import { conv2dBackpropInput } from './conv2d-input';
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwise';
import { explicitPadding } from './explicit-padding';
import { transposeFirst } from './matmul';
import { maxPoolGrad } from './max-pool-grad';
import { unsortedSegmentSum } from './unsorted-segment-sum';

const BACKEND = 'wasm';

/**
 * Registers, for the wasm backend, the kernels by which models are trained and that the stock
 * backend lacks, is slow at or computes wrongly. Call it once, when the stock kernels are registered.
 */
export function registerTrainingKernels(): void {
  const multiply = stock('BatchMatMul');
  const transpose = stock('Transpose');
  const convolve = explicitPadding('Conv2D', stock('Conv2D'), false);
  const padded = (name: string, depthwise: boolean) =>
    explicitPadding(name, stock(name), depthwise);
  const kernels: Record<string, KernelFunc> = {
    BatchMatMul: transposeFirst(multiply, transpose),
    _FusedMatMul: transposeFirst(stock('_FusedMatMul'), transpose),
    Conv2D: convolve,
    FusedConv2D: padded('FusedConv2D', false),
    DepthwiseConv2dNative: padded('DepthwiseConv2dNative', true),
    FusedDepthwiseConv2D: padded('FusedDepthwiseConv2D', true),
    Conv2DBackpropFilter: conv2dBackpropFilter(multiply),
    Conv2DBackpropInput: conv2dBackpropInput(stock('Conv2DBackpropInput'), convolve),
    DepthwiseConv2dNativeBackpropFilter: depthwiseBackpropFilter,
    DepthwiseConv2dNativeBackpropInput: depthwiseBackpropInput,
    MaxPoolGrad: maxPoolGrad,
    UnsortedSegmentSum: unsortedSegmentSum
  };
  for (const [kernelName, kernelFunc] of Object.entries(kernels)) {
    const replaced = getKernel(kernelName, BACKEND);
    if (replaced) {
      unregisterKernel(kernelName, BACKEND);
    }
    // The stock kernels that ours call are set up by their own `setupFunc`.
    registerKernel({ ...replaced, kernelName, backendName: BACKEND, kernelFunc });
  }
}

function stock(kernelName: string): KernelFunc {
  return getKernel(kernelName, BACKEND).kernelFunc;
}
