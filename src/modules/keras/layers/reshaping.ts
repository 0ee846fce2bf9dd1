import type { Tensor } from '@tensorflow/tfjs';
import { makeable } from '../callable';
import { ValueError } from '../errors';
import type { LayerOptions } from '../layer';
import { tf } from '../tf';
import { computing, leading, pair, plus, times, type Shape } from './computed';

const sizeOf = (shape: Shape): number | null =>
  shape.includes(null) ? null : shape.reduce<number>((size, length) => size * (length ?? 1), 1);

/** All but the batch in one axis. Keras: `keras.layers.Flatten`. */
export const Flatten = makeable((options: LayerOptions = {}) =>
  computing('Flatten', [options], options, {
    compute: ([x]) => tf.reshape(x as Tensor, [(x as Tensor).shape[0] ?? 1, -1]),
    shape: ([shape = []]) => [shape[0] ?? null, sizeOf(shape.slice(1))]
  })
);

/** Another shape; -1 stands for what is left. Keras: `keras.layers.Reshape`. */
export const Reshape = makeable((targetShape: readonly number[], options: LayerOptions = {}) =>
  computing('Reshape', [targetShape, options], options, {
    compute: ([x]) => tf.reshape(x as Tensor, [(x as Tensor).shape[0] ?? 1, ...targetShape]),
    shape: ([shape = []]) => {
      const size = sizeOf(shape.slice(1));
      const known = targetShape.filter(length => length !== -1).reduce((a, b) => a * b, 1);
      const fits =
        size === null || (targetShape.includes(-1) ? size % known === 0 : size === known);
      if (!fits) {
        throw new ValueError(
          `The total size of the tensor must be unchanged. Received: input_shape=(${shape.slice(1).join(', ')}), target_shape=(${targetShape.join(', ')})`
        );
      }
      return [
        shape[0] ?? null,
        ...targetShape.map(length => (length === -1 ? times(size, 1 / known) : length))
      ];
    }
  })
);

/** Axes in another order, counted from 1. Keras: `keras.layers.Permute`. */
export const Permute = makeable((dims: readonly number[], options: LayerOptions = {}) =>
  computing('Permute', [dims, options], options, {
    compute: ([x]) => tf.transpose(x as Tensor, [0, ...dims]),
    shape: ([shape = []]) => [0, ...dims].map(axis => shape[axis] ?? null)
  })
);

/** The input, `n` times as steps. Keras: `keras.layers.RepeatVector`. */
export const RepeatVector = makeable((n: number, options: LayerOptions = {}) =>
  computing('RepeatVector', [n, options], options, {
    compute: ([x]) => tf.tile(tf.expandDims(x as Tensor, 1), [1, n, 1]),
    shape: ([shape = []]) => [shape[0] ?? null, n, shape[1] ?? null]
  })
);

type Sides = [before: number, after: number];

/** Options of what adds at the edges. */
export interface PaddingOptions extends LayerOptions {
  /** One number, one for each axis, or for each axis one before and one after; by default 1. */
  padding?: number | readonly (number | readonly number[])[];
}

/** Options of what cuts at the edges. */
export interface CroppingOptions extends LayerOptions {
  /** One number, one for each axis, or for each axis one before and one after. */
  cropping?: number | readonly (number | readonly number[])[];
}

/** How much before and after along each axis. */
function sides(value: number | readonly (number | readonly number[])[], axes: number): Sides[] {
  if (axes === 1 && Array.isArray(value)) return [pair(value as number[])];
  return Array.from({ length: axes }, (_, axis) =>
    pair(typeof value === 'number' ? value : (value[axis] ?? 0))
  );
}

const spaced = (shape: Shape, by: Sides[], sign: 1 | -1): Shape =>
  shape.map((length, axis) => {
    const [before, after] = by[axis - 1] ?? [0, 0];
    return plus(length, sign * (before + after));
  });

const padding = (kind: string, axes: number) =>
  makeable((padding?: PaddingOptions['padding'] | PaddingOptions, options?: PaddingOptions) => {
    const all = leading<number | readonly unknown[], PaddingOptions>(padding, options, 'padding');
    const by = sides(all.padding ?? 1, axes);
    return computing(kind, [all], all, {
      compute: ([x]) => tf.pad(x as Tensor, [[0, 0], ...by, [0, 0]]),
      shape: ([shape = []]) => spaced(shape, by, 1)
    });
  });

/** Zeros before and after the steps. Keras: `keras.layers.ZeroPadding1D`. */
export const ZeroPadding1D = padding('ZeroPadding1D', 1);

/** Zeros around images. Keras: `keras.layers.ZeroPadding2D`. */
export const ZeroPadding2D = padding('ZeroPadding2D', 2);

const cropping = (kind: string, axes: number, usual: number) =>
  makeable(
    (cropping?: CroppingOptions['cropping'] | CroppingOptions, options?: CroppingOptions) => {
      const all = leading<number | readonly unknown[], CroppingOptions>(
        cropping,
        options,
        'cropping'
      );
      const by = sides(all.cropping ?? usual, axes);
      return computing(kind, [all], all, {
        compute: ([x]) => {
          const { shape } = x as Tensor;
          const begin = [0, ...by.map(([before]) => before), 0];
          return tf.slice(x as Tensor, begin, spaced(shape, by, -1) as number[]);
        },
        shape: ([shape = []]) => spaced(shape, by, -1)
      });
    }
  );

/** Without the first and last steps. Keras: `keras.layers.Cropping1D`. */
export const Cropping1D = cropping('Cropping1D', 1, 1);

/** Images without their edges. Keras: `keras.layers.Cropping2D`. */
export const Cropping2D = cropping('Cropping2D', 2, 0);

/** Each element of an axis several times. */
function repeated(x: Tensor, axis: number, by: number): Tensor {
  const shape = [...x.shape];
  shape[axis] = (shape[axis] ?? 1) * by;
  const tiled = tf.stack(
    Array.from({ length: by }, () => x),
    axis + 1
  );
  return tf.reshape(tiled, shape);
}

/** Each step `size` (2) times. Keras: `keras.layers.UpSampling1D`. */
export const UpSampling1D = makeable(
  (size?: number | (LayerOptions & { size?: number }), options?: LayerOptions) => {
    const all = leading<number, LayerOptions & { size?: number }>(size, options, 'size');
    const by = all.size ?? 2;
    return computing('UpSampling1D', [all], all, {
      compute: ([x]) => repeated(x as Tensor, 1, by),
      shape: ([shape = []]) =>
        shape.map((length, axis) => (axis === 1 ? times(length, by) : length))
    });
  }
);

/** How `UpSampling2D` makes images larger. */
export interface UpSamplingOptions extends LayerOptions {
  /** How many times each row and column, by default 2. */
  size?: number | readonly number[];
  /** `'nearest'` (the default) repeats pixels, `'bilinear'` draws lines between them. */
  interpolation?: 'nearest' | 'bilinear';
}

/** Larger images. Keras: `keras.layers.UpSampling2D`. */
export const UpSampling2D = makeable(
  (size?: number | readonly number[] | UpSamplingOptions, options?: UpSamplingOptions) => {
    const all = leading<number | readonly unknown[], UpSamplingOptions>(size, options, 'size');
    const [rows, columns] = pair(all.size ?? 2);
    return computing('UpSampling2D', [all], all, {
      compute: ([x]) => {
        const image = x as ReturnType<typeof tf.tensor4d>;
        const [, height, width] = image.shape;
        return all.interpolation === 'bilinear'
          ? tf.image.resizeBilinear(image, [height * rows, width * columns], false, true)
          : repeated(repeated(image, 1, rows), 2, columns);
      },
      shape: ([[batch, height, width, channels] = [] as Shape]) => [
        batch ?? null,
        times(height, rows),
        times(width, columns),
        channels ?? null
      ]
    });
  }
);
