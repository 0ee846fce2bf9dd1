import type { Tensor } from '@tensorflow/tfjs';
import { makeable, withCall } from './callable';
import { ValueError } from './errors';
import { toTensor, type Numbers } from './inputs';
import * as functions from './loss-functions';
import type { CrossentropyOptions, FocalOptions } from './loss-functions';
import { pythonName } from './names';
import { noteRecipe } from './recipes';
import { tf } from './tf';

export {
  binaryCrossentropy,
  binaryFocalCrossentropy,
  categoricalCrossentropy,
  categoricalFocalCrossentropy,
  categoricalHinge,
  cosineSimilarity,
  dice,
  hinge,
  huber,
  klDivergence,
  logCosh,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredError,
  meanSquaredLogarithmicError,
  poisson,
  sparseCategoricalCrossentropy,
  squaredHinge,
  tversky,
  type CrossentropyOptions,
  type FocalOptions
} from './loss-functions';

/** How the losses of samples become one number. */
export type Reduction = 'sumOverBatchSize' | 'sum_over_batch_size' | 'mean' | 'sum' | 'none' | null;

/** The loss of each sample. */
export type LossFunction = (yTrue: Tensor, yPred: Tensor) => Tensor;

/** A loss over a batch: one number, which training makes small. Keras: `keras.losses.Loss`. */
export interface Loss {
  (yTrue: Numbers, yPred: Numbers, options?: { sampleWeight?: Numbers }): Tensor;
  readonly name: string;
}

/** A loss, its name as Keras or JavaScript spells it, or a function that gives a loss a sample. */
export type LossLike = string | Loss | LossFunction;

/** Options that every loss has. */
export interface LossOptions {
  /** By default the mean, `'sumOverBatchSize'`. */
  reduction?: Reduction;
  name?: string;
}

class BatchLoss {
  constructor(
    readonly name: string,
    readonly each: LossFunction,
    readonly reduction: Reduction
  ) {}

  over(yTrue: Numbers, yPred: Numbers, sampleWeight?: Numbers): Tensor {
    return tf.tidy(() => {
      const losses = this.each(toTensor(yTrue), toTensor(yPred));
      return reduce(
        losses,
        sampleWeight === undefined ? undefined : toTensor(sampleWeight),
        this.reduction
      );
    });
  }
}

/** The losses of samples, weighted, as one number. */
function reduce(losses: Tensor, weight: Tensor | undefined, reduction: Reduction): Tensor {
  let all = losses;
  if (weight) {
    let by = weight;
    while (by.rank < all.rank) by = tf.expandDims(by, -1);
    if (by.rank > all.rank && by.shape.at(-1) === 1) by = tf.squeeze(by, [-1]);
    all = tf.mul(all, by);
  }
  if (reduction === null || reduction === 'none' || all.rank === 0) return all;
  return reduction === 'sum' ? tf.sum(all) : tf.mean(all);
}

function make(
  kind: string,
  args: readonly unknown[],
  { reduction = 'sumOverBatchSize', name = pythonName(kind) }: LossOptions,
  each: LossFunction
): Loss {
  const loss = withCall(new BatchLoss(name, each, reduction), (self, [yTrue, yPred, options]) => {
    const { sampleWeight } = (options ?? {}) as { sampleWeight?: Numbers };
    return self.over(yTrue as Numbers, yPred as Numbers, sampleWeight);
  });
  return noteRecipe(loss as unknown as Loss, kind, args);
}

/** The loss of each sample, for a loss; what is called as it is, for a function. */
const isLoss = (value: unknown): value is Loss => value instanceof BatchLoss;

const plain = (kind: string, each: LossFunction) =>
  makeable((options: LossOptions = {}) =>
    make(kind, [options], { name: snake(kind), ...options }, each)
  );

const snake = (kind: string) => kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

/** `meanSquaredError` over a batch. Keras: `keras.losses.MeanSquaredError`. */
export const MeanSquaredError = plain('MeanSquaredError', functions.meanSquaredError);

/** `meanAbsoluteError` over a batch. Keras: `keras.losses.MeanAbsoluteError`. */
export const MeanAbsoluteError = plain('MeanAbsoluteError', functions.meanAbsoluteError);

/** Over a batch. Keras: `keras.losses.MeanAbsolutePercentageError`. */
export const MeanAbsolutePercentageError = plain(
  'MeanAbsolutePercentageError',
  functions.meanAbsolutePercentageError
);

/** Over a batch. Keras: `keras.losses.MeanSquaredLogarithmicError`. */
export const MeanSquaredLogarithmicError = plain(
  'MeanSquaredLogarithmicError',
  functions.meanSquaredLogarithmicError
);

/** `cosineSimilarity` over a batch. Keras: `keras.losses.CosineSimilarity`. */
export const CosineSimilarity = makeable((options: LossOptions & { axis?: number } = {}) =>
  make('CosineSimilarity', [options], { name: 'cosine_similarity', ...options }, (a, b) =>
    functions.cosineSimilarity(a, b, options)
  )
);

/** `huber` over a batch. Keras: `keras.losses.Huber`. */
export const Huber = makeable((options: LossOptions & { delta?: number } = {}) =>
  make('Huber', [options], { name: 'huber_loss', ...options }, (a, b) =>
    functions.huber(a, b, options)
  )
);

/** `logCosh` over a batch. Keras: `keras.losses.LogCosh`. */
export const LogCosh = plain('LogCosh', functions.logCosh);

/** `hinge` over a batch. Keras: `keras.losses.Hinge`. */
export const Hinge = plain('Hinge', functions.hinge);

/** `squaredHinge` over a batch. Keras: `keras.losses.SquaredHinge`. */
export const SquaredHinge = plain('SquaredHinge', functions.squaredHinge);

/** `categoricalHinge` over a batch. Keras: `keras.losses.CategoricalHinge`. */
export const CategoricalHinge = plain('CategoricalHinge', functions.categoricalHinge);

/** `klDivergence` over a batch. Keras: `keras.losses.KLDivergence`. */
export const KLDivergence = makeable((options: LossOptions = {}) =>
  make('KLDivergence', [options], { name: 'kl_divergence', ...options }, functions.klDivergence)
);

/** `poisson` over a batch. Keras: `keras.losses.Poisson`. */
export const Poisson = plain('Poisson', functions.poisson);

/** `binaryCrossentropy` over a batch. Keras: `keras.losses.BinaryCrossentropy`. */
export const BinaryCrossentropy = makeable((options: LossOptions & CrossentropyOptions = {}) =>
  make('BinaryCrossentropy', [options], { name: 'binary_crossentropy', ...options }, (a, b) =>
    functions.binaryCrossentropy(...functions.sameRank(a, b), options)
  )
);

/** Over a batch. Keras: `keras.losses.BinaryFocalCrossentropy`. */
export const BinaryFocalCrossentropy = makeable(
  (options: LossOptions & FocalOptions & { applyClassBalancing?: boolean } = {}) =>
    make(
      'BinaryFocalCrossentropy',
      [options],
      { name: 'binary_focal_crossentropy', ...options },
      (a, b) => functions.binaryFocalCrossentropy(...functions.sameRank(a, b), options)
    )
);

/** `categoricalCrossentropy` over a batch. Keras: `keras.losses.CategoricalCrossentropy`. */
export const CategoricalCrossentropy = makeable((options: LossOptions & CrossentropyOptions = {}) =>
  make(
    'CategoricalCrossentropy',
    [options],
    { name: 'categorical_crossentropy', ...options },
    (a, b) => functions.categoricalCrossentropy(a, b, options)
  )
);

/** Over a batch. Keras: `keras.losses.CategoricalFocalCrossentropy`. */
export const CategoricalFocalCrossentropy = makeable((options: LossOptions & FocalOptions = {}) =>
  make(
    'CategoricalFocalCrossentropy',
    [options],
    { name: 'categorical_focal_crossentropy', ...options },
    (a, b) => functions.categoricalFocalCrossentropy(a, b, options)
  )
);

/** Over a batch. Keras: `keras.losses.SparseCategoricalCrossentropy`. */
export const SparseCategoricalCrossentropy = makeable(
  (options: LossOptions & { fromLogits?: boolean } = {}) =>
    make(
      'SparseCategoricalCrossentropy',
      [options],
      { name: 'sparse_categorical_crossentropy', ...options },
      (a, b) => functions.sparseCategoricalCrossentropy(a, b, options)
    )
);

/** `dice` over a batch. Keras: `keras.losses.Dice`. */
export const Dice = makeable((options: LossOptions & { axis?: number | number[] } = {}) =>
  make('Dice', [options], { name: 'dice', ...options }, (a, b) => functions.dice(a, b, options))
);

/** `tversky` over a batch. Keras: `keras.losses.Tversky`. */
export const Tversky = makeable(
  (options: LossOptions & { alpha?: number; beta?: number; axis?: number | number[] } = {}) =>
    make('Tversky', [options], { name: 'tversky', ...options }, (a, b) =>
      functions.tversky(a, b, options)
    )
);

const makers: Readonly<Record<string, (options?: LossOptions) => Loss>> = {
  mean_squared_error: MeanSquaredError,
  mse: MeanSquaredError,
  mean_absolute_error: MeanAbsoluteError,
  mae: MeanAbsoluteError,
  mean_absolute_percentage_error: MeanAbsolutePercentageError,
  mape: MeanAbsolutePercentageError,
  mean_squared_logarithmic_error: MeanSquaredLogarithmicError,
  msle: MeanSquaredLogarithmicError,
  cosine_similarity: CosineSimilarity,
  huber: Huber,
  huber_loss: Huber,
  log_cosh: LogCosh,
  hinge: Hinge,
  squared_hinge: SquaredHinge,
  categorical_hinge: CategoricalHinge,
  kl_divergence: KLDivergence,
  poisson: Poisson,
  binary_crossentropy: BinaryCrossentropy,
  binary_focal_crossentropy: BinaryFocalCrossentropy,
  categorical_crossentropy: CategoricalCrossentropy,
  categorical_focal_crossentropy: CategoricalFocalCrossentropy,
  sparse_categorical_crossentropy: SparseCategoricalCrossentropy,
  dice: Dice,
  tversky: Tversky
};

/**
 * A loss by its name, or from a function that gives the loss of each sample.
 * Keras: `keras.losses.get`.
 * @throws ValueError for another name
 */
export function get(identifier: LossLike): Loss {
  if (isLoss(identifier)) return identifier;
  if (typeof identifier === 'function') {
    const each = identifier as LossFunction;
    return make(each.name, [], {}, each);
  }
  const asked = snake(identifier);
  const maker = makers[pythonName(identifier)] ?? makers[asked];
  if (!maker) throw new ValueError(`Could not interpret loss identifier: ${identifier}`);
  return maker();
}
