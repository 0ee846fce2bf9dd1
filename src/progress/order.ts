import type { Attempt } from './attempt';

/**
 * The attempts of several files in the order in which they were made. Lines of one file keep their
 * order, whatever their times say: a clock that was set back must not make an old attempt the last.
 *
 * @param files each the attempts of one browser, as they were written
 */
export function inOrder(files: readonly (readonly Attempt[])[]): Attempt[] {
  const timed = files.flatMap(attempts => {
    let latest = '';
    return attempts.map(attempt => {
      latest = attempt.time > latest ? attempt.time : latest;
      return { attempt, time: latest };
    });
  });
  return timed
    .sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time)))
    .map(({ attempt }) => attempt);
}
