import type { SourceFile } from 'typescript';
import type { Verdict } from './failure';

/** What a cell printed and showed. */
export interface CellOutputs {
  /** The text that it printed. */
  stdout: string;
  /** What it showed, its value among it, as MIME bundles. */
  shown: Readonly<Record<string, unknown>>[];
}

/** The variables that a cell works with, and what it put out. */
export interface Variables {
  /**
   * The value of a variable. Where it is not declared the exercise counts as not attempted, and
   * the learner is told the name.
   */
  value<T = unknown>(name: string): T;
  /** Whether a variable is declared. */
  has(name: string): boolean;
  outputs: CellOutputs;
}

/** What TensorFlow.js holds. */
export interface Memory {
  tensors: number;
  bytes: number;
}

/** What a checker works with. */
export interface CheckContext extends Variables {
  /** The text of the exercise's cell. */
  source: string;
  /** Its syntax tree. */
  tree: SourceFile;
  /**
   * Runs the cell over a copy of all variables.
   *
   * @param overrides values in place of what other cells declared
   */
  rerun(overrides?: Readonly<Record<string, unknown>>): Promise<Variables>;
  /** What TensorFlow.js holds now; nothing where no cell has imported it. */
  memory(): Memory;
  /** A module that cells can import. */
  import<T = unknown>(specifier: string): Promise<T>;
}

/** Judges one exercise; gives nothing where the answer is right. */
export type Check = (check: CheckContext) => Verdict | Promise<Verdict>;

/** The checkers of a lesson, by the ids of its exercises. */
export type Checks = Readonly<Record<string, Check>>;

/** What `checks.ts` exports. */
export function defineChecks<C extends Checks>(checks: C): C {
  return checks;
}
