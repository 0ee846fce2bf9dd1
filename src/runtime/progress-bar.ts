import { progressBar } from './display/progress';
import type { Displays } from './displays';

/** Milliseconds between two drawings. */
const INTERVAL = 100;

/** A progress bar under a cell, drawn ten times a second at most. */
export class Bar {
  private readonly began = performance.now();
  private shownAt = this.began;
  private done = 0;
  private note: string | undefined;
  /** What is done as the bar shows it. */
  private drawn = 0;
  private readonly handle;

  constructor(
    displays: Displays,
    private readonly label: string,
    private readonly total: number | undefined
  ) {
    this.handle = displays.display(this.picture());
  }

  /**
   * So many are done.
   *
   * @returns where the bar was drawn, a promise for the page to have had the chance to show it
   */
  reach(done: number, note?: string): Promise<void> | undefined {
    this.done = done;
    this.note = note;
    return performance.now() - this.shownAt >= INTERVAL ? this.draw() : undefined;
  }

  /** Shows how far it has come by now. */
  finish(): Promise<void> | undefined {
    return this.drawn === this.done ? undefined : this.draw();
  }

  private draw(): Promise<void> {
    this.shownAt = performance.now();
    this.drawn = this.done;
    return this.handle.update(this.picture());
  }

  private picture() {
    const { label, done, total, note } = this;
    return progressBar({ label, done, total, elapsed: performance.now() - this.began, note });
  }
}
