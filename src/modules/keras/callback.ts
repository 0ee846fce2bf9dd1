import type { Optimizer } from './optimizer';
import type { Tensor } from '@tensorflow/tfjs';
import type { Metric } from './metric';

/** Loss and metrics of an epoch or a batch, by name. */
export type Logs = Record<string, number>;

/** What a callback may ask of the model that is trained. */
export interface TrainedModel {
  /** Set to `true`, ends training after the batch or epoch. */
  stopTraining: boolean;
  readonly optimizer: Optimizer;
  readonly metrics: readonly Metric[];
  getWeights(): Tensor[];
  setWeights(weights: readonly Tensor[]): void;
}

/** How the training goes that a callback is called in. */
export interface TrainingParams {
  epochs: number;
  /** Batches in an epoch. */
  steps: number;
  verbose: number;
}

type Done = void | Promise<void>;

/** What is called while a model is trained; each may be left out, and may be waited for. */
export interface CallbackHooks {
  setModel?(model: TrainedModel): void;
  setParams?(params: TrainingParams): void;
  onTrainBegin?(logs?: Logs): Done;
  onTrainEnd?(logs?: Logs): Done;
  onEpochBegin?(epoch: number, logs?: Logs): Done;
  onEpochEnd?(epoch: number, logs?: Logs): Done;
  onTrainBatchBegin?(batch: number, logs?: Logs): Done;
  onTrainBatchEnd?(batch: number, logs?: Logs): Done;
  onBatchBegin?(batch: number, logs?: Logs): Done;
  onBatchEnd?(batch: number, logs?: Logs): Done;
}

/**
 * What is called while a model is trained: derive from it and override what you need.
 * Keras: `keras.callbacks.Callback`.
 */
export class Callback implements CallbackHooks {
  private trained: TrainedModel | undefined;
  /** How the training goes. */
  params: TrainingParams = { epochs: 0, steps: 0, verbose: 0 };

  /** The model that is trained. @throws Error outside of `fit` */
  get model(): TrainedModel {
    if (!this.trained) throw new Error('A callback has its model only while `fit` runs.');
    return this.trained;
  }

  /** Hands over the model; `fit` does. */
  setModel(model: TrainedModel): void {
    this.trained = model;
  }

  /** Tells how the training goes; `fit` does. */
  setParams(params: TrainingParams): void {
    this.params = params;
  }

  onTrainBegin(_logs?: Logs): Done {
    return;
  }
  onTrainEnd(_logs?: Logs): Done {
    return;
  }
  onEpochBegin(_epoch: number, _logs?: Logs): Done {
    return;
  }
  onEpochEnd(_epoch: number, _logs?: Logs): Done {
    return;
  }
  onTrainBatchBegin(_batch: number, _logs?: Logs): Done {
    return;
  }
  onTrainBatchEnd(_batch: number, _logs?: Logs): Done {
    return;
  }
}
