import {
  compare,
  compareReturns,
  diagnose,
  isClose,
  misconception,
  passed,
  shapeOf,
  show,
  usesLoop,
  type Check,
  type CheckContext,
  type Failure
} from 'lessonbook/check';
import type { NumPy, NumPyArray } from './numpy';
import { allBirds, otherBirds, type World } from './world';

const differences = (points: NumPyArray, centres: NumPyArray) =>
  points.at(':', null).subtract(centres);
const squares = (np: NumPy, points: NumPyArray, centres: NumPyArray) =>
  np.square(differences(points, centres));
const nearest = (np: NumPy, points: NumPyArray, centres: NumPyArray) =>
  squares(np, points, centres).sum(-1).argmin(-1);

export const checkNearest: Check = async check => {
  const { np, world } = await allBirds(check);
  const wrong =
    (await judgeFunction(check, np)) ??
    judgePredicted(check, np, world) ??
    judgeAccuracy(check, np, world) ??
    (await judgeRerun(check, np, world));
  if (wrong) {
    return wrong;
  }
  return usesLoop(check.tree, { callbacks: true })
    ? passed('Right. Can you do it without going through the birds one by one, too?')
    : undefined;
};

async function judgeFunction(check: CheckContext, np: NumPy): Promise<Failure | undefined> {
  const points = np.array([
    [1, 0, 5, 7],
    [9, 4, 5, 7],
    [3, 8, 5, 7],
    [3, 3, 5, 7],
    [6, 1, 5, 7]
  ]);
  const centres = np.array([
    [0, 0, 5, 7],
    [8, 3, 5, 7],
    [2, 9, 5, 7]
  ]);
  const f = check.value('nearest');
  const wrong = await compareReturns(
    f,
    [{ args: [points, centres], returns: nearest(np, points, centres) }],
    { name: 'nearest' }
  );
  if (wrong === undefined || typeof f !== 'function') {
    return wrong;
  }
  const found: unknown = await Reflect.apply(f, undefined, [points, centres]);
  const squared = squares(np, points, centres);
  const unsigned = np.abs(differences(points, centres));
  return diagnose(
    wrong,
    misconception(
      'farthest',
      () => isClose(found, squared.sum(-1).argmax(-1)),
      'Your `nearest` gives the centre that is farthest away. The one with the smallest distance is expected: `argmin`.'
    ),
    misconception(
      'other-birds',
      () => shapeOf(found)?.[0] === 342,
      'Your `nearest` gives 342 answers for 5 points: it works on the birds of `unit`, whatever it is given. Compute with its argument `points`.'
    ),
    misconception(
      'sum-over-centres',
      () => isClose(found, squared.sum(1).argmin(-1)),
      'Your `nearest` sums over axis 1, the centres. Of the shape [n, m, d] the last axis holds the differences of one pair; that is the one to sum over.'
    ),
    misconception(
      'nearest-point',
      () => isClose(found, squared.sum(-1).argmin(0)),
      'Your `nearest` gives 3 answers, the closest point of each centre. For 5 points 5 are expected, the closest centre of each point: which axis does `argmin` go along?'
    ),
    misconception(
      'not-squared',
      () => isClose(found, differences(points, centres).sum(-1).argmin(-1)),
      'Your `nearest` sums the differences as they are, so those below and above 0 cancel out. Square them before you sum.'
    ),
    misconception(
      'not-straight',
      () => isClose(found, unsigned.sum(-1).argmin(-1)),
      'Your `nearest` sums the sizes of the differences, which is the way round the corner. The straight line is expected: sum their squares.'
    ),
    misconception(
      'distance-instead-of-position',
      () =>
        isClose(found, squared.sum(-1).min(-1)) ||
        isClose(found, squared.sum(-1).min(-1).power(0.5)),
      'Your `nearest` gives how far the closest centre is. Which one it is is expected, its position: `argmin`, where you have `min`.'
    )
  );
}

function judgePredicted(check: CheckContext, np: NumPy, world: World): Failure | undefined {
  const { unit, centres, measurements, labels } = world;
  const name = 'predicted';
  const right = nearest(np, unit, centres);
  const found = check.value(name);
  return diagnose(
    compare(found, right, { name }),
    misconception(
      'not-scaled',
      () => isClose(found, nearest(np, measurements, centres)),
      'For your `predicted` you compare `measurements`, in mm and g, with centres that are scaled to 0 … 1. `unit` is on the same scale as `centres`.'
    ),
    misconception(
      'labels-as-predictions',
      () => isClose(found, labels),
      'Your `predicted` is a copy of the true `labels`. What `nearest` gives for `unit` and `centres` is expected; a few birds come out wrong.'
    ),
    misconception(
      'mask-instead-of-positions',
      () => isClose(found, right.equal(labels)),
      'Your `predicted` says which predictions are right. The predictions themselves are expected: 0, 1 or 2 for each penguin.'
    )
  );
}

function judgeAccuracy(check: CheckContext, np: NumPy, world: World): Failure | undefined {
  const { unit, centres, labels } = world;
  const name = 'accuracy';
  const found = check.value(name);
  const right = nearest(np, unit, centres).equal(labels);
  return diagnose(
    compare(found, right.mean(), { name }),
    misconception(
      'count-instead-of-share',
      () => isClose(found, right.sum()),
      'Your `accuracy` is 331, how many are right. The share is expected, 331 of 342 birds: `mean`, where you have `sum`.'
    ),
    misconception(
      'per-cent',
      () => isClose(found, right.mean() * 100, { absolute: 0.5 }),
      `Your \`accuracy\` is ${show(found)}, which looks like per cent. A share from 0 to 1 is expected.`
    ),
    misconception(
      'share-of-errors',
      () => isClose(found, 1 - right.mean()),
      `Your \`accuracy\` is ${show(found)}, the share of wrong predictions. Count those that are equal to the labels.`
    ),
    misconception(
      'rounded',
      () => isClose(found, right.mean(), { absolute: 0.005 }),
      `Your \`accuracy\` is ${show(found)}, which is rounded; 331/342 = 0.967836 is expected. Keep all digits, and round only to show them.`
    )
  );
}

async function judgeRerun(
  check: CheckContext,
  np: NumPy,
  world: World
): Promise<Failure | undefined> {
  const others = otherBirds(np, world);
  const { unit, centres, labels } = others;
  const rerun = await check.rerun({ ...others });
  return diagnose(
    compare(rerun.value('accuracy'), nearest(np, unit, centres).equal(labels).mean()),
    misconception(
      'hard-coded',
      true,
      'Your `accuracy` is right for these penguins only: it stays the same when the birds are others. Compute it from `predicted` and `labels`.'
    )
  );
}
