import type { Tensor } from '@tensorflow/tfjs';
import { makeable } from '../callable';
import { ValueError, tuple } from '../errors';
import type { LayerOptions } from '../layer';
import { tf } from '../tf';
import { computing, type Shape } from './computed';

type Merge = (a: Tensor, b: Tensor) => Tensor;

/** The shape that inputs have once they are broadcast. */
function broadcast(shapes: Shape[]): Shape {
  if (shapes.length < 2) {
    throw new ValueError(
      `A merge layer should be called on a list of at least 2 inputs. Received ${shapes.length} inputs.`
    );
  }
  return shapes.reduce((a, b) => {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    const missing = long.length - short.length;
    return long.map((length, axis) => {
      const other = axis < missing ? 1 : (short[axis - missing] ?? null);
      if (axis === 0 || length === null || other === null) return length === 1 ? other : length;
      if (length !== other && length !== 1 && other !== 1) {
        throw new ValueError(
          `Inputs have incompatible shapes. Received shapes ${tuple(a.slice(1))} and ${tuple(b.slice(1))}`
        );
      }
      return Math.max(length, other);
    });
  });
}

const merging = (kind: string, merge: Merge, finish?: (x: Tensor, count: number) => Tensor) =>
  makeable((options: LayerOptions = {}) =>
    computing(kind, [options], options, {
      compute: inputs => {
        const all = inputs.reduce(merge);
        return finish ? finish(all, inputs.length) : all;
      },
      shape: broadcast
    })
  );

/** The sum of its inputs. Keras: `keras.layers.Add`. */
export const Add = merging('Add', (a, b) => tf.add(a, b));

/** The first input without the second. Keras: `keras.layers.Subtract`. */
export const Subtract = merging('Subtract', (a, b) => tf.sub(a, b));

/** The product of its inputs. Keras: `keras.layers.Multiply`. */
export const Multiply = merging('Multiply', (a, b) => tf.mul(a, b));

/** The mean of its inputs. Keras: `keras.layers.Average`. */
export const Average = merging(
  'Average',
  (a, b) => tf.add(a, b),
  (x, count) => tf.div(x, count)
);

/** The greatest of its inputs. Keras: `keras.layers.Maximum`. */
export const Maximum = merging('Maximum', (a, b) => tf.maximum(a, b));

/** The least of its inputs. Keras: `keras.layers.Minimum`. */
export const Minimum = merging('Minimum', (a, b) => tf.minimum(a, b));

/** Its inputs one after the other along an axis, the last. Keras: `keras.layers.Concatenate`. */
export const Concatenate = makeable(
  ({ axis = -1, ...options }: LayerOptions & { axis?: number } = {}) =>
    computing('Concatenate', [{ axis, ...options }], options, {
      compute: inputs => tf.concat(inputs, axis < 0 ? axis + (inputs[0]?.rank ?? 0) : axis),
      shape: shapes => {
        const [first = []] = shapes;
        const along = axis < 0 ? axis + first.length : axis;
        const others = (shape: Shape) => tuple(shape.filter((_, i) => i !== along && i !== 0));
        if (shapes.some(shape => others(shape) !== others(first))) {
          throw new ValueError(
            'A `Concatenate` layer requires inputs with matching shapes except for the ' +
              `concatenation axis. Received: input_shape=[${shapes.map(tuple).join(', ')}]`
          );
        }
        return first.map((length, i) => {
          if (i !== along) return length;
          const lengths = shapes.map(shape => shape[along] ?? null);
          return lengths.includes(null)
            ? null
            : lengths.reduce<number>((sum, each) => sum + (each ?? 0), 0);
        });
      }
    })
);

/** The scalar products of its two inputs along axes. Keras: `keras.layers.Dot`. */
export const Dot = makeable(
  (
    axes: number | readonly [number, number],
    { normalize = false, ...options }: LayerOptions & { normalize?: boolean } = {}
  ) => {
    const along = (shapes: readonly (readonly unknown[])[]) =>
      shapes.map((shape, i) => {
        const axis = typeof axes === 'number' ? axes : (axes[i] ?? -1);
        return axis < 0 ? axis + shape.length : axis;
      });
    return computing('Dot', [axes, { normalize, ...options }], options, {
      compute: inputs => {
        const [a = 1, b = 1] = along(inputs.map(({ shape }) => shape));
        const [x, y] = inputs.map((tensor, i) => {
          const axis = i === 0 ? a : b;
          if (!normalize) return tensor;
          const length = tf.sqrt(tf.maximum(tf.sum(tf.square(tensor), axis, true), 1e-12));
          return tf.div(tensor, length);
        }) as [Tensor, Tensor];
        if (x.rank === 2) return tf.sum(tf.mul(x, y), 1, true);
        return tf.matMul(x, y, a === 1, b === 2);
      },
      shape: shapes => {
        const left = along(shapes);
        const kept = shapes.map((shape, i) => shape.filter((_, axis) => axis !== left[i]));
        const all = [...(kept[0] ?? []), ...(kept[1] ?? []).slice(1)];
        return all.length === 1 ? [...all, 1] : all;
      }
    });
  }
);
