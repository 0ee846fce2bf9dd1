import {
  compare,
  diagnose,
  isClose,
  misconception,
  shapeOf,
  show,
  type Check
} from 'lessonbook/check';
import { allBirds, otherBirds } from './world';

const name = 'fromMean';

export const checkFromMean: Check = async check => {
  const { np, world } = await allBirds(check);
  const { flippers, measurements } = world;
  const mean = flippers.mean();
  const right = flippers.subtract(mean);
  const found = check.value(name);
  const wrong = compare(found, right, { name });
  if (wrong) {
    return diagnose(
      wrong,
      misconception(
        'one-number',
        shapeOf(found)?.length === 0,
        `Your \`fromMean\` is one number, ${show(found)}; one for each penguin is expected, shape [342]. Take the mean from every flipper.`
      ),
      misconception(
        'sign-turned',
        () => isClose(found, right.negative()),
        'Your `fromMean` has every sign turned: the first is 19.9152, but that flipper is shorter than the mean, so −19.9152 is expected. Subtract the mean from the flippers.'
      ),
      misconception(
        'sum-instead-of-mean',
        () => isClose(found, flippers.subtract(flippers.sum())),
        'Your `fromMean` has the sum of all flippers subtracted, 68713; their mean, 200.915, is expected.'
      ),
      misconception(
        'mean-of-everything',
        () => isClose(found, flippers.subtract(measurements.mean())),
        'Your `fromMean` has the mean of all `measurements` subtracted, grams among them: 1115.94. The mean of `flippers` is expected, 200.915.'
      ),
      misconception(
        'median-instead-of-mean',
        () => isClose(found, flippers.subtract(np.median(flippers))),
        'Your `fromMean` has the median subtracted, 197: half of the flippers are shorter than that. The mean is expected, 200.915.'
      ),
      misconception(
        'quotient',
        () => isClose(found, flippers.divide(mean)),
        'Your `fromMean` says how many times the mean each flipper is. By how many mm it is longer is expected: subtract, where you divide.'
      ),
      misconception(
        'whole-numbers',
        () => isClose(found, right.astype('int64')),
        'Your `fromMean` holds whole numbers: −19 where −19.9152 is expected. The fractions were cut off on the way.'
      ),
      misconception(
        'last-bird-left-out',
        () => isClose(found, flippers.subtract(flippers.at(':-1').mean())),
        'Your `fromMean` has the mean of the first 341 flippers subtracted, without the last. A range ends before its second number; `flippers.mean()` takes them all.'
      ),
      misconception(
        'rounded-mean',
        () => isClose(found, right, { absolute: 0.5 }),
        'Every number of your `fromMean` is off by a little: the mean was rounded. Take it as `flippers.mean()` gives it, 200.91520…'
      )
    );
  }
  const others = otherBirds(np, world);
  const rerun = await check.rerun({ ...others });
  return diagnose(
    compare(rerun.value(name), others.flippers.subtract(others.flippers.mean()), { name }),
    misconception(
      'hard-coded',
      true,
      'Your `fromMean` is right for these penguins only: for others the mean is another. Compute it with `flippers.mean()`.'
    )
  );
};
