import type { Displays } from './displays';
import { Bar } from './progress-bar';
import { fitCallbacks, type FitCallbacks } from './training';

/** How a progress bar is set up. */
export interface ProgressOptions {
  /** What goes on, in front of the bar. */
  label?: string;
  /** How many there will be, where the iterable itself does not know. */
  total?: number;
}

/** Passes on what it is given, and shows how far it has come. */
export interface Progress<T> extends Iterable<T>, AsyncIterable<Awaited<T>> {}

/** What a cell calls `progress`. */
export interface ProgressFunction {
  /**
   * Shows a progress bar while a loop runs: `for (const x of progress(xs))`, or `for await` over
   * what comes later.
   *
   * @param items anything that can be iterated over; a number stands for 0, 1, … below it
   */
  (items: number, options?: ProgressOptions): Progress<number>;
  <T>(items: Iterable<T> | AsyncIterable<T>, options?: ProgressOptions): Progress<T>;
  /**
   * Shows a progress bar and a chart of the loss while a model is trained:
   * `model.fit(x, y, { epochs: 20, callbacks: progress.fit(20) })`.
   *
   * @param epochs how many epochs there are, as `fit` is told
   */
  fit(epochs: number): FitCallbacks;
}

/** Makes the function for the cells of one runtime. */
export function createProgress(displays: Displays): ProgressFunction {
  function progress(items: number, options?: ProgressOptions): Progress<number>;
  function progress<T>(
    items: Iterable<T> | AsyncIterable<T>,
    options?: ProgressOptions
  ): Progress<T>;
  function progress(
    items: number | Iterable<unknown> | AsyncIterable<unknown>,
    options: ProgressOptions = {}
  ): Progress<unknown> {
    const source = typeof items === 'number' ? below(items) : items;
    const { label = '', total = lengthOf(items) } = options;
    return {
      *[Symbol.iterator]() {
        const bar = new Bar(displays, label, total);
        let done = 0;
        try {
          for (const item of source as Iterable<unknown>) {
            yield item;
            void bar.reach(++done);
          }
        } finally {
          void bar.finish();
        }
      },
      async *[Symbol.asyncIterator]() {
        const bar = new Bar(displays, label, total);
        let done = 0;
        try {
          for await (const item of source as AsyncIterable<unknown>) {
            yield item;
            await bar.reach(++done);
          }
        } finally {
          await bar.finish();
        }
      }
    };
  }
  return Object.assign(progress, { fit: (epochs: number) => fitCallbacks(displays, epochs) });
}

function* below(count: number): Generator<number> {
  for (let i = 0; i < count; i++) {
    yield i;
  }
}

function lengthOf(items: number | object): number | undefined {
  if (typeof items === 'number') {
    return Math.max(0, Math.ceil(items));
  }
  const { length, size } = items as { length?: unknown; size?: unknown };
  return [length, size].find(count => typeof count === 'number');
}
