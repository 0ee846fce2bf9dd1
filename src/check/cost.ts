import { subject, type CompareOptions } from './compare';
import type { CheckContext } from './context';
import { failed, type Failure } from './failure';

/** What is measured, and under which name a message speaks of it. */
export type CostOptions = Pick<CompareOptions, 'name'>;

/** How often something is timed; the fastest run counts, since others may have been disturbed. */
const RUNS = 3;

/** Milliseconds that something takes, the least of a few runs. It may be async. */
export async function timeOf(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/**
 * Compares how long something takes with how long another way of doing the same takes on the same
 * machine, so that a slow machine fails nobody.
 *
 * @param times how many times as long it may take
 */
export async function compareTime(
  work: () => unknown,
  reference: () => unknown,
  { times, ...options }: CostOptions & { times: number }
): Promise<Failure | undefined> {
  const [allowed, taken] = [times * (await timeOf(reference)), await timeOf(work)];
  const show = (milliseconds: number) => `${Number(milliseconds.toPrecision(2))} ms`;
  return taken <= allowed
    ? undefined
    : failed('too-slow', `${subject(options)} takes ${show(taken)}; ${show(allowed)} are enough.`, {
        expected: `at most ${show(allowed)}`,
        actual: show(taken)
      });
}

/**
 * Finds tensors that something leaves behind. What it returns is disposed, since whoever called it
 * would do that.
 */
export async function compareMemory(
  { memory }: Pick<CheckContext, 'memory'>,
  work: () => unknown,
  options: CostOptions = {}
): Promise<Failure | undefined> {
  const before = memory();
  dispose(await work());
  const after = memory();
  const left = after.tensors - before.tensors;
  const tensors = left === 1 ? '1 tensor' : `${left} tensors`;
  return left <= 0
    ? undefined
    : failed(
        'leaks-memory',
        `${subject(options)} leaves ${tensors} in memory at each call. Wrap its work in \`tf.tidy\`, or dispose what it no longer needs.`,
        { expected: 'no tensor left', actual: `${tensors}, ${after.bytes - before.bytes} bytes` }
      );
}

function dispose(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(dispose);
  } else if (typeof value === 'object' && value !== null && 'dispose' in value) {
    const { dispose: free } = value;
    if (typeof free === 'function') {
      free.call(value);
    }
  }
}
