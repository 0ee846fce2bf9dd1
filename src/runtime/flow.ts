import { Interrupted } from './interrupt';
import type { Output } from './output';

/** Interrupted requests that are remembered. */
const MOST_STOPPED = 100;

/**
 * Follows a cell's code over what it waits for: what it puts out later still belongs to its
 * request, what it throws later is told to it, and after an interrupt it does not go on.
 */
export class Flow {
  private readonly stopped = new Set<string>();
  private readonly origins = new WeakMap<object, string>();

  constructor(private readonly output: Output) {}

  /** The request that the code which runs now belongs to. */
  readonly now = (): string => this.output.current;

  /**
   * Code goes on after it has waited.
   * @returns what it waited for
   * @throws Interrupted where its cell was interrupted
   */
  readonly back = <T>(request: string, value: T): T => {
    if (this.stopped.has(request)) {
      throw new Interrupted(0);
    }
    this.output.resume(request);
    return value;
  };

  /** Notes which request an error belongs to; gives the error. */
  readonly blame = (request: string, thrown: unknown): unknown => {
    if (typeof thrown === 'object' && thrown !== null && !this.origins.has(thrown)) {
      this.origins.set(thrown, request);
    }
    return thrown;
  };

  /** The request that an error was noted to belong to. */
  originOf(thrown: unknown): string | undefined {
    return typeof thrown === 'object' && thrown !== null ? this.origins.get(thrown) : undefined;
  }

  /** Nothing of a request goes on from now on. */
  stop(request: string): void {
    this.stopped.add(request);
    if (this.stopped.size > MOST_STOPPED) {
      const [oldest] = this.stopped;
      this.stopped.delete(oldest ?? '');
    }
  }

  /**
   * A callback that runs on behalf of the request that hands it over, and runs even after an
   * interrupt: it may be a module's, which would otherwise wait for ever. A cell's own code looks
   * for itself whether it is to stop.
   */
  readonly follow = <A extends unknown[], R>(callback: (...args: A) => R) => {
    const request = this.output.current;
    return (...args: A): R => {
      try {
        return this.output.within(request, () => callback(...args));
      } catch (thrown) {
        throw this.blame(request, thrown);
      }
    };
  };

  /** A callback of a timer, which does not run once the request that set it was interrupted. */
  readonly bind = <A extends unknown[]>(callback: (...args: A) => unknown) => {
    const request = this.output.current;
    const following = this.follow(callback);
    return (...args: A): unknown => (this.stopped.has(request) ? undefined : following(...args));
  };
}
