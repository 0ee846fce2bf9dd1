import type { LayerVariable, Tensor, layers as tfLayers } from '@tensorflow/tfjs';
import { makeable } from '../callable';
import { ValueError } from '../errors';
import { callLayer, inner, noteWrapper, type Layer, type LayerOptions } from '../layer';
import { recipeOf } from '../recipes';
import { tf } from '../tf';
import type { Shape } from './computed';
import { makeLayer, single, type CallArgs } from './make';
import { makeRecurrent, type GatedOptions } from './recurrent';

type TfLayer = tfLayers.Layer;

/** A layer around others, whose weights are theirs. */
abstract class Wrapper extends tf.layers.Layer {
  constructor(
    protected readonly within: readonly TfLayer[],
    args: object
  ) {
    super(args);
    this.supportsMasking = true;
  }

  override get trainableWeights(): LayerVariable[] {
    return this.trainable ? this.within.flatMap(layer => layer.trainableWeights) : [];
  }

  override get nonTrainableWeights(): LayerVariable[] {
    return this.within.flatMap(layer =>
      this.trainable ? layer.nonTrainableWeights : layer.weights
    );
  }

  override get weights(): LayerVariable[] {
    return this.within.flatMap(layer => layer.weights);
  }

  override calculateLosses(): ReturnType<TfLayer['calculateLosses']> {
    return this.within.flatMap(layer => layer.calculateLosses());
  }
}

const wrapped = (
  kind: string,
  args: readonly unknown[],
  options: LayerOptions,
  construct: (args: object) => Wrapper
): Layer => {
  const layer = makeLayer(kind, args, options, construct);
  noteWrapper(layer);
  return layer;
};

class TimeDistributedLayer extends Wrapper {
  static className = 'TimeDistributed';

  private get layer(): TfLayer {
    return this.within[0] as TfLayer;
  }

  override build(inputShape: Shape | Shape[]): void {
    const [batch = null, , ...rest] = inputShape as Shape;
    if (!this.layer.built) {
      this.layer.build([batch, ...rest]);
      this.layer.built = true;
    }
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[], { training }: CallArgs): Tensor {
    return tf.tidy(() => {
      const x = single(inputs);
      const [batch = 1, steps = 1, ...rest] = x.shape;
      const flat = tf.reshape(x, [batch * steps, ...rest]);
      const output = callLayer(this.layer, flat, training ? { training } : {}) as Tensor;
      return tf.reshape(output, [batch, steps, ...output.shape.slice(1)]);
    });
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const [batch = null, steps = null, ...rest] = inputShape as Shape;
    const [, ...output] = this.layer.computeOutputShape([batch, ...rest]) as Shape;
    return [batch, steps, ...output];
  }
}

/**
 * A layer applied to each step by itself: `[batch, steps, …]`.
 * Keras: `keras.layers.TimeDistributed`.
 */
export const TimeDistributed = makeable((layer: Layer, options: LayerOptions = {}) =>
  wrapped(
    'TimeDistributed',
    [layer, options],
    options,
    args => new TimeDistributedLayer([inner(layer)], args)
  )
);

/** How `Bidirectional` joins both ways. */
export interface BidirectionalOptions extends LayerOptions {
  /** By default `'concat'`, one after the other. */
  mergeMode?: 'concat' | 'sum' | 'mul' | 'ave';
}

class BidirectionalLayer extends Wrapper {
  static className = 'Bidirectional';

  constructor(
    within: readonly TfLayer[],
    private readonly mode: string,
    private readonly returnSequences: boolean,
    args: object
  ) {
    super(within, args);
  }

  override build(inputShape: Shape | Shape[]): void {
    for (const layer of this.within) {
      if (!layer.built) layer.build(inputShape as Shape);
      layer.built = true;
    }
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[], { training, mask }: CallArgs): Tensor {
    return tf.tidy(() => {
      const options = {
        ...(training ? { training } : {}),
        ...(mask ? { mask: mask as Tensor } : {})
      };
      const [forward, backward] = this.within.map(
        layer => callLayer(layer, single(inputs), options) as Tensor
      ) as [Tensor, Tensor];
      const back = this.returnSequences ? tf.reverse(backward, 1) : backward;
      switch (this.mode) {
        case 'sum':
          return tf.add(forward, back);
        case 'mul':
          return tf.mul(forward, back);
        case 'ave':
          return tf.div(tf.add(forward, back), 2);
        default:
          return tf.concat([forward, back], forward.rank - 1);
      }
    });
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const shape = this.within[0]?.computeOutputShape(inputShape as Shape) as Shape;
    const last = shape.at(-1) ?? 1;
    return this.mode === 'concat' ? [...shape.slice(0, -1), 2 * last] : shape;
  }

  override computeMask(_: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor {
    const first = (Array.isArray(mask) ? mask[0] : mask) as Tensor;
    return (this.returnSequences ? first : null) as Tensor;
  }
}

/**
 * A recurrent layer from both ends of the steps. Keras: `keras.layers.Bidirectional`.
 * @throws ValueError for a layer that is not recurrent
 */
export const Bidirectional = makeable((layer: Layer, options: BidirectionalOptions = {}) => {
  const { mergeMode = 'concat', ...rest } = options;
  const recipe = recipeOf(layer);
  if (!recipe || !['LSTM', 'GRU', 'SimpleRNN'].includes(recipe.kind)) {
    throw new ValueError(
      'Please initialize `Bidirectional` layer with a recurrent layer, as in Bidirectional(LSTM(8)).'
    );
  }
  const [units, given] = recipe.args as [number, GatedOptions];
  const way = (name: string, goBackwards: boolean) =>
    makeRecurrent(recipe.kind, units, { ...given, name: `${name}_${layer.name}`, goBackwards });
  const within = [way('forward', false), way('backward', true)].map(inner);
  return wrapped(
    'Bidirectional',
    [layer, options],
    rest,
    args => new BidirectionalLayer(within, mergeMode, given.returnSequences ?? false, args)
  );
});
