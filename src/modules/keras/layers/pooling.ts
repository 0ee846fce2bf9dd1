import { makeable } from '../callable';
import type { Layer, LayerOptions } from '../layer';
import { tf } from '../tf';
import { computing, leading } from './computed';
import type { PerAxis } from './convolution';
import { makeLayer } from './make';

/** How a pooling goes over its input. */
export interface PoolingOptions extends LayerOptions {
  /** How many are taken together, by default 2 along each axis. */
  poolSize?: PerAxis;
  /** How far it moves, by default as far as `poolSize`. */
  strides?: PerAxis | null;
  /** By default `'valid'`. */
  padding?: 'valid' | 'same';
}

type Construct = (args: never) => unknown;

const pooling = (kind: string, axes: number, construct: Construct) =>
  makeable((poolSize?: PerAxis | PoolingOptions, options?: PoolingOptions): Layer => {
    const all = leading<PerAxis, PoolingOptions>(poolSize, options, 'poolSize');
    return makeLayer(kind, [all], all, args => construct(args) as never, {
      poolSize: axes === 1 ? 2 : Array.from({ length: axes }, () => 2)
    });
  });

/** The greatest of each few steps. Keras: `keras.layers.MaxPooling1D`. */
export const MaxPooling1D = pooling('MaxPooling1D', 1, args => tf.layers.maxPooling1d(args));

/** The greatest of each few pixels. Keras: `keras.layers.MaxPooling2D`. */
export const MaxPooling2D = pooling('MaxPooling2D', 2, args => tf.layers.maxPooling2d(args));

/** The mean of each few steps. Keras: `keras.layers.AveragePooling1D`. */
export const AveragePooling1D = pooling('AveragePooling1D', 1, args =>
  tf.layers.averagePooling1d(args)
);

/** The mean of each few pixels. Keras: `keras.layers.AveragePooling2D`. */
export const AveragePooling2D = pooling('AveragePooling2D', 2, args =>
  tf.layers.averagePooling2d(args)
);

/** Options of what takes all places together. */
export interface GlobalPoolingOptions extends LayerOptions {
  /** Whether the axes stay, with length 1; by default `false`. */
  keepdims?: boolean;
}

const global = (kind: string, axes: number[], isMax: boolean) =>
  makeable((options: GlobalPoolingOptions = {}) =>
    computing(kind, [options], options, {
      compute: ([x]) =>
        isMax
          ? tf.max(x as never, axes, options.keepdims ?? false)
          : tf.mean(x as never, axes, options.keepdims ?? false),
      shape: ([shape = []]) =>
        options.keepdims
          ? shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
          : shape.filter((_, axis) => !axes.includes(axis))
    })
  );

/** The mean over all steps. Keras: `keras.layers.GlobalAveragePooling1D`. */
export const GlobalAveragePooling1D = global('GlobalAveragePooling1D', [1], false);

/** The mean over all pixels. Keras: `keras.layers.GlobalAveragePooling2D`. */
export const GlobalAveragePooling2D = global('GlobalAveragePooling2D', [1, 2], false);

/** The greatest of all steps. Keras: `keras.layers.GlobalMaxPooling1D`. */
export const GlobalMaxPooling1D = global('GlobalMaxPooling1D', [1], true);

/** The greatest of all pixels. Keras: `keras.layers.GlobalMaxPooling2D`. */
export const GlobalMaxPooling2D = global('GlobalMaxPooling2D', [1, 2], true);
