import type { LayerVariable, Tensor } from '@tensorflow/tfjs';
import { makeable } from '../callable';
import { ValueError } from '../errors';
import type { Activation } from '../activations';
import * as activations from '../activations';
import type { ActivationLike } from '../activated';
import type { InitializerLike } from '../initializers';
import type { Layer } from '../layer';
import { nextSeed } from '../random';
import type { ConstraintLike } from '../constraints';
import type { RegularizerLike } from '../regularizers';
import { tf } from '../tf';
import { cells, type Cell } from './cells';
import type { Shape } from './computed';
import { makeLayer, type CallArgs, type KernelOptions } from './make';

/** How a recurrent layer is made. */
export interface RecurrentOptions extends KernelOptions {
  /** By default `'tanh'`. */
  activation?: ActivationLike;
  /** The first weights between steps, by default `'orthogonal'`. */
  recurrentInitializer?: InitializerLike;
  recurrentRegularizer?: RegularizerLike | null;
  recurrentConstraint?: ConstraintLike | null;
  /** The part of the inputs that is let go while training, by default 0. */
  dropout?: number;
  /** The part of the state that is let go while training, by default 0. */
  recurrentDropout?: number;
  /** Whether what comes of each step is given, not of the last alone; by default `false`. */
  returnSequences?: boolean;
  /** Whether the last state is given too, by default `false`. */
  returnState?: boolean;
  /** Whether the steps are taken from the last to the first, by default `false`. */
  goBackwards?: boolean;
}

/** How a layer with gates is made. */
export interface GatedOptions extends RecurrentOptions {
  /** By default `'sigmoid'`. */
  recurrentActivation?: ActivationLike;
}

/** The options once initializers and the like have been made of their names. */
type Resolved = GatedOptions & { unitForgetBias?: boolean; resetAfter?: boolean } & Record<
    `${'kernel' | 'recurrent' | 'bias'}${'Initializer' | 'Regularizer' | 'Constraint'}`,
    never
  >;

/** A recurrent layer: one cell over all steps. */
export class RecurrentLayer extends tf.layers.Layer {
  static className = 'RNN';
  private kernel: LayerVariable | undefined;
  private recurrent: LayerVariable | undefined;
  private bias: LayerVariable | undefined;
  private readonly cell: Cell;
  private readonly inner: Activation;
  private readonly gate: Activation;

  constructor(
    kind: string,
    readonly units: number,
    readonly settings: Resolved
  ) {
    super(settings as object);
    this.supportsMasking = true;
    this.cell = cells(kind, settings.resetAfter ?? true);
    this.inner = activations.get(settings.activation === undefined ? 'tanh' : settings.activation);
    const { recurrentActivation } = settings;
    this.gate = activations.get(
      recurrentActivation === undefined ? 'sigmoid' : recurrentActivation
    );
    if (!Number.isInteger(units) || units <= 0) {
      throw new ValueError(
        `Received an invalid value for argument \`units\`, expected a positive integer, got ${units}.`
      );
    }
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    const width = this.units * this.cell.gates;
    const weight = (name: 'kernel' | 'recurrent' | 'bias', of: number[]) =>
      this.addWeight(
        name === 'recurrent' ? 'recurrent_kernel' : name,
        of,
        'float32',
        this.settings[`${name}Initializer`],
        this.settings[`${name}Regularizer`],
        true,
        this.settings[`${name}Constraint`]
      );
    this.kernel = weight('kernel', [shape.at(-1) ?? 1, width]);
    this.recurrent = weight('recurrent', [this.units, width]);
    if (this.settings.useBias ?? true) {
      const { biasRows, forgetGate } = this.cell;
      this.bias = weight('bias', biasRows === 1 ? [width] : [biasRows, width]);
      if (forgetGate !== undefined && (this.settings.unitForgetBias ?? true)) {
        const begin = forgetGate * this.units;
        const ones = Float32Array.from({ length: width }, (_, i) =>
          i >= begin && i < begin + this.units ? 1 : 0
        );
        this.bias.write(tf.add(this.bias.read(), tf.tensor1d(ones)));
      }
    }
    this.inputSpec = [];
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[], { training, mask }: CallArgs): Tensor | Tensor[] {
    return tf.tidy(() => {
      const [sequences, ...initial] = Array.isArray(inputs) ? inputs : [inputs];
      const x = sequences as Tensor;
      const [batch = 1, steps = 1, features = 1] = x.shape;
      const { dropout = 0, recurrentDropout = 0, goBackwards = false } = this.settings;
      const drop = (tensor: Tensor, rate: number, shape: number[]): Tensor =>
        training && rate > 0
          ? tf.mul(tensor, tf.dropout(tf.ones(shape), rate, undefined, nextSeed()))
          : tensor;
      const given = drop(x, dropout, [batch, 1, features]);
      const flat = tf.reshape(given, [batch * steps, features]);
      const [fromInputs, fromState] = this.cell.biases(this.bias?.read());
      const weighted = tf.matMul(flat as never, this.kernel?.read() as never);
      const projected = fromInputs ? tf.add(weighted, fromInputs) : weighted;
      const perStep = tf.unstack(
        tf.reshape(projected, [batch, steps, this.units * this.cell.gates]),
        1
      );
      const masks = mask ? tf.unstack(tf.expandDims(mask as Tensor, -1), 1) : [];
      if (goBackwards) {
        perStep.reverse();
        masks.reverse();
      }
      const kept = drop(tf.ones([batch, this.units]), recurrentDropout, [batch, this.units]);
      let states =
        initial.length > 0
          ? initial
          : Array.from({ length: this.cell.states }, () => tf.zeros([batch, this.units]) as Tensor);
      const outputs: Tensor[] = [];
      perStep.forEach((projection, step) => {
        const next = this.cell.step({
          x: projection,
          states:
            training && recurrentDropout > 0
              ? [tf.mul(states[0] as Tensor, kept), ...states.slice(1)]
              : states,
          recurrent: this.recurrent?.read() as Tensor,
          bias: fromState,
          units: this.units,
          activation: this.inner,
          gate: this.gate
        });
        const there = masks[step];
        // A step that is not there leaves everything as it was.
        states = there
          ? next.map((state, i) => {
              const wide = tf.tile(there, [1, this.units]);
              return tf.where(wide as never, state, states[i] as Tensor);
            })
          : next;
        outputs.push(states[0] as Tensor);
      });
      const { returnSequences = false, returnState = false } = this.settings;
      const output = returnSequences ? tf.stack(outputs, 1) : (outputs.at(-1) as Tensor);
      return returnState ? [output, ...states.map(state => state.clone())] : output;
    });
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const [batch = null, steps = null] = (
      Array.isArray(inputShape[0]) ? inputShape[0] : inputShape
    ) as Shape;
    const { returnSequences = false, returnState = false } = this.settings;
    const output = returnSequences ? [batch, steps, this.units] : [batch, this.units];
    const state = () => [batch, this.units];
    return returnState ? [output, ...Array.from({ length: this.cell.states }, state)] : output;
  }

  override computeMask(_: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor {
    const first = (Array.isArray(mask) ? mask[0] : mask) as Tensor;
    return (this.settings.returnSequences ? first : null) as Tensor;
  }
}

const recurrentDefaults = {
  useBias: true,
  kernelInitializer: 'glorot_uniform',
  recurrentInitializer: 'orthogonal',
  biasInitializer: 'zeros'
};

/** Makes a recurrent layer of a kind. */
export const makeRecurrent = (kind: string, units: number, options: GatedOptions): Layer =>
  makeLayer(
    kind,
    [units, options],
    options,
    args => new RecurrentLayer(kind, units, args as Resolved),
    recurrentDefaults
  );

/**
 * Each step sees the input and the output of the step before: `[batch, steps, features]` to
 * `[batch, units]`. Keras: `keras.layers.SimpleRNN`.
 */
export const SimpleRNN = makeable((units: number, options: RecurrentOptions = {}) =>
  makeRecurrent('SimpleRNN', units, options)
);

/**
 * A recurrent layer with gates and a memory. Keras: `keras.layers.LSTM`.
 */
export const LSTM = makeable(
  (units: number, options: GatedOptions & { unitForgetBias?: boolean } = {}) =>
    makeRecurrent('LSTM', units, options)
);

/** A recurrent layer with two gates. Keras: `keras.layers.GRU`. */
export const GRU = makeable(
  (units: number, options: GatedOptions & { resetAfter?: boolean } = {}) =>
    makeRecurrent('GRU', units, options)
);
