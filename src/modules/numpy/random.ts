import { random as core, NDArrayCore, ArrayStorage } from 'numpy-ts/core';
import { ValueError } from './errors';
import { toArray, toList, type ArrayLike } from './input';
import { NDArray } from './ndarray';
import type { Shape } from './shape';

type Drawn = number | bigint | NDArrayCore | ArrayStorage;

/** What to draw: one plain number, or an array of that shape. */
interface Sized {
  size?: Shape;
}

function toResult(drawn: Drawn): number | NDArray {
  if (typeof drawn === 'number' || typeof drawn === 'bigint') return Number(drawn);
  return new NDArray(drawn instanceof NDArrayCore ? drawn.storage : drawn);
}

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
  integers(low: number, high: number | null | undefined, options: Sized): NDArray;
  integers(low: number, high?: number | null, { size }: Sized = {}): number | NDArray {
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

  /**
   * Elements of a list, or whole numbers below a number, drawn with replacement.
   * NumPy: `Generator.choice`.
   * @param a a list, or how many numbers from 0 on there are to choose from
   */
  choice(a: ArrayLike, size: Shape): NDArray {
    const count = typeof a === 'number' ? a : toArray(a).size;
    if (count < 1) throw new ValueError('a cannot be empty unless no samples are taken');
    const positions = toArray(toResult(this.#core.integers(0, count, toList(size))));
    return typeof a === 'number' ? positions : toArray(a).ravel().at(positions);
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
}

/** A source of random numbers. NumPy: `numpy.random.default_rng`. */
export const defaultRng = (seed?: number): Generator => new Generator(seed);
