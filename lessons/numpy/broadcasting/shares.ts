import { compare, diagnose, isClose, misconception, type Check } from 'lessonbook/check';
import { byRow, type NumPyArray } from './numpy';
import { allBirds, otherBirds } from './world';

const name = 'shares';
const sharesOf = (counts: NumPyArray) => counts.divide(counts.sum(byRow));

export const checkShares: Check = async check => {
  const { np, world } = await allBirds(check);
  const { counts } = world;
  const right = sharesOf(counts);
  const found = check.value(name);
  const wrong = compare(found, right, { name });
  if (wrong) {
    return diagnose(
      wrong,
      misconception(
        'missing-keepdims',
        () => isClose(found, counts.divide(counts.sum(1))),
        'In your `shares` the totals met the columns: 56 Adelies on Dream are divided by the 68 Chinstraps. As shape [3] the totals are a row; a column is expected, [3, 1].'
      ),
      misconception(
        'axis-mixed-up',
        () => isClose(found, counts.divide(counts.sum(0))),
        'The columns of your `shares` sum to 1: that is the share of each species among the birds of an island. Each row is expected to sum to 1, so sum along axis 1.'
      ),
      misconception(
        'whole-table',
        () => isClose(found, counts.divide(counts.sum())),
        'All nine of your `shares` together sum to 1: you divided by all 344 birds. Each row is expected to sum to 1 by itself.'
      ),
      misconception(
        'mean-instead-of-sum',
        () => isClose(found, counts.divide(counts.mean(byRow))),
        'The rows of your `shares` sum to 3; 1 is expected. You divided by the mean of each row, which is a third of its sum.'
      ),
      misconception(
        'per-cent',
        () => isClose(found, right.multiply(100)),
        'Your `shares` are per cent, from 0 to 100. Shares from 0 to 1 are expected.'
      ),
      misconception(
        'whole-numbers',
        () => isClose(found, counts.floorDivide(counts.sum(byRow))),
        'Your `shares` are whole numbers: 0 where 0.289474 is expected. Divide with `divide`, which keeps the fraction, as `/` does in Python.'
      ),
      misconception(
        'rounded',
        () => isClose(found, right, { absolute: 0.0051 }),
        'Your `shares` are rounded: the first row does not sum to exactly 1. Keep all digits, and round only to show them.'
      ),
      misconception(
        'transposed',
        () => isClose(found, right.T),
        'Your `shares` has the species in its columns. They are expected in the rows, as in `counts`. It looks transposed.'
      )
    );
  }
  const others = otherBirds(np, world);
  const rerun = await check.rerun({ ...others });
  return diagnose(
    compare(rerun.value(name), sharesOf(others.counts), { name }),
    misconception(
      'hard-coded',
      true,
      'Your `shares` is right for these counts only. Compute the total of each row from `counts`.'
    )
  );
};
