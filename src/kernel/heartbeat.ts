/** Milliseconds between two pings. */
const INTERVAL = 1000;
/** Pings without an answer after which nobody is there; a machine that swaps misses a few. */
const MISSES = 5;

/** Notices a frame that is gone without a word, as when the browser ended its process. */
export class Heartbeat {
  private timer: ReturnType<typeof setInterval> | undefined;
  private missed = 0;

  constructor(
    private readonly ping: () => void,
    private readonly silent: () => void
  ) {}

  /** Listens from now on. */
  start(): void {
    this.missed = 0;
    this.timer ??= setInterval(() => this.beat(), INTERVAL);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** The answer to a ping has come. */
  answered(): void {
    this.missed = 0;
  }

  private beat(): void {
    if (this.missed === MISSES) {
      this.stop();
      this.silent();
    } else {
      this.missed += 1;
      this.ping();
    }
  }
}
