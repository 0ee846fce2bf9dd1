import type { Tensor } from '@tensorflow/tfjs';
import { ValueError } from './errors';
import { toTensor, type Numbers } from './inputs';
import { pythonName } from './names';
import { tf } from './tf';

/** What is applied to each output of a layer. */
export type Activation = (x: Tensor) => Tensor;

/** The names of activations, in JavaScript's spelling; Python's is taken as well. */
export type ActivationName =
  | 'linear'
  | 'relu'
  | 'relu6'
  | 'leakyRelu'
  | 'elu'
  | 'selu'
  | 'gelu'
  | 'silu'
  | 'swish'
  | 'mish'
  | 'sigmoid'
  | 'hardSigmoid'
  | 'hardSilu'
  | 'tanh'
  | 'softplus'
  | 'softsign'
  | 'softmax'
  | 'logSoftmax'
  | 'logSigmoid'
  | 'exponential';

/** The input itself. Keras: `keras.activations.linear`. */
export const linear = (x: Numbers): Tensor => toTensor(x);

/** `max(x, 0)`, element by element. Keras: `keras.activations.relu`. */
export const relu = (x: Numbers): Tensor => tf.relu(toTensor(x));

/** `min(max(x, 0), 6)`. Keras: `keras.activations.relu6`. */
export const relu6 = (x: Numbers): Tensor => tf.relu6(toTensor(x));

/** `x`, or `negativeSlope * x` below 0. Keras: `keras.activations.leaky_relu`. */
export const leakyRelu = (
  x: Numbers,
  { negativeSlope = 0.2 }: { negativeSlope?: number } = {}
): Tensor => tf.leakyRelu(toTensor(x), negativeSlope);

/** `x`, or `alpha * (exp(x) - 1)` below 0. Keras: `keras.activations.elu`. */
export function elu(x: Numbers, { alpha = 1 }: { alpha?: number } = {}): Tensor {
  const tensor = toTensor(x);
  if (alpha === 1) return tf.elu(tensor);
  return tf.tidy(() => tf.add(tf.relu(tensor), tf.mul(tf.elu(tf.minimum(tensor, 0)), alpha)));
}

/** The scaled exponential linear unit. Keras: `keras.activations.selu`. */
export const selu = (x: Numbers): Tensor => tf.selu(toTensor(x));

/**
 * `x` times the normal distribution up to `x`. Keras: `keras.activations.gelu`.
 * @param options `approximate` takes the formula with tanh
 */
export function gelu(x: Numbers, { approximate = false }: { approximate?: boolean } = {}): Tensor {
  return tf.tidy(() => {
    const tensor = toTensor(x);
    const inner = approximate
      ? tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), tf.add(tensor, tf.mul(0.044715, tf.pow(tensor, 3)))))
      : tf.erf(tf.div(tensor, Math.SQRT2));
    return tf.mul(tf.mul(0.5, tensor), tf.add(1, inner));
  });
}

/** `x * sigmoid(x)`. Keras: `keras.activations.silu`. */
export const silu = (x: Numbers): Tensor =>
  tf.tidy(() => {
    const tensor = toTensor(x);
    return tf.mul(tensor, tf.sigmoid(tensor));
  });

/** `x * tanh(softplus(x))`. Keras: `keras.activations.mish`. */
export const mish = (x: Numbers): Tensor =>
  tf.tidy(() => {
    const tensor = toTensor(x);
    return tf.mul(tensor, tf.tanh(tf.softplus(tensor)));
  });

/** `1 / (1 + exp(-x))`. Keras: `keras.activations.sigmoid`. */
export const sigmoid = (x: Numbers): Tensor => tf.sigmoid(toTensor(x));

/** `relu6(x + 3) / 6`. Keras: `keras.activations.hard_sigmoid`. */
export const hardSigmoid = (x: Numbers): Tensor =>
  tf.tidy(() => tf.div(tf.relu6(tf.add(toTensor(x), 3)), 6));

/** `x * hardSigmoid(x)`. Keras: `keras.activations.hard_silu`. */
export const hardSilu = (x: Numbers): Tensor =>
  tf.tidy(() => {
    const tensor = toTensor(x);
    return tf.mul(tensor, hardSigmoid(tensor));
  });

/** The hyperbolic tangent. Keras: `keras.activations.tanh`. */
export const tanh = (x: Numbers): Tensor => tf.tanh(toTensor(x));

/** `log(1 + exp(x))`. Keras: `keras.activations.softplus`. */
export const softplus = (x: Numbers): Tensor => tf.softplus(toTensor(x));

/** `x / (1 + |x|)`. Keras: `keras.activations.softsign`. */
export const softsign = (x: Numbers): Tensor =>
  tf.tidy(() => {
    const tensor = toTensor(x);
    return tf.div(tensor, tf.add(1, tf.abs(tensor)));
  });

/** Probabilities that add up to 1 along the last axis. Keras: `keras.activations.softmax`. */
export const softmax = (x: Numbers): Tensor => tf.softmax(toTensor(x));

/** The logarithms of `softmax`. Keras: `keras.activations.log_softmax`. */
export const logSoftmax = (x: Numbers): Tensor => tf.logSoftmax(toTensor(x));

/** The logarithm of `sigmoid`. Keras: `keras.activations.log_sigmoid`. */
export const logSigmoid = (x: Numbers): Tensor => tf.logSigmoid(toTensor(x));

/** `exp(x)`. Keras: `keras.activations.exponential`. */
export const exponential = (x: Numbers): Tensor => tf.exp(toTensor(x));

const byName: Readonly<Record<string, Activation>> = {
  linear,
  relu,
  relu6,
  leaky_relu: leakyRelu,
  elu,
  selu,
  gelu,
  silu,
  swish: silu,
  mish,
  sigmoid,
  hard_sigmoid: hardSigmoid,
  hard_silu: hardSilu,
  hard_swish: hardSilu,
  tanh,
  softplus,
  softsign,
  softmax,
  log_softmax: logSoftmax,
  log_sigmoid: logSigmoid,
  exponential
};

/** An activation by its name. Keras: `keras.activations.get`. @throws ValueError for another name */
export function get(identifier: string | Activation | null | undefined): Activation {
  if (identifier === null || identifier === undefined) return linear;
  if (typeof identifier === 'function') return identifier;
  const found = byName[pythonName(identifier)];
  if (!found) {
    throw new ValueError(`Could not interpret activation function identifier: ${identifier}`);
  }
  return found;
}
