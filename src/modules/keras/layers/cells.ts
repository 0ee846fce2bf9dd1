import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations';
import { tf } from '../tf';

/** What one step of a recurrent layer is computed from. */
export interface Step {
  /** The input, multiplied by the kernel already, `[batch, gates * units]`. */
  x: Tensor;
  states: Tensor[];
  recurrent: Tensor;
  /** What is added to the state's part alone, if anything. */
  bias: Tensor | undefined;
  units: number;
  activation: Activation;
  gate: Activation;
}

/** What a recurrent layer does in one step. */
export interface Cell {
  gates: number;
  states: number;
  /** Rows of the biases: two where inputs and states have biases of their own. */
  biasRows: number;
  /** The gate whose biases begin with 1. */
  forgetGate?: number;
  /** The biases of the inputs and those of the states. */
  biases(all: Tensor | undefined): [Tensor | undefined, Tensor | undefined];
  /** The next states, of which the first is the output. */
  step(step: Step): Tensor[];
}

const multiply = (a: Tensor, b: Tensor): Tensor => tf.matMul(a as never, b as never);

const together = (all: Tensor | undefined): [Tensor | undefined, undefined] => [all, undefined];

const simple: Cell = {
  gates: 1,
  states: 1,
  biasRows: 1,
  biases: together,
  step: ({ x, states: [h], recurrent, activation }) => [
    activation(tf.add(x, multiply(h as Tensor, recurrent)))
  ]
};

const lstm: Cell = {
  gates: 4,
  states: 2,
  biasRows: 1,
  forgetGate: 1,
  biases: together,
  step({ x, states: [h, c], recurrent, activation, gate }) {
    const [i, f, g, o] = tf.split(tf.add(x, multiply(h as Tensor, recurrent)), 4, 1) as [
      Tensor,
      Tensor,
      Tensor,
      Tensor
    ];
    const memory = tf.add(tf.mul(gate(f), c as Tensor), tf.mul(gate(i), activation(g))) as Tensor;
    return [tf.mul(gate(o), activation(memory)), memory];
  }
};

const gru = (resetAfter: boolean): Cell => ({
  gates: 3,
  states: 1,
  biasRows: resetAfter ? 2 : 1,
  biases(all) {
    if (!all || !resetAfter) return [all, undefined];
    const [inputs, states] = tf.unstack(all);
    return [inputs, states];
  },
  step({ x, states, recurrent, bias, units, activation, gate }) {
    const h = states[0] as Tensor;
    const [xz, xr, xh] = tf.split(x, 3, 1) as [Tensor, Tensor, Tensor];
    const part = (from: number, count: number): Tensor =>
      tf.slice(recurrent, [0, from * units], [units, count * units]);
    const all: Tensor = resetAfter ? multiply(h, recurrent) : multiply(h, part(0, 2));
    const inner: Tensor = bias ? tf.add(all, bias) : all;
    const [hz, hr, hh] = tf.split(inner, resetAfter ? 3 : 2, 1) as [Tensor, Tensor, Tensor];
    const update = gate(tf.add(xz, hz));
    const reset = gate(tf.add(xr, hr));
    const own: Tensor = resetAfter ? tf.mul(reset, hh) : multiply(tf.mul(reset, h), part(2, 1));
    const candidate = activation(tf.add(xh, own));
    return [tf.add(tf.mul(update, h), tf.mul(tf.sub(1, update), candidate))];
  }
});

/** The cell of a kind of layer. */
export const cells = (kind: string, resetAfter: boolean): Cell =>
  kind === 'LSTM' ? lstm : kind === 'GRU' ? gru(resetAfter) : simple;
