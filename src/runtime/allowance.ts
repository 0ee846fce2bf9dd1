/** Outputs that a cell may send at once. */
const BURST = 1000;
/** How many more it may send for each second that passes. */
const PER_SECOND = 200;

/** How many outputs a cell may still send: more than a page can take are of no use to anyone. */
export class Allowance {
  private left = BURST;
  private since: number;

  /** @param now the time in milliseconds */
  constructor(now: number) {
    this.since = now;
  }

  /** Whether one more output may be sent. */
  take(now: number): boolean {
    this.left = Math.min(BURST, this.left + ((now - this.since) / 1000) * PER_SECOND);
    this.since = now;
    if (this.left < 1) {
      return false;
    }
    this.left -= 1;
    return true;
  }
}
