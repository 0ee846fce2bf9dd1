/** Thrown inside a cell that is to stop; no `catch` of the learner's should keep it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** The line of the loop or function that noticed. */
  readonly line: number;

  constructor(line: number) {
    super('The cell was interrupted.');
    this.line = line;
  }
}

/** The most loop steps or function entries between two looks at the flag. */
const MOST_STEPS = 256;
/** Milliseconds from one look to the next that ask for more steps between them, or for fewer. */
const SHORT = 1;
const LONG = 10;
/** Milliseconds between two looks at the address, each of which costs about as much as a step of training. */
const POLL_INTERVAL = 100;
/** Milliseconds between two looks at the memory that is taken. */
const WATCH_INTERVAL = 20;

/**
 * Tells a running cell that it is to stop. Shared memory is read where it is there. Elsewhere the
 * host revokes a `blob:` address, which a synchronous request notices while the cell computes.
 */
export class InterruptSignal {
  private readonly flag: Int32Array | undefined;
  private serial = 0;
  private url: string | undefined;
  private stopped = false;
  private nextPoll = 0;
  private nextWatch = 0;
  private lastLook = 0;
  private steps = 1;

  /** @param watch called now and then while a cell computes, to end a worker that takes too much */
  constructor(
    flag: SharedArrayBuffer | undefined,
    private readonly watch?: () => void
  ) {
    this.flag = flag && new Int32Array(flag);
  }

  /** A request begins; what was asked of earlier ones no longer counts. */
  begin(serial: number, url: string | undefined): void {
    this.serial = serial;
    this.url = url;
    this.stopped = false;
    this.nextPoll = performance.now() + POLL_INTERVAL;
  }

  /** The host's message has come, so the cell is waiting rather than computing. */
  stop(serial: number): boolean {
    this.stopped ||= serial === this.serial;
    return serial === this.serial;
  }

  /**
   * Called from the loops and functions of all cells, whichever request they run for.
   *
   * @returns the number of steps until the next call
   * @throws Interrupted when the cell is to stop
   */
  check(line: number): number {
    if (this.asked()) {
      this.stopped = true;
      throw new Interrupted(line);
    }
    if (this.watch && performance.now() > this.nextWatch) {
      this.watch();
      this.nextWatch = performance.now() + WATCH_INTERVAL;
    }
    return this.pace();
  }

  /** Steps may take nanoseconds or, where each trains a model, seconds. */
  private pace(): number {
    const now = performance.now();
    const taken = now - this.lastLook;
    this.lastLook = now;
    if (taken < SHORT) {
      this.steps = Math.min(MOST_STEPS, this.steps * 2);
    } else if (taken > LONG) {
      this.steps = 1;
    }
    return this.steps;
  }

  private asked(): boolean {
    if (this.stopped) {
      return true;
    }
    if (this.flag) {
      // What a cell has left running may keep the worker from the one that is to be stopped.
      return Atomics.load(this.flag, 0) >= this.serial;
    }
    if (!this.url || performance.now() < this.nextPoll) {
      return false;
    }
    const revoked = !reachable(this.url);
    this.nextPoll = performance.now() + POLL_INTERVAL;
    return revoked;
  }
}

function reachable(url: string): boolean {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  try {
    request.send();
    return request.status === 200;
  } catch {
    return false;
  }
}
