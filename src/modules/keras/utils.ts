import type { Tensor } from '@tensorflow/tfjs';
import { toTensor, type Numbers } from './inputs';
import { forgetNames } from './names';
import { seedAll } from './random';
import { tf } from './tf';

/**
 * Makes all that is drawn at random from now on follow from a seed: first weights, the order of
 * samples, dropout. Keras: `keras.utils.set_random_seed`, whose numbers are others.
 */
export function setRandomSeed(seed: number): void {
  seedAll(seed);
}

/**
 * Whole numbers as one-hot vectors. Keras: `keras.utils.to_categorical`.
 * @param options `numClasses` is by default one more than the greatest number
 */
export function toCategorical(x: Numbers, { numClasses }: { numClasses?: number } = {}): Tensor {
  return tf.tidy(() => {
    const labels = toTensor(x, 'int32');
    const flat = labels.shape.at(-1) === 1 && labels.rank > 1 ? tf.squeeze(labels, [-1]) : labels;
    const classes = numClasses ?? 1 + (tf.max(flat).dataSync()[0] ?? 0);
    return tf.cast(tf.oneHot(flat as ReturnType<typeof tf.tensor1d>, classes), 'float32');
  });
}

/** Begins to name layers anew, as in a new Python. Keras: `keras.utils.clear_session`. */
export function clearSession(): void {
  forgetNames();
}
