import type { SymbolicTensor, Tensor } from '@tensorflow/tfjs';
import { activate, type ActivationLike } from '../activated';
import * as activations from '../activations';
import { makeable } from '../callable';
import type { ConstraintLike } from '../constraints';
import { ValueError } from '../errors';
import type { InitializerLike } from '../initializers';
import type { LayerOptions } from '../layer';
import { autoName } from '../names';
import type { RegularizerLike } from '../regularizers';
import { tf } from '../tf';
import { Computed, kernelDefaults, makeLayer, single, type KernelOptions } from './make';

/** What an input is. */
export interface InputOptions {
  /** The shape of one sample, without the batch; `null` for a length that may vary. */
  shape?: readonly (number | null)[];
  /** The shape with the batch. */
  batchShape?: readonly (number | null)[];
  /** By default `'float32'`. */
  dtype?: 'float32' | 'int32' | 'bool';
  name?: string;
}

/**
 * Where data come in: the first of what layers are connected from.
 * Keras: `keras.Input`, where the shape may be the first argument.
 * @throws ValueError without a shape
 */
export function Input(options: InputOptions | readonly (number | null)[]): SymbolicTensor {
  const {
    shape,
    batchShape,
    dtype = 'float32',
    name
  } = isShape(options) ? { shape: options } : options;
  const whole = batchShape ?? (shape && [null, ...shape]);
  if (!whole) throw new ValueError('You must pass a `shape` argument.');
  return tf.input({
    batchShape: [...whole],
    dtype,
    name: name ?? autoName('InputLayer')
  });
}

const isShape = (
  options: InputOptions | readonly (number | null)[]
): options is readonly (number | null)[] => Array.isArray(options);

/** How a `Dense` layer is made. */
export interface DenseOptions extends KernelOptions {
  /** What is applied to the outputs, by default nothing. */
  activation?: ActivationLike;
}

/**
 * A layer of `units` that each see all inputs: `activation(x · kernel + bias)`, `[…, inputs]` to
 * `[…, units]`. Keras: `keras.layers.Dense`.
 */
export const Dense = makeable((units: number, options: DenseOptions = {}) => {
  const { activation, ...rest } = options;
  if (!Number.isInteger(units) || units <= 0) {
    throw new ValueError(
      `Received an invalid value for \`units\`, expected a positive integer. Received: units=${units}`
    );
  }
  return makeLayer(
    'Dense',
    [units, options],
    rest,
    args => activate(tf.layers.dense({ ...(args as object), units }), activation),
    kernelDefaults
  );
});

class ActivationLayer extends Computed {
  static override className = 'Activation';

  constructor(
    kind: string,
    private readonly compute: (x: Tensor) => Tensor,
    args: object
  ) {
    super(kind, args);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return this.compute(single(inputs));
  }
}

/** A layer that applies a function to each input. */
export const applying = (
  kind: string,
  args: readonly unknown[],
  options: LayerOptions,
  compute: (x: Tensor) => Tensor
) => makeLayer(kind, args, options, base => new ActivationLayer(kind, compute, base));

/** Applies an activation. Keras: `keras.layers.Activation`. */
export const Activation = makeable((activation: ActivationLike, options: LayerOptions = {}) =>
  applying('Activation', [activation, options], options, activations.get(activation))
);

/** Gives what it gets. Keras: `keras.layers.Identity`. */
export const Identity = makeable((options: LayerOptions = {}) =>
  applying('Identity', [options], options, x => x)
);

/** How an `Embedding` is made. */
export interface EmbeddingOptions extends LayerOptions {
  /** The first vectors, by default `'uniform'`: within ±0.05. */
  embeddingsInitializer?: InitializerLike;
  embeddingsRegularizer?: RegularizerLike | null;
  embeddingsConstraint?: ConstraintLike | null;
  /** Whether 0 stands for nothing, for which later layers skip the step; by default `false`. */
  maskZero?: boolean;
}

/**
 * A vector of `outputDim` numbers for each whole number below `inputDim`: `[batch, steps]` to
 * `[batch, steps, outputDim]`. Keras: `keras.layers.Embedding`.
 */
export const Embedding = makeable(
  (inputDim: number, outputDim: number, options: EmbeddingOptions = {}) =>
    makeLayer(
      'Embedding',
      [inputDim, outputDim, options],
      options,
      args => tf.layers.embedding({ ...(args as object), inputDim, outputDim }),
      { embeddingsInitializer: 'uniform' }
    )
);

/** Notes steps whose values are all `maskValue` (0) as not there. Keras: `keras.layers.Masking`. */
export const Masking = makeable((options: LayerOptions & { maskValue?: number } = {}) =>
  makeLayer('Masking', [options], options, args => tf.layers.masking(args))
);
