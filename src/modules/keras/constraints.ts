import type { Tensor } from '@tensorflow/tfjs';
import { ConstraintClass } from './bases';
import { makeable, withCall } from './callable';
import { ValueError } from './errors';
import { noteRecipe } from './recipes';
import { tf } from './tf';

/** What keeps weights within bounds after each step. */
export interface Constraint {
  /** As `apply`. */
  (w: Tensor): Tensor;
  /** The weights as they may be. */
  apply(w: Tensor): Tensor;
}

/** A constraint, or the name of one such as `'nonNeg'`. */
export type ConstraintLike = string | Constraint;

class Bound extends ConstraintClass {
  constructor(
    readonly kind: string,
    private readonly bound: (w: Tensor) => Tensor
  ) {
    super();
  }

  override getClassName(): string {
    return this.kind;
  }

  override apply(w: Tensor): Tensor {
    return tf.tidy(() => this.bound(w));
  }

  getConfig() {
    return {};
  }
}

const make = (kind: string, args: unknown[], bound: (w: Tensor) => Tensor): Constraint =>
  noteRecipe(
    withCall(new Bound(kind, bound), (self, [x]) =>
      self.apply(x as never)
    ) as unknown as Constraint,
    kind,
    args
  );

const epsilon = 1e-7;

const norms = (w: Tensor, axis: number | number[]): Tensor =>
  tf.sqrt(tf.sum(tf.square(w), axis, true));

/** How long the vectors along an axis may be. */
export interface NormOptions {
  /** The axis that a vector of weights lies along, by default 0. */
  axis?: number | number[];
}

/** Vectors no longer than `maxValue`, by default 2. Keras: `keras.constraints.MaxNorm`. */
export const MaxNorm = makeable(
  ({ maxValue = 2, axis = 0 }: NormOptions & { maxValue?: number } = {}) =>
    make('MaxNorm', [{ maxValue, axis }], w => {
      const length = norms(w, axis);
      return tf.mul(w, tf.div(tf.clipByValue(length, 0, maxValue), tf.add(epsilon, length)));
    })
);

/** What is below 0 becomes 0. Keras: `keras.constraints.NonNeg`. */
export const NonNeg = makeable(() => make('NonNeg', [], w => tf.relu(w)));

/** Vectors of length 1. Keras: `keras.constraints.UnitNorm`. */
export const UnitNorm = makeable(({ axis = 0 }: NormOptions = {}) =>
  make('UnitNorm', [{ axis }], w => tf.div(w, tf.add(epsilon, norms(w, axis))))
);

/** How `MinMaxNorm` bounds vectors. */
export interface MinMaxNormOptions extends NormOptions {
  /** By default 0. */
  minValue?: number;
  /** By default 1. */
  maxValue?: number;
  /** How much of the way to the bound one step goes, by default all. */
  rate?: number;
}

/** Vectors between two lengths. Keras: `keras.constraints.MinMaxNorm`. */
export const MinMaxNorm = makeable(
  ({ minValue = 0, maxValue = 1, rate = 1, axis = 0 }: MinMaxNormOptions = {}) =>
    make('MinMaxNorm', [{ minValue, maxValue, rate, axis }], w => {
      const length = norms(w, axis);
      const wanted = tf.add(
        tf.mul(rate, tf.clipByValue(length, minValue, maxValue)),
        tf.mul(1 - rate, length)
      );
      return tf.mul(w, tf.div(wanted, tf.add(epsilon, length)));
    })
);

const makers: Readonly<Record<string, (...args: never[]) => Constraint>> = {
  MaxNorm,
  NonNeg,
  UnitNorm,
  MinMaxNorm
};

/**
 * A constraint by its name. Keras: `keras.constraints.get`.
 * @throws ValueError for another name
 */
export function get(identifier: ConstraintLike | null | undefined): Constraint | undefined {
  if (identifier === null || identifier === undefined) return undefined;
  if (typeof identifier !== 'string') return identifier;
  const wanted = identifier.replace(/_/g, '').toLowerCase();
  const found = Object.entries(makers).find(([name]) => name.toLowerCase() === wanted);
  if (!found) throw new ValueError(`Could not interpret constraint identifier: ${identifier}`);
  return found[1]();
}
