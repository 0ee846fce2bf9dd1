import { describe, type DatasetDescription } from './description';
import columns from './penguins.json';

/** What a penguin's record says; a measurement that was not taken is null. */
export interface Penguin {
  species: 'Adelie' | 'Chinstrap' | 'Gentoo';
  /** The island of the Palmer Archipelago where the penguin was seen. */
  island: 'Biscoe' | 'Dream' | 'Torgersen';
  /** Length of the bill in mm. */
  billLength: number | null;
  /** Depth of the bill in mm. */
  billDepth: number | null;
  /** Length of the flipper in mm. */
  flipperLength: number | null;
  /** Body mass in g. */
  bodyMass: number | null;
  sex: 'female' | 'male' | null;
}

/** The Palmer penguins: 344 adults of three species, measured 2007–2009. */
export const penguinsDescription: DatasetDescription = describe(
  {
    name: 'Palmer penguins',
    source: 'https://allisonhorst.github.io/palmerpenguins/',
    citation:
      'Gorman KB, Williams TD, Fraser WR (2014). Ecological sexual dimorphism and environmental ' +
      'variability within a community of Antarctic penguins (genus Pygoscelis). ' +
      'PLOS ONE 9(3): e90081. https://doi.org/10.1371/journal.pone.0090081',
    licence: 'CC0-1.0',
    rows: columns.species.length,
    shape: [columns.species.length, 7],
    columns: {
      species: 'Adelie, Chinstrap or Gentoo',
      island: 'Biscoe, Dream or Torgersen',
      billLength: 'length of the bill in mm',
      billDepth: 'depth of the bill in mm',
      flipperLength: 'length of the flipper in mm',
      bodyMass: 'body mass in g',
      sex: 'female or male'
    }
  },
  () => ({ rows: loadPenguins().slice(0, 5) })
);

/**
 * The 344 Palmer penguins, a fresh copy each time: changing the rows changes nothing else.
 * seaborn: `seaborn.load_dataset`, as `load_dataset('penguins')` with a DataFrame as its result.
 * @example
 * ```ts
 * const penguins = loadPenguins();
 * penguins[0].bodyMass;
 * // → 3750
 * penguins.filter(penguin => penguin.species === 'Gentoo').length;
 * // → 124
 * ```
 */
export function loadPenguins(): Penguin[] {
  return columns.species.map((species, i) => ({
    species: species as Penguin['species'],
    island: columns.island[i] as Penguin['island'],
    billLength: columns.billLength[i] ?? null,
    billDepth: columns.billDepth[i] ?? null,
    flipperLength: columns.flipperLength[i] ?? null,
    bodyMass: columns.bodyMass[i] ?? null,
    sex: (columns.sex[i] ?? null) as Penguin['sex']
  }));
}
