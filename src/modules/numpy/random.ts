import { random as core, NDArrayCore, ArrayStorage } from 'numpy-ts/core';
import { array } from './creation';
import { ValueError } from './errors';
import { toArray, toList, type ArrayLike } from './input';
import { NDArray } from './ndarray';
import { cumsum } from './reduce';
import { searchsorted } from './sorting';
import type { Shape } from './shape';

type Drawn = number | bigint | NDArrayCore | ArrayStorage;

/** What to draw: one plain number, or an array of that shape. */
export interface Sized {
  size?: Shape;
}

function toResult(drawn: Drawn): number | NDArray {
  if (typeof drawn === 'number' || typeof drawn === 'bigint') return Number(drawn);
  return new NDArray(drawn instanceof NDArrayCore ? drawn.storage : drawn);
}

const isSized = (value: number | null | undefined | Sized): value is Sized =>
  typeof value === 'object' && value !== null;

const sizeOf = (size: Shape | undefined) => (size === undefined ? undefined : toList(size));

/**
 * A source of random numbers; with a seed always the same ones, and the same as NumPy's.
 * NumPy: `numpy.random.Generator`.
 */
export class Generator {
  readonly #core: ReturnType<typeof core.default_rng>;

  /** @param seed a whole number, 0 or above; without it each source differs */
  constructor(seed?: number) {
    if (seed !== undefined && !(Number.isSafeInteger(seed) && seed >= 0)) {
      throw new ValueError('expected non-negative integer');
    }
    this.#core = core.default_rng(seed);
  }

  /** Numbers from 0 to below 1, all equally likely. NumPy: `Generator.random`. */
  random(): number;
  random(size: Shape): NDArray;
  random(size?: Shape): number | NDArray {
    return toResult(this.#core.random(sizeOf(size)));
  }

  /** Whole numbers from `low` to below `high`; from 0 if only one is given. NumPy: `Generator.integers`. */
  integers(low: number, high?: number | null): number;
  integers(low: number, options: Sized): NDArray;
  integers(low: number, high: number | null | undefined, options: Sized): NDArray;
  integers(low: number, second?: number | null | Sized, third: Sized = {}): number | NDArray {
    const [high, { size }] = isSized(second) ? [undefined, second] : [second, third];
    const [from, to] = high === undefined || high === null ? [0, low] : [low, high];
    if (from >= to) throw new ValueError('low >= high');
    return toResult(this.#core.integers(from, to, sizeOf(size)));
  }

  /** Normally distributed numbers with mean `loc` and deviation `scale`. NumPy: `Generator.normal`. */
  normal(loc?: number, scale?: number): number;
  normal(loc: number, scale: number, options: Sized): NDArray;
  normal(loc = 0, scale = 1, { size }: Sized = {}): number | NDArray {
    if (scale < 0) throw new ValueError('scale < 0');
    return toResult(this.#core.normal(loc, scale, sizeOf(size)));
  }

  /** Normally distributed numbers with mean 0 and deviation 1. NumPy: `Generator.standard_normal`. */
  standardNormal(): number;
  standardNormal(size: Shape): NDArray;
  standardNormal(size?: Shape): number | NDArray {
    return toResult(this.#core.standard_normal(sizeOf(size)));
  }

  /** Numbers from `low` to below `high`, all equally likely. NumPy: `Generator.uniform`. */
  uniform(low?: number, high?: number): number;
  uniform(low: number, high: number, options: Sized): NDArray;
  uniform(low = 0, high = 1, { size }: Sized = {}): number | NDArray {
    return toResult(this.#core.uniform(low, high, sizeOf(size)));
  }

  /** Waiting times with mean `scale`. NumPy: `Generator.exponential`. */
  exponential(scale?: number): number;
  exponential(scale: number, options: Sized): NDArray;
  exponential(scale = 1, { size }: Sized = {}): number | NDArray {
    if (scale < 0) throw new ValueError('scale < 0');
    return toResult(this.#core.exponential(scale, sizeOf(size)));
  }

  /** How often something happens that happens `lam` times on average. NumPy: `Generator.poisson`. */
  poisson(lam?: number): number;
  poisson(lam: number, options: Sized): NDArray;
  poisson(lam = 1, { size }: Sized = {}): number | NDArray {
    if (!(lam >= 0)) throw new ValueError('lam < 0 or lam is NaN');
    return toResult(this.#core.poisson(lam, sizeOf(size)));
  }

  /** How many of `n` trials succeed that each do so with probability `p`. NumPy: `Generator.binomial`. */
  binomial(n: number, p: number): number;
  binomial(n: number, p: number, options: Sized): NDArray;
  binomial(n: number, p: number, { size }: Sized = {}): number | NDArray {
    if (n < 0) throw new ValueError('n < 0');
    if (!(p >= 0 && p <= 1)) throw new ValueError('p < 0, p > 1 or p is NaN');
    return toResult(this.#core.binomial(n, p, sizeOf(size)));
  }

  /**
   * Elements of a list, or whole numbers below a number, drawn by chance. NumPy: `Generator.choice`,
   * of lists.
   * @param a a list, or how many numbers from 0 on there are to choose from
   * @param size how many; a plain number if not given
   * @param options `replace`: whether one may come again, true if not given; `p`: how likely each is,
   * all equally if not given
   * @throws ValueError where there is too little to choose from, or the probabilities do not add up to 1
   */
  choice(a: ArrayLike): number;
  choice(a: ArrayLike, size: Shape, options?: { replace?: boolean; p?: ArrayLike }): NDArray;
  choice(
    a: ArrayLike,
    size?: Shape,
    { replace = true, p }: { replace?: boolean; p?: ArrayLike } = {}
  ): number | NDArray {
    const count = typeof a === 'number' ? a : toArray(a).size;
    if (count < 1) throw new ValueError('a cannot be empty unless no samples are taken');
    const shape = size === undefined ? [] : toList(size);
    const number = shape.reduce((product, length) => product * length, 1);
    if (!replace && number > count) {
      throw new ValueError('Cannot take a larger sample than population when replace is False');
    }
    const weights = p === undefined ? undefined : checkWeights(p, count);
    const drawn = weights
      ? this.#weighted(number, weights, replace)
      : replace
        ? Array.from({ length: number }, () => this.integers(count))
        : this.#distinct(number, count);
    const positions = array(drawn, { dtype: 'int64' }).reshape(shape);
    const chosen = typeof a === 'number' ? positions : toArray(a).ravel().at(positions);
    return size === undefined ? chosen.item() : chosen;
  }

  /** Different numbers below `count`, by Floyd's method for few and by shuffling for many. */
  #distinct(number: number, count: number): number[] {
    const swap = (list: number[], first: number) => {
      for (let i = list.length - 1; i >= first; i--) {
        const j = this.integers(i + 1);
        [list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
      }
      return list;
    };
    if (count > 10000 && number > Math.floor(count / 50)) {
      const all = Array.from({ length: count }, (_, i) => i);
      return swap(all, Math.max(count - number, 1)).slice(count - number);
    }
    const drawn = new Set<number>();
    for (let i = count - number; i < count; i++) {
      const at = this.integers(i + 1);
      drawn.add(drawn.has(at) ? i : at);
    }
    return swap([...drawn], 1);
  }

  /** Numbers that come as often as their weights say. */
  #weighted(number: number, weights: number[], replace: boolean): number[] {
    const found = new Set<number>();
    for (;;) {
      const left = weights.map((weight, i) => (found.has(i) ? 0 : weight));
      const steps = cumsum(left);
      const limits = steps.divide(steps.item(-1));
      const places = searchsorted(limits, this.random(number - found.size), { side: 'right' });
      const drawn = places.tolist() as number[];
      if (replace) return drawn;
      for (const at of drawn) found.add(at);
      if (found.size >= number) return [...found];
    }
  }

  /**
   * The rows of an array, or the whole numbers below a number, in random order; a copy.
   * NumPy: `Generator.permutation`.
   */
  permutation(x: ArrayLike): NDArray {
    if (typeof x === 'number') return toArray(toResult(this.#core.permutation(x)));
    const array = toArray(x);
    const order = toArray(toResult(this.#core.permutation(array.shape[0] ?? 0)));
    return array.at(order);
  }

  /**
   * Puts the rows of an array into random order, in the array itself. NumPy: `Generator.shuffle`.
   * @example
   * ```ts
   * const cards = np.arange(4);
   * np.random.defaultRng(1).shuffle(cards);
   * np.sort(cards)
   * // → [0 1 2 3]
   * ```
   */
  shuffle(x: NDArray): void {
    x.set('...', this.permutation(x));
  }
}

function checkWeights(p: ArrayLike, count: number): number[] {
  const weights = toArray(p).astype('float64').tolist() as number[];
  if (weights.length !== count) throw new ValueError('a and p must have same size');
  if (weights.some(weight => weight < 0))
    throw new ValueError('Probabilities are not non-negative');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(Math.abs(total - 1) < 1e-8))
    throw new ValueError(
      'Probabilities do not sum to 1. See Notes section of docstring for more information.'
    );
  return weights;
}

/**
 * A source of random numbers. NumPy: `numpy.random.default_rng`.
 * @example
 * ```ts
 * const rng = np.random.defaultRng(42);
 * rng.random(3)
 * // → [0.77395605 0.43887844 0.85859792]
 * rng.integers(10, { size: 4 })
 * // → [0 6 2 0]
 * ```
 */
export const defaultRng = (seed?: number): Generator => new Generator(seed);
