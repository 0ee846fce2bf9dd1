import type { Hint } from './hints';

/** One line of a stack trace in the learner's own terms. */
export interface CellFrame {
  /** The function's name, or an empty string at the top level of a cell. */
  function: string;
  /** The cell's execution count, as in `[3]`. */
  cell: number;
  /** The file beside the notebook that it is in, where it is in no cell. */
  file?: string;
  /** Line in the cell or file, from 1. */
  line: number;
  /** Column in the line, from 1. */
  column: number;
}

/** One line of a stack trace in a library that the learner's code has called. */
export interface LibraryFrame {
  /** The function's name, where it has one. */
  function: string;
  /** What the library is called, such as `tensorflow`. */
  library: string;
  /** How many of the learner's own frames are further in. */
  after: number;
}

/** An error of a learner's cell, with the positions of the source they wrote. */
export interface CellError {
  /** The error's class name, such as `TypeError`. */
  name: string;
  message: string;
  /** Frames in the learner's cells and files, innermost first; none of ours or of a library's. */
  frames: CellFrame[];
  /** Frames in libraries, innermost first; shown to those who ask for them. */
  libraryFrames?: LibraryFrame[];
  /** The source line that the innermost frame points at, where it is known. */
  sourceLine?: string;
  /** What to look at, where the error is a known one of a library's. */
  hint?: Hint;
  /** What the error says it was caused by. */
  cause?: string;
}
