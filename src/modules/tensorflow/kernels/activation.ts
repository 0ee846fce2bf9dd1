import { getKernel, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** The activation that is applied within another kernel. */
export interface Activation {
  activation?: string;
  leakyreluAlpha?: number;
}

/** Kernels by the names of activations; 'linear' has none. */
const kernels: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  leakyrelu: 'LeakyRelu',
  prelu: 'Prelu'
};

/**
 * Applies an activation to a kernel's own result, which is disposed where another takes its place.
 * @param alpha the slopes of 'prelu'
 * @throws Error naming the activation, where wasm has none of that name
 */
export function activate(
  result: TensorInfo,
  backend: BackendWasm,
  { activation = 'linear', leakyreluAlpha }: Activation,
  alpha?: TensorInfo
): TensorInfo {
  if (activation === 'linear') {
    return result;
  }
  const name = kernels[activation];
  if (name === undefined) {
    throw new Error(`The activation '${activation}' is not one that wasm can apply in one step.`);
  }
  const apply: KernelFunc = getKernel(name, 'wasm').kernelFunc;
  const inputs: Record<string, TensorInfo> =
    name === 'Prelu' && alpha ? { x: result, alpha } : { x: result };
  const activated = apply({ inputs, backend, attrs: { alpha: leakyreluAlpha ?? 0 } }) as TensorInfo;
  backend.disposeData(result.dataId);
  return activated;
}
