/** Messages that may be on their way to the page. */
const MOST_UNDERWAY = 256;
/** Messages that may wait for their turn; a cell that keeps to our functions sends far fewer. */
const MOST_WAITING = 10_000;

/**
 * Passes messages on only as fast as they are taken, so that whoever sends in a loop cannot keep
 * the page from everything else.
 */
export class Backlog<T> {
  private underway = 0;
  private readonly waiting: T[] = [];
  private closed = false;

  /**
   * @param send passes a message on
   * @param flooded called once, when more wait than ever should; nothing is passed on any more
   */
  constructor(
    private readonly send: (message: T) => void,
    private readonly flooded: () => void
  ) {}

  add(message: T): void {
    if (this.closed) {
      return;
    }
    if (this.waiting.length >= MOST_WAITING) {
      this.closed = true;
      this.waiting.length = 0;
      this.flooded();
      return;
    }
    this.waiting.push(message);
    this.pass();
  }

  /** So many of the messages on their way have been taken. */
  taken(count: number): void {
    this.underway -= count;
    this.pass();
  }

  private pass(): void {
    const free = MOST_UNDERWAY - this.underway;
    for (const message of this.waiting.splice(0, free)) {
      this.underway += 1;
      this.send(message);
    }
  }
}
