import type { Tensor } from '@tensorflow/tfjs';
import * as activations from './activations';
import type { Activation, ActivationName } from './activations';
import { pythonName } from './names';
import { tf } from './tf';

/** An activation, its name as Keras or JavaScript spells it, or none. */
export type ActivationLike = ActivationName | (string & {}) | Activation | null;

/** The name of an activation, in Python's spelling, if it is one of Keras's. */
export function nameOf(activation: Activation): string | undefined {
  const found = Object.entries(activations).find(([, known]) => known === activation);
  return found && pythonName(found[0]);
}

/** An activation as the layers of TensorFlow.js call it, which know some by their names. */
export class ActivationObject extends tf.serialization.Serializable {
  private readonly activation: Activation;

  constructor(identifier: ActivationLike | undefined) {
    super();
    this.activation = activations.get(identifier);
  }

  override getClassName(): string {
    return nameOf(this.activation) ?? 'custom';
  }

  apply(x: Tensor): Tensor {
    return this.activation(x);
  }

  getConfig() {
    return {};
  }
}

/** Sets the activation of a layer of TensorFlow.js. */
export function activate<T extends object>(
  layer: T,
  activation: ActivationLike | undefined,
  property = 'activation'
): T {
  return Object.assign(layer, { [property]: new ActivationObject(activation) });
}
