import type { LayerVariable, Tensor, Variable, LayersModel } from '@tensorflow/tfjs';
import type { TrainingView } from '../host';
import type { CallbackHooks, Logs, TrainedModel, TrainingParams } from './callback';
import { History } from './callbacks';
import type { Compiled } from './compiled';
import { rowsOf } from './data';
import { outside } from './outside';
import { permutation } from './random';
import { tf } from './tf';

/** How `fit` goes over the data. */
export interface FitOptions {
  /** Samples that a step is taken for, by default 32. */
  batchSize?: number;
  /** How often all data are gone through, by default 1. */
  epochs?: number;
  /**
   * `'auto'` and 1 show a bar and a chart, 2 prints a line for each epoch, 0 nothing;
   * by default `'auto'`.
   */
  verbose?: 'auto' | 0 | 1 | 2 | boolean;
  /** What is called while the model is trained. */
  callbacks?: CallbackHooks | readonly CallbackHooks[];
  /** The part of the data, their end, that is kept for validation; by default 0. */
  validationSplit?: number;
  /** Data to validate with after each epoch: inputs and labels. */
  validationData?: readonly unknown[];
  /** By default that of the training. */
  validationBatchSize?: number;
  /** Every how many epochs there is a validation, by default 1. */
  validationFreq?: number;
  /** Whether samples come in a new order each epoch, by default `true`. */
  shuffle?: boolean;
  /** How much samples of a class count. */
  classWeight?: Readonly<Record<number, number>>;
  /** How much each sample counts. */
  sampleWeight?: unknown;
  /** The epoch to begin with, by default 0. */
  initialEpoch?: number;
  /** Batches in an epoch, by default all. */
  stepsPerEpoch?: number;
}

/** What a model is trained on. */
export interface TrainingSet {
  x: Tensor[];
  y: Tensor[];
  weight?: Tensor | undefined;
  count: number;
}

/** What is trained. */
export interface Trained {
  net: LayersModel;
  compiled: Compiled;
  weights: readonly LayerVariable[];
}

const toList = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** What a model gives for a batch, training or not. */
export const forward = (net: LayersModel, x: Tensor[], training: boolean): Tensor[] =>
  toList(net.call(x, { training }) as Tensor | Tensor[]);

/** What weights add to the loss by their size. */
const penalties = (net: LayersModel): Tensor[] =>
  net.layers
    .flatMap(layer => layer.calculateLosses() as Tensor[])
    .map(loss => tf.reshape(loss, []));

/** Trains on one batch. */
export function trainOn(
  { net, compiled, weights }: Trained,
  batch: Omit<TrainingSet, 'count'>
): void {
  const variables = weights.map(weight => weight.read() as Variable);
  let outputs: Tensor[] = [];
  let parts: Tensor[] = [];
  const { value, grads } = tf.variableGrads(() => {
    outputs = forward(net, batch.x, true).map(output => tf.keep(output.clone()));
    const [loss, each] = compiled.loss(batch.y, outputs, batch.weight);
    parts = each.map(part => tf.keep(part.clone()));
    return tf.addN([loss, ...penalties(net)]) as ReturnType<typeof tf.scalar>;
  }, variables);
  const pairs = weights.flatMap((weight, i) => {
    const gradient = grads[variables[i]?.name ?? ''];
    return gradient ? [[gradient, weight] as const] : [];
  });
  compiled.optimizer.applyGradients(pairs);
  for (const { constraint, val } of weights as unknown as Constrained[]) {
    if (constraint) val.assign(constraint.apply(val));
  }
  compiled.take(value, parts, batch.y, outputs);
  tf.dispose([value, grads, parts, outputs]);
}

/** A weight that is kept within bounds after each step. */
interface Constrained {
  constraint: { apply(w: Tensor): Tensor } | null;
  val: Variable;
}

/** Runs a model over data, without training it. */
export function evaluateOn(
  { net, compiled }: Omit<Trained, 'weights'>,
  data: TrainingSet,
  batchSize: number
): Logs {
  compiled.reset();
  for (let begin = 0; begin < data.count; begin += batchSize) {
    tf.tidy(() => {
      const size = Math.min(batchSize, data.count - begin);
      const [x, y] = [rowsOf(data.x, begin, size), rowsOf(data.y, begin, size)];
      const [weight] = data.weight ? rowsOf([data.weight], begin, size) : [];
      const outputs = forward(net, x, false);
      const [loss, parts] = compiled.loss(y, outputs, weight);
      compiled.take(tf.addN([loss, ...penalties(net)]), parts, y, outputs);
    });
  }
  return compiled.logs();
}

/** Milliseconds of work after which messages, such as an interrupt, get a turn. */
const TURN = 100;

/** Lets messages through from time to time; once the cell was interrupted it does not come back. */
class Turns {
  private last = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.last < TURN) return;
    await new Promise(resolve => setTimeout(resolve, 0));
    this.last = performance.now();
  }
}

/** A line of text for an epoch, as Keras prints it with `verbose=2`. */
function lineOf(params: TrainingParams, elapsed: number, logs: Logs): string {
  const values = Object.entries(logs).map(
    ([name, value]) =>
      ` - ${name}: ${Math.abs(value) > 1e-3 ? value.toFixed(4) : value.toExponential(4)}`
  );
  const step = Math.round(elapsed / Math.max(1, params.steps));
  return `${params.steps}/${params.steps} - ${Math.round(elapsed / 1000)}s - ${step}ms/step${values.join('')}`;
}

/** Calls callbacks in their order, and waits for those that take their time. */
class Callbacks {
  constructor(private readonly all: readonly CallbackHooks[]) {}

  async each(call: (hooks: CallbackHooks) => void | Promise<void>): Promise<void> {
    for (const hooks of this.all) await call(hooks);
  }
}

const callbacksIn = (given: FitOptions['callbacks'] = []): readonly CallbackHooks[] =>
  Array.isArray(given) ? (given as readonly CallbackHooks[]) : [given as CallbackHooks];

/** The loop of `fit`. */
export async function train(
  model: TrainedModel,
  trained: Trained,
  data: TrainingSet,
  validation: TrainingSet | undefined,
  options: FitOptions
): Promise<History> {
  const { batchSize = 32, epochs = 1, initialEpoch = 0, shuffle = true } = options;
  const verbose = options.verbose ?? 'auto';
  const steps = Math.min(Math.ceil(data.count / batchSize), options.stepsPerEpoch ?? Infinity);
  const params = { epochs, steps, verbose: verbose === 'auto' ? 1 : Number(verbose) };
  const history = new History();
  const callbacks = new Callbacks([...callbacksIn(options.callbacks), history]);
  const view: TrainingView | undefined =
    params.verbose === 1 ? outside()?.training({ epochs, initialEpoch, steps }) : undefined;
  const turns = new Turns();
  const { compiled } = trained;

  model.stopTraining = false;
  await callbacks.each(hooks => {
    hooks.setModel?.(model);
    hooks.setParams?.(params);
  });
  await callbacks.each(hooks => hooks.onTrainBegin?.({}));
  let logs: Logs = {};
  for (let epoch = initialEpoch; epoch < epochs && !model.stopTraining; epoch++) {
    const began = performance.now();
    await callbacks.each(hooks => hooks.onEpochBegin?.(epoch, {}));
    compiled.reset();
    const order = shuffle ? permutation(data.count) : undefined;
    for (let step = 0; step < steps && !model.stopTraining; step++) {
      await callbacks.each(hooks => hooks.onTrainBatchBegin?.(step, {}));
      await callbacks.each(hooks => hooks.onBatchBegin?.(step, {}));
      tf.tidy(() => {
        const begin = step * batchSize;
        const size = Math.min(batchSize, data.count - begin);
        const [weight] = data.weight ? rowsOf([data.weight], begin, size, order) : [];
        trainOn(trained, {
          x: rowsOf(data.x, begin, size, order),
          y: rowsOf(data.y, begin, size, order),
          weight
        });
      });
      logs = compiled.logs();
      await callbacks.each(hooks => hooks.onTrainBatchEnd?.(step, logs));
      await callbacks.each(hooks => hooks.onBatchEnd?.(step, logs));
      await view?.step(epoch, step + 1, logs);
      await turns.take();
    }
    const every = options.validationFreq ?? 1;
    if (validation && (epoch + 1) % every === 0) {
      const found = evaluateOn(trained, validation, options.validationBatchSize ?? batchSize);
      for (const [name, value] of Object.entries(found)) logs[`val_${name}`] = value;
    }
    await callbacks.each(hooks => hooks.onEpochEnd?.(epoch, logs));
    if (params.verbose === 2) {
      const line = lineOf(params, performance.now() - began, logs);
      console.log(`Epoch ${epoch + 1}/${epochs}\n${line}`);
    }
    await view?.epoch(epoch, logs);
  }
  await callbacks.each(hooks => hooks.onTrainEnd?.(logs));
  await view?.end();
  return history;
}
