import type { Tensor } from '@tensorflow/tfjs';
import { RegularizerClass } from './bases';
import { makeable, withCall } from './callable';
import { ValueError } from './errors';
import { noteRecipe } from './recipes';
import { tf } from './tf';

/** What adds to the loss by the size of weights. */
export interface Regularizer {
  /** As `apply`. */
  (x: Tensor): Tensor;
  /** What weights add to the loss. */
  apply(x: Tensor): Tensor;
}

/** A regularizer, or the name of one such as `'l2'`. */
export type RegularizerLike = string | Regularizer;

class Penalty extends RegularizerClass {
  constructor(
    readonly kind: string,
    private readonly penalty: (x: Tensor) => Tensor
  ) {
    super();
  }

  override getClassName(): string {
    return this.kind;
  }

  override apply(x: Tensor): Tensor {
    return tf.tidy(() => this.penalty(x));
  }

  getConfig() {
    return {};
  }
}

const make = (kind: string, args: unknown[], penalty: (x: Tensor) => Tensor): Regularizer =>
  noteRecipe(
    withCall(new Penalty(kind, penalty), (self, [x]) =>
      self.apply(x as never)
    ) as unknown as Regularizer,
    kind,
    args
  );

const absolute = (x: Tensor, by: number): Tensor => tf.mul(by, tf.sum(tf.abs(x)));
const squared = (x: Tensor, by: number): Tensor => tf.mul(by, tf.sum(tf.square(x)));

/** `l1` times the sum of absolute values, by default 0.01. Keras: `keras.regularizers.L1`. */
export const L1 = makeable((l1: number = 0.01) => make('L1', [l1], x => absolute(x, l1)));

/** `l2` times the sum of squares, by default 0.01. Keras: `keras.regularizers.L2`. */
export const L2 = makeable((l2: number = 0.01) => make('L2', [l2], x => squared(x, l2)));

/** The sum of both, each by default 0. Keras: `keras.regularizers.L1L2`. */
export const L1L2 = makeable(({ l1 = 0, l2 = 0 }: { l1?: number; l2?: number } = {}) =>
  make('L1L2', [{ l1, l2 }], x => tf.add(absolute(x, l1), squared(x, l2)))
);

/** Another name for `L1`. Keras: `keras.regularizers.l1`. */
export const l1 = L1;

/** Another name for `L2`. Keras: `keras.regularizers.l2`. */
export const l2 = L2;

/** Another name for `L1L2`. Keras: `keras.regularizers.l1_l2`. */
export const l1L2 = L1L2;

const makers: Readonly<Record<string, (...args: never[]) => Regularizer>> = { L1, L2, L1L2 };

/**
 * A regularizer by its name. Keras: `keras.regularizers.get`.
 * @throws ValueError for another name
 */
export function get(identifier: RegularizerLike | null | undefined): Regularizer | undefined {
  if (identifier === null || identifier === undefined) return undefined;
  if (typeof identifier !== 'string') return identifier;
  const make = makers[identifier.replace(/_/g, '').toUpperCase()];
  if (!make) throw new ValueError(`Could not interpret regularizer identifier: ${identifier}`);
  return make();
}
