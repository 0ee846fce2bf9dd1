import type { MimeBundle } from '../protocol/runtime';

/**
 * Answers questions about code while it is written. It is given to the kernel from outside and
 * works apart from the worker, so that it answers while a cell runs. Offsets count UTF-16 units,
 * as JavaScript does.
 */
export interface Assistant {
  /** What may stand at this place. */
  complete(code: string, offset: number): Promise<Completion>;
  /**
   * What is known of the name at this place, in one or more MIME types; nothing where there is none.
   *
   * @param detail 1 asks for more than 0
   */
  inspect(code: string, offset: number, detail: 0 | 1): Promise<MimeBundle | undefined>;
  /** A cell ran; later questions may be about what it declares. */
  ran(code: string): void;
  /** The variables of all cells are gone. */
  startOver(): void;
  /** The kernel has ended. */
  dispose(): void;
}

/** What may stand in the place of a part of the code. */
export interface Completion {
  matches: string[];
  /** The part that a match replaces. */
  start: number;
  end: number;
  /** What the front end may show beside the matches, as Jupyter's `metadata`. */
  metadata?: Record<string, unknown>;
}
