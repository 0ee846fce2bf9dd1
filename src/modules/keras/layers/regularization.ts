import type { Tensor } from '@tensorflow/tfjs';
import { makeable } from '../callable';
import { ValueError } from '../errors';
import type { LayerOptions } from '../layer';
import { nextSeed } from '../random';
import { tf } from '../tf';
import { computing } from './computed';

function assertRate(rate: number): void {
  if (!(rate >= 0 && rate <= 1)) {
    throw new ValueError(
      `Invalid value received for argument \`rate\`. Expected a float value between 0 and 1. Received: rate=${rate}`
    );
  }
}

/** How `Dropout` lets go. */
export interface DropoutOptions extends LayerOptions {
  /** The shape of what is drawn; 1 where all along an axis share one draw. */
  noiseShape?: readonly (number | null)[];
}

const dropping = (
  kind: string,
  args: readonly unknown[],
  rate: number,
  options: LayerOptions,
  noiseShape: (x: Tensor) => (number | null)[] | undefined
) => {
  assertRate(rate);
  return computing(kind, args, options, {
    compute: ([x], { training }) => {
      const tensor = x as Tensor;
      if (!training || rate === 0) return tensor.clone();
      const shape = noiseShape(tensor)?.map((length, axis) => length ?? tensor.shape[axis] ?? 1);
      return tf.dropout(tensor, rate, shape, nextSeed());
    }
  });
};

/**
 * While training, sets a part of the inputs to 0 and makes the others that much larger.
 * Keras: `keras.layers.Dropout`.
 */
export const Dropout = makeable((rate: number, options: DropoutOptions = {}) =>
  dropping('Dropout', [rate, options], rate, options, () =>
    options.noiseShape ? [...options.noiseShape] : undefined
  )
);

/** `Dropout` of whole channels along steps. Keras: `keras.layers.SpatialDropout1D`. */
export const SpatialDropout1D = makeable((rate: number, options: LayerOptions = {}) =>
  dropping('SpatialDropout1D', [rate, options], rate, options, () => [null, 1, null])
);

/** `Dropout` of whole channels of images. Keras: `keras.layers.SpatialDropout2D`. */
export const SpatialDropout2D = makeable((rate: number, options: LayerOptions = {}) =>
  dropping('SpatialDropout2D', [rate, options], rate, options, () => [null, 1, 1, null])
);

/** Adds normal noise while training. Keras: `keras.layers.GaussianNoise`. */
export const GaussianNoise = makeable((stddev: number, options: LayerOptions = {}) =>
  computing('GaussianNoise', [stddev, options], options, {
    compute: ([x], { training }) => {
      const tensor = x as Tensor;
      if (!training) return tensor.clone();
      return tf.add(tensor, tf.randomNormal(tensor.shape, 0, stddev, 'float32', nextSeed()));
    }
  })
);

/** Multiplies by normal noise around 1 while training. Keras: `keras.layers.GaussianDropout`. */
export const GaussianDropout = makeable((rate: number, options: LayerOptions = {}) => {
  assertRate(rate);
  return computing('GaussianDropout', [rate, options], options, {
    compute: ([x], { training }) => {
      const tensor = x as Tensor;
      if (!training || rate === 0) return tensor.clone();
      const stddev = Math.sqrt(rate / (1 - rate));
      return tf.mul(tensor, tf.randomNormal(tensor.shape, 1, stddev, 'float32', nextSeed()));
    }
  });
});

/** `Dropout` that keeps mean and variance, for `selu`. Keras: `keras.layers.AlphaDropout`. */
export const AlphaDropout = makeable((rate: number, options: LayerOptions = {}) => {
  assertRate(rate);
  return computing('AlphaDropout', [rate, options], options, {
    compute: ([x], { training }) => {
      const tensor = x as Tensor;
      if (!training || rate === 0) return tensor.clone();
      const low = -1.6732632423543772 * 1.0507009873554805;
      const draws = tf.randomUniform(tensor.shape, 0, 1, 'float32', nextSeed());
      const kept = tf.cast(tf.greaterEqual(draws, rate), 'float32');
      const a = 1 / Math.sqrt((1 - rate) * (1 + rate * low ** 2));
      const mixed = tf.add(tf.mul(tensor, kept), tf.mul(low, tf.sub(1, kept)));
      return tf.add(tf.mul(a, mixed), -a * low * rate);
    }
  });
});
