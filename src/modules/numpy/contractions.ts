import { multiply } from './arithmetic';
import { toAxis } from './axes';
import { diag } from './creation';
import { promoteTypes } from './dtype';
import { ValueError, tuple } from './errors';
import { isScalar, toArray, type ArrayLike } from './input';
import { stack } from './join';
import { NDArray, storageOf } from './ndarray';
import { matmul } from './products';
import { sum } from './reduce';
import { reshape } from './shape';
import { viewOf } from './storage';

/** The elements on the diagonal of a matrix; a view. NumPy: `numpy.diagonal`, of two axes. */
export function diagonal(a: ArrayLike, offset = 0): NDArray {
  if (toArray(a).ndim !== 2) {
    throw new ValueError('diag requires an array of at least two dimensions');
  }
  return diag(a, offset);
}

/**
 * The sums of products over the last axis of both. NumPy: `numpy.inner`.
 * @throws ValueError when those axes differ in length
 */
export function inner(a: ArrayLike, b: ArrayLike): NDArray {
  if (isScalar(a) || isScalar(b)) return toArray(multiply(a, b));
  const [left, right] = [toArray(a), toArray(b)];
  if (left.ndim === 0 || right.ndim === 0) return multiply(left, right);
  const [i, j] = [left.ndim - 1, right.ndim - 1];
  const [n, m] = [left.shape[i], right.shape[j]];
  if (n !== m) {
    throw new ValueError(
      `shapes ${tuple(left.shape)} and ${tuple(right.shape)} not aligned: ${n} (dim ${i}) != ${m} (dim ${j})`
    );
  }
  return tensordot(left, right, [[i], [j]]);
}

/**
 * The sums of products over several axes. NumPy: `numpy.tensordot`.
 * @param axes how many: the last ones of `a`, the first ones of `b`, 2 if not given; or two lists
 * @throws ValueError when the axes differ in length
 */
export function tensordot(
  a: ArrayLike,
  b: ArrayLike,
  axes: number | readonly [readonly number[], readonly number[]] = 2
): NDArray {
  const [left, right] = [toArray(a), toArray(b)];
  const count = (n: number) => Array.from({ length: n }, (_, i) => i);
  const [over, under] =
    typeof axes === 'number' ? [count(axes).map(i => left.ndim - axes + i), count(axes)] : axes;
  const [summed, beside] = [
    over.map(axis => toAxis(axis, left.ndim)),
    under.map(axis => toAxis(axis, right.ndim))
  ];
  const fits = summed.every((axis, i) => left.shape[axis] === right.shape[beside[i] ?? 0]);
  if (summed.length !== beside.length || !fits) throw new ValueError('shape-mismatch for sum');
  const rest = (array: NDArray, used: number[]) =>
    count(array.ndim).filter(axis => !used.includes(axis));
  const [rows, columns] = [rest(left, summed), rest(right, beside)];
  const inside = summed.reduce((size, axis) => size * (left.shape[axis] ?? 1), 1);
  const product = matmul(
    reshape(left.transpose([...rows, ...summed]), [-1, inside]),
    reshape(right.transpose([...beside, ...columns]), [inside, -1])
  );
  return reshape(product, [
    ...rows.map(i => left.shape[i] ?? 1),
    ...columns.map(i => right.shape[i] ?? 1)
  ]);
}

/** The length that each letter stands for. */
function lengthsOf(letters: readonly string[], arrays: readonly NDArray[]): Map<string, number> {
  const lengths = new Map<string, number>();
  letters.forEach((word, i) => {
    const shape = arrays[i]?.shape ?? [];
    if (word.length !== shape.length) {
      throw new ValueError(
        word.length < shape.length
          ? "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions."
          : `einstein sum subscripts string contains too many subscripts for operand ${i}`
      );
    }
    [...word].forEach((letter, axis) => {
      const length = shape[axis] ?? 1;
      const known = lengths.get(letter) ?? 1;
      if (known !== 1 && length !== 1 && known !== length) {
        throw new ValueError(
          `Size of label '${letter}' for operand ${i} (${known}) does not match previous terms (${length}).`
        );
      }
      lengths.set(letter, Math.max(known, length));
    });
  });
  return lengths;
}

/**
 * Sums of products written with letters for axes: those that the result lacks are summed over.
 * NumPy: `numpy.einsum`, without `...`.
 * @param subscripts such as `'ij,jk->ik'` for a matrix product
 * @example
 * ```ts
 * np.einsum('ij,j->i', [[1, 2], [3, 4]], [1, 10])
 * // → [21 43]
 * ```
 */
export function einsum(subscripts: string, ...operands: ArrayLike[]): NDArray {
  const arrays = operands.map(toArray);
  const dtype = arrays.map(each => each.dtype).reduce(promoteTypes);
  const [from = '', to] = subscripts.replace(/\s/g, '').split('->');
  const words = from.split(',');
  if (words.length !== arrays.length) {
    // NumPy says `more` where it has fewer, and the other way round.
    throw new ValueError(
      words.length < arrays.length
        ? 'fewer operands provided to einstein sum function than specified in the subscripts string'
        : 'more operands provided to einstein sum function than specified in the subscripts string'
    );
  }
  const lengths = lengthsOf(words, arrays);
  // Without an arrow the result has the letters that come once, in the order of the alphabet.
  const letters = [...from.replaceAll(',', '')];
  const once = letters.filter(x => letters.indexOf(x) === letters.lastIndexOf(x)).sort();
  const result = [...(to ?? once.join(''))];
  const summed = [...lengths.keys()].filter(letter => !result.includes(letter));
  const all = [...result, ...summed];
  // Every operand as a view over all letters; a letter that comes twice walks along the diagonal.
  const views = arrays.map((array, i) => {
    const storage = storageOf(array);
    const { shape, strides } = storage;
    const steps = all.map(letter =>
      [...(words[i] ?? '')].reduce(
        (step, each, axis) =>
          step + (each === letter && shape[axis] !== 1 ? (strides[axis] ?? 0) : 0),
        0
      )
    );
    return new NDArray(
      viewOf(
        storage,
        all.map(letter => lengths.get(letter) ?? 1),
        steps
      )
    );
  });
  const product = views.reduce((x, y) => multiply(x, y));
  const axes = summed.map((_, i) => result.length + i);
  return (axes.length > 0 ? sum(product, axes) : product).astype(dtype);
}

/** Each element of `a` times the whole of `b`, put side by side. NumPy: `numpy.kron`. */
export function kron(a: ArrayLike, b: ArrayLike): NDArray {
  const [left, right] = [toArray(a), toArray(b)];
  const ndim = Math.max(left.ndim, right.ndim);
  const pad = ({ shape }: NDArray) => [...new Array<number>(ndim - shape.length).fill(1), ...shape];
  const [around, within] = [pad(left), pad(right)];
  const product = multiply(
    reshape(
      left,
      around.flatMap(length => [length, 1])
    ),
    reshape(
      right,
      within.flatMap(length => [1, length])
    )
  );
  return reshape(
    product,
    around.map((length, i) => length * (within[i] ?? 1))
  );
}

/**
 * The vector at right angles to two vectors of length 3, which run along the last axis.
 * NumPy: `numpy.cross`.
 * @throws ValueError where they do not have length 3
 */
export function cross(a: ArrayLike, b: ArrayLike): NDArray {
  const [left, right] = [toArray(a), toArray(b)];
  if (left.shape.at(-1) !== 3 || right.shape.at(-1) !== 3) {
    throw new ValueError('incompatible dimensions for cross product\n(dimension must be 2 or 3)');
  }
  const part = (i: number) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    const plus = multiply(left.at('...', j), right.at('...', k));
    return plus.subtract(multiply(left.at('...', k), right.at('...', j)));
  };
  return stack([0, 1, 2].map(part), { axis: -1 });
}
