import type { Tensor } from '@tensorflow/tfjs';
import * as activations from '../activations';
import { makeable } from '../callable';
import type { LayerOptions } from '../layer';
import { tf } from '../tf';
import { computing } from './computed';
import { makeLayer } from './make';
import type { InitializerLike } from '../initializers';

/** How `ReLU` cuts. */
export interface ReLUOptions extends LayerOptions {
  /** The greatest that comes out, by default no limit. */
  maxValue?: number | null;
  /** What is below the threshold is multiplied by, by default 0. */
  negativeSlope?: number;
  /** By default 0. */
  threshold?: number;
}

/** What is above a threshold. Keras: `keras.layers.ReLU`. */
export const ReLU = makeable((options: ReLUOptions = {}) => {
  const { maxValue = null, negativeSlope = 0, threshold = 0 } = options;
  return computing('ReLU', [options], options, {
    compute: ([input]) => {
      const x = input as Tensor;
      const above = tf.where(tf.greater(x, threshold), x, tf.zerosLike(x));
      const capped = maxValue === null ? above : tf.minimum(above, maxValue);
      if (negativeSlope === 0) return capped;
      const below = tf.mul(negativeSlope, tf.sub(tf.minimum(x, threshold), threshold));
      return tf.add(capped, below);
    }
  });
});

/** A little of what is below 0, by default 0.3 of it. Keras: `keras.layers.LeakyReLU`. */
export const LeakyReLU = makeable(
  ({ negativeSlope = 0.3, ...options }: LayerOptions & { negativeSlope?: number } = {}) =>
    computing('LeakyReLU', [{ negativeSlope, ...options }], options, {
      compute: ([x]) => activations.leakyRelu(x as Tensor, { negativeSlope })
    })
);

/** `exp(x) - 1` below 0. Keras: `keras.layers.ELU`. */
export const ELU = makeable(({ alpha = 1, ...options }: LayerOptions & { alpha?: number } = {}) =>
  computing('ELU', [{ alpha, ...options }], options, {
    compute: ([x]) => activations.elu(x as Tensor, { alpha })
  })
);

/** Probabilities along an axis, the last. Keras: `keras.layers.Softmax`. */
export const Softmax = makeable(
  ({ axis = -1, ...options }: LayerOptions & { axis?: number } = {}) =>
    computing('Softmax', [{ axis, ...options }], options, {
      compute: ([input]) => {
        const x = input as Tensor;
        return axis === -1 || axis === x.rank - 1
          ? tf.softmax(x)
          : tf.exp(tf.sub(x, tf.logSumExp(x, axis, true)));
      }
    })
);

/** How `PReLU` begins. */
export interface PReLUOptions extends LayerOptions {
  /** By default `'zeros'`. */
  alphaInitializer?: InitializerLike;
  /** Axes along which one slope is shared. */
  sharedAxes?: number[];
}

/** A part of what is below 0 that is learnt. Keras: `keras.layers.PReLU`. */
export const PReLU = makeable((options: PReLUOptions = {}) =>
  makeLayer('PReLU', [options], options, args => tf.layers.prelu(args), {
    alphaInitializer: 'zeros'
  })
);
