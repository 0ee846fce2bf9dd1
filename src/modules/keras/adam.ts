import type { Tensor, Variable } from '@tensorflow/tfjs';
import { callable } from './callable';
import {
  f32,
  Optimizer,
  optionsOf,
  type OptimizerArguments,
  type OptimizerOptions
} from './optimizer';
import { tf } from './tf';

/** How the family of Adam steps. */
export interface AdamOptions extends OptimizerOptions {
  /** How slowly the mean of gradients follows, by default 0.9. */
  beta1?: number;
  /** How slowly the mean of squares follows, by default 0.999. */
  beta2?: number;
  /** By default 1e-7. */
  epsilon?: number;
  /** Whether the greatest mean of squares so far is taken, by default `false`. */
  amsgrad?: boolean;
}

abstract class AdamLike extends Optimizer {
  protected readonly beta1: number;
  protected readonly beta2: number;
  protected readonly epsilon: number;

  constructor(kind: string, options: AdamOptions, beta2 = 0.999) {
    super(kind, options, 0.001);
    this.beta1 = options.beta1 ?? 0.9;
    this.beta2 = options.beta2 ?? beta2;
    this.epsilon = options.epsilon ?? 1e-7;
  }

  /** A power of 32 bits, for the step that is being taken. */
  protected power(base: number, steps = this.iterations + 1): number {
    return f32(f32(base) ** steps);
  }

  protected follow(variable: Variable, name: string, value: Tensor, beta: number): Tensor {
    const last = this.slot(variable, name);
    return this.keep(variable, name, tf.add(last, tf.mul(tf.sub(value, last), 1 - beta)));
  }

  protected moments(gradient: Tensor, variable: Variable): [Tensor, Tensor] {
    return [
      this.follow(variable, 'momentum', gradient, this.beta1),
      this.follow(variable, 'velocity', tf.square(gradient), this.beta2)
    ];
  }
}

class AdamOptimizer extends AdamLike {
  private readonly amsgrad: boolean;

  constructor(...args: OptimizerArguments<AdamOptions>) {
    const options = optionsOf(args);
    super('Adam', options);
    this.amsgrad = options.amsgrad ?? false;
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const by = (rate * Math.sqrt(1 - this.power(this.beta2))) / (1 - this.power(this.beta1));
    const [m, velocity] = this.moments(gradient, variable);
    let v = velocity;
    if (this.amsgrad) {
      const most = this.slot(variable, 'velocity_hat');
      v = this.keep(variable, 'velocity_hat', tf.maximum(most, v));
    }
    variable.assign(tf.sub(variable, tf.div(tf.mul(m, by), tf.add(tf.sqrt(v), this.epsilon))));
  }
}

class AdamWOptimizer extends AdamOptimizer {
  constructor(...args: OptimizerArguments<AdamOptions>) {
    super({ weightDecay: 0.004, ...optionsOf(args) });
  }
}

class AdamaxOptimizer extends AdamLike {
  constructor(...args: OptimizerArguments<AdamOptions>) {
    super('Adamax', optionsOf(args));
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const m = this.follow(variable, 'momentum', gradient, this.beta1);
    const last = this.slot(variable, 'norm');
    const u = this.keep(variable, 'norm', tf.maximum(tf.mul(this.beta2, last), tf.abs(gradient)));
    const below = tf.mul(1 - this.power(this.beta1), tf.add(u, this.epsilon));
    variable.assign(tf.sub(variable, tf.div(tf.mul(rate, m), below)));
  }
}

class NadamOptimizer extends AdamLike {
  private product = 1;

  constructor(...args: OptimizerArguments<AdamOptions>) {
    super('Nadam', optionsOf(args));
  }

  private momentumAt(step: number): number {
    return f32(this.beta1 * (1 - 0.5 * this.power(0.96, step)));
  }

  protected override beginStep(): void {
    this.product = f32(this.product * this.momentumAt(this.iterations + 1));
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const now = this.momentumAt(this.iterations + 1);
    const next = this.momentumAt(this.iterations + 2);
    const [m, v] = this.moments(gradient, variable);
    const mean = tf.add(
      tf.mul(m, next / (1 - f32(this.product * next))),
      tf.mul(gradient, (1 - now) / (1 - this.product))
    );
    const spread = tf.div(v, 1 - this.power(this.beta2));
    variable.assign(
      tf.sub(variable, tf.div(tf.mul(mean, rate), tf.add(tf.sqrt(spread), this.epsilon)))
    );
  }
}

class LionOptimizer extends AdamLike {
  constructor(...args: OptimizerArguments<AdamOptions>) {
    super('Lion', optionsOf(args), 0.99);
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const last = this.slot(variable, 'momentum');
    const mix = (beta: number): Tensor => tf.add(tf.mul(last, beta), tf.mul(gradient, 1 - beta));
    variable.assign(tf.sub(variable, tf.mul(rate, tf.sign(mix(this.beta1)))));
    this.keep(variable, 'momentum', mix(this.beta2));
  }
}

class LambOptimizer extends AdamLike {
  constructor(...args: OptimizerArguments<AdamOptions>) {
    super('Lamb', optionsOf(args));
  }

  protected update(gradient: Tensor, variable: Variable, rate: number): void {
    const [m, v] = this.moments(gradient, variable);
    const below = tf.add(tf.sqrt(tf.div(v, 1 - this.power(this.beta2))), this.epsilon);
    const by = tf.div(tf.div(m, 1 - this.power(this.beta1)), below);
    const norms = [variable, by].map(tensor => tf.sqrt(tf.sum(tf.square(tensor))));
    const [ofWeights = 0, ofStep = 0] = norms.map(norm => norm.dataSync()[0]);
    const ratio = ofWeights > 0 && ofStep > 0 ? ofWeights / ofStep : 1;
    variable.assign(tf.sub(variable, tf.mul(ratio * rate, by)));
  }
}

/** Means of gradients over means of squares. Keras: `keras.optimizers.Adam`. */
export const Adam = callable<OptimizerArguments<AdamOptions>, Optimizer>(AdamOptimizer);

/** `Adam` with a weight decay, by default 0.004. Keras: `keras.optimizers.AdamW`. */
export const AdamW = callable<OptimizerArguments<AdamOptions>, Optimizer>(AdamWOptimizer);

/** `Adam` over the greatest gradients. Keras: `keras.optimizers.Adamax`. */
export const Adamax = callable<OptimizerArguments<AdamOptions>, Optimizer>(AdamaxOptimizer);

/** `Adam` with Nesterov's momentum. Keras: `keras.optimizers.Nadam`. */
export const Nadam = callable<OptimizerArguments<AdamOptions>, Optimizer>(NadamOptimizer);

/** Steps of one size, by the sign of a mean. Keras: `keras.optimizers.Lion`. */
export const Lion = callable<OptimizerArguments<AdamOptions>, Optimizer>(LionOptimizer);

/** `Adam` with steps as long as the weights ask for. Keras: `keras.optimizers.Lamb`. */
export const Lamb = callable<OptimizerArguments<AdamOptions>, Optimizer>(LambOptimizer);
