import type { Tensor } from '@tensorflow/tfjs';
import type { Layer, LayerOptions } from '../layer';
import { tf } from '../tf';
import { Computed, makeLayer, type CallArgs } from './make';

/** A shape with the batch; `null` for a length that is not known. */
export type Shape = (number | null)[];

/** What a layer without weights does. */
interface Computation {
  compute(inputs: Tensor[], call: CallArgs): Tensor;
  /** The shape that comes of those of the inputs; by default that of the first. */
  shape?(inputs: Shape[]): Shape;
}

class FunctionLayer extends Computed {
  static override className = 'FunctionLayer';

  constructor(
    kind: string,
    private readonly computation: Computation,
    args: object
  ) {
    super(kind, args);
  }

  override call(inputs: Tensor | Tensor[], kwargs: CallArgs): Tensor {
    const list = Array.isArray(inputs) ? inputs : [inputs];
    return tf.tidy(() => this.computation.compute(list, kwargs));
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const shapes = (Array.isArray(inputShape[0]) ? inputShape : [inputShape]) as Shape[];
    return this.computation.shape?.(shapes) ?? shapes[0] ?? [];
  }

  override computeMask(_: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor {
    return (Array.isArray(mask) ? mask[0] : mask) as Tensor;
  }
}

/** Makes a layer without weights from what it computes. */
export const computing = (
  kind: string,
  args: readonly unknown[],
  options: LayerOptions,
  computation: Computation
): Layer => makeLayer(kind, args, options, base => new FunctionLayer(kind, computation, base));

/** A length with something added, where it is known. */
export const plus = (length: number | null | undefined, more: number): number | null =>
  length == null ? null : length + more;

/** A length times something, where it is known. */
export const times = (length: number | null | undefined, by: number): number | null =>
  length == null ? null : length * by;

/** An argument that may be left out in front of the options, and the options. */
export function leading<First extends number | readonly unknown[], Options extends object>(
  first: First | Options | undefined,
  options: Options | undefined,
  name: string
): Options {
  const isOptions = typeof first === 'object' && !Array.isArray(first);
  if (isOptions) return first as Options;
  return { ...options, ...(first === undefined ? {} : { [name]: first }) } as Options;
}

/** One number for both, or two. */
export const pair = (value: number | readonly number[]): [number, number] =>
  typeof value === 'number' ? [value, value] : [value[0] ?? 1, value[1] ?? 1];
