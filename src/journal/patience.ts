/** Milliseconds until something is tried again, and once more. */
const PAUSES = [500, 2000];

/**
 * Does something that may fail at first, as where a browser that has just started cannot open its
 * database yet.
 *
 * @throws what it failed by the last time
 */
export async function patiently<T>(
  task: () => Promise<T>,
  pauses: readonly number[] = PAUSES
): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const [pause, ...rest] = pauses;
    if (pause === undefined) {
      throw error;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
    return patiently(task, rest);
  }
}
