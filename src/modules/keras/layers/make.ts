import type { layers as tfLayers, serialization } from '@tensorflow/tfjs';
import type { ConstraintLike } from '../constraints';
import * as constraints from '../constraints';
import type { InitializerLike } from '../initializers';
import * as initializers from '../initializers';
import { baseArgs, dress, outer, type Layer, type LayerOptions } from '../layer';
import { noteRecipe } from '../recipes';
import type { RegularizerLike } from '../regularizers';
import * as regularizers from '../regularizers';
import { tf } from '../tf';

type TfLayer = tfLayers.Layer;

/** What a layer with a kernel and biases can be told about them. */
export interface KernelOptions extends LayerOptions {
  /** Whether a bias is added, by default `true`. */
  useBias?: boolean;
  /** The first weights of the kernel, by default `'glorotUniform'`. */
  kernelInitializer?: InitializerLike;
  /** The first biases, by default `'zeros'`. */
  biasInitializer?: InitializerLike;
  /** What the kernel adds to the loss. */
  kernelRegularizer?: RegularizerLike | null;
  /** What the biases add to the loss. */
  biasRegularizer?: RegularizerLike | null;
  /** What keeps the kernel within bounds. */
  kernelConstraint?: ConstraintLike | null;
  /** What keeps the biases within bounds. */
  biasConstraint?: ConstraintLike | null;
}

type Options = Record<string, unknown>;

/** Options whose names end in what they are, such as `kernelInitializer`, made so. */
function resolved(options: object, defaults: object): Options {
  const all: Options = { ...defaults };
  for (const [name, value] of Object.entries(options)) if (value !== undefined) all[name] = value;
  for (const [name, value] of Object.entries(all)) {
    if (name.endsWith('Initializer')) all[name] = initializers.get(value as InitializerLike);
    if (name.endsWith('Regularizer')) all[name] = regularizers.get(value as RegularizerLike);
    if (name.endsWith('Constraint')) all[name] = constraints.get(value as ConstraintLike);
    if (all[name] === undefined || all[name] === null) Reflect.deleteProperty(all, name);
  }
  return all;
}

/** What a layer with a kernel has where it is not told otherwise. */
export const kernelDefaults = {
  useBias: true,
  kernelInitializer: 'glorot_uniform',
  biasInitializer: 'zeros'
};

/**
 * Makes a layer.
 * @param kind its class in Keras
 * @param args what it is made with, options last
 * @param construct makes the layer of TensorFlow.js from the options, with Keras's defaults
 */
export function makeLayer(
  kind: string,
  args: readonly unknown[],
  options: LayerOptions,
  construct: (args: never) => TfLayer,
  defaults: object = {}
): Layer {
  const all = { ...resolved(options, defaults), ...baseArgs(kind, options) };
  return outer(noteRecipe(dress(construct(all as never)), kind, args));
}

/** What `call` is told. */
export interface CallArgs {
  training?: boolean;
  mask?: unknown;
}

/** The one input of a layer, which may come in a list. */
export const single = <T>(inputs: T | T[]): T =>
  Array.isArray(inputs) ? (inputs[0] as T) : inputs;

/** A layer without weights of its own, from what it computes. */
export abstract class Computed extends tf.layers.Layer {
  static className = 'Computed';

  constructor(
    private readonly kind: string,
    args: object
  ) {
    super(args);
    this.supportsMasking = true;
  }

  override getClassName(): string {
    // The constructor above asks for it before `kind` is there.
    return this.kind ?? 'Computed';
  }

  override getConfig(): serialization.ConfigDict {
    return super.getConfig();
  }
}
