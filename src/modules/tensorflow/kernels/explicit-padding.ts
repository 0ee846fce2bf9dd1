import type { KernelFunc } from '@tensorflow/tfjs';
import { convolution, paddingOf, type Call, type Window2D } from './backend';

/**
 * Wraps a stock depthwise convolution so that its padding is given by numbers for each side. With 'same' and
 * steps longer than the filter it leaves its output as it found the memory; with one number for all
 * sides and a filter that is not square it writes beyond its output.
 */
export function explicitPadding(kernel: string, stock: KernelFunc): KernelFunc {
  return call => {
    const { inputs, attrs } = call as unknown as Call<'x' | 'filter', Window2D>;
    const { x, filter } = inputs;
    const pad = paddingOf(convolution(kernel, x.shape, filter.shape, attrs, true));
    return stock({ ...call, attrs: { ...call.attrs, pad } });
  };
}
