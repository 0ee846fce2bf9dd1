import { getKernel, registerKernel, unregisterKernel, type KernelFunc } from '@tensorflow/tfjs';
import { avgPoolGrad } from './avg-pool-grad';
import { conv2d, conv2dBackpropFilter, fusedConv2d } from './conv2d';
import { conv2dBackpropInput } from './conv2d-input';
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwise';
import { explicitPadding } from './explicit-padding';
import { batchMatMul, fusedMatMul } from './matmul';
import { maxPoolGrad } from './max-pool-grad';
import { unsortedSegmentSum } from './unsorted-segment-sum';

const BACKEND = 'wasm';

/**
 * Registers, for the wasm backend, the kernels by which models are trained and that the stock
 * backend lacks, is slow at or computes wrongly. Call it once, when the stock kernels are
 * registered.
 */
export function registerTrainingKernels(): void {
  const padded = (name: string) => explicitPadding(name, getKernel(name, BACKEND).kernelFunc);
  const kernels: Record<string, KernelFunc> = {
    AvgPoolGrad: avgPoolGrad,
    BatchMatMul: batchMatMul,
    _FusedMatMul: fusedMatMul,
    Conv2D: conv2d,
    FusedConv2D: fusedConv2d,
    Conv2DBackpropFilter: conv2dBackpropFilter,
    Conv2DBackpropInput: conv2dBackpropInput(getKernel('Conv2DBackpropInput', BACKEND).kernelFunc),
    DepthwiseConv2dNative: padded('DepthwiseConv2dNative'),
    FusedDepthwiseConv2D: padded('FusedDepthwiseConv2D'),
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
