import type { CheckContext } from 'lessonbook/check';
import type { NumPy, NumPyArray } from './numpy';

interface Penguin {
  species: string;
  island: string;
  billLength: number | null;
  billDepth: number | null;
  flipperLength: number | null;
  bodyMass: number | null;
}

/** What the lesson's cells make of a list of penguins, under the names that they give it. */
export interface World {
  everyone: Penguin[];
  penguins: Penguin[];
  measurements: NumPyArray;
  flippers: NumPyArray;
  low: NumPyArray;
  high: NumPyArray;
  unit: NumPyArray;
  counts: NumPyArray;
  raw: NumPyArray;
  labels: NumPyArray;
  centres: NumPyArray;
}

const species = ['Adelie', 'Chinstrap', 'Gentoo'];
const islands = ['Biscoe', 'Dream', 'Torgersen'];

const row = ({ billLength, billDepth, flipperLength, bodyMass }: Penguin) => [
  billLength,
  billDepth,
  flipperLength,
  bodyMass
];

/** All that an answer can start from, so that a rerun on other birds finds nothing of these. */
export function worldOf(np: NumPy, everyone: Penguin[]): World {
  const penguins = everyone.filter(({ bodyMass }) => bodyMass !== null);
  const measurements = np.array(penguins.map(row));
  const [low, high] = [measurements.min(0), measurements.max(0)];
  const unit = measurements.subtract(low).divide(high.subtract(low));
  const labels = np.array(penguins.map(penguin => species.indexOf(penguin.species)));
  const count = (name: string, island: string) =>
    everyone.filter(bird => bird.species === name && bird.island === island).length;
  return {
    everyone,
    penguins,
    measurements,
    flippers: measurements.at(':, 2'),
    low,
    high,
    unit,
    counts: np.array(species.map(name => islands.map(island => count(name, island)))),
    raw: np.array(everyone.map(row)),
    labels,
    centres: np.stack(species.map((_, k) => unit.at(labels.equal(k)).mean(0)))
  };
}

/** The lesson's own birds, afresh: no cell can have changed them. */
export async function allBirds(check: CheckContext): Promise<{ np: NumPy; world: World }> {
  const np = await check.import<NumPy>('numpy');
  const { loadPenguins } = await check.import<{ loadPenguins(): Penguin[] }>('datasets');
  return { np, world: worldOf(np, loadPenguins()) };
}

/**
 * How many birds of each species and island to rerun an answer on: so many that rounding to two or
 * three digits changes neither their shares nor an accuracy. Wrong digits are for the live values
 * to show, a rerun is to show numbers that were typed in.
 */
const quotas = [
  [5, 5, 10],
  [0, 9, 0],
  [13, 0, 0]
];

/** A few dozen birds, with the gaps that they have and one more. */
export function fewBirds(np: NumPy, { everyone }: World): World {
  const few = species.flatMap((name, i) =>
    islands.flatMap((island, j) =>
      everyone
        .filter(bird => bird.species === name && bird.island === island)
        .slice(0, quotas[i]?.[j])
    )
  );
  const gap = { billLength: null, billDepth: null, flipperLength: null, bodyMass: null };
  return worldOf(
    np,
    few.map((bird, i) => (i === 6 ? { ...bird, ...gap } : bird))
  );
}
