import { nativeTimers } from './timers';

/** Thrown where a check has used up its time. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';

  /** @param line of the learner's loop or function that noticed; 0 where it was none of theirs */
  constructor(
    readonly seconds: number,
    readonly line: number
  ) {
    super(`Time ran out after ${seconds} s.`);
  }
}

/** The end of the time that a check may take. */
export class Deadline {
  private readonly end: number;

  constructor(private readonly seconds: number) {
    this.end = performance.now() + seconds * 1000;
  }

  /**
   * Called from loops and functions, which nothing else can end.
   * @throws OutOfTime when time is over, now and ever after
   */
  check(line: number): void {
    if (performance.now() > this.end) {
      throw new OutOfTime(this.seconds, line);
    }
  }

  /** The same end for code of the checker, whose lines say nothing to the learner. */
  get ofChecker(): Pick<Deadline, 'check'> {
    return { check: () => this.check(0) };
  }

  /** Waits for something, but no longer than there is time. */
  async race<T>(promise: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<never>((_, reject) => {
      const rest = Math.max(0, this.end - performance.now());
      timer = nativeTimers.setTimeout(() => reject(new OutOfTime(this.seconds, 0)), rest);
    });
    try {
      return await Promise.race([promise, over]);
    } finally {
      nativeTimers.clearTimeout(timer);
    }
  }
}
