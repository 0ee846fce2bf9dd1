import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

export interface Transposes {
  transposeA: boolean;
  transposeB: boolean;
}

/**
 * Wraps a kernel that multiplies matrices. The stock ones are 9 to 15 times slower with a
 * transposed operand, which the gradient of every dense layer has: it is transposed first.
 */
export function transposeFirst(multiply: KernelFunc, transpose: KernelFunc): KernelFunc {
  return call => {
    const backend = call.backend as BackendWasm;
    const { transposeA, transposeB } = call.attrs as unknown as Transposes;
    const made: TensorInfo[] = [];
    const turned = (tensor: TensorInfo): TensorInfo => {
      const perm = tensor.shape.map((_, axis) => axis);
      perm.push(...perm.splice(-2).reverse());
      const result = transpose({
        inputs: { x: tensor },
        backend,
        attrs: { perm }
      }) as TensorInfo;
      made.push(result);
      return result;
    };
    const { a, b } = call.inputs as { a: TensorInfo; b: TensorInfo };
    const inputs = {
      ...call.inputs,
      a: transposeA ? turned(a) : a,
      b: transposeB ? turned(b) : b
    };
    const attrs = { ...call.attrs, transposeA: false, transposeB: false };
    const product = multiply({ inputs, backend, attrs });
    for (const tensor of made) {
      backend.disposeData(tensor.dataId);
    }
    return product;
  };
}
