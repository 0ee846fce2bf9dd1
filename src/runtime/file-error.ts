import type { CellFrame } from '../lesson/errors';

/** A file that does not parse; the error points into it. */
export class FileSyntaxError extends SyntaxError {
  constructor(
    message: string,
    readonly frame: CellFrame,
    readonly sourceLine: string
  ) {
    super(message);
  }
}
