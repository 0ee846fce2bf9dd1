import type { Tensor } from '@tensorflow/tfjs';
import { callable, makeable } from './callable';
import {
  AreaUnderCurve,
  conclusions,
  ConfusionMetric,
  type AUCOptions,
  type ThresholdOptions
} from './confusion';
import { ValueError } from './errors';
import { toTensor, type Numbers } from './inputs';
import * as lossFunctions from './loss-functions';
import type { CrossentropyOptions } from './loss-functions';
import * as functions from './metric-functions';
import {
  MeanMetricWrapper as Wrapper,
  Metric,
  valuesOf,
  weightsFor,
  type MetricOptions,
  type WeightOptions
} from './metric';
import { pythonName } from './names';
import { tf } from './tf';

export { Metric, type MetricOptions, type WeightOptions } from './metric';
export {
  binaryAccuracy,
  categoricalAccuracy,
  sparseCategoricalAccuracy,
  sparseTopKCategoricalAccuracy,
  topKCategoricalAccuracy
} from './metric-functions';
export type { AUCOptions, ThresholdOptions } from './confusion';

/** A metric, its name, or a function that gives a value for each sample. */
export type MetricLike = string | Metric | ((yTrue: Tensor, yPred: Tensor) => Tensor);

type Fn = (yTrue: Tensor, yPred: Tensor) => Tensor;

const mean = (name: string, fn: Fn) =>
  makeable((options: MetricOptions = {}): Metric => new Wrapper(fn, { name, ...options }));

/** The mean of what a function gives for each sample. Keras: `keras.metrics.MeanMetricWrapper`. */
export const MeanMetricWrapper = callable<[fn: Fn, options?: MetricOptions], Metric>(Wrapper);

/** How many are the same. Keras: `keras.metrics.Accuracy`. */
export const Accuracy = mean('accuracy', functions.accuracy);

/** How many are on the right side of the threshold. Keras: `keras.metrics.BinaryAccuracy`. */
export const BinaryAccuracy = makeable(
  (options: MetricOptions & { threshold?: number } = {}): Metric =>
    new Wrapper((a, b) => functions.binaryAccuracy(a, b, options), {
      name: 'binary_accuracy',
      ...options
    })
);

/** How many classes are right, for one-hot labels. Keras: `keras.metrics.CategoricalAccuracy`. */
export const CategoricalAccuracy = mean('categorical_accuracy', functions.categoricalAccuracy);

/** How many classes are right. Keras: `keras.metrics.SparseCategoricalAccuracy`. */
export const SparseCategoricalAccuracy = mean(
  'sparse_categorical_accuracy',
  functions.sparseCategoricalAccuracy
);

/** Keras: `keras.metrics.TopKCategoricalAccuracy`. */
export const TopKCategoricalAccuracy = makeable(
  (options: MetricOptions & { k?: number } = {}): Metric =>
    new Wrapper((a, b) => functions.topKCategoricalAccuracy(a, b, options), {
      name: 'top_k_categorical_accuracy',
      ...options
    })
);

/** Keras: `keras.metrics.SparseTopKCategoricalAccuracy`. */
export const SparseTopKCategoricalAccuracy = makeable(
  (options: MetricOptions & { k?: number } = {}): Metric =>
    new Wrapper((a, b) => functions.sparseTopKCategoricalAccuracy(a, b, options), {
      name: 'sparse_top_k_categorical_accuracy',
      ...options
    })
);

/** Keras: `keras.metrics.MeanSquaredError`. */
export const MeanSquaredError = mean('mean_squared_error', lossFunctions.meanSquaredError);

/** Keras: `keras.metrics.MeanAbsoluteError`. */
export const MeanAbsoluteError = mean('mean_absolute_error', lossFunctions.meanAbsoluteError);

/** Keras: `keras.metrics.MeanAbsolutePercentageError`. */
export const MeanAbsolutePercentageError = mean(
  'mean_absolute_percentage_error',
  lossFunctions.meanAbsolutePercentageError
);

/** Keras: `keras.metrics.MeanSquaredLogarithmicError`. */
export const MeanSquaredLogarithmicError = mean(
  'mean_squared_logarithmic_error',
  lossFunctions.meanSquaredLogarithmicError
);

class RootMean extends Wrapper {
  protected override finish(value: number): number {
    return Math.sqrt(value);
  }
}

/** Keras: `keras.metrics.RootMeanSquaredError`. */
export const RootMeanSquaredError = makeable(
  (options: MetricOptions = {}): Metric =>
    new RootMean(lossFunctions.meanSquaredError, { name: 'root_mean_squared_error', ...options })
);

/** The cosine of the angle. Keras: `keras.metrics.CosineSimilarity`. */
export const CosineSimilarity = makeable(
  (options: MetricOptions & { axis?: number } = {}): Metric =>
    new Wrapper((a, b) => tf.neg(lossFunctions.cosineSimilarity(a, b, options)), {
      name: 'cosine_similarity',
      ...options
    })
);

/** Keras: `keras.metrics.LogCoshError`. */
export const LogCoshError = mean('logcosh', lossFunctions.logCosh);

/** Keras: `keras.metrics.Hinge`. */
export const Hinge = mean('hinge', lossFunctions.hinge);

/** Keras: `keras.metrics.SquaredHinge`. */
export const SquaredHinge = mean('squared_hinge', lossFunctions.squaredHinge);

/** Keras: `keras.metrics.CategoricalHinge`. */
export const CategoricalHinge = mean('categorical_hinge', lossFunctions.categoricalHinge);

/** Keras: `keras.metrics.KLDivergence`. */
export const KLDivergence = mean('kl_divergence', lossFunctions.klDivergence);

/** Keras: `keras.metrics.Poisson`. */
export const Poisson = mean('poisson', lossFunctions.poisson);

/** Keras: `keras.metrics.BinaryCrossentropy`. */
export const BinaryCrossentropy = makeable(
  (options: MetricOptions & CrossentropyOptions = {}): Metric =>
    new Wrapper((a, b) => lossFunctions.binaryCrossentropy(a, b, options), {
      name: 'binary_crossentropy',
      ...options
    })
);

/** Keras: `keras.metrics.CategoricalCrossentropy`. */
export const CategoricalCrossentropy = makeable(
  (options: MetricOptions & CrossentropyOptions = {}): Metric =>
    new Wrapper((a, b) => lossFunctions.categoricalCrossentropy(a, b, options), {
      name: 'categorical_crossentropy',
      ...options
    })
);

/** Keras: `keras.metrics.SparseCategoricalCrossentropy`. */
export const SparseCategoricalCrossentropy = makeable(
  (options: MetricOptions & { fromLogits?: boolean } = {}): Metric =>
    new Wrapper((a, b) => lossFunctions.sparseCategoricalCrossentropy(a, b, options), {
      name: 'sparse_categorical_crossentropy',
      ...options
    })
);

const counting = (kind: string) =>
  makeable(
    (options: ThresholdOptions = {}): Metric =>
      new ConfusionMetric(options.name, kind, options, conclusions[kind] ?? (() => 0))
  );

/** How much of what was called yes is yes. Keras: `keras.metrics.Precision`. */
export const Precision = counting('precision');

/** How much of what is yes was called yes. Keras: `keras.metrics.Recall`. */
export const Recall = counting('recall');

/** Keras: `keras.metrics.TruePositives`. */
export const TruePositives = counting('true_positives');

/** Keras: `keras.metrics.FalsePositives`. */
export const FalsePositives = counting('false_positives');

/** Keras: `keras.metrics.TrueNegatives`. */
export const TrueNegatives = counting('true_negatives');

/** Keras: `keras.metrics.FalseNegatives`. */
export const FalseNegatives = counting('false_negatives');

/** The area under a curve over all thresholds. Keras: `keras.metrics.AUC`. */
export const AUC = makeable((options: AUCOptions = {}): Metric => new AreaUnderCurve(options));

class MeanOfValues extends Metric {
  private total = 0;
  private count = 0;

  constructor(
    name: string,
    private readonly isSum: boolean
  ) {
    super(name);
  }

  updateState(values: Numbers, weights?: Numbers): void {
    const all = valuesOf(() => toTensor(values).clone());
    const by = weightsFor(weights, all.length);
    all.forEach((value, i) => {
      this.total += value * (by?.[i] ?? 1);
      this.count += by?.[i] ?? 1;
    });
  }

  result(): number {
    if (this.isSum) return this.total;
    return this.count === 0 ? 0 : this.total / this.count;
  }

  resetState(): void {
    this.total = 0;
    this.count = 0;
  }
}

/** The mean of all values given to `updateState(values)`. Keras: `keras.metrics.Mean`. */
export const Mean = makeable(
  ({ name = 'mean' }: MetricOptions = {}): Metric => new MeanOfValues(name, false)
);

/** The sum of all values given to `updateState(values)`. Keras: `keras.metrics.Sum`. */
export const Sum = makeable(
  ({ name = 'sum' }: MetricOptions = {}): Metric => new MeanOfValues(name, true)
);

class Determination extends Metric {
  private values: [sum: number, squares: number, residual: number, count: number][] = [];

  updateState(yTrue: Numbers, yPred: Numbers, { sampleWeight }: WeightOptions = {}): void {
    const width = toTensor(yTrue).shape[1] ?? 1;
    const labels = valuesOf(() => toTensor(yTrue).clone());
    const given = valuesOf(() => toTensor(yPred).clone());
    const weights = weightsFor(sampleWeight, labels.length);
    labels.forEach((label, i) => {
      const weight = weights?.[i] ?? 1;
      const [sum, squares, residual, count] = this.values[i % width] ?? [0, 0, 0, 0];
      this.values[i % width] = [
        sum + weight * label,
        squares + weight * label ** 2,
        residual + weight * (label - (given[i] ?? 0)) ** 2,
        count + weight
      ];
    });
  }

  result(): number {
    const scores = this.values.map(([sum, squares, residual, count]) => {
      const total = squares - sum * (sum / count);
      return total === 0 ? 0 : 1 - residual / total;
    });
    return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  }

  resetState(): void {
    this.values = [];
  }
}

/** How much of the variance is explained. Keras: `keras.metrics.R2Score`. */
export const R2Score = makeable(
  ({ name = 'r2_score' }: MetricOptions = {}): Metric => new Determination(name)
);

const byName: Readonly<Record<string, () => Metric>> = {
  binary_accuracy: BinaryAccuracy,
  categorical_accuracy: CategoricalAccuracy,
  sparse_categorical_accuracy: SparseCategoricalAccuracy,
  top_k_categorical_accuracy: TopKCategoricalAccuracy,
  sparse_top_k_categorical_accuracy: SparseTopKCategoricalAccuracy,
  mean_squared_error: MeanSquaredError,
  mse: MeanSquaredError,
  root_mean_squared_error: RootMeanSquaredError,
  rmse: RootMeanSquaredError,
  mean_absolute_error: MeanAbsoluteError,
  mae: MeanAbsoluteError,
  mean_absolute_percentage_error: MeanAbsolutePercentageError,
  mape: MeanAbsolutePercentageError,
  mean_squared_logarithmic_error: MeanSquaredLogarithmicError,
  msle: MeanSquaredLogarithmicError,
  cosine_similarity: CosineSimilarity,
  logcosh: LogCoshError,
  hinge: Hinge,
  squared_hinge: SquaredHinge,
  categorical_hinge: CategoricalHinge,
  kl_divergence: KLDivergence,
  poisson: Poisson,
  binary_crossentropy: BinaryCrossentropy,
  categorical_crossentropy: CategoricalCrossentropy,
  sparse_categorical_crossentropy: SparseCategoricalCrossentropy,
  precision: Precision,
  recall: Recall,
  auc: AUC,
  r2_score: R2Score
};

/**
 * A metric by its name, or from a function. Keras: `keras.metrics.get`.
 * @throws ValueError for another name
 */
export function get(identifier: MetricLike): Metric {
  if (identifier instanceof Metric) return identifier;
  if (typeof identifier === 'function') return new Wrapper(identifier);
  const name = pythonName(identifier);
  const make = byName[name] ?? byName[name.toLowerCase()] ?? byName[pythonName(lowered(name))];
  if (!make) throw new ValueError(`Could not interpret metric identifier: ${identifier}`);
  return make();
}

const lowered = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
