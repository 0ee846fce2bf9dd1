import type { Tensor } from '@tensorflow/tfjs';
import { activate, type ActivationLike } from '../activated';
import { makeable } from '../callable';
import type { ConstraintLike } from '../constraints';
import type { InitializerLike } from '../initializers';
import type { RegularizerLike } from '../regularizers';
import { tf } from '../tf';
import { kernelDefaults, makeLayer, single, type KernelOptions } from './make';

/** One number for all axes, or one for each. */
export type PerAxis = number | number[];

/** How a convolution is made. */
export interface ConvOptions extends KernelOptions {
  /** How far the kernel moves, by default 1. */
  strides?: PerAxis;
  /** `'valid'` (the default), or `'same'`, which adds zeros around; `'causal'` for one axis. */
  padding?: 'valid' | 'same' | 'causal';
  /** How far apart the kernel's inputs are, by default 1. */
  dilationRate?: PerAxis;
  /** What is applied to the outputs, by default nothing. */
  activation?: ActivationLike;
}

type Construct = (args: never) => ReturnType<typeof tf.layers.conv2d>;

const convolution = (kind: string, construct: Construct) =>
  makeable((filters: number, kernelSize: PerAxis, options: ConvOptions = {}) => {
    const { activation, ...rest } = options;
    return makeLayer(
      kind,
      [filters, kernelSize, options],
      rest,
      args =>
        activate(construct({ ...(args as object), filters, kernelSize } as never), activation),
      kernelDefaults
    );
  });

/** A convolution that sees no later steps, which TensorFlow.js lacks, is one with zeros before. */
function causal(args: { padding?: string; kernelSize: PerAxis; dilationRate?: PerAxis }) {
  if (args.padding !== 'causal') return tf.layers.conv1d(args as never);
  const layer = tf.layers.conv1d({ ...args, padding: 'valid' } as never);
  const { call, computeOutputShape } = layer;
  const [size, rate] = [args.kernelSize, args.dilationRate ?? 1].map(each => [each].flat()[0] ?? 1);
  const zeros = ((size ?? 1) - 1) * (rate ?? 1);
  return Object.assign(layer, {
    call(this: typeof layer, inputs: Tensor | Tensor[], kwargs: object) {
      const padded = tf.pad(single(inputs), [
        [0, 0],
        [zeros, 0],
        [0, 0]
      ]);
      return call.call(this, padded, kwargs as never);
    },
    computeOutputShape(this: typeof layer, [batch, steps, channels]: (number | null)[]) {
      const longer = steps == null ? null : steps + zeros;
      return computeOutputShape.call(this, [batch ?? null, longer, channels ?? null]);
    }
  });
}

/**
 * Filters that move along one axis: `[batch, steps, channels]` to `[batch, steps, filters]`.
 * Keras: `keras.layers.Conv1D`.
 */
export const Conv1D = convolution('Conv1D', args => causal(args) as never);

/**
 * Filters that move over an image: `[batch, rows, columns, channels]` to
 * `[batch, rows, columns, filters]`. Keras: `keras.layers.Conv2D`.
 */
export const Conv2D = convolution('Conv2D', args => tf.layers.conv2d(args));

/** Filters that move through a volume. Keras: `keras.layers.Conv3D`. */
export const Conv3D = convolution('Conv3D', args => tf.layers.conv3d(args) as never);

/** The way back of a convolution, to larger images. Keras: `keras.layers.Conv2DTranspose`. */
export const Conv2DTranspose = convolution(
  'Conv2DTranspose',
  args => tf.layers.conv2dTranspose(args) as never
);

/** How a convolution of each channel by itself is made. */
export interface DepthwiseOptions extends Omit<ConvOptions, 'kernelInitializer'> {
  /** How many filters each channel has, by default 1. */
  depthMultiplier?: number;
  /** By default `'glorotUniform'`. */
  depthwiseInitializer?: InitializerLike;
  depthwiseRegularizer?: RegularizerLike | null;
  depthwiseConstraint?: ConstraintLike | null;
}

const depthwiseDefaults = {
  useBias: true,
  depthwiseInitializer: 'glorot_uniform',
  biasInitializer: 'zeros'
};

/** Filters for each channel by itself. Keras: `keras.layers.DepthwiseConv2D`. */
export const DepthwiseConv2D = makeable((kernelSize: PerAxis, options: DepthwiseOptions = {}) => {
  const { activation, ...rest } = options;
  return makeLayer(
    'DepthwiseConv2D',
    [kernelSize, options],
    rest,
    args =>
      activate(tf.layers.depthwiseConv2d({ ...(args as object), kernelSize } as never), activation),
    depthwiseDefaults
  );
});

/** How a separable convolution is made. */
export interface SeparableOptions extends DepthwiseOptions {
  /** By default `'glorotUniform'`. */
  pointwiseInitializer?: InitializerLike;
  pointwiseRegularizer?: RegularizerLike | null;
  pointwiseConstraint?: ConstraintLike | null;
}

/**
 * Filters for each channel by itself, and then for all channels at each place.
 * Keras: `keras.layers.SeparableConv2D`.
 */
export const SeparableConv2D = makeable(
  (filters: number, kernelSize: PerAxis, options: SeparableOptions = {}) => {
    const { activation, ...rest } = options;
    return makeLayer(
      'SeparableConv2D',
      [filters, kernelSize, options],
      rest,
      args =>
        activate(
          tf.layers.separableConv2d({ ...(args as object), filters, kernelSize } as never),
          activation
        ),
      { ...depthwiseDefaults, pointwiseInitializer: 'glorot_uniform' }
    );
  }
);
