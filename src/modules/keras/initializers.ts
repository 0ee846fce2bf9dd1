import type { DataType, Tensor } from '@tensorflow/tfjs';
import { InitializerClass } from './bases';
import { makeable, withCall } from './callable';
import { ValueError } from './errors';
import { pythonName } from './names';
import { normal, uniform } from './random';
import { orthonormal } from './orthonormal';
import { noteRecipe } from './recipes';
import { tf } from './tf';

/** What gives weights their first values. */
export interface Initializer {
  /** As `apply`. */
  (shape: number[]): Tensor;
  /** First values for weights of a shape. */
  apply(shape: number[], dtype?: DataType): Tensor;
}

/** An initializer, or the name of one such as `'heNormal'`. */
export type InitializerLike = string | Initializer;

type Draw = (shape: number[]) => Tensor;

/** An initializer from the function that draws; the name is for files. */
class Drawn extends InitializerClass {
  constructor(
    readonly kind: string,
    private readonly draw: Draw
  ) {
    super();
  }

  override getClassName(): string {
    return this.kind;
  }

  override apply(shape: number[]): Tensor {
    return this.draw(shape);
  }

  getConfig() {
    return {};
  }
}

const make = (kind: string, args: unknown[], draw: Draw): Initializer =>
  noteRecipe(
    withCall(new Drawn(kind, draw), (self, [x]) =>
      self.apply(x as never)
    ) as unknown as Initializer,
    kind,
    args
  );

const sizeOf = (shape: readonly number[]) => shape.reduce((size, n) => size * n, 1);

/** How many inputs and outputs one weight of a kernel stands between. */
function fans(shape: readonly number[]): [fanIn: number, fanOut: number] {
  if (shape.length < 2) return [shape[0] ?? 1, shape[0] ?? 1];
  const field = sizeOf(shape.slice(0, -2));
  return [field * (shape.at(-2) ?? 1), field * (shape.at(-1) ?? 1)];
}

/** What draws at random has. */
export interface SeedOptions {
  /** Gives the same numbers each time. */
  seed?: number;
}

/** How `VarianceScaling` draws. */
export interface VarianceScalingOptions extends SeedOptions {
  /** What the variance is multiplied by, by default 1. */
  scale?: number;
  /** What the variance is divided by, by default `'fanIn'`. */
  mode?: 'fanIn' | 'fanOut' | 'fanAvg' | 'fan_in' | 'fan_out' | 'fan_avg';
  /** By default `'truncatedNormal'`. */
  distribution?:
    'truncatedNormal' | 'untruncatedNormal' | 'uniform' | 'truncated_normal' | 'untruncated_normal';
}

function scaled(
  kind: string,
  args: unknown[],
  { scale = 1, mode = 'fanIn', distribution = 'truncatedNormal', seed }: VarianceScalingOptions
): Initializer {
  return make(kind, args, shape => {
    const [fanIn, fanOut] = fans(shape);
    const by = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 }[pythonName(mode)];
    if (by === undefined) throw new ValueError(`Invalid value for mode: ${mode}`);
    const variance = scale / Math.max(1, by);
    const count = sizeOf(shape);
    switch (pythonName(distribution)) {
      case 'uniform': {
        const limit = Math.sqrt(3 * variance);
        return tf.tensor(uniform(count, -limit, limit, seed), shape);
      }
      case 'truncated_normal': {
        // The deviation of a normal distribution cut off at two deviations.
        const deviation = Math.sqrt(variance) / 0.87962566103423978;
        return tf.tensor(normal(count, 0, deviation, { seed, within: 2 }), shape);
      }
      case 'untruncated_normal':
        return tf.tensor(normal(count, 0, Math.sqrt(variance), { seed }), shape);
      default:
        throw new ValueError(`Invalid value for distribution: ${distribution}`);
    }
  });
}

const named = (kind: string, options: VarianceScalingOptions) =>
  makeable(({ seed }: SeedOptions = {}) =>
    scaled(kind, [{ seed }], { ...options, ...(seed === undefined ? {} : { seed }) })
  );

/** All 0. Keras: `keras.initializers.Zeros`. */
export const Zeros = makeable(() => make('Zeros', [], shape => tf.zeros(shape)));

/** All 1. Keras: `keras.initializers.Ones`. */
export const Ones = makeable(() => make('Ones', [], shape => tf.ones(shape)));

/** All one value. Keras: `keras.initializers.Constant`. */
export const Constant = makeable((value: number = 0) =>
  make('Constant', [value], shape => tf.fill(shape, value))
);

/** `gain` times the identity; two axes only. Keras: `keras.initializers.Identity`. */
export const Identity = makeable(({ gain = 1 }: { gain?: number } = {}) =>
  make('Identity', [{ gain }], shape => {
    const [rows = 0, columns = 0] = shape;
    if (shape.length !== 2) {
      throw new ValueError(
        `Identity matrix initializer can only be used for 2D matrices. Received: shape=(${shape.join(', ')}) of rank ${shape.length}.`
      );
    }
    return tf.tidy(() => tf.mul(tf.eye(rows, columns), gain));
  })
);

/** Evenly spread between two bounds. Keras: `keras.initializers.RandomUniform`. */
export const RandomUniform = makeable(
  ({
    minval = -0.05,
    maxval = 0.05,
    seed
  }: SeedOptions & { minval?: number; maxval?: number } = {}) =>
    make('RandomUniform', [{ minval, maxval, seed }], shape =>
      tf.tensor(uniform(sizeOf(shape), minval, maxval, seed), shape)
    )
);

/** Normally distributed. Keras: `keras.initializers.RandomNormal`. */
export const RandomNormal = makeable(
  ({ mean = 0, stddev = 0.05, seed }: SeedOptions & { mean?: number; stddev?: number } = {}) =>
    make('RandomNormal', [{ mean, stddev, seed }], shape =>
      tf.tensor(normal(sizeOf(shape), mean, stddev, { seed }), shape)
    )
);

/** Normally distributed, within two deviations. Keras: `keras.initializers.TruncatedNormal`. */
export const TruncatedNormal = makeable(
  ({ mean = 0, stddev = 0.05, seed }: SeedOptions & { mean?: number; stddev?: number } = {}) =>
    make('TruncatedNormal', [{ mean, stddev, seed }], shape =>
      tf.tensor(normal(sizeOf(shape), mean, stddev, { seed, within: 2 }), shape)
    )
);

/** With a variance that follows from the shape. Keras: `keras.initializers.VarianceScaling`. */
export const VarianceScaling = makeable((options: VarianceScalingOptions = {}) =>
  scaled('VarianceScaling', [options], options)
);

/** Uniform within √(6 / (inputs + outputs)). Keras: `keras.initializers.GlorotUniform`. */
export const GlorotUniform = named('GlorotUniform', { mode: 'fanAvg', distribution: 'uniform' });

/** Normal with variance 2 / (inputs + outputs). Keras: `keras.initializers.GlorotNormal`. */
export const GlorotNormal = named('GlorotNormal', { mode: 'fanAvg' });

/** Uniform within √(6 / inputs). Keras: `keras.initializers.HeUniform`. */
export const HeUniform = named('HeUniform', { scale: 2, distribution: 'uniform' });

/** Normal with variance 2 / inputs. Keras: `keras.initializers.HeNormal`. */
export const HeNormal = named('HeNormal', { scale: 2 });

/** Uniform within √(3 / inputs). Keras: `keras.initializers.LecunUniform`. */
export const LecunUniform = named('LecunUniform', { distribution: 'uniform' });

/** Normal with variance 1 / inputs. Keras: `keras.initializers.LecunNormal`. */
export const LecunNormal = named('LecunNormal', {});

/** Rows or columns at right angles to each other. Keras: `keras.initializers.Orthogonal`. */
export const Orthogonal = makeable(({ gain = 1, seed }: SeedOptions & { gain?: number } = {}) =>
  make('Orthogonal', [{ gain, seed }], shape => {
    const columns = shape.at(-1) ?? 1;
    const rows = sizeOf(shape) / columns;
    const values = orthonormal(rows, columns, count => normal(count, 0, 1, { seed }));
    return tf.tensor(
      values.map(value => gain * value),
      shape
    );
  })
);

const makers: Readonly<Record<string, (...args: never[]) => Initializer>> = {
  Zeros,
  Ones,
  Constant,
  Identity,
  RandomUniform,
  RandomNormal,
  TruncatedNormal,
  VarianceScaling,
  GlorotUniform,
  GlorotNormal,
  HeUniform,
  HeNormal,
  LecunUniform,
  LecunNormal,
  Orthogonal
};

const plain: Readonly<Record<string, string>> = {
  uniform: 'RandomUniform',
  normal: 'RandomNormal'
};

/**
 * An initializer by its name. Keras: `keras.initializers.get`.
 * @throws ValueError for another name
 */
export function get(identifier: InitializerLike): Initializer {
  if (typeof identifier !== 'string') return identifier;
  const wanted = (plain[identifier] ?? identifier).replace(/_/g, '').toLowerCase();
  const found = Object.entries(makers).find(([name]) => name.toLowerCase() === wanted);
  if (!found) {
    throw new ValueError(`Could not interpret initializer identifier: ${identifier}`);
  }
  return found[1]();
}
