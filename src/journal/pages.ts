import { UUID } from '@lumino/coreutils';

const LOCK = 'lessonbook:page:';

/** Names this page, for as long as it lives. */
export const thisPage = UUID.uuid4();

/** Tells the other tabs that this page lives; the browser ends that with the page, however it ends. */
export function announcePage(): void {
  if ('locks' in navigator) {
    void navigator.locks.request(`${LOCK}${thisPage}`, () => new Promise(() => undefined));
  }
}

/** The pages of this browser that live; this one alone where the browser has no locks. */
export async function livingPages(): Promise<Set<string>> {
  if (!('locks' in navigator)) {
    return new Set([thisPage]);
  }
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name] : []));
  return new Set([thisPage, ...names.map(name => name.slice(LOCK.length))]);
}
