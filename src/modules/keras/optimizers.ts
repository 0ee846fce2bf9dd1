import type { Tensor, Variable } from '@tensorflow/tfjs';
import { Adam, AdamW, Adamax, Lamb, Lion, Nadam } from './adam';
import { callable } from './callable';
import { ValueError } from './errors';
import { pythonName } from './names';
import { Optimizer, optionsOf, type OptimizerArguments, type OptimizerOptions } from './optimizer';
import { tf } from './tf';

export { Adam, AdamW, Adamax, Lamb, Lion, Nadam, type AdamOptions } from './adam';
export * as schedules from './schedules';
export { Optimizer, type LearningRate, type OptimizerOptions } from './optimizer';
export type { LearningRateSchedule } from './schedules';

/** How `SGD` steps. */
export interface SGDOptions extends OptimizerOptions {
  /** How much of the last step is added to the next, by default 0. */
  momentum?: number;
  /** Whether the gradient counts as it will be after that, by default `false`. */
  nesterov?: boolean;
}

class SGDOptimizer extends Optimizer {
  private readonly momentum: number;
  private readonly nesterov: boolean;

  constructor(...args: OptimizerArguments<SGDOptions>) {
    const options = optionsOf(args);
    super('SGD', options, 0.01);
    this.momentum = options.momentum ?? 0;
    this.nesterov = options.nesterov ?? false;
    if (this.momentum < 0 || this.momentum > 1) {
      throw new ValueError('`momentum` must be a float between [0, 1].');
    }
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const step = tf.mul(gradient, rate);
    if (this.momentum === 0) {
      variable.assign(tf.sub(variable, step));
      return;
    }
    const last = this.slot(variable, 'momentum');
    const next = this.keep(variable, 'momentum', tf.sub(tf.mul(last, this.momentum), step));
    const by = this.nesterov ? tf.sub(tf.mul(next, this.momentum), step) : next;
    variable.assign(tf.add(variable, by));
  }
}

/** How `RMSprop` steps. */
export interface RMSpropOptions extends OptimizerOptions {
  /** How slowly the mean of squares follows, by default 0.9. */
  rho?: number;
  /** By default 0. */
  momentum?: number;
  /** By default 1e-7. */
  epsilon?: number;
  /** Whether the variance is taken instead of the mean of squares, by default `false`. */
  centered?: boolean;
}

class RMSpropOptimizer extends Optimizer {
  private readonly settings: Required<Omit<RMSpropOptions, keyof OptimizerOptions>>;

  constructor(...args: OptimizerArguments<RMSpropOptions>) {
    const options = optionsOf(args);
    super('RMSprop', options, 0.001);
    const { rho = 0.9, momentum = 0, epsilon = 1e-7, centered = false } = options;
    this.settings = { rho, momentum, epsilon, centered };
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const { rho, momentum, epsilon, centered } = this.settings;
    const follow = (name: string, value: Tensor): Tensor =>
      this.keep(
        variable,
        name,
        tf.add(tf.mul(rho, this.slot(variable, name)), tf.mul(1 - rho, value))
      );
    const velocity = follow('velocity', tf.square(gradient));
    const spread = centered
      ? tf.sub(velocity, tf.square(follow('average_gradient', gradient)))
      : velocity;
    let step: Tensor = tf.div(tf.mul(rate, gradient), tf.sqrt(tf.add(spread, epsilon)));
    if (momentum > 0) {
      const last = this.slot(variable, 'momentum');
      step = this.keep(variable, 'momentum', tf.add(tf.mul(momentum, last), step));
    }
    variable.assign(tf.sub(variable, step));
  }
}

/** How `Adadelta` steps. */
export interface AdadeltaOptions extends OptimizerOptions {
  /** By default 0.95. */
  rho?: number;
  /** By default 1e-7. */
  epsilon?: number;
}

class AdadeltaOptimizer extends Optimizer {
  private readonly rho: number;
  private readonly epsilon: number;

  constructor(...args: OptimizerArguments<AdadeltaOptions>) {
    const options = optionsOf(args);
    super('Adadelta', options, 0.001);
    this.rho = options.rho ?? 0.95;
    this.epsilon = options.epsilon ?? 1e-7;
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const { rho } = this;
    const root = (x: Tensor): Tensor => tf.sqrt(tf.add(x, this.epsilon));
    const follow = (name: string, value: Tensor): Tensor =>
      this.keep(
        variable,
        name,
        tf.add(tf.mul(rho, this.slot(variable, name)), tf.mul(1 - rho, tf.square(value)))
      );
    const steps = this.slot(variable, 'accumulated_delta_var');
    const gradients = follow('accumulated_grad', gradient);
    const by: Tensor = tf.neg(tf.div(tf.mul(root(steps), gradient), root(gradients)));
    follow('accumulated_delta_var', by);
    variable.assign(tf.add(variable, tf.mul(rate, by)));
  }
}

/** How `Adagrad` steps. */
export interface AdagradOptions extends OptimizerOptions {
  /** By default 0.1. */
  initialAccumulatorValue?: number;
  /** By default 1e-7. */
  epsilon?: number;
}

class AdagradOptimizer extends Optimizer {
  private readonly first: number;
  private readonly epsilon: number;

  constructor(...args: OptimizerArguments<AdagradOptions>) {
    const options = optionsOf(args);
    super('Adagrad', options, 0.001);
    this.first = options.initialAccumulatorValue ?? 0.1;
    this.epsilon = options.epsilon ?? 1e-7;
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const last = this.slot(variable, 'accumulator', this.first);
    const sum = this.keep(variable, 'accumulator', tf.add(last, tf.square(gradient)));
    const by = tf.div(tf.mul(rate, gradient), tf.sqrt(tf.add(sum, this.epsilon)));
    variable.assign(tf.sub(variable, by));
  }
}

/** How `Ftrl` steps. */
export interface FtrlOptions extends OptimizerOptions {
  /** By default -0.5. */
  learningRatePower?: number;
  /** By default 0.1. */
  initialAccumulatorValue?: number;
  /** By default 0. */
  l1RegularizationStrength?: number;
  /** By default 0. */
  l2RegularizationStrength?: number;
  /** By default 0. */
  l2ShrinkageRegularizationStrength?: number;
  /** By default 0. */
  beta?: number;
}

class FtrlOptimizer extends Optimizer {
  private readonly settings: FtrlOptions;

  constructor(...args: OptimizerArguments<FtrlOptions>) {
    const options = optionsOf(args);
    super('Ftrl', options, 0.001);
    this.settings = options;
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const {
      learningRatePower = -0.5,
      initialAccumulatorValue = 0.1,
      l1RegularizationStrength: l1 = 0,
      l2RegularizationStrength: l2 = 0,
      l2ShrinkageRegularizationStrength: shrinkage = 0,
      beta = 0
    } = this.settings;
    const sum = this.slot(variable, 'accumulator', initialAccumulatorValue);
    const next = tf.add(sum, tf.square(gradient));
    const rise = (x: Tensor): Tensor => tf.pow(x, -learningRatePower);
    const sigma = tf.div(tf.sub(rise(next), rise(sum)), rate);
    const shrunk = tf.add(gradient, tf.mul(2 * shrinkage, variable));
    const linear = this.keep(
      variable,
      'linear',
      tf.add(this.slot(variable, 'linear'), tf.sub(shrunk, tf.mul(sigma, variable)))
    );
    const quadratic = tf.add(tf.div(rise(next), rate), 2 * (l2 + beta / (2 * rate)));
    variable.assign(tf.div(tf.sub(tf.clipByValue(linear, -l1, l1), linear), quadratic));
    this.keep(variable, 'accumulator', next);
  }
}

/** Plain steps against the gradient, or with momentum. Keras: `keras.optimizers.SGD`. */
export const SGD = callable<OptimizerArguments<SGDOptions>, Optimizer>(SGDOptimizer);

/** Steps divided by the root of the mean of squares. Keras: `keras.optimizers.RMSprop`. */
export const RMSprop = callable<OptimizerArguments<RMSpropOptions>, Optimizer>(RMSpropOptimizer);

/** Steps scaled by the steps before. Keras: `keras.optimizers.Adadelta`. */
export const Adadelta = callable<OptimizerArguments<AdadeltaOptions>, Optimizer>(AdadeltaOptimizer);

/** Steps divided by the root of the sum of squares. Keras: `keras.optimizers.Adagrad`. */
export const Adagrad = callable<OptimizerArguments<AdagradOptions>, Optimizer>(AdagradOptimizer);

/** Follow the regularized leader. Keras: `keras.optimizers.Ftrl`. */
export const Ftrl = callable<OptimizerArguments<FtrlOptions>, Optimizer>(FtrlOptimizer);

const byName: Readonly<Record<string, () => Optimizer>> = {
  sgd: SGD,
  rmsprop: RMSprop,
  adam: Adam,
  adamw: AdamW,
  adamax: Adamax,
  nadam: Nadam,
  lion: Lion,
  lamb: Lamb,
  adadelta: Adadelta,
  adagrad: Adagrad,
  ftrl: Ftrl
};

/**
 * An optimizer with its defaults, by its name. Keras: `keras.optimizers.get`.
 * @throws ValueError for another name
 */
export function get(identifier: string | Optimizer): Optimizer {
  if (typeof identifier !== 'string') return identifier;
  const make = byName[pythonName(identifier).toLowerCase()];
  if (!make) throw new ValueError(`Could not interpret optimizer identifier: ${identifier}`);
  return make();
}
