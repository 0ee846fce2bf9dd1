import {
  compare,
  diagnose,
  isClose,
  misconception,
  show,
  shapeOf,
  type Check
} from 'lessonbook/check';
import { byRow, type NumPyArray } from './numpy';
import { allBirds, otherBirds } from './world';

const name = 'scaled';
const standardised = (m: NumPyArray) => m.subtract(m.mean(0)).divide(m.std(0));

export const checkStandardise: Check = async check => {
  const { np, world } = await allBirds(check);
  const { measurements: m } = world;
  const right = standardised(m);
  const centred = m.subtract(m.mean(0));
  const but = m.at(':-1');
  const found = check.value(name);
  const wrong = compare(found, right, { name });
  if (wrong) {
    return diagnose(
      wrong,
      misconception(
        'transposed',
        String(shapeOf(found)) === '4,342',
        'Your `scaled` has shape [4, 342]; one row for each penguin is expected, [342, 4]. It looks transposed.'
      ),
      misconception(
        'one-mean-for-all',
        () => isClose(found, m.subtract(m.mean()).divide(m.std())),
        'Your `scaled` has one mean and one deviation of all numbers, millimetres and grams together. Each column has its own: say along which axis to go.'
      ),
      misconception(
        'axis-mixed-up',
        () => isClose(found, m.subtract(m.mean(byRow)).divide(m.std(byRow))),
        'Your `scaled` has mean 0 in each row: you averaged the four measurements of one bird. Each column is expected to have mean 0, so go along axis 0.'
      ),
      misconception(
        'not-divided',
        () => isClose(found, centred),
        'The columns of your `scaled` have mean 0, but the deviations are [5.45, 1.97, 14, 801]; 1 is expected in each. Divide by the standard deviation too.'
      ),
      misconception(
        'not-centred',
        () => isClose(found, m.divide(m.std(0))),
        'The columns of your `scaled` have deviation 1, but their means are [8.06, 8.7, 14.3, 5.25]; 0 is expected in each. Subtract the mean before you divide.'
      ),
      misconception(
        'variance',
        () => isClose(found, centred.divide(m.var(0))),
        'Your `scaled` was divided by the variance, which is the square of the standard deviation. `std` is expected, where you have `var`.'
      ),
      misconception(
        'order-of-steps',
        () => isClose(found, m.subtract(m.mean(0).divide(m.std(0)))),
        'For your `scaled` only the mean was divided by the deviation, and then subtracted. First subtract, then divide the whole difference.'
      ),
      misconception(
        'sample-deviation',
        () => isClose(found, centred.divide(m.std({ axis: 0, ddof: 1 }))),
        'Your deviation divides by n − 1 (`ddof: 1`), so `scaled` has deviation 0.9985 in each column; 1 is expected. Use `std` as it is.'
      ),
      misconception(
        'min-max',
        () => isClose(found, world.unit),
        'Your `scaled` goes from 0 to 1 in each column: that is min-max scaling. Mean 0 and standard deviation 1 are expected; use `mean` and `std`.'
      ),
      misconception(
        'last-bird-left-out',
        () => isClose(found, m.subtract(but.mean(0)).divide(but.std(0))),
        'The mean and deviation in your `scaled` leave out the last bird: a range ends before its second number. `measurements.mean(0)` takes them all.'
      ),
      misconception(
        'whole-numbers',
        () => isClose(found, right.astype('int64')) || isClose(found, right.round()),
        `Your \`scaled\` holds whole numbers only; the first bill is expected to be ${show(-0.884499)}. The fractions were lost on the way.`
      )
    );
  }
  const others = otherBirds(np, world);
  const rerun = await check.rerun({ ...others });
  return diagnose(
    compare(rerun.value(name), standardised(others.measurements), { name }),
    misconception(
      'hard-coded',
      true,
      'Your `scaled` is right for these penguins only: other birds have other means and deviations. Compute both from `measurements`.'
    )
  );
};
