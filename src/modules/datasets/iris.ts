import { describe, type DatasetDescription } from './description';
import columns from './iris.json';

/** What the record of an iris says. */
export interface Iris {
  /** Length of the sepals in cm. */
  sepalLength: number;
  /** Width of the sepals in cm. */
  sepalWidth: number;
  /** Length of the petals in cm. */
  petalLength: number;
  /** Width of the petals in cm. */
  petalWidth: number;
  species: 'setosa' | 'versicolor' | 'virginica';
}

/** Fisher's irises: 150 flowers of three species, 50 of each. */
export const irisDescription: DatasetDescription = describe(
  {
    name: "Fisher's irises",
    source: 'https://archive.ics.uci.edu/dataset/53/iris, as scikit-learn 1.9.1 has it',
    citation:
      'Fisher RA (1936). The use of multiple measurements in taxonomic problems. Annals of Eugenics ' +
      '7(2): 179–188. https://doi.org/10.24432/C56C76',
    licence: 'CC-BY-4.0',
    rows: columns.species.length,
    shape: [columns.species.length, 5],
    columns: {
      sepalLength: 'length of the sepals in cm',
      sepalWidth: 'width of the sepals in cm',
      petalLength: 'length of the petals in cm',
      petalWidth: 'width of the petals in cm',
      species: 'setosa, versicolor or virginica'
    }
  },
  () => ({ rows: loadIris().slice(0, 5) })
);

/**
 * The 150 irises, a fresh copy each time: changing the rows changes nothing else.
 * scikit-learn: `sklearn.datasets.load_iris`, which gives arrays, with species as 0, 1 and 2.
 * @example
 * ```ts
 * const flowers = loadIris();
 * flowers[0].petalLength;
 * // → 1.4
 * const x = np.array(flowers.map(f => [f.petalLength, f.petalWidth]));
 * x.mean(0);
 * // → [3.758      1.19933333]
 * ```
 */
export function loadIris(): Iris[] {
  return columns.species.map((species, i) => ({
    sepalLength: columns.sepalLength[i] ?? NaN,
    sepalWidth: columns.sepalWidth[i] ?? NaN,
    petalLength: columns.petalLength[i] ?? NaN,
    petalWidth: columns.petalWidth[i] ?? NaN,
    species: species as Iris['species']
  }));
}
