import type { Learner } from '../library/standing';
import { idOf } from '../library/standing';
import type { ProgressRecord } from '../progress/record';
import { pageVisits } from './visits';

/** What the record and this browser know of the learner. */
export function learnerOf(progress: ProgressRecord): Learner {
  const visits = pageVisits();
  return {
    solved: lesson => {
      const solved = [...progress.of(idOf(lesson))].filter(([, { passed }]) => passed);
      return new Set(solved.map(([exercise]) => exercise));
    },
    visited: () => [
      ...new Set([...visits.all().map(({ lesson }) => lesson), ...progress.lessons()])
    ]
  };
}
