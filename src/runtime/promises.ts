import type { Flow } from './flow';

/**
 * Makes callbacks of `then`, and so of `catch` and `finally`, run on behalf of the request that
 * hands them over. `await` does not come by here; the compiler sees to it.
 */
export function followPromises(follow: Flow['follow']): void {
  const original = Reflect.get(Promise.prototype, 'then') as (...args: unknown[]) => unknown;
  const bound = (callback: unknown): unknown =>
    typeof callback === 'function'
      ? follow((value: unknown): unknown => Reflect.apply(callback, undefined, [value]))
      : callback;
  const then = {
    then(this: Promise<unknown>, onFulfilled?: unknown, onRejected?: unknown): unknown {
      return Reflect.apply(original, this, [bound(onFulfilled), bound(onRejected)]);
    }
  }.then;
  Object.defineProperty(Promise.prototype, 'then', {
    value: then,
    writable: true,
    enumerable: false,
    configurable: true
  });
}
