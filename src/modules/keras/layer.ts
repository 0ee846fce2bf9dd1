import type { LayerVariable, SymbolicTensor, Tensor, serialization } from '@tensorflow/tfjs';
import type { layers as tfLayers } from '@tensorflow/tfjs';
import { withCall } from './callable';
import { ValueError, tuple } from './errors';
import { isNumbers, toTensor, type Numbers } from './inputs';
import { autoName } from './names';
import { recipeOf } from './recipes';
import { tf } from './tf';

/** A tensor that is yet to come: what layers are connected by before there are data. */
export type KerasTensor = SymbolicTensor;

/** Whether a value is what layers are connected by, and not data. */
export const isSymbolic = (value: unknown): value is KerasTensor =>
  value instanceof tf.SymbolicTensor;

type TfLayer = tfLayers.Layer;

/** What is passed along when a layer is called. */
export interface CallOptions {
  /** Whether the layer is being trained; dropout and batch normalization do something else then. */
  training?: boolean;
  /** Which time steps count, `[batch, steps]`. */
  mask?: Tensor;
  /** What a recurrent layer begins with. */
  initialState?: (Tensor | KerasTensor)[];
}

/**
 * A layer: weights, and what it computes with them. It is called with tensors, or with what
 * `keras.Input` gives to connect it. Keras: `keras.layers.Layer`.
 */
export interface Layer {
  (inputs: KerasTensor | KerasTensor[], options?: CallOptions): KerasTensor;
  (inputs: Numbers | Tensor[], options?: CallOptions): Tensor;
  /** As calling the layer itself. */
  apply(inputs: KerasTensor | KerasTensor[], options?: CallOptions): KerasTensor;
  apply(inputs: Tensor | Tensor[], options?: CallOptions): Tensor;
  /** What tells the layer from others of its model, such as `dense_1`. */
  readonly name: string;
  /** Whether training changes its weights. */
  trainable: boolean;
  /** Whether its weights have been made, which waits until the shape of its input is known. */
  readonly built: boolean;
  /** All its weights. */
  readonly weights: LayerVariable[];
  /** The weights that training changes. */
  readonly trainableWeights: LayerVariable[];
  /** The weights that training leaves as they are. */
  readonly nonTrainableWeights: LayerVariable[];
  /** The shape of what it gives, `null` for the length of a batch. */
  readonly outputShape: (number | null)[] | (number | null)[][];
  /** The values of all its weights. */
  getWeights(): Tensor[];
  /** Sets all its weights, in the order of `getWeights`. @throws ValueError for other shapes */
  setWeights(weights: readonly Numbers[]): void;
  /** How many numbers its weights hold. */
  countParams(): number;
  /** What the layer was made with. */
  getConfig(): serialization.ConfigDict;
}

/** The layer as TensorFlow.js knows it. */
export const inner = (layer: Layer): TfLayer => layer as unknown as TfLayer;

/** A layer of TensorFlow.js as Keras's. */
export const outer = (layer: TfLayer): Layer => layer as unknown as Layer;

/** The layer's class, as Keras calls it. */
export const kindOf = (layer: object): string =>
  recipeOf(layer)?.kind ??
  (layer instanceof tf.layers.Layer ? layer.getClassName() : layer.constructor.name);

interface Spec {
  ndim?: number | null;
  minNDim?: number | null;
  maxNDim?: number | null;
  axes?: Record<string, number> | null;
}

const hint = ' Look at the shape of what the layer is given, and at the layer before it.';

/** @throws ValueError, in Keras's words, where an input has not the shape that the layer needs */
function assertCompatible(this: TfLayer, inputs: unknown): void {
  const specs = (Array.isArray(this.inputSpec) ? this.inputSpec : []) as Spec[];
  const given = (Array.isArray(inputs) ? inputs : [inputs]) as { shape: (number | null)[] }[];
  specs.forEach((spec, index) => {
    const shape = given[index]?.shape;
    if (!shape) return;
    const fail = (reason: string): never => {
      throw new ValueError(
        `Input ${index} with name 'None' of layer '${this.name}' is incompatible with the layer: ${reason}`
      );
    };
    const found = `found ndim=${shape.length}. Full shape received: ${tuple(shape)}.${hint}`;
    if (spec.ndim != null && shape.length !== spec.ndim) {
      // A convolution of Keras takes further axes in front.
      const least = /Conv/.test(kindOf(this)) && shape.length < spec.ndim ? 'min_ndim' : 'ndim';
      fail(`expected ${least}=${spec.ndim}, ${found}`);
    }
    if (spec.maxNDim != null && shape.length > spec.maxNDim) {
      fail(`expected max_ndim=${spec.maxNDim}, ${found}`);
    }
    if (spec.minNDim != null && shape.length < spec.minNDim) {
      fail(`expected min_ndim=${spec.minNDim}, ${found}`);
    }
    for (const [axis, value] of Object.entries(spec.axes ?? {})) {
      const length = shape.at(Number(axis));
      if (value != null && length != null && length !== value) {
        fail(
          `expected axis ${axis} of input shape to have value ${value}, ` +
            `but received input with shape ${tuple(shape)}.${hint}`
        );
      }
    }
  });
}

/** Takes whatever stands for numbers; several inputs come as a list of tensors. */
function toInputs(inputs: unknown): unknown {
  if (isSymbolic(inputs)) return inputs;
  if (Array.isArray(inputs)) {
    const all = inputs as unknown[];
    const isList = all.every(one => isSymbolic(one) || one instanceof tf.Tensor);
    if (isList && all.length > 0) return all;
  }
  if (isNumbers(inputs)) return toTensor(inputs);
  if (inputs instanceof tf.layers.Layer) {
    throw new ValueError(
      `Inputs to a layer should be tensors. Got the layer '${inputs.name}'. Call it first, as in Dense(8)(x).`
    );
  }
  throw new ValueError(`Inputs to a layer should be tensors. Got '${String(inputs)}'.`);
}

/** Calls a layer; states that it begins with are further inputs to TensorFlow.js. */
export function callLayer(layer: TfLayer, inputs: unknown, options: CallOptions = {}): unknown {
  const { initialState, ...kwargs } = options;
  const given = toInputs(inputs);
  const all = initialState ? [given, ...initialState] : given;
  const wasBuilt = layer.built;
  const output = layer.apply(all as Tensor, kwargs);
  if (!wasBuilt && !wrappers.has(layer)) disposals.register(layer, layer.weights);
  return output;
}

/** Gives the memory of a layer's weights back once the layer is gone. */
const disposals = new FinalizationRegistry<readonly LayerVariable[]>(weights => {
  for (const weight of weights) if (!weight.read().isDisposed) weight.dispose();
});

const wrappers = new WeakSet<object>();

/** Notes that a layer's weights are those of layers in it, which give them back themselves. */
export const noteWrapper = (layer: object): unknown => wrappers.add(layer);

const methods = {
  assertInputCompatibility: assertCompatible,
  getWeights(this: TfLayer): Tensor[] {
    return this.weights.map(weight => weight.read().clone());
  },
  setWeights(this: TfLayer, values: readonly Numbers[]): void {
    assignWeights(this.weights, values, `layer '${this.name}'`);
  },
  computeMask(this: TfLayer, inputs: Tensor | Tensor[], mask?: Tensor | Tensor[]) {
    if (!this.supportsMasking) return null;
    const { computeMask } = Object.getPrototypeOf(this) as TfLayer;
    return computeMask.call(this, inputs, mask);
  }
};

/** @throws ValueError where there are more or fewer values than weights, or one has another shape */
export function assignWeights(
  weights: readonly LayerVariable[],
  values: readonly Numbers[],
  owner: string
): void {
  if (values.length !== weights.length) {
    throw new ValueError(
      `You called \`set_weights(weights)\` on ${owner} with a weight list of length ${values.length}, ` +
        `but the layer was expecting ${weights.length} weights.`
    );
  }
  tf.tidy(() => {
    const tensors = values.map(value => toTensor(value));
    weights.forEach((weight, i) => {
      const value = tensors[i];
      if (!value || tuple(value.shape) !== tuple(weight.shape)) {
        throw new ValueError(
          `Layer ${owner} weight shape ${tuple(weight.shape)} is not compatible with provided ` +
            `weight shape ${tuple(value?.shape ?? [])}.`
        );
      }
    });
    weights.forEach((weight, i) => weight.write(tensors[i] ?? weight.read()));
  });
}

/** Makes a layer of TensorFlow.js one of Keras: it can be called, and speaks Keras's words. */
export function dress<T extends TfLayer>(layer: T): T {
  const dressed = withCall(layer, (self, [inputs, options]) =>
    callLayer(self, inputs, options as CallOptions)
  );
  Object.assign(dressed, methods);
  return dressed;
}

/** Options that every layer has. */
export interface LayerOptions {
  /** What tells it from others; by default its kind with a number. */
  name?: string;
  /** Whether training changes its weights, by default `true`. */
  trainable?: boolean;
  /** The shape of one input without the batch, for a first layer; `keras.Input` says it better. */
  inputShape?: readonly (number | null)[];
}

/** The options that TensorFlow.js takes, with the name that Keras gives. */
export const baseArgs = (kind: string, { name, trainable, inputShape }: LayerOptions) => ({
  name: name ?? autoName(kind),
  ...(trainable === undefined ? {} : { trainable }),
  ...(inputShape === undefined ? {} : { inputShape: [...inputShape] })
});
