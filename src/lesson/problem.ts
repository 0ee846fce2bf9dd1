/** Something wrong in the text of a lesson, at the line where its author can mend it. */
export interface Problem {
  /** The file, as it was named to whoever reads the lesson. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  message: string;
}

/** All that is wrong with a lesson, in one error. */
export class LessonError extends Error {
  override readonly name = 'LessonError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
  }
}

/** A problem as `file:line: message`, which editors and terminals turn into a link. */
export function describeProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}
