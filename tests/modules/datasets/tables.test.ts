import { beforeAll, describe, expect, it } from 'vitest';
import * as datasets from '../../../src/modules/datasets';
import {
  irisDescription,
  loadIris,
  loadMobyDick,
  loadMovieRatings,
  mobyDickDescription,
  movieRatingsDescription,
  penguinsDescription
} from '../../../src/modules/datasets';
import { connectToFiles, shown } from './host';

beforeAll(connectToFiles);

const count = <T>(items: T[], test: (item: T) => boolean) => items.filter(test).length;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("Fisher's irises", () => {
  const flowers = loadIris();

  it('are 150 flowers, 50 of each species', () => {
    expect(flowers).toHaveLength(150);
    for (const species of ['setosa', 'versicolor', 'virginica']) {
      expect(count(flowers, flower => flower.species === species)).toBe(50);
    }
  });

  it('have the measurements that Fisher published', () => {
    expect(mean(flowers.map(each => each.sepalLength))).toBeCloseTo(5.843333, 6);
    expect(mean(flowers.map(each => each.sepalWidth))).toBeCloseTo(3.057333, 6);
    expect(mean(flowers.map(each => each.petalLength))).toBeCloseTo(3.758, 6);
    expect(mean(flowers.map(each => each.petalWidth))).toBeCloseTo(1.199333, 6);
    // Two rows that are wrong in the file of the UCI repository.
    expect(flowers[34]).toMatchObject({ sepalWidth: 3.1, petalWidth: 0.2 });
    expect(flowers[37]).toMatchObject({ sepalWidth: 3.6, petalLength: 1.4 });
  });
});

describe("Spark's movie ratings", () => {
  const ratings = loadMovieRatings();

  it('are 1,501 ratings by 30 users of 100 movies', () => {
    expect(ratings).toHaveLength(1501);
    expect(new Set(ratings.map(each => each.user))).toEqual(new Set(Array(30).keys()));
    expect(new Set(ratings.map(each => each.movie))).toEqual(new Set(Array(100).keys()));
  });

  it('are whole numbers from 1 to 5, one at most for a user and a movie', () => {
    const byRating = [1, 2, 3, 4, 5].map(rating => count(ratings, each => each.rating === rating));
    expect(byRating).toEqual([941, 207, 179, 99, 75]);
    expect(new Set(ratings.map(({ user, movie }) => `${user} ${movie}`)).size).toBe(1501);
  });
});

describe('Moby Dick', () => {
  it('has 23 chapters with titles, from Loomings to The Lee Shore', async () => {
    const chapters = await loadMobyDick();
    expect(chapters.map(({ number }) => number)).toEqual(
      Array.from({ length: 23 }, (_, i) => i + 1)
    );
    expect(chapters[0]?.title).toBe('Loomings');
    expect(chapters[22]?.title).toBe('The Lee Shore');
    expect(chapters[0]?.text.startsWith('Call me Ishmael.')).toBe(true);
  });

  it('is long enough for an embedding, and holds nothing but the book', async () => {
    const text = (await loadMobyDick()).map(chapter => chapter.text).join('\n\n');
    const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
    expect(words.length).toBeGreaterThan(35_000);
    expect(count(words, word => word === 'queequeg')).toBeGreaterThan(50);
    expect(text).not.toMatch(/gutenberg|ebook|CHAPTER \d/i);
  });
});

describe('every data set', () => {
  const descriptions = Object.entries(datasets).filter(([name]) => name.endsWith('Description'));

  it.each(descriptions)('%s tells all that is to be known', (_, description) => {
    const { name, source, citation, licence, rows, shape, columns } =
      description as datasets.DatasetDescription;
    expect([name, source, citation, licence].filter(text => text.length < 5)).toEqual([]);
    expect(source).toMatch(/https?:\/\//);
    expect(shape[0]).toBe(rows);
    expect(Object.keys(columns).length).toBeGreaterThan(1);
  });

  it('is described as it is', async () => {
    const tables = [
      [irisDescription, loadIris()],
      [movieRatingsDescription, loadMovieRatings()],
      [penguinsDescription, datasets.loadPenguins()],
      [mobyDickDescription, await loadMobyDick()]
    ] as const;
    for (const [{ rows, shape, columns }, data] of tables) {
      expect(data).toHaveLength(rows);
      expect(Object.keys(data[0] ?? {})).toEqual(Object.keys(columns));
      expect(shape).toEqual([rows, Object.keys(columns).length]);
    }
  });

  it('shows its first rows below what is said about it', async () => {
    const bundle = await shown(irisDescription);
    const text = String(bundle['text/plain']);
    expect(text).toContain('petalWidth: width of the petals in cm');
    expect(text).toContain('sepalLength  sepalWidth  petalLength  petalWidth  species');
    expect(text).toContain('5.1          3.5         1.4          0.2         setosa');
    expect(bundle['text/html']).toContain('<caption>The first 5 of 150 rows</caption>');
  });
});
