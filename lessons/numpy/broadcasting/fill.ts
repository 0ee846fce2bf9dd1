import {
  compare,
  diagnose,
  failed,
  flat,
  isClose,
  misconception,
  shapeOf,
  usesCall,
  type Check
} from 'lessonbook/check';
import type { NumPy, NumPyArray } from './numpy';
import { allBirds, otherBirds } from './world';

const name = 'filled';
const fill = (np: NumPy, raw: NumPyArray, by: unknown) => np.where(np.isnan(raw), by, raw);

export const checkFill: Check = async check => {
  const { np, world } = await allBirds(check);
  const { raw } = world;
  const means = np.nanmean(raw, 0);
  const found = check.value(name);
  const gaps = flat(found).filter(Number.isNaN).length;
  const wrong = compare(found, fill(np, raw, means), { name });
  if (wrong) {
    return diagnose(
      wrong,
      misconception(
        'birds-left-out',
        String(shapeOf(found)) === '342,4',
        'Your `filled` has shape [342, 4]: the two birds with gaps are left out. All 344 are expected, with the gaps filled.'
      ),
      misconception(
        'choice-turned-round',
        () => isClose(found, np.where(np.isnan(raw), raw, means)),
        'Your `filled` keeps the gaps and has the means in place of the measurements: the choice is the wrong way round. Where the mask is true, the first value is taken.'
      ),
      misconception(
        'compared-with-nan',
        gaps === 8 && usesCall(check.tree, 'equal'),
        `Your \`filled\` still has ${gaps} NaN: none was found. NaN is not equal to anything, not even to itself, so \`equal\` gives false; \`np.isnan\` finds it.`
      ),
      misconception(
        'mean-is-missing',
        gaps === 8,
        `Your \`filled\` still has ${gaps} NaN: what you fill in is NaN itself. The mean of numbers with a gap among them is NaN; \`np.nanmean(raw, 0)\` leaves gaps out.`
      ),
      misconception(
        'gaps-left',
        gaps > 0,
        `Your \`filled\` still has ${gaps} NaN; none is expected. Two birds have gaps, in all four columns. Does each column get its turn?`
      ),
      misconception(
        'filled-with-zero',
        () => isClose(found, fill(np, raw, 0)),
        'The gaps of your `filled` hold 0: penguins without bill, flippers and mass. The mean of the column is expected in each.'
      ),
      misconception(
        'one-mean-for-all',
        () => isClose(found, fill(np, raw, np.nanmean(raw))),
        'Every gap of your `filled` holds 1115.94, the mean of all numbers, millimetres and grams together. Each column has its own mean: say along which axis to go.'
      ),
      misconception(
        'gaps-counted',
        () => isClose(found, fill(np, raw, np.nansum(raw, 0).divide(raw.shape[0]))),
        'The means in your `filled` are a little too small: the sum of 342 measured birds, divided by 344. Count only those that were measured, as `np.nanmean` does.'
      ),
      misconception(
        'last-bird-left-out',
        () => isClose(found, fill(np, raw, np.nanmean(raw.at(':-1'), 0))),
        'The means in your `filled` leave out the last bird: a range ends before its second number. `np.nanmean(raw, 0)` takes all that were measured.'
      ),
      misconception(
        'whole-numbers',
        () => isClose(found, fill(np, raw, means).astype('int64')),
        'Your `filled` holds whole numbers: the first bill is 39 where 39.1 is expected. The fractions were cut off on the way.'
      )
    );
  }
  const others = otherBirds(np, world);
  const before = others.raw.copy();
  const rerun = await check.rerun({ ...others });
  if (!isClose(others.raw, before)) {
    return failed(
      'changed-in-place',
      'The numbers in `filled` are right, but your cell changed `raw` as well: the two share their numbers. Run the cell that makes `raw` again, and work on a copy.',
      { expected: '`raw` with its gaps', actual: '`raw` without gaps' }
    );
  }
  return diagnose(
    compare(rerun.value(name), fill(np, before, np.nanmean(before, 0)), { name }),
    misconception(
      'hard-coded',
      true,
      'Your `filled` is right for these penguins only: other birds have other gaps and means. Find and compute both from `raw`.'
    )
  );
};
