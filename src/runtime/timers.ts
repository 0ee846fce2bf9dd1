/**
 * Timers that remember which cell set them, so that what they print after the cell has ended goes
 * to that cell. The originals are kept for our own use.
 */
export interface Timers {
  setTimeout: typeof globalThis.setTimeout;
  clearTimeout: typeof globalThis.clearTimeout;
}

export const nativeTimers: Timers = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis)
};

type Bind = <A extends unknown[]>(callback: (...args: A) => unknown) => (...args: A) => unknown;

/** Replaces the realm's timers by ones whose callbacks go through `bind`. */
export function bindTimers(bind: Bind): void {
  const names = ['setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame'] as const;
  for (const name of names) {
    const original: unknown = Reflect.get(globalThis, name);
    if (typeof original === 'function') {
      const bound = (callback: unknown, ...rest: unknown[]): unknown =>
        Reflect.apply(original, globalThis, [
          typeof callback === 'function'
            ? bind((...args: unknown[]) => Reflect.apply(callback, undefined, args))
            : callback,
          ...rest
        ]);
      Object.defineProperty(bound, 'name', { value: name });
      Reflect.set(globalThis, name, bound);
    }
  }
}
