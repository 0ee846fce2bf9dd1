import type { SymbolicTensor } from '@tensorflow/tfjs';
import { callable } from './callable';
import { ValueError } from './errors';
import { isSymbolic, type KerasTensor } from './layer';
import { KerasModel, type ModelCalls } from './model';
import { autoName } from './names';
import { noteModel } from './network';
import { tf } from './tf';

/** What a functional model is made of. */
export interface ModelOptions {
  /** What `keras.Input` gave: one, or a list. */
  inputs: KerasTensor | readonly KerasTensor[];
  /** What layers gave, connected to the inputs: one, or a list. */
  outputs: KerasTensor | readonly KerasTensor[];
  name?: string;
}

class FunctionalModel extends KerasModel {
  constructor(
    ...args:
      | [options: ModelOptions]
      | [
          inputs: ModelOptions['inputs'],
          outputs: ModelOptions['outputs'],
          options?: { name?: string }
        ]
  ) {
    const [first, outputs, options] = args;
    const given = outputs
      ? { inputs: first as KerasTensor, outputs, ...options }
      : (first as ModelOptions);
    super(given.name ?? autoName('Functional'));
    const ends = [given.inputs, given.outputs].map(each => (isSymbolic(each) ? each : [...each]));
    if (ends.flat().length === 0 || !ends.flat().every(isSymbolic)) {
      throw new ValueError('`inputs` and `outputs` should be what `keras.Input` and layers gave.');
    }
    const [from, to] = ends as [SymbolicTensor, SymbolicTensor];
    noteModel(this, tf.model({ inputs: from, outputs: to, name: this.name }));
  }
}

/**
 * A model from inputs to outputs, with layers between that are connected in any way.
 * Keras: `keras.Model`.
 */
export const Model = callable<
  | [options: ModelOptions]
  | [inputs: ModelOptions['inputs'], outputs: ModelOptions['outputs'], options?: { name?: string }],
  Model
>(FunctionalModel as unknown as new () => Model);

/** A model. */
export type Model = KerasModel & ModelCalls;
