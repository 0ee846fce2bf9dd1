import type { Tensor } from '@tensorflow/tfjs';
import { ValueError, tuple } from './errors';
import { isNumbers, toTensor, type Numbers } from './inputs';
import { tf } from './tf';

/** Data for a model: one array, or for several inputs or outputs a list or one by each name. */
export type Data = Numbers | readonly Numbers[] | Readonly<Record<string, Numbers>>;

/** One tensor for each name, in the order of the names. */
export function toTensors(data: Data, names: readonly string[], what: string): Tensor[] {
  if (names.length > 1 && Array.isArray(data)) {
    if (data.length !== names.length) {
      throw new ValueError(
        `Layer expects ${names.length} input(s), but it received ${data.length} input tensors. ` +
          `Look at \`${what}\`: one array is needed for each of ${names.join(', ')}.`
      );
    }
    return (data as Numbers[]).map(each => toTensor(each));
  }
  if (isNumbers(data)) {
    const [first] = Array.isArray(data) ? (data as unknown[]) : [];
    const isList = Array.isArray(data) && data.length === 1 && first instanceof tf.Tensor;
    return [toTensor(isList ? (first as Tensor) : data)];
  }
  const byName = data as Readonly<Record<string, Numbers>>;
  return names.map(name => {
    const found = byName[name];
    if (found === undefined) {
      throw new ValueError(
        `Missing data for input "${name}". You passed a data dictionary with keys ` +
          `${Object.keys(byName).join(', ')}. Expected the following keys: ${names.join(', ')}`
      );
    }
    return toTensor(found);
  });
}

/** @throws ValueError where arrays differ in how many samples they hold */
export function samplesOf(groups: Readonly<Record<string, readonly Tensor[]>>): number {
  const sizes = Object.entries(groups).map(
    ([name, tensors]) => [name, tensors.map(tensor => tensor.shape[0] ?? 1)] as const
  );
  const all = sizes.flatMap(([, each]) => each);
  if (new Set(all).size > 1) {
    const lines = sizes.map(([name, each]) => `'${name}' sizes: ${each.join(', ')}`);
    throw new ValueError(
      'Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.' +
        `${lines.join('\n')}\n`
    );
  }
  return all[0] ?? 0;
}

/** A part of each tensor's samples, in the order of the indices where there are any. */
export const rowsOf = (
  tensors: readonly Tensor[],
  begin: number,
  size: number,
  order?: Int32Array
): Tensor[] =>
  tensors.map(tensor =>
    order
      ? tf.gather(tensor, tf.tensor1d(order.subarray(begin, begin + size), 'int32'))
      : tf.slice(tensor, begin, size)
  );

/** @throws ValueError where a model is given samples of another shape than its input has */
export function assertFits(
  model: string,
  tensors: readonly Tensor[],
  shapes: readonly (number | null)[][]
): void {
  tensors.forEach((tensor, i) => {
    const shape = shapes[i] ?? [];
    const fits =
      shape.length === tensor.rank &&
      shape.every((length, axis) => axis === 0 || length === null || length === tensor.shape[axis]);
    if (!fits) {
      throw new ValueError(
        `Input ${i} of layer "${model}" is incompatible with the layer: expected ` +
          `shape=${tuple(shape)}, found shape=${tuple(tensor.shape)}. ` +
          'Look at the shape of the data and at the input of the model.'
      );
    }
  });
}
