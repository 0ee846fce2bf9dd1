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
  centimetres: NumPyArray;
  means: NumPyArray;
  centred: NumPyArray;
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
  const flippers = measurements.at(':, 2');
  const means = measurements.mean(0);
  const unit = measurements.subtract(low).divide(high.subtract(low));
  const labels = np.array(penguins.map(penguin => species.indexOf(penguin.species)));
  const count = (name: string, island: string) =>
    everyone.filter(bird => bird.species === name && bird.island === island).length;
  return {
    everyone,
    penguins,
    measurements,
    flippers,
    centimetres: flippers.divide(10),
    means,
    centred: measurements.subtract(means),
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
 * How many birds of each species and island to rerun an answer on: as many as there are in all, so
 * that a loop up to a number that was typed in is no error, but in other shares.
 */
const quotas = [
  [80, 40, 40],
  [0, 80, 0],
  [104, 0, 0]
];

/** Where the two birds stand that were not measured. */
const gaps = [6, 200];

/** As many birds as `everyone`, some of them more than once, and with gaps in other places. */
export function otherBirds(np: NumPy, { penguins }: World): World {
  const others = species.flatMap((name, i) =>
    islands.flatMap((island, j) => {
      const own = penguins.filter(bird => bird.species === name && bird.island === island);
      return Array.from({ length: quotas[i]?.[j] ?? 0 }, (_, k) => own[k % own.length]);
    })
  );
  const nothing = { billLength: null, billDepth: null, flipperLength: null, bodyMass: null };
  return worldOf(
    np,
    others.flatMap((bird, i) => (bird ? [gaps.includes(i) ? { ...bird, ...nothing } : bird] : []))
  );
}
