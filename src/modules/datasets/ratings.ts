import { describe, type DatasetDescription } from './description';
import columns from './ratings.json';

/** What one user thinks of one movie. */
export interface Rating {
  /** Which user, 0 to 29. */
  user: number;
  /** Which movie, 0 to 99. */
  movie: number;
  /** From 1, the lowest, to 5. */
  rating: number;
}

/** Spark's sample of movie ratings: 1,501 by 30 users of 100 movies. */
export const movieRatingsDescription: DatasetDescription = describe(
  {
    name: "Spark's sample of movie ratings",
    source:
      'https://github.com/apache/spark, data/mllib/als/sample_movielens_ratings.txt, as pyspark 2.4.8 has it',
    citation: 'Apache Spark, The Apache Software Foundation. The movies have numbers and no names.',
    licence: 'Apache-2.0',
    rows: columns.rating.length,
    shape: [columns.rating.length, 3],
    columns: {
      user: 'which user, 0 to 29',
      movie: 'which movie, 0 to 99',
      rating: '1, the lowest, to 5'
    }
  },
  () => ({ rows: loadMovieRatings().slice(0, 5) })
);

/**
 * 1,501 ratings of movies, by user and then by movie, a fresh copy each time. They are what Spark's
 * own example of ALS is trained with.
 * Spark: `pyspark.ml.recommendation.ALS`, whose example reads the same ratings from a file.
 * @example
 * ```ts
 * const ratings = loadMovieRatings();
 * ratings.slice(0, 2);
 * // → [ { user: 0, movie: 2, rating: 3 }, { user: 0, movie: 3, rating: 1 } ]
 * const r = np.zeros([30, 100]);
 * for (const { user, movie, rating } of ratings) r.set(user, movie, rating);
 * np.countNonzero(r);
 * // → 1501
 * ```
 */
export function loadMovieRatings(): Rating[] {
  return columns.rating.map((rating, i) => ({
    user: columns.user[i] ?? NaN,
    movie: columns.movie[i] ?? NaN,
    rating
  }));
}
