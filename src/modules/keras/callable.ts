/** What can be called with and without `new`. */
export interface Callable<Arguments extends unknown[], Made> {
  (...args: Arguments): Made;
  new (...args: Arguments): Made;
}

/** Lets a class be called as Python's are, without `new`; it can still be derived from. */
export function callable<Arguments extends unknown[], Made extends object>(
  Class: new (...args: Arguments) => Made
): Callable<Arguments, Made> {
  return new Proxy(Class, {
    apply: (target, _, args: Arguments) => new target(...args)
  }) as unknown as Callable<Arguments, Made>;
}

/** Lets what a function makes be made with `new` as well. */
export function makeable<Arguments extends unknown[], Made>(
  make: (...args: Arguments) => Made
): Callable<Arguments, Made> {
  return function (...args: Arguments) {
    return make(...args);
  } as unknown as Callable<Arguments, Made>;
}

/** An object that can be called: a function with the object's class and properties. */
export function withCall<T extends object>(
  made: T,
  call: (self: T, args: unknown[]) => unknown
): T {
  const self: T = function (...args: unknown[]) {
    return call(self, args);
  } as unknown as T;
  Object.setPrototypeOf(self, Object.getPrototypeOf(made) as object);
  Reflect.deleteProperty(self, 'length');
  Object.defineProperty(self, 'name', { value: '', writable: true, configurable: true });
  Object.defineProperties(self, Object.getOwnPropertyDescriptors(made));
  return self;
}
