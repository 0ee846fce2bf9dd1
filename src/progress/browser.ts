import { UUID } from '@lumino/coreutils';

const KEY = 'lessonbook:browser';
const LOCK = 'lessonbook:progress';

/** A name for this browser that stays; for this page only where the browser keeps nothing. */
export function browserName(): string {
  try {
    const known = localStorage.getItem(KEY);
    if (known) {
      return known;
    }
    const name = UUID.uuid4();
    localStorage.setItem(KEY, name);
    return name;
  } catch {
    return UUID.uuid4();
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Runs one task at a time over all tabs of this browser; over this tab where there are no locks. */
export function exclusively<T>(task: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) {
    return navigator.locks.request(LOCK, task);
  }
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}
