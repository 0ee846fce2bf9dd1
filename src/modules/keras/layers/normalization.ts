import type { LayerVariable, Tensor } from '@tensorflow/tfjs';
import { makeable } from '../callable';
import type { ConstraintLike } from '../constraints';
import type { InitializerLike } from '../initializers';
import type { LayerOptions } from '../layer';
import type { RegularizerLike } from '../regularizers';
import { tf } from '../tf';
import { makeLayer, single, type CallArgs } from './make';
import type { Shape } from './computed';

/** What both normalizations can be told. */
export interface NormalizationOptions extends LayerOptions {
  /** The axis of the features, by default the last. */
  axis?: number;
  /** What keeps quotients finite, by default 0.001. */
  epsilon?: number;
  /** Whether a number is added that is learnt, by default `true`. */
  center?: boolean;
  /** Whether a factor is applied that is learnt, by default `true`. */
  scale?: boolean;
  /** By default `'zeros'`. */
  betaInitializer?: InitializerLike;
  /** By default `'ones'`. */
  gammaInitializer?: InitializerLike;
  betaRegularizer?: RegularizerLike | null;
  gammaRegularizer?: RegularizerLike | null;
  betaConstraint?: ConstraintLike | null;
  gammaConstraint?: ConstraintLike | null;
}

/** How `BatchNormalization` normalizes. */
export interface BatchNormalizationOptions extends NormalizationOptions {
  /** How slowly mean and variance follow, by default 0.99. */
  momentum?: number;
  /** By default `'zeros'`. */
  movingMeanInitializer?: InitializerLike;
  /** By default `'ones'`. */
  movingVarianceInitializer?: InitializerLike;
}

/** The options once initializers and the like have been made of their names. */
type Resolved = BatchNormalizationOptions & Record<`${string}Initializer`, never>;

abstract class Normalization extends tf.layers.Layer {
  protected gamma: LayerVariable | undefined;
  protected beta: LayerVariable | undefined;

  constructor(protected readonly settings: Resolved) {
    super(settings as object);
    this.supportsMasking = true;
  }

  protected axisOf(rank: number): number {
    const { axis = -1 } = this.settings;
    return axis < 0 ? axis + rank : axis;
  }

  protected weight(name: string, length: number, kind: string, isTrained: boolean): LayerVariable {
    const settings = this.settings as Record<string, never>;
    return this.addWeight(
      name,
      [length],
      'float32',
      settings[`${kind}Initializer`],
      settings[`${kind}Regularizer`],
      isTrained,
      settings[`${kind}Constraint`]
    );
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = inputShape as Shape;
    const axis = this.axisOf(shape.length);
    const length = shape[axis] ?? 1;
    const { scale = true, center = true } = this.settings;
    if (scale) this.gamma = this.weight('gamma', length, 'gamma', true);
    if (center) this.beta = this.weight('beta', length, 'beta', true);
    this.inputSpec = [new tf.InputSpec({ ndim: shape.length, axes: { [axis]: length } })];
    this.built = true;
  }

  /** `(x - mean) / √variance`, times gamma, plus beta. */
  protected normalized(x: Tensor, mean: Tensor, variance: Tensor): Tensor {
    const axis = this.axisOf(x.rank);
    const wide = (weight: Tensor): Tensor =>
      tf.reshape(
        weight,
        x.shape.map((length, i) => (i === axis ? length : 1))
      );
    const { epsilon = 1e-3 } = this.settings;
    const unit: Tensor = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, epsilon)));
    const scaled: Tensor = this.gamma ? tf.mul(unit, wide(this.gamma.read())) : unit;
    return this.beta ? tf.add(scaled, wide(this.beta.read())) : scaled;
  }
}

class BatchNormalizationLayer extends Normalization {
  static className = 'BatchNormalization';
  private mean: LayerVariable | undefined;
  private variance: LayerVariable | undefined;

  override build(inputShape: Shape | Shape[]): void {
    super.build(inputShape);
    const shape = inputShape as Shape;
    const length = shape[this.axisOf(shape.length)] ?? 1;
    this.mean = this.weight('moving_mean', length, 'movingMean', false);
    this.variance = this.weight('moving_variance', length, 'movingVariance', false);
  }

  override call(inputs: Tensor | Tensor[], { training }: CallArgs): Tensor {
    return tf.tidy(() => {
      const x = single(inputs);
      const axis = this.axisOf(x.rank);
      const wide = x.shape.map((length, i) => (i === axis ? length : 1));
      if (!this.mean || !this.variance) return x;
      // A layer that is not trained keeps to what it has seen.
      if (!training || !this.trainable) {
        const [mean, variance] = [this.mean, this.variance].map(weight =>
          tf.reshape(weight.read(), wide)
        ) as [Tensor, Tensor];
        return this.normalized(x, mean, variance);
      }
      const axes = x.shape.map((_, i) => i).filter(i => i !== axis);
      const { mean, variance } = tf.moments(x, axes, true);
      const { momentum = 0.99 } = this.settings;
      const follow = (weight: LayerVariable, value: Tensor) =>
        weight.write(
          tf.add(tf.mul(weight.read(), momentum), tf.mul(tf.reshape(value, [-1]), 1 - momentum))
        );
      follow(this.mean, mean);
      follow(this.variance, variance);
      return this.normalized(x, mean, variance);
    });
  }
}

class LayerNormalizationLayer extends Normalization {
  static className = 'LayerNormalization';

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const x = single(inputs);
      const { mean, variance } = tf.moments(x, this.axisOf(x.rank), true);
      return this.normalized(x, mean, variance);
    });
  }
}

/**
 * Mean 0 and variance 1 for each feature over a batch; after training, over all batches.
 * Keras: `keras.layers.BatchNormalization`.
 */
export const BatchNormalization = makeable((options: BatchNormalizationOptions = {}) =>
  makeLayer(
    'BatchNormalization',
    [options],
    options,
    args => new BatchNormalizationLayer(args as Resolved),
    {
      betaInitializer: 'zeros',
      gammaInitializer: 'ones',
      movingMeanInitializer: 'zeros',
      movingVarianceInitializer: 'ones'
    }
  )
);

/** Mean 0 and variance 1 over the features of each. Keras: `keras.layers.LayerNormalization`. */
export const LayerNormalization = makeable((options: NormalizationOptions = {}) =>
  makeLayer(
    'LayerNormalization',
    [options],
    options,
    args => new LayerNormalizationLayer(args as Resolved),
    { betaInitializer: 'zeros', gammaInitializer: 'ones' }
  )
);
