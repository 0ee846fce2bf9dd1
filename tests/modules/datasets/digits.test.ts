import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { digitsDescription, loadDigits, type Digits } from '../../../src/modules/datasets';
import { connectToFiles, shown } from './host';

let digits: Digits;
beforeAll(async () => {
  connectToFiles();
  digits = await loadDigits();
});

const counts = (labels: Uint8Array) =>
  Array.from({ length: 10 }, (_, digit) => labels.filter(label => label === digit).length);

describe('the digits', () => {
  it('are 6,000 images and 1,000 others, as many of each digit', () => {
    expect(digits.train.shape).toEqual([6000, 28, 28]);
    expect(digits.test.shape).toEqual([1000, 28, 28]);
    expect(digits.train.images).toHaveLength(6000 * 784);
    expect(digits.test.images).toHaveLength(1000 * 784);
    expect(counts(digits.train.labels)).toEqual(Array<number>(10).fill(600));
    expect(counts(digits.test.labels)).toEqual(Array<number>(10).fill(100));
  });

  it('are those that were packed', () => {
    const { buffer } = digits.train.images;
    expect(createHash('sha256').update(new Uint8Array(buffer)).digest('hex')).toBe(
      '15d15dc7dea49957ed033e06811bcf5b6241a5a33ac29b24dc47265302faa8ab'
    );
  });

  it('have light strokes on black, in the middle of the image', () => {
    const { images } = digits.train;
    const mean = images.reduce((sum, pixel) => sum + pixel, 0) / images.length;
    // Of all of MNIST it is 33.3.
    expect(mean).toBeGreaterThan(31);
    expect(mean).toBeLessThan(36);
    const corners = images.filter((_, i) => i % 784 === 0 || i % 784 === 783);
    expect(Math.max(...corners)).toBe(0);
  });

  it('have no image twice, so that no test image was trained with', () => {
    const all = [digits.train, digits.test].flatMap(({ labels, ...set }) =>
      Array.from(labels.keys(), i =>
        Buffer.from(set.images.slice(i * 784, (i + 1) * 784)).toString('latin1')
      )
    );
    expect(new Set(all).size).toBe(7000);
  });

  it('stand in an order of chance, so that a batch holds all of them', () => {
    expect(new Set(digits.train.labels.slice(0, 64)).size).toBe(10);
    expect(new Set(digits.test.labels.slice(0, 64)).size).toBe(10);
  });

  it('can be told apart by the nearest mean', () => {
    const means = Array.from({ length: 10 }, () => new Float64Array(784));
    digits.train.labels.forEach((label, i) => {
      digits.train.at(i).forEach((pixel, j) => {
        const mean = means[label];
        if (mean) mean[j] = (mean[j] ?? 0) + pixel / 600;
      });
    });
    const distance = (image: Uint8Array, mean: Float64Array) =>
      image.reduce((sum, pixel, j) => sum + (pixel - (mean[j] ?? 0)) ** 2, 0);
    const right = Array.from(digits.test.labels).filter((label, i) => {
      const distances = means.map(mean => distance(digits.test.at(i), mean));
      return distances.indexOf(Math.min(...distances)) === label;
    });
    // 82 % is what this simplest of classifiers reaches on MNIST.
    expect(right.length / 1000).toBeGreaterThan(0.78);
  });

  it('are a copy that may be changed', async () => {
    const other = await loadDigits();
    other.train.images.fill(7);
    expect(digits.train.images[0]).toBe(0);
  });

  it('give one image by its position, also from the end', () => {
    expect(digits.test.at(-1)).toEqual(digits.test.at(999));
    expect(digits.test.at(0)).toHaveLength(784);
    expect(() => digits.test.at(1000)).toThrow('There is no image 1000: there are 1000');
  });
});

/** The pixels of a grey PNG without filters. */
function pixelsOf(png: Buffer): { width: number; height: number; pixels: Buffer } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const lines = Array.from({ length: height }, (_, y) =>
    rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))
  );
  return { width, height, pixels: Buffer.concat(lines) };
}

describe('a preview of the digits', () => {
  it('is a picture with a digit in each column, and a text for those who do not see it', async () => {
    const bundle = await shown(digits);
    const text =
      'The first 4 images of each digit, from 0 in the left column to 9 in the right one';
    expect(bundle['text/plain']).toBe(
      'Digits: 6000 images to train with, 1000 to test with, each 28 × 28 pixels from 0 (black) to 255 (white)\n' +
        text
    );
    const [, alt, base64 = ''] =
      /<img alt="([^"]*)" src="data:image\/png;base64,([^"]*)">/.exec(
        String(bundle['text/html'])
      ) ?? [];
    expect(alt).toBe(text);
    const { width, height, pixels } = pixelsOf(Buffer.from(base64, 'base64'));
    expect([width, height]).toEqual([600, 240]);
    const first = digits.train.at(digits.train.labels.indexOf(3));
    const drawn = Array.from(first.keys(), i => {
      const [x, y] = [3 * 60 + 2 * (i % 28), 2 * Math.floor(i / 28)];
      return pixels[y * width + x];
    });
    expect(drawn).toEqual([...first]);
  });

  it('stands below the description, which names the licence', async () => {
    expect(digitsDescription.rows).toBe(7000);
    const bundle = await shown(digitsDescription);
    expect(bundle['text/plain']).toContain('licence: CC-BY-SA-3.0');
    expect(bundle['text/html']).toContain('<img alt=');
    expect(bundle['text/html']).toContain('<a href="https://doi.org/10.1109/5.726791">');
  });
});
