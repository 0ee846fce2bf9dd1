import type { Fence } from './fence';
import type { Code, Exercise } from './lesson';

/** How many hints an exercise has. */
export const HINTS = 3;

type Part = Exclude<Fence, { kind: 'shown' | 'question' }>;

/** What the heading of an exercise says, and its line. */
interface ExerciseHeading {
  id: string;
  title: string;
  points: number;
  seconds: number | undefined;
  line: number;
}

/** Collects the blocks of one exercise, and says at its end what is missing. */
export class ExerciseDraft {
  private from: number | undefined;
  private to = 0;
  private starter: Code | undefined;
  private solution: Code | undefined;
  private why: string | undefined;
  private twin: string | undefined;
  private readonly hints: string[] = [];

  constructor(
    private readonly heading: ExerciseHeading,
    private readonly report: (line: number, message: string) => void
  ) {}

  /** Text between two offsets of the lesson. */
  addText(from: number, to: number, line: number): void {
    if (this.starter) {
      this.report(
        line,
        `Text follows the starter of '${this.heading.id}': put it before, or begin a section.`
      );
      return;
    }
    this.from ??= from;
    this.to = to;
  }

  /** A block that begins on a line. */
  add(part: Part, value: string, line: number): void {
    switch (part.kind) {
      case 'cell':
        this.report(
          line,
          `In an exercise a cell is 'ts starter' or 'ts solution'; begin a section to go on.`
        );
        break;
      case 'hint':
        this.hints.push(value);
        break;
      case 'starter':
      case 'solution':
        this.once(part.kind, line);
        this[part.kind] ??= { source: value, line: line + 1 };
        break;
      case 'why':
      case 'twin':
        this.once(part.kind, line);
        this[part.kind] ??= value;
        break;
    }
  }

  /** @param source the text that the offsets count in */
  finish(source: string): Exercise {
    const { from, starter, solution, why, hints, twin } = this;
    const { id, title, points, seconds, line } = this.heading;
    const missing = (what: string) => this.report(line, `The exercise '${id}' has no ${what}.`);
    if (from === undefined) {
      missing('text that says what to do');
    }
    for (const kind of ['starter', 'solution', 'why'] as const) {
      if (this[kind] === undefined) {
        missing(kind === 'why' ? "'why' block" : `'ts ${kind}' block`);
      }
    }
    if (hints.length !== HINTS) {
      this.report(line, `The exercise '${id}' has ${hints.length} hints and needs ${HINTS}.`);
    }
    const nothing: Code = { source: '', line };
    return {
      id,
      title,
      points,
      ...(seconds === undefined ? {} : { seconds }),
      line,
      task: source.slice(from ?? 0, this.to),
      starter: starter ?? nothing,
      hints,
      solution: solution ?? nothing,
      why: why ?? '',
      ...(twin === undefined ? {} : { twin })
    };
  }

  private once(kind: 'starter' | 'solution' | 'why' | 'twin', line: number): void {
    if (this[kind] !== undefined) {
      this.report(line, `The exercise '${this.heading.id}' has its ${kind} already.`);
    }
  }
}
