import type { Tensor, Variable } from '@tensorflow/tfjs';
import { ValueError } from './errors';
import type { LearningRateSchedule } from './schedules';
import { tf } from './tf';

/** A learning rate, or what gives it for each step. */
export type LearningRate = number | LearningRateSchedule;

/** Options that every optimizer has. */
export interface OptimizerOptions {
  /** How far one step goes. */
  learningRate?: LearningRate;
  /** How much weights shrink with each step, as a part of the learning rate; by default not. */
  weightDecay?: number | null;
  /** The greatest norm of one gradient. */
  clipnorm?: number | null;
  /** The greatest value in a gradient. */
  clipvalue?: number | null;
  /** The greatest norm of all gradients together. */
  globalClipnorm?: number | null;
  name?: string;
}

/** What stands for the options of an optimizer: the learning rate alone, or all of them. */
export type OptimizerArgs<Options> = LearningRate | Options;

/** What an optimizer is made with: its options, after the learning rate or with it. */
export type OptimizerArguments<Options> = [first?: OptimizerArgs<Options>, options?: Options];

/** The options, with the learning rate where it came first. */
export const optionsOf = <Options extends OptimizerOptions>(
  args: OptimizerArguments<Options>
): Options => {
  const [first, options] = args;
  return (
    typeof first === 'object' ? first : { ...options, learningRate: first ?? options?.learningRate }
  ) as Options;
};

/** A variable: of TensorFlow.js, or a layer's weight. */
interface Weight {
  read(): Tensor;
}

/** Numbers are kept in 32 bits, as in Keras. */
export const f32 = Math.fround;

/**
 * Changes weights step by step against their gradients. Keras: `keras.optimizers.Optimizer`.
 */
export abstract class Optimizer {
  /** How many steps have been taken. */
  iterations = 0;
  /** What tells it from others, such as `adam`. */
  readonly name: string;
  private rate: LearningRate;
  private readonly slots = new Map<number, Map<string, Tensor>>();

  constructor(
    /** Its class in Keras. */
    readonly kind: string,
    /** What it was made with. */
    readonly options: OptimizerOptions,
    defaultRate: number
  ) {
    this.rate = options.learningRate ?? defaultRate;
    this.name = options.name ?? kind.toLowerCase();
  }

  /** How far the next step goes. */
  get learningRate(): number {
    return typeof this.rate === 'number' ? this.rate : this.rate(this.iterations);
  }

  /** @throws ValueError where a schedule sets the learning rate */
  set learningRate(rate: number | LearningRateSchedule) {
    if (typeof this.rate === 'function' && typeof rate === 'number') {
      throw new ValueError(
        'This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` ' +
          'constructor argument, hence its learning rate is not settable. If you need the ' +
          'learning rate to be settable, you should instantiate the optimizer with a float ' +
          '`learning_rate` argument.'
      );
    }
    this.rate = rate;
  }

  /** What it keeps for each weight: how many numbers in all. */
  get slotSize(): number {
    return [...this.slots.values()]
      .flatMap(slots => [...slots.values()])
      .reduce((size, slot) => size + slot.size, 0);
  }

  /** Takes one step: each gradient with what it is the gradient of. */
  applyGradients(
    pairs: readonly (readonly [gradient: Tensor, variable: Variable | Weight])[]
  ): void {
    tf.tidy(() => {
      const variables = pairs.map(([, weight]) =>
        weight instanceof tf.Variable ? weight : (weight as Weight).read()
      ) as Variable[];
      const gradients = this.clip(pairs.map(([gradient]) => gradient));
      const rate = f32(this.learningRate);
      this.beginStep();
      const { weightDecay } = this.options;
      variables.forEach((variable, i) => {
        const gradient = gradients[i];
        if (!gradient) return;
        if (weightDecay != null) {
          variable.assign(tf.sub(variable, tf.mul(variable, f32(weightDecay) * rate)));
        }
        this.update(gradient, variable, rate);
      });
      this.iterations += 1;
    });
  }

  /** What comes before the weights of a step are changed. */
  protected beginStep(): void {
    return;
  }

  /** Changes one variable. */
  protected abstract update(gradient: Tensor, variable: Variable, rate: number): void;

  /** What was kept for a variable by a name; zeros, or another value, at first. */
  protected slot(variable: Variable, name: string, first = 0): Tensor {
    return this.slots.get(variable.id)?.get(name) ?? tf.fill(variable.shape, first);
  }

  /** Keeps a tensor for a variable by a name; gives it back. */
  protected keep(variable: Variable, name: string, value: Tensor): Tensor {
    const slots = this.slots.get(variable.id) ?? new Map<string, Tensor>();
    this.slots.set(variable.id, slots);
    slots.get(name)?.dispose();
    slots.set(name, tf.keep(value));
    return value;
  }

  private clip(gradients: Tensor[]): Tensor[] {
    const { clipnorm, globalClipnorm, clipvalue } = this.options;
    const normOf = (all: Tensor[]): Tensor =>
      tf.sqrt(tf.addN(all.map(gradient => tf.sum(tf.square(gradient)))));
    if (clipnorm) {
      return gradients.map(gradient =>
        tf.mul(gradient, tf.div(clipnorm, tf.maximum(normOf([gradient]), clipnorm)))
      );
    }
    if (globalClipnorm) {
      const factor = tf.div(globalClipnorm, tf.maximum(normOf(gradients), globalClipnorm));
      return gradients.map(gradient => tf.mul(gradient, factor));
    }
    if (clipvalue) {
      return gradients.map(gradient => tf.clipByValue(gradient, -clipvalue, clipvalue));
    }
    return gradients;
  }
}
