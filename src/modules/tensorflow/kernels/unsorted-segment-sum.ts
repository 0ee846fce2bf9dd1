import { util, type KernelFunc } from '@tensorflow/tfjs';
import type { Call } from './backend';

/**
 * Sums the slices of a tensor that belong together: the gradient of gathering, and so of an
 * embedding. Slices whose segment is negative or too large belong nowhere.
 */
export const unsortedSegmentSum: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'x' | 'segmentIds',
    { numSegments: number }
  >;
  const { x, segmentIds } = inputs;
  if (segmentIds.dtype !== 'int32' || (x.dtype !== 'float32' && x.dtype !== 'int32')) {
    throw new Error(
      `UnsortedSegmentSum on wasm sums float32 or int32 by int32 segments; ` +
        `these are ${x.dtype} and ${segmentIds.dtype}.`
    );
  }
  const slice = x.shape.slice(segmentIds.shape.length);
  const size = util.sizeFromShape(slice);
  const sums = backend.makeOutput([attrs.numSegments, ...slice], x.dtype);
  const [to, from, segments] = [sums, x, segmentIds].map(tensor =>
    backend.typedArrayFromHeap(tensor)
  ) as [Float32Array, Float32Array, Int32Array];
  to.fill(0);
  for (let index = 0, read = 0; index < segments.length; index++) {
    const segment = segments[index] as number;
    if (segment < 0 || segment >= attrs.numSegments) {
      read += size;
      continue;
    }
    for (let write = segment * size, end = write + size; write < end; write++, read++) {
      to[write] = (to[write] as number) + (from[read] as number);
    }
  }
  return sums;
};
