import { backend_util, type TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What every kernel is called with. */
export interface Call<Inputs extends string, Attributes> {
  inputs: Record<Inputs, TensorInfo>;
  backend: BackendWasm;
  attrs: Attributes;
}

/** How a convolution goes over its input, as TensorFlow.js passes it to kernels. */
export interface Window2D {
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  dataFormat?: 'NHWC' | 'NCHW';
  dilations?: [number, number] | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

export type Shape4D = [number, number, number, number];

/**
 * Sizes, strides and padding of a convolution.
 * @throws Error where the data format is NCHW
 */
export function convolution(
  kernel: string,
  input: number[],
  filter: number[],
  window: Window2D,
  depthwise = false
): backend_util.Conv2DInfo {
  if (window.dataFormat === 'NCHW') {
    throw new Error(
      `${kernel} on wasm takes images as [batch, height, width, channels] (NHWC) alone. ` +
        `Transpose them, or use the cpu backend: await tf.setBackend('cpu').`
    );
  }
  return backend_util.computeConv2DInfo(
    input as Shape4D,
    filter as Shape4D,
    window.strides,
    window.dilations ?? 1,
    typeof window.pad === 'number' ? sides(window.pad, window.pad) : window.pad,
    window.dimRoundingMode,
    depthwise
  );
}

/** The padding of a convolution by numbers, which is what stock kernels can be trusted with. */
export const paddingOf = ({ padInfo }: backend_util.Conv2DInfo): backend_util.ExplicitPadding =>
  sides([padInfo.top, padInfo.bottom], [padInfo.left, padInfo.right]);

type Side = number | [number, number];

/** Padding of rows and columns, each as one number for both ends or as one for each. */
export function sides(rows: Side, columns: Side): backend_util.ExplicitPadding {
  const both = (side: Side): [number, number] => (typeof side === 'number' ? [side, side] : side);
  return [[0, 0], both(rows), both(columns), [0, 0]];
}

/** @throws Error naming the kernel, where a tensor has another dtype */
export function expectFloats(kernel: string, inputs: Record<string, TensorInfo>): void {
  for (const [name, { dtype }] of Object.entries(inputs)) {
    if (dtype !== 'float32') {
      throw new Error(
        `${kernel} on wasm takes float32, and '${name}' is ${dtype}. Convert it: ${name}.toFloat().`
      );
    }
  }
}

/**
 * A tensor's elements where they lie. To be asked for once all memory has been taken: where the
 * heap grows, arrays that look into it are cut off.
 */
export function floats(backend: BackendWasm, tensor: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array;
}

/** The same elements by another shape; they are disposed once, by either. */
export const reshaped = ({ dataId, dtype }: TensorInfo, shape: number[]): TensorInfo => ({
  dataId,
  dtype,
  shape
});
