import type { Tensor } from '@tensorflow/tfjs';
import { makeable } from '../callable';
import type { LayerOptions } from '../layer';
import { tf } from '../tf';
import { computing, type Shape } from './computed';

/** `x * scale + offset`, as `1 / 255` for pixels. Keras: `keras.layers.Rescaling`. */
export const Rescaling = makeable(
  (scale: number, { offset = 0, ...options }: LayerOptions & { offset?: number } = {}) =>
    computing('Rescaling', [scale, { offset, ...options }], options, {
      compute: ([x]) => tf.add(tf.mul(x as Tensor, scale), offset)
    })
);

/** Images of another size. Keras: `keras.layers.Resizing`. */
export const Resizing = makeable(
  (
    height: number,
    width: number,
    {
      interpolation = 'bilinear',
      ...options
    }: LayerOptions & { interpolation?: 'bilinear' | 'nearest' } = {}
  ) =>
    computing('Resizing', [height, width, { interpolation, ...options }], options, {
      compute: ([x]) => {
        const image = x as ReturnType<typeof tf.tensor4d>;
        const resize =
          interpolation === 'nearest' ? tf.image.resizeNearestNeighbor : tf.image.resizeBilinear;
        return resize(image, [height, width], false, true);
      },
      shape: ([[batch, , , channels] = [] as Shape]) => [
        batch ?? null,
        height,
        width,
        channels ?? null
      ]
    })
);
