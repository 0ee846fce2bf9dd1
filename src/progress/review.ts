import type { Attempt } from './attempt';

/** Days until an exercise comes back, after it was solved the first time, the second, … */
const DAYS = [1, 3, 7, 14, 30, 60, 120];
const DAY = 86_400_000;

/** An exercise that is to be solved once more. */
export interface Review {
  /** `track/lesson`. */
  lesson: string;
  exercise: string;
  /** Since when, in milliseconds since 1970. */
  due: number;
}

/** What is known of an exercise after some of its attempts. */
interface Box {
  /** Place in {@link DAYS}. */
  place: number;
  due: number;
  /** Whether it was missed since it became due. */
  missed: boolean;
}

/**
 * What was solved and is to be solved again, what waits longest first. Each time that it is solved
 * in its turn the next pause is longer; where it was missed, or solved with its solution open, the
 * pauses begin anew. Attempts between two turns change nothing.
 *
 * @param now in milliseconds since 1970. Attempts from after that, as where the clock was set back,
 *   do not count; what was only solved then is due at once
 */
export function reviewsDue(attempts: readonly Attempt[], now: number): Review[] {
  const byExercise = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const key = `${attempt.lesson} ${attempt.exercise}`;
    byExercise.set(key, [...(byExercise.get(key) ?? []), attempt]);
  }
  return [...byExercise.values()]
    .flatMap(own => {
      const [first] = own;
      const due = dueAt(own, now);
      return first && due !== undefined && due <= now
        ? [{ lesson: first.lesson, exercise: first.exercise, due }]
        : [];
    })
    .sort((a, b) => a.due - b.due);
}

/** When an exercise is to be solved again; never where it was not solved. */
function dueAt(attempts: readonly Attempt[], now: number): number | undefined {
  const times = attempts.map(attempt => ({ attempt, time: Date.parse(attempt.time) }));
  const past = times.filter(({ time }) => time <= now).sort((a, b) => a.time - b.time);
  let box: Box | undefined;
  for (const { attempt, time } of past) {
    box = after(box, attempt, time);
  }
  const solvedLater = attempts.some(({ result }) => result.outcome === 'passed');
  return box?.due ?? (solvedLater ? now : undefined);
}

function after(box: Box | undefined, attempt: Attempt, time: number): Box | undefined {
  const passed = attempt.result.outcome === 'passed';
  if (box && time < box.due) {
    return box;
  }
  if (!passed) {
    return box && { ...box, missed: true };
  }
  const again = !box || box.missed || attempt.solution;
  const place = again ? 0 : Math.min(box.place + 1, DAYS.length - 1);
  return { place, due: time + (DAYS[place] ?? 1) * DAY, missed: false };
}
