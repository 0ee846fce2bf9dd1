import type { Tensor } from '@tensorflow/tfjs';
import { toTensor, type Numbers } from './inputs';
import { sameRank } from './loss-functions';
import { tf } from './tf';

const flags = (x: Tensor): Tensor => tf.cast(x, 'float32');

const lastOf = (x: Tensor): Tensor => tf.argMax(x, -1);

/** Labels that are whole numbers, without a last axis of length 1. */
const sparse = (yTrue: Tensor, yPred: Tensor): Tensor =>
  yTrue.rank === yPred.rank && yTrue.shape.at(-1) === 1 ? tf.squeeze(yTrue, [-1]) : yTrue;

/**
 * 1 where a probability is on the label's side of the threshold (0.5), averaged over the last axis.
 * Keras: `keras.metrics.binary_accuracy`.
 */
export const binaryAccuracy = (
  yTrue: Numbers,
  yPred: Numbers,
  { threshold = 0.5 }: { threshold?: number } = {}
): Tensor =>
  tf.tidy(() => {
    const [a, b] = sameRank(toTensor(yTrue), toTensor(yPred));
    return flags(tf.equal(a, flags(tf.greater(b, threshold))));
  });

/**
 * 1 where the greatest of the predictions is the greatest of the labels.
 * Keras: `keras.metrics.categorical_accuracy`.
 */
export const categoricalAccuracy = (yTrue: Numbers, yPred: Numbers): Tensor =>
  tf.tidy(() => flags(tf.equal(lastOf(toTensor(yTrue)), lastOf(toTensor(yPred)))));

/**
 * 1 where the greatest of the predictions stands where the label says.
 * Keras: `keras.metrics.sparse_categorical_accuracy`.
 */
export const sparseCategoricalAccuracy = (yTrue: Numbers, yPred: Numbers): Tensor =>
  tf.tidy(() => {
    const b = toTensor(yPred);
    const labels = sparse(toTensor(yTrue), b);
    return flags(tf.equal(labels, flags(lastOf(b))));
  });

/** Where the label is among the `k` greatest predictions of each sample. */
function inTop(labels: Tensor, yPred: Tensor, k: number): Tensor {
  const classes = yPred.shape.at(-1) ?? 1;
  const flat = tf.reshape(yPred, [-1, classes]);
  const hot = tf.oneHot(tf.cast(tf.reshape(labels, [-1]), 'int32'), classes);
  const own = tf.sum(tf.mul(flat, tf.cast(hot, 'float32')), -1, true);
  return flags(tf.less(tf.sum(flags(tf.greater(flat, own)), -1), k));
}

/**
 * 1 where the label is among the `k` (5) greatest predictions.
 * Keras: `keras.metrics.top_k_categorical_accuracy`.
 */
export const topKCategoricalAccuracy = (
  yTrue: Numbers,
  yPred: Numbers,
  { k = 5 }: { k?: number } = {}
): Tensor => tf.tidy(() => inTop(lastOf(toTensor(yTrue)), toTensor(yPred), k));

/**
 * The same for labels that are whole numbers.
 * Keras: `keras.metrics.sparse_top_k_categorical_accuracy`.
 */
export const sparseTopKCategoricalAccuracy = (
  yTrue: Numbers,
  yPred: Numbers,
  { k = 5 }: { k?: number } = {}
): Tensor =>
  tf.tidy(() => {
    const b = toTensor(yPred);
    return inTop(sparse(toTensor(yTrue), b), b, k);
  });

/** 1 where both are the same. Keras: the function of `keras.metrics.Accuracy`. */
export const accuracy = (yTrue: Numbers, yPred: Numbers): Tensor =>
  tf.tidy(() => flags(tf.equal(...sameRank(toTensor(yTrue), toTensor(yPred)))));
