import type { LayersModel, LayerVariable, Tensor } from '@tensorflow/tfjs';
import type { Logs, TrainedModel } from './callback';
import type { History } from './callbacks';
import { withCall } from './callable';
import { Compiled, type CompileOptions } from './compiled';
import { assertFits, rowsOf, samplesOf, toTensors, type Data } from './data';
import { ValueError } from './errors';
import { evaluateOn, forward, train, trainOn, type FitOptions, type TrainingSet } from './fit';
import { type Numbers, toTensor } from './inputs';
import {
  assignWeights,
  callLayer,
  isSymbolic,
  outer,
  type CallOptions,
  type KerasTensor,
  type Layer
} from './layer';
import type { Metric } from './metric';
import { netOf, partsOf } from './network';
import type { Optimizer } from './optimizer';
import { summaryText, type SummaryOptions } from './summary';
import { tf } from './tf';

/** How `evaluate` and `predict` go over the data. */
export interface RunOptions {
  /** By default 32. */
  batchSize?: number;
  /** 1 prints a line with what comes out; by default nothing. */
  verbose?: 'auto' | 0 | 1 | 2 | boolean;
  /** How much each sample counts; for `evaluate`. */
  sampleWeight?: Numbers;
}

/** A model is called with data, or with what `keras.Input` gives, as a layer is. */
export interface ModelCalls {
  (inputs: KerasTensor | KerasTensor[], options?: CallOptions): KerasTensor;
  (inputs: Numbers | Tensor[], options?: CallOptions): Tensor;
}

/**
 * Layers that belong together: what is trained, evaluated and asked for predictions. It can be
 * called like a layer. Keras: `keras.Model`.
 */
export class KerasModel implements TrainedModel {
  /** What tells it from others, such as `sequential`. */
  readonly name: string;
  /** Set to `true` by a callback, ends training. */
  stopTraining = false;
  private compiledWith: Compiled | undefined;

  constructor(name: string) {
    this.name = name;
    const self = withCall(this, (model, [inputs, options]) =>
      model.call(inputs as Tensor, options as CallOptions)
    );
    return self;
  }

  /** The network of TensorFlow.js, which waits until the shape of the inputs is known. */
  protected get net(): LayersModel | undefined {
    return netOf(this);
  }

  /** Makes the network for inputs of these shapes, where it has not been made. */
  protected ensure(_shapes: readonly (readonly (number | null)[])[]): LayersModel {
    const { net } = this;
    if (!net) throw new ValueError(`Model '${this.name}' has no layers yet. Add one first.`);
    return net;
  }

  /** Whether its weights have been made. */
  get built(): boolean {
    return this.net !== undefined;
  }

  /** Its layers in order, with the inputs. */
  get layers(): Layer[] {
    return (this.net?.layers ?? []).map(outer);
  }

  /** The layer of a name, or at a place. Keras: `Model.get_layer`. @throws ValueError */
  getLayer(which: string | number | { name?: string; index?: number }): Layer {
    const { name, index } =
      typeof which === 'object'
        ? which
        : typeof which === 'string'
          ? { name: which, index: undefined }
          : { name: undefined, index: which };
    const found =
      index === undefined ? this.layers.find(layer => layer.name === name) : this.layers[index];
    if (found) return found;
    const names = this.layers.map(layer => `'${layer.name}'`).join(', ');
    throw new ValueError(
      index === undefined
        ? `No such layer: ${name}. Existing layers are: [${names}].`
        : `Was asked to retrieve layer at index ${index} but model only has ${this.layers.length} layers.`
    );
  }

  /** What data go into. */
  get inputs(): KerasTensor[] {
    return this.net?.inputs ?? [];
  }

  /** What comes out. */
  get outputs(): KerasTensor[] {
    return this.net?.outputs ?? [];
  }

  /** The one input. @throws ValueError where there is not exactly one */
  get input(): KerasTensor {
    return onlyOne(this.inputs, 'input', this.name);
  }

  /** The one output. @throws ValueError where there is not exactly one */
  get output(): KerasTensor {
    return onlyOne(this.outputs, 'output', this.name);
  }

  /** The shape of what goes in, `null` for the batch. */
  get inputShape(): (number | null)[] {
    return this.input.shape;
  }

  /** The shape of what comes out, `null` for the batch. */
  get outputShape(): (number | null)[] {
    return this.output.shape;
  }

  /** All weights, layer by layer. */
  get weights(): LayerVariable[] {
    return (this.net?.layers ?? []).flatMap(layer => layer.weights);
  }

  /** The weights that training changes. */
  get trainableWeights(): LayerVariable[] {
    return this.isTrained ? (this.net?.layers ?? []).flatMap(layer => layer.trainableWeights) : [];
  }

  /** The weights that training leaves as they are. */
  get nonTrainableWeights(): LayerVariable[] {
    const trained = new Set(this.trainableWeights);
    return this.weights.filter(weight => !trained.has(weight));
  }

  private isTrained = true;

  /** Whether training changes its weights. */
  get trainable(): boolean {
    return this.isTrained;
  }

  set trainable(trainable: boolean) {
    this.isTrained = trainable;
    for (const layer of this.net?.layers ?? []) layer.trainable = trainable;
  }

  /** The values of all weights. Keras: `Model.get_weights`, which gives NumPy arrays. */
  getWeights(): Tensor[] {
    return this.weights.map(weight => weight.read().clone());
  }

  /** Sets all weights, in the order of `getWeights`. @throws ValueError for other shapes */
  setWeights(weights: readonly Numbers[]): void {
    assignWeights(this.weights, weights, `layer '${this.name}'`);
  }

  /** How many numbers its weights hold. @throws ValueError while they have not been made */
  countParams(): number {
    if (!this.built) {
      throw new ValueError(
        `You tried to call \`count_params\` on layer '${this.name}', but the layer isn't built. ` +
          'You can build it manually via: `layer.build(input_shape)`.'
      );
    }
    return this.weights.reduce(
      (sum, { shape }) => sum + shape.reduce<number>((n, length) => n * (length ?? 1), 1),
      0
    );
  }

  /** Makes the weights for inputs of a shape, with the batch (`null`) first. */
  build(inputShape: readonly (number | null)[]): void {
    this.ensure([inputShape]);
  }

  /** What it gives for inputs, or what connects it; as calling the model itself. */
  call(inputs: KerasTensor | KerasTensor[], options?: CallOptions): KerasTensor;
  call(inputs: Numbers | Tensor[], options?: CallOptions): Tensor;
  call(inputs: unknown, options: CallOptions = {}): unknown {
    const list = Array.isArray(inputs) ? (inputs as unknown[]) : [inputs];
    if (list.every(isSymbolic)) {
      const net = this.ensure(list.map(({ shape }) => shape));
      return callLayer(net, inputs, options);
    }
    return tf.tidy(() => {
      const x = this.tensorsOf(inputs as Data);
      const net = this.ensure(x.map(({ shape }) => shape));
      assertFits(
        this.name,
        x,
        net.inputs.map(input => input.shape)
      );
      const outputs = forward(net, x, options.training ?? false);
      return outputs.length === 1 ? outputs[0] : outputs;
    });
  }

  /** Says how it is to be trained. Keras: `Model.compile`. */
  compile(options: CompileOptions = {}): void {
    this.compiledWith = new Compiled(options, () => this.net?.outputNames ?? []);
  }

  private get compiled(): Compiled {
    if (!this.compiledWith) {
      throw new ValueError('You must call `compile()` before using the model.');
    }
    return this.compiledWith;
  }

  /** What changes its weights. @throws ValueError before `compile` */
  get optimizer(): Optimizer {
    return this.compiled.optimizer;
  }

  /** What `compile` was given, if it was called. */
  get compileOptions(): CompileOptions | undefined {
    return this.compiledWith?.options;
  }

  /** What is told beside the loss. */
  get metrics(): readonly Metric[] {
    return this.compiledWith?.metrics ?? [];
  }

  /**
   * Trains on inputs and labels, and shows how it goes. Keras: `Model.fit`, which is not awaited.
   * @returns the loss and metrics of each epoch
   * @throws ValueError before `compile`, and where data do not fit the model
   */
  async fit(x: Data, y: Data, options: FitOptions = {}): Promise<History> {
    const { compiled } = this;
    const all = this.dataFor(
      x,
      y,
      options.sampleWeight as Numbers | undefined,
      options.classWeight
    );
    const net = this.ensure(all.x.map(({ shape }) => shape));
    const [data, validation] = this.split(all, options);
    const weights = this.trainableWeights;
    return train(this, { net, compiled, weights }, data, validation, options);
  }

  /** Takes one step for a batch. Keras: `Model.train_on_batch`. */
  trainOnBatch(x: Data, y: Data): Logs {
    const { compiled } = this;
    const data = this.dataFor(x, y);
    const net = this.ensure(data.x.map(({ shape }) => shape));
    compiled.reset();
    trainOn({ net, compiled, weights: this.trainableWeights }, data);
    return compiled.logs();
  }

  /**
   * The loss, and the metrics where there are any, over data. Keras: `Model.evaluate`.
   * @throws ValueError before `compile`
   */
  evaluate(x: Data, y: Data, options: RunOptions & { returnDict: true }): Logs;
  evaluate(x: Data, y: Data, options?: RunOptions & { returnDict?: boolean }): number | number[];
  evaluate(
    x: Data,
    y: Data,
    options: RunOptions & { returnDict?: boolean } = {}
  ): number | number[] | Logs {
    const { compiled } = this;
    const { batchSize = 32, returnDict = false, sampleWeight } = options;
    const data = this.dataFor(x, y, sampleWeight);
    const net = this.ensure(data.x.map(({ shape }) => shape));
    const logs = evaluateOn({ net, compiled }, data, batchSize);
    if (returnDict) return logs;
    const { loss = 0, ...others } = logs;
    const metrics = compiled.metrics.map(({ name }) => others[name] ?? 0);
    return metrics.length === 0 ? loss : [loss, ...metrics];
  }

  /**
   * What it gives for inputs, batch by batch. Keras: `Model.predict`, which gives a NumPy array.
   * @returns a tensor, or one for each output
   */
  predict(x: Data, { batchSize = 32 }: RunOptions = {}): Tensor {
    return tf.tidy(() => {
      const tensors = this.tensorsOf(x);
      const count = samplesOf({ x: tensors });
      const net = this.ensure(tensors.map(({ shape }) => shape));
      assertFits(
        this.name,
        tensors,
        net.inputs.map(input => input.shape)
      );
      const batches: Tensor[][] = [];
      for (let begin = 0; begin < count; begin += batchSize) {
        const size = Math.min(batchSize, count - begin);
        batches.push(tf.tidy(() => forward(net, rowsOf(tensors, begin, size), false)));
      }
      const outputs = net.outputs.map((_, i) =>
        tf.concat(batches.map(batch => batch[i] as Tensor))
      );
      return (outputs.length === 1 ? outputs[0] : outputs) as Tensor;
    });
  }

  /** Prints its layers with their shapes and parameters. Keras: `Model.summary`. */
  summary(options: SummaryOptions = {}): void {
    const print = options.printFn ?? ((text: string) => console.log(text));
    print(this.summaryText(options));
  }

  /** What `summary` prints. */
  summaryText(options: SummaryOptions = {}): string {
    return summaryText(partsOf(this, this.rowsShown(), this.compiledWith?.optimizer), options);
  }

  /** The layers that a summary lists, which for a chain are those without its input. */
  protected rowsShown(): Layer[] {
    return this.layers;
  }

  private tensorsOf(x: Data): Tensor[] {
    const names = this.net?.inputNames ?? ['x'];
    return toTensors(x, names, 'x');
  }

  private dataFor(
    x: Data,
    y: Data,
    sampleWeight?: Numbers,
    classWeight?: Readonly<Record<number, number>>
  ): TrainingSet {
    const inputs = this.tensorsOf(x);
    const net = this.ensure(inputs.map(({ shape }) => shape));
    const labels = toTensors(y, net.outputNames, 'y');
    const count = samplesOf({ x: inputs, y: labels });
    assertFits(
      this.name,
      inputs,
      net.inputs.map(input => input.shape)
    );
    const weight = sampleWeight === undefined ? undefined : toTensor(sampleWeight);
    const byClass = classWeight && classWeights(labels[0], classWeight);
    const both = weight && byClass ? tf.mul(weight, byClass) : (weight ?? byClass);
    return { x: inputs, y: labels, weight: both, count };
  }

  private split(all: TrainingSet, options: FitOptions): [TrainingSet, TrainingSet | undefined] {
    const { validationData, validationSplit = 0 } = options;
    if (validationData) {
      const [x, y, weight] = validationData as [Data, Data, Numbers | undefined];
      return [all, this.dataFor(x, y, weight)];
    }
    if (validationSplit === 0) return [all, undefined];
    const at = Math.floor(all.count * (1 - validationSplit));
    if (at === 0 || at === all.count) {
      throw new ValueError(
        `Training data contains ${all.count} samples, which is not sufficient to split it into a ` +
          `validation and training set as specified by \`validation_split=${validationSplit}\`. ` +
          'Either provide more data, or a different value for the `validation_split` argument.'
      );
    }
    const part = (begin: number, size: number): TrainingSet => ({
      x: rowsOf(all.x, begin, size),
      y: rowsOf(all.y, begin, size),
      weight: all.weight && rowsOf([all.weight], begin, size)[0],
      count: size
    });
    return [part(0, at), part(at, all.count - at)];
  }
}

function onlyOne(tensors: KerasTensor[], what: string, model: string): KerasTensor {
  const [tensor] = tensors;
  if (tensor && tensors.length === 1) return tensor;
  throw new ValueError(
    `Model '${model}' has ${tensors.length} ${what}s, not one. Look at \`${what}s\`.`
  );
}

/** The weight of each sample by its class: a whole number, or the greatest of a one-hot label. */
function classWeights(
  labels: Tensor | undefined,
  weights: Readonly<Record<number, number>>
): Tensor | undefined {
  if (!labels) return undefined;
  const isHot = labels.rank > 1 && (labels.shape.at(-1) ?? 1) > 1;
  const classes = (isHot ? tf.argMax(labels, -1) : labels).dataSync();
  return tf.tensor1d(Float32Array.from(classes, label => weights[label] ?? 1));
}
