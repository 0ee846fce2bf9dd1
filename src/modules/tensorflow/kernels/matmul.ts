import { broadcast_util, util, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { addressOf, engineOf } from '../wasm/engine';
import type { Matrix } from '../wasm/multiply';
import { activate, type Activation } from './activation';
import { expectFloats, floats, type Call } from './backend';

interface Transposes {
  transposeA: boolean;
  transposeB: boolean;
}

/** Products of matrices in the last two axes; the axes before them are broadcast. */
export const batchMatMul: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<'a' | 'b', Transposes>;
  return product('BatchMatMul', inputs, backend, attrs);
};

/** The same with a bias for each column and an activation, as dense layers use it. */
export const fusedMatMul: KernelFunc = call => {
  const { inputs, backend, attrs } = call as unknown as Call<
    'a' | 'b' | 'bias' | 'preluActivationWeights',
    Transposes & Activation
  >;
  const { a, b, bias } = inputs;
  const result = product('_FusedMatMul', { a, b }, backend, attrs, bias);
  return activate(result, backend, attrs, inputs.preluActivationWeights);
};

function product(
  kernel: string,
  { a, b }: { a: TensorInfo; b: TensorInfo },
  backend: BackendWasm,
  { transposeA, transposeB }: Transposes,
  bias?: TensorInfo
): TensorInfo {
  expectFloats(kernel, { a, b });
  const [left, right] = [sizes(a, transposeA), sizes(b, transposeB)];
  if (left.columns !== right.rows) {
    throw new Error(
      `${kernel}: the inner lengths ${left.columns} and ${right.rows} of [${a.shape.join(', ')}]` +
        `${transposeA ? ' (transposed)' : ''} and [${b.shape.join(', ')}]` +
        `${transposeB ? ' (transposed)' : ''} must be the same.`
    );
  }
  if (bias && bias.shape.length !== 1) {
    throw new Error(`${kernel}: the bias must have one axis, and has ${bias.shape.length}.`);
  }
  const [rows, depth, columns] = [left.rows, left.columns, right.columns];
  const batch = broadcast_util.assertAndGetBroadcastShape(left.batch, right.batch);
  const result = backend.makeOutput([...batch, rows, columns], 'float32');
  if (depth === 0) {
    floats(backend, result).fill(0);
    return result;
  }
  const { multiplier } = engineOf(backend);
  const [from, by, to] = [a, b, result].map(tensor => addressOf(backend, tensor)) as [
    number,
    number,
    number
  ];
  const on = bias && { bias: addressOf(backend, bias) };
  const count = util.sizeFromShape(batch);
  for (let index = 0; index < count; index++) {
    multiplier.multiply(
      matrix(from + 4 * rows * depth * placeIn(left.batch, batch, index), left),
      matrix(by + 4 * depth * columns * placeIn(right.batch, batch, index), right),
      { address: to + 4 * rows * columns * index, row: 4 * columns, column: 4 },
      [rows, depth, columns],
      on
    );
  }
  return result;
}

interface Sizes {
  batch: number[];
  rows: number;
  columns: number;
  transposed: boolean;
}

function sizes({ shape }: TensorInfo, transposed: boolean): Sizes {
  const [first, second] = shape.slice(-2) as [number, number];
  const [rows, columns] = transposed ? [second, first] : [first, second];
  return { batch: shape.slice(0, -2), rows, columns, transposed };
}

const matrix = (address: number, { rows, columns, transposed }: Sizes): Matrix =>
  transposed ? { address, row: 4, column: 4 * rows } : { address, row: 4 * columns, column: 4 };

/** Which matrix of a batch stands for the one at `index` of a batch that it is broadcast to. */
function placeIn(batch: number[], broadcast: number[], index: number): number {
  let place = 0;
  let step = 1;
  for (let axis = 1; axis <= broadcast.length; axis++) {
    const length = broadcast.at(-axis) as number;
    const own = batch.at(-axis) ?? 1;
    place += own === 1 ? 0 : step * (index % length);
    step *= own;
    index = Math.floor(index / length);
  }
  return place;
}
