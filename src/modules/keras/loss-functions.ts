import type { Tensor } from '@tensorflow/tfjs';
import { ValueError, tuple } from './errors';
import { toTensor, type Numbers } from './inputs';
import { tf } from './tf';

/** What keeps logarithms and quotients finite. */
export const EPSILON = 1e-7;

/** Options of the losses between probabilities. */
export interface CrossentropyOptions {
  /** Whether predictions are logits instead of probabilities, by default `false`. */
  fromLogits?: boolean;
  /** How much of a label is spread over all classes, by default 0. */
  labelSmoothing?: number;
  /** The axis of the classes, by default the last. */
  axis?: number;
}

const clipped = (y: Tensor): Tensor => tf.clipByValue(y, EPSILON, 1 - EPSILON);

const mean = (x: Tensor): Tensor => tf.mean(x, -1);

/** Two tensors of one rank: a last axis of length 1 is added or taken away. */
export function sameRank(yTrue: Tensor, yPred: Tensor): [Tensor, Tensor] {
  const fit = (long: Tensor, short: Tensor): [Tensor, Tensor] =>
    long.shape.at(-1) !== 1
      ? [long, short]
      : short.rank === 1
        ? [long, tf.expandDims(short, -1)]
        : [tf.squeeze(long, [-1]), short];
  if (yTrue.rank === yPred.rank + 1) return fit(yTrue, yPred);
  if (yPred.rank === yTrue.rank + 1) {
    const [pred, labels] = fit(yPred, yTrue);
    return [labels, pred];
  }
  return [yTrue, yPred];
}

type Pair = (yTrue: Tensor, yPred: Tensor) => Tensor;

/** Runs a computation over two tensors of one rank. */
function over(yTrue: Numbers, yPred: Numbers, compute: Pair): Tensor {
  return tf.tidy(() => compute(...sameRank(toTensor(yTrue), toTensor(yPred))));
}

/** Runs a computation over two tensors as they are. */
const between = (yTrue: Numbers, yPred: Numbers, compute: Pair): Tensor =>
  tf.tidy(() => compute(toTensor(yTrue), toTensor(yPred)));

function assertSameShape(target: Tensor, output: Tensor): void {
  if (target.rank !== output.rank) {
    throw new ValueError(
      'Arguments `target` and `output` must have the same rank (ndim). Received: ' +
        `target.shape=${tuple(target.shape)}, output.shape=${tuple(output.shape)}`
    );
  }
  if (tuple(target.shape) !== tuple(output.shape)) {
    throw new ValueError(
      'Arguments `target` and `output` must have the same shape. Received: ' +
        `target.shape=${tuple(target.shape)}, output.shape=${tuple(output.shape)}`
    );
  }
}

/**
 * The mean of squared differences along the last axis.
 * Keras: `keras.losses.mean_squared_error`.
 */
export const meanSquaredError = (yTrue: Numbers, yPred: Numbers): Tensor =>
  over(yTrue, yPred, (a, b) => mean(tf.squaredDifference(a, b)));

/**
 * The mean of absolute differences along the last axis.
 * Keras: `keras.losses.mean_absolute_error`.
 */
export const meanAbsoluteError = (yTrue: Numbers, yPred: Numbers): Tensor =>
  over(yTrue, yPred, (a, b) => mean(tf.abs(tf.sub(a, b))));

/**
 * The mean of differences in per cent of the true value.
 * Keras: `keras.losses.mean_absolute_percentage_error`.
 */
export const meanAbsolutePercentageError = (yTrue: Numbers, yPred: Numbers): Tensor =>
  over(yTrue, yPred, (a, b) =>
    tf.mul(100, mean(tf.abs(tf.div(tf.sub(a, b), tf.maximum(tf.abs(a), EPSILON)))))
  );

/**
 * The mean of squared differences of `log(y + 1)`.
 * Keras: `keras.losses.mean_squared_logarithmic_error`.
 */
export const meanSquaredLogarithmicError = (yTrue: Numbers, yPred: Numbers): Tensor =>
  over(yTrue, yPred, (a, b) => {
    const logOf = (y: Tensor): Tensor => tf.log(tf.add(tf.maximum(y, EPSILON), 1));
    return mean(tf.squaredDifference(logOf(a), logOf(b)));
  });

/**
 * Minus the cosine of the angle between two vectors: -1 where they point the same way.
 * Keras: `keras.losses.cosine_similarity`.
 */
export const cosineSimilarity = (
  yTrue: Numbers,
  yPred: Numbers,
  { axis = -1 }: { axis?: number } = {}
): Tensor =>
  over(yTrue, yPred, (a, b) => {
    const unit = (y: Tensor): Tensor =>
      tf.div(y, tf.sqrt(tf.maximum(tf.sum(tf.square(y), axis, true), EPSILON ** 2)));
    return tf.neg(tf.sum(tf.mul(unit(a), unit(b)), axis));
  });

/**
 * Half the squared difference up to `delta` (1), from there on along the tangent.
 * Keras: `keras.losses.huber`.
 */
export const huber = (
  yTrue: Numbers,
  yPred: Numbers,
  { delta = 1 }: { delta?: number } = {}
): Tensor =>
  over(yTrue, yPred, (a, b) => {
    const error = tf.abs(tf.sub(b, a));
    const near = tf.mul(0.5, tf.square(error));
    const far = tf.sub(tf.mul(delta, error), 0.5 * delta * delta);
    return mean(tf.where(tf.lessEqual(error, delta), near, far));
  });

/** The logarithm of the hyperbolic cosine. Keras: `keras.losses.log_cosh`. */
export const logCosh = (yTrue: Numbers, yPred: Numbers): Tensor =>
  over(yTrue, yPred, (a, b) => {
    const x = tf.sub(b, a);
    return mean(tf.sub(tf.add(x, tf.softplus(tf.mul(x, -2))), Math.LN2));
  });

/** Labels of 0 and 1 as -1 and 1. */
function signs(labels: Tensor): Tensor {
  const binary = labels.dataSync().every(value => value === 0 || value === 1);
  return binary ? tf.sub(tf.mul(2, labels), 1) : labels;
}

/** How far scores are below 1 on their side. Keras: `keras.losses.hinge`. */
export const hinge = (yTrue: Numbers, yPred: Numbers): Tensor =>
  between(yTrue, yPred, (a, b) => mean(tf.maximum(tf.sub(1, tf.mul(signs(a), b)), 0)));

/** The square of `hinge`. Keras: `keras.losses.squared_hinge`. */
export const squaredHinge = (yTrue: Numbers, yPred: Numbers): Tensor =>
  between(yTrue, yPred, (a, b) => mean(tf.square(tf.maximum(tf.sub(1, tf.mul(signs(a), b)), 0))));

/**
 * How far the true class is from being 1 above the best other.
 * Keras: `keras.losses.categorical_hinge`.
 */
export const categoricalHinge = (yTrue: Numbers, yPred: Numbers): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const right = tf.sum(tf.mul(a, b), -1);
    const wrong = tf.max(tf.mul(tf.sub(1, a), b), -1);
    return tf.maximum(tf.add(tf.sub(wrong, right), 1), 0);
  });

/** `yTrue * log(yTrue / yPred)`, added up. Keras: `keras.losses.kl_divergence`. */
export const klDivergence = (yTrue: Numbers, yPred: Numbers): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const [p, q] = [a, b].map(y => tf.clipByValue(y, EPSILON, 1)) as [Tensor, Tensor];
    return tf.sum(tf.mul(p, tf.log(tf.div(p, q))), -1);
  });

/** `yPred - yTrue * log(yPred)`. Keras: `keras.losses.poisson`. */
export const poisson = (yTrue: Numbers, yPred: Numbers): Tensor =>
  between(yTrue, yPred, (a, b) => mean(tf.sub(b, tf.mul(a, tf.log(tf.add(b, EPSILON))))));

const sigmoidCrossentropy = (labels: Tensor, logits: Tensor): Tensor =>
  tf.add(tf.sub(tf.relu(logits), tf.mul(logits, labels)), tf.log1p(tf.exp(tf.neg(tf.abs(logits)))));

function binaryTerms(labels: Tensor, y: Tensor, fromLogits: boolean): Tensor {
  assertSameShape(labels, y);
  if (fromLogits) return sigmoidCrossentropy(labels, y);
  const p = clipped(y);
  const right = tf.mul(labels, tf.log(p));
  return tf.neg(tf.add(right, tf.mul(tf.sub(1, labels), tf.log(tf.sub(1, p)))));
}

const smoothedBinary = (labels: Tensor, smoothing: number): Tensor =>
  smoothing ? tf.add(tf.mul(labels, 1 - smoothing), 0.5 * smoothing) : labels;

/**
 * Crossentropy between labels of 0 and 1 and probabilities.
 * Keras: `keras.losses.binary_crossentropy`.
 */
export const binaryCrossentropy = (
  yTrue: Numbers,
  yPred: Numbers,
  { fromLogits = false, labelSmoothing = 0, axis = -1 }: CrossentropyOptions = {}
): Tensor =>
  between(yTrue, yPred, (a, b) =>
    tf.mean(binaryTerms(smoothedBinary(a, labelSmoothing), b, fromLogits), axis)
  );

/** Options of the losses that look away from what is easy. */
export interface FocalOptions extends CrossentropyOptions {
  /** By default 0.25. */
  alpha?: number;
  /** How little what is easy counts, by default 2. */
  gamma?: number;
}

/**
 * `binaryCrossentropy` that counts less what is right already.
 * Keras: `keras.losses.binary_focal_crossentropy`.
 */
export const binaryFocalCrossentropy = (
  yTrue: Numbers,
  yPred: Numbers,
  {
    applyClassBalancing = false,
    alpha = 0.25,
    gamma = 2,
    fromLogits = false,
    labelSmoothing = 0,
    axis = -1
  }: FocalOptions & { applyClassBalancing?: boolean } = {}
): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const labels = smoothedBinary(a, labelSmoothing);
    const p = fromLogits ? tf.sigmoid(b) : b;
    const not = (x: Tensor): Tensor => tf.sub(1, x);
    const right = tf.add(tf.mul(labels, p), tf.mul(not(labels), not(p)));
    const terms = tf.mul(tf.pow(not(right), gamma), binaryTerms(labels, p, false));
    if (!applyClassBalancing) return tf.mean(terms, axis);
    const weight = tf.add(tf.mul(labels, alpha), tf.mul(not(labels), 1 - alpha));
    return tf.mean(tf.mul(weight, terms), axis);
  });

function smoothedClasses(labels: Tensor, smoothing: number): Tensor {
  if (!smoothing) return labels;
  return tf.add(tf.mul(labels, 1 - smoothing), smoothing / (labels.shape.at(-1) ?? 1));
}

/** The softmax along another axis than the last, which TensorFlow.js has not. */
function logSoftmaxAlong(x: Tensor, axis: number): Tensor {
  return axis === -1 || axis === x.rank - 1
    ? tf.logSoftmax(x)
    : tf.sub(x, tf.logSumExp(x, axis, true));
}

/**
 * Crossentropy between one-hot labels and probabilities.
 * Keras: `keras.losses.categorical_crossentropy`.
 */
export const categoricalCrossentropy = (
  yTrue: Numbers,
  yPred: Numbers,
  { fromLogits = false, labelSmoothing = 0, axis = -1 }: CrossentropyOptions = {}
): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const labels = smoothedClasses(a, labelSmoothing);
    assertSameShape(labels, b);
    const logs = fromLogits
      ? logSoftmaxAlong(b, axis)
      : tf.log(clipped(tf.div(b, tf.sum(b, axis, true))));
    return tf.neg(tf.sum(tf.mul(labels, logs), axis));
  });

/**
 * `categoricalCrossentropy` that counts less what is right already.
 * Keras: `keras.losses.categorical_focal_crossentropy`.
 */
export const categoricalFocalCrossentropy = (
  yTrue: Numbers,
  yPred: Numbers,
  { alpha = 0.25, gamma = 2, fromLogits = false, labelSmoothing = 0, axis = -1 }: FocalOptions = {}
): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const labels = smoothedClasses(a, labelSmoothing);
    const p = fromLogits ? tf.exp(logSoftmaxAlong(b, axis)) : b;
    const output = clipped(tf.div(p, tf.sum(p, axis, true)));
    const weight = tf.mul(tf.pow(tf.sub(1, output), gamma), alpha);
    return tf.sum(tf.mul(weight, tf.neg(tf.mul(labels, tf.log(output)))), axis);
  });

/**
 * Crossentropy between whole numbers, each the index of a class, and probabilities.
 * Keras: `keras.losses.sparse_categorical_crossentropy`.
 * @throws ValueError where labels and predictions do not belong together
 */
export const sparseCategoricalCrossentropy = (
  yTrue: Numbers,
  yPred: Numbers,
  { fromLogits = false }: { fromLogits?: boolean } = {}
): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const target = a.rank === b.rank && a.shape.at(-1) === 1 ? tf.squeeze(a, [-1]) : a;
    const shapes = `target.shape=${tuple(target.shape)}, output.shape=${tuple(b.shape)}`;
    if (target.rank !== b.rank - 1) {
      throw new ValueError(
        `Argument \`output\` must have rank (ndim) \`target.ndim - 1\`. Received: ${shapes}`
      );
    }
    if (tuple(target.shape) !== tuple(b.shape.slice(0, -1))) {
      throw new ValueError(
        'Arguments `target` and `output` must have the same shape up until the last dimension: ' +
          shapes
      );
    }
    const classes = b.shape.at(-1) ?? 1;
    const logits = fromLogits ? b : tf.log(clipped(b));
    const hot = tf.oneHot(tf.cast(target, 'int32'), classes);
    return tf.neg(tf.sum(tf.mul(tf.cast(hot, 'float32'), tf.logSoftmax(logits)), -1));
  });

/** How much two masks overlap, as a loss. Keras: `keras.losses.dice`. */
export const dice = (
  yTrue: Numbers,
  yPred: Numbers,
  { axis }: { axis?: number | number[] } = {}
): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const both = tf.sum(tf.mul(a, b), axis);
    const all = tf.add(tf.add(tf.sum(a, axis), tf.sum(b, axis)), EPSILON);
    return tf.sub(1, tf.div(tf.mul(2, both), all));
  });

/**
 * `dice` that weighs what is missing (`alpha`) and what is too much (`beta`), each by default 0.5.
 * Keras: `keras.losses.tversky`.
 */
export const tversky = (
  yTrue: Numbers,
  yPred: Numbers,
  {
    alpha = 0.5,
    beta = 0.5,
    axis
  }: { alpha?: number; beta?: number; axis?: number | number[] } = {}
): Tensor =>
  between(yTrue, yPred, (a, b) => {
    const both = tf.sum(tf.mul(a, b), axis);
    const missing = tf.mul(alpha, tf.sum(tf.mul(tf.sub(1, b), a), axis));
    const excess = tf.mul(beta, tf.sum(tf.mul(b, tf.sub(1, a)), axis));
    const all = tf.add(tf.add(both, tf.add(missing, excess)), EPSILON);
    return tf.sub(1, tf.div(both, all));
  });
