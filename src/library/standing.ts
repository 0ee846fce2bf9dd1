import type { CatalogueEntry } from '../lesson/catalogue';

/** Where the learner stands in a lesson. */
export interface Standing {
  solved: number;
  total: number;
  state: 'new' | 'started' | 'finished';
  /** The first exercise that is not solved. */
  next?: { id: string; title: string };
}

/** What is known of the learner. */
export interface Learner {
  /** Ids of the exercises of a lesson that are solved. */
  solved(lesson: CatalogueEntry): ReadonlySet<string>;
  /** Lessons as `track/lesson` that were open or worked on, the latest first. */
  visited(): string[];
}

export const idOf = ({ track, lesson }: Pick<CatalogueEntry, 'track' | 'lesson'>): string =>
  `${track}/${lesson}`;

/** Where the learner stands in a lesson; one without exercises is never finished. */
export function standingIn(lesson: CatalogueEntry, learner: Learner): Standing {
  const ids = learner.solved(lesson);
  const open = lesson.exercises.filter(({ id }) => !ids.has(id));
  const total = lesson.exercises.length;
  const solved = total - open.length;
  const begun = solved > 0 || learner.visited().includes(idOf(lesson));
  const state = total > 0 && solved === total ? 'finished' : begun ? 'started' : 'new';
  return { solved, total, state, next: open[0] };
}

/**
 * The lesson to go on with: the one that was open last; where that is finished the one after it, or
 * else the first that is not. None where all are.
 */
export function goOnWith(
  lessons: readonly CatalogueEntry[],
  learner: Learner
): CatalogueEntry | undefined {
  const finished = (lesson: CatalogueEntry) => standingIn(lesson, learner).state === 'finished';
  const byId = (id: string | undefined) => lessons.find(lesson => idOf(lesson) === id);
  const latest = learner
    .visited()
    .map(byId)
    .find(lesson => lesson !== undefined);
  const candidates = [latest, byId(latest?.next), ...lessons];
  return candidates.find(lesson => lesson !== undefined && !finished(lesson));
}

/** The lessons before and after one, in the order in which they are best taken. */
export function neighbours(
  lessons: readonly CatalogueEntry[],
  id: string
): { previous?: CatalogueEntry; next?: CatalogueEntry } {
  const place = lessons.findIndex(lesson => idOf(lesson) === id);
  if (place < 0) {
    return {};
  }
  const named = lessons.find(lesson => idOf(lesson) === lessons[place]?.next);
  return { previous: lessons[place - 1], next: named ?? lessons[place + 1] };
}
