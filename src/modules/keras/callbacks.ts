import type { Tensor } from '@tensorflow/tfjs';
import { Callback as Base, type CallbackHooks, type Logs } from './callback';
import { callable } from './callable';
import { ValueError } from './errors';

export type { CallbackHooks, Logs, TrainedModel, TrainingParams } from './callback';
export { Callback } from './callback';

/** Loss and metrics of each epoch, by name. */
export interface HistoryValues {
  loss: number[];
  [name: string]: number[];
}

/** Keeps the loss and metrics of each epoch; `fit` gives it. Keras: `keras.callbacks.History`. */
class HistoryCallback extends Base {
  /** Loss and metrics by name, one value for each epoch. */
  history: HistoryValues = { loss: [] };
  /** The epochs, counted from 0. */
  epoch: number[] = [];

  override onTrainBegin(): void {
    this.epoch = [];
    this.history = {} as HistoryValues;
  }

  override onEpochEnd(epoch: number, logs: Logs = {}): void {
    this.epoch.push(epoch);
    for (const [name, value] of Object.entries(logs)) {
      (this.history[name] ??= []).push(value);
    }
  }
}

/** What `fit` gives: the loss and metrics of each epoch. */
export type History = HistoryCallback;

/** Keeps the loss and metrics of each epoch; `fit` gives it. Keras: `keras.callbacks.History`. */
export const History = callable<[], HistoryCallback>(HistoryCallback);

/** How a callback watches a metric. */
export interface MonitorOptions {
  /** What is watched, by default `'val_loss'`. */
  monitor?: string;
  /** Whether less or more is better; by default what the metric's name says. */
  mode?: 'auto' | 'min' | 'max';
  /** What counts as better at all. */
  minDelta?: number;
  /** 1 says what is done. */
  verbose?: number;
}

const rising = /acc|auc|precision|recall|cosine|r2_score|f1|fbeta|true_(posi|nega)tives|iou/;
const falling = /loss|error|mse|mae|mape|msle|rmse|crossentropy|hinge|poisson|divergence|logcosh/;

abstract class Monitor extends Base {
  protected readonly monitor: string;
  private readonly mode: string;
  private readonly minDelta: number;
  protected readonly verbose: number;
  protected best: number | undefined;

  constructor(options: MonitorOptions, minDelta: number) {
    super();
    this.monitor = options.monitor ?? 'val_loss';
    this.mode = options.mode ?? 'auto';
    this.minDelta = Math.abs(options.minDelta ?? minDelta);
    this.verbose = options.verbose ?? 0;
  }

  private get isRising(): boolean {
    if (this.mode === 'max' || this.mode === 'min') return this.mode === 'max';
    const metric = this.monitor.replace(/^val_/, '');
    if (falling.test(metric)) return false;
    if (rising.test(metric)) return true;
    throw new ValueError(
      `${this.kind} callback received monitor=${this.monitor}, but Keras isn't able to ` +
        'automatically determine whether that metric should be maximized or minimized. Pass ' +
        "`mode='max'` in order to monitor based on the highest metric value, or pass " +
        "`mode='min'` in order to use the lowest value."
    );
  }

  protected abstract readonly kind: string;

  protected isBetter(value: number, than: number | undefined): boolean {
    const { isRising } = this;
    if (than === undefined) return true;
    return isRising ? value - this.minDelta > than : value + this.minDelta < than;
  }

  protected valueIn(logs: Logs, what: string): number | undefined {
    const value = logs[this.monitor];
    if (value === undefined) {
      console.warn(
        `${what} conditioned on metric \`${this.monitor}\` which is not available. ` +
          `Available metrics are: ${Object.keys(logs).join(',')}`
      );
    }
    return value;
  }

  protected say(text: string): void {
    if (this.verbose > 0) console.log(text);
  }
}

/** When `EarlyStopping` stops. */
export interface EarlyStoppingOptions extends MonitorOptions {
  /** Epochs without anything better before it stops, by default 0. */
  patience?: number;
  /** What has to be bettered at first. */
  baseline?: number;
  /** Whether the weights of the best epoch come back, by default `false`. */
  restoreBestWeights?: boolean;
  /** The first epoch that counts, by default 0. */
  startFromEpoch?: number;
}

class EarlyStoppingCallback extends Monitor {
  protected readonly kind = 'EarlyStopping';
  /** The epoch at which it stopped, counted from 0; 0 where it has not. */
  stoppedEpoch = 0;
  /** The epoch that was best, counted from 0. */
  bestEpoch = 0;
  private wait = 0;
  private weights: Tensor[] | undefined;

  constructor(private readonly options: EarlyStoppingOptions = {}) {
    super(options, 0);
  }

  override onTrainBegin(): void {
    this.wait = 0;
    this.stoppedEpoch = 0;
    this.best = undefined;
    this.weights = undefined;
    this.bestEpoch = 0;
  }

  override onEpochEnd(epoch: number, logs: Logs = {}): void {
    const { patience = 0, baseline, restoreBestWeights = false, startFromEpoch = 0 } = this.options;
    const current = this.valueIn(logs, 'Early stopping');
    if (current === undefined || epoch < startFromEpoch) return;
    if (restoreBestWeights && !this.weights) {
      this.weights = this.model.getWeights();
      this.bestEpoch = epoch;
    }
    this.wait += 1;
    if (this.isBetter(current, this.best)) {
      this.best = current;
      this.bestEpoch = epoch;
      if (restoreBestWeights) this.weights = this.model.getWeights();
      if (baseline === undefined || this.isBetter(current, baseline)) this.wait = 0;
      return;
    }
    if (this.wait >= patience && epoch > 0) {
      this.stoppedEpoch = epoch;
      this.model.stopTraining = true;
    }
  }

  override onTrainEnd(): void {
    if (this.stoppedEpoch > 0) this.say(`Epoch ${this.stoppedEpoch + 1}: early stopping`);
    if (this.options.restoreBestWeights && this.weights) {
      this.say(`Restoring model weights from the end of the best epoch: ${this.bestEpoch + 1}.`);
      this.model.setWeights(this.weights);
    }
  }
}

/**
 * Stops once nothing gets better any more. Keras: `keras.callbacks.EarlyStopping`.
 */
export const EarlyStopping = callable<[options?: EarlyStoppingOptions], EarlyStoppingCallback>(
  EarlyStoppingCallback
);

/** How `ReduceLROnPlateau` lowers the learning rate. */
export interface ReduceLROnPlateauOptions extends MonitorOptions {
  /** What the learning rate is multiplied by, by default 0.1. */
  factor?: number;
  /** Epochs without anything better before that, by default 10. */
  patience?: number;
  /** Epochs after that which do not count, by default 0. */
  cooldown?: number;
  /** The lowest learning rate, by default 0. */
  minLr?: number;
}

class ReduceLROnPlateauCallback extends Monitor {
  protected readonly kind = 'ReduceLROnPlateau';
  private wait = 0;
  private cooling = 0;

  constructor(private readonly options: ReduceLROnPlateauOptions = {}) {
    super(options, 1e-4);
    const { factor = 0.1 } = options;
    if (factor >= 1) {
      throw new ValueError(
        `ReduceLROnPlateau does not support a factor >= 1.0. Received factor=${factor}`
      );
    }
  }

  override onTrainBegin(): void {
    this.best = undefined;
    this.cooling = 0;
    this.wait = 0;
  }

  override onEpochEnd(epoch: number, logs: Logs = {}): void {
    const { factor = 0.1, patience = 10, cooldown = 0, minLr = 0 } = this.options;
    const { optimizer } = this.model;
    logs.learning_rate = optimizer.learningRate;
    const current = this.valueIn(logs, 'Learning rate reduction is');
    if (current === undefined) return;
    if (this.cooling > 0) {
      this.cooling -= 1;
      this.wait = 0;
    }
    if (this.isBetter(current, this.best)) {
      this.best = current;
      this.wait = 0;
      return;
    }
    if (this.cooling > 0) return;
    this.wait += 1;
    const old = optimizer.learningRate;
    if (this.wait < patience || old <= Math.fround(minLr)) return;
    const rate = Math.max(old * factor, minLr);
    optimizer.learningRate = rate;
    this.say(`\nEpoch ${epoch + 1}: ReduceLROnPlateau reducing learning rate to ${rate}.`);
    this.cooling = cooldown;
    this.wait = 0;
  }
}

/**
 * Lowers the learning rate once nothing gets better. Keras: `keras.callbacks.ReduceLROnPlateau`.
 */
export const ReduceLROnPlateau = callable<
  [options?: ReduceLROnPlateauOptions],
  ReduceLROnPlateauCallback
>(ReduceLROnPlateauCallback);

class LearningRateSchedulerCallback extends Base {
  constructor(
    private readonly schedule: (epoch: number, learningRate: number) => number,
    private readonly options: { verbose?: number } = {}
  ) {
    super();
  }

  override onEpochBegin(epoch: number): void {
    const { optimizer } = this.model;
    const rate = this.schedule(epoch, optimizer.learningRate);
    if (typeof rate !== 'number') {
      throw new ValueError(
        `The output of the \`schedule\` function should be a float. Got: ${String(rate)}`
      );
    }
    optimizer.learningRate = rate;
    if (this.options.verbose) {
      console.log(`\nEpoch ${epoch + 1}: LearningRateScheduler setting learning rate to ${rate}.`);
    }
  }

  override onEpochEnd(_epoch: number, logs: Logs = {}): void {
    logs.learning_rate = this.model.optimizer.learningRate;
  }
}

/**
 * Sets the learning rate at the beginning of each epoch, by a function of the epoch and the rate.
 * Keras: `keras.callbacks.LearningRateScheduler`.
 */
export const LearningRateScheduler = callable<
  [schedule: (epoch: number, learningRate: number) => number, options?: { verbose?: number }],
  Base
>(LearningRateSchedulerCallback);

class TerminateOnNaNCallback extends Base {
  override onTrainBatchEnd(batch: number, logs: Logs = {}): void {
    if (logs.loss !== undefined && !Number.isFinite(logs.loss)) {
      console.log(`Batch ${batch}: Invalid loss, terminating training`);
      this.model.stopTraining = true;
    }
  }
}

/** Stops where the loss is no number. Keras: `keras.callbacks.TerminateOnNaN`. */
export const TerminateOnNaN = callable<[], Base>(TerminateOnNaNCallback);

class LambdaCallbackCallback extends Base {
  constructor(hooks: CallbackHooks) {
    super();
    Object.assign(this, hooks);
  }
}

/** A callback from functions. Keras: `keras.callbacks.LambdaCallback`. */
export const LambdaCallback = callable<[hooks: CallbackHooks], Base>(LambdaCallbackCallback);
