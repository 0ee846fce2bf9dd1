/** Messages that are taken before the page has its turn. */
const MOST_AT_ONCE = 256;
/** Messages that may wait for theirs; a cell that keeps to our functions sends far fewer. */
const MOST_WAITING = 10_000;

/**
 * Takes messages as they come, but only so many in a row, so that whoever sends in a loop cannot
 * keep the page from everything else.
 */
export class Intake<T> {
  private takenInTurn = 0;
  private turn: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting: T[] = [];
  private closed = false;

  /**
   * @param take takes one message
   * @param flooded called once, when more wait than ever should; nothing is taken any more
   */
  constructor(
    private readonly take: (message: T) => void,
    private readonly flooded: () => void
  ) {}

  add(message: T): void {
    if (this.closed) {
      return;
    }
    if (this.waiting.length >= MOST_WAITING) {
      this.close();
      this.flooded();
      return;
    }
    this.waiting.push(message);
    this.pass();
  }

  /** Forgets what waits, and takes nothing any more. */
  close(): void {
    this.closed = true;
    this.waiting.length = 0;
    clearTimeout(this.turn);
  }

  private pass(): void {
    for (const message of this.waiting.splice(0, MOST_AT_ONCE - this.takenInTurn)) {
      this.takenInTurn += 1;
      this.take(message);
    }
    this.turn ??= setTimeout(() => {
      this.turn = undefined;
      this.takenInTurn = 0;
      if (this.waiting.length > 0) {
        this.pass();
      }
    });
  }
}
