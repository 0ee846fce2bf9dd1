import { Signal, type ISignal } from '@lumino/signaling';
import { judgeQuestion, shuffled, type Question, type QuestionAnswer } from '../lesson/question';
import type { CheckResult } from '../lesson/result';
import type { CheckMade } from './exercise-model';

/** Where answers and checks are kept. */
export interface QuestionMemory {
  keepAnswer(answer: QuestionAnswer): void;
  keepCheck(check: CheckMade): void;
}

/** One question in an open notebook: what is answered, and what the check said. */
export class QuestionModel {
  result: CheckResult | undefined;
  /** Whether the answer has changed since it was checked. */
  stale = false;
  /** Where the line that was moved last has come to. */
  moved: number | undefined;
  /** Lines to order, or right sides to match, in the order in which they are offered. */
  readonly offered: string[];
  private readonly changedSignal = new Signal<this, void>(this);

  constructor(
    readonly question: Question,
    private given: QuestionAnswer | undefined,
    private readonly memory: QuestionMemory
  ) {
    this.offered = offeredBy(question);
    if (given !== undefined) {
      const result = judgeQuestion(question, given);
      this.result = result.outcome === 'notAttempted' ? undefined : result;
    }
  }

  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  get answer(): QuestionAnswer {
    return this.given ?? emptyAnswer(this.question, this.offered);
  }

  setAnswer(answer: QuestionAnswer): void {
    this.given = answer;
    this.stale = this.result !== undefined;
    this.memory.keepAnswer(answer);
    this.changedSignal.emit();
  }

  /** Moves a line up or down. */
  move(index: number, by: -1 | 1): void {
    const lines = [...this.answer].map(String);
    const [line] = lines.splice(index, 1);
    if (line !== undefined && index + by >= 0 && index + by <= lines.length) {
      lines.splice(index + by, 0, line);
      this.moved = index + by;
      this.setAnswer(lines);
    }
  }

  check(): void {
    const { question, answer } = this;
    const result = judgeQuestion(question, answer);
    this.result = result;
    this.stale = false;
    if (result.outcome !== 'notAttempted') {
      this.memory.keepAnswer(answer);
      const source = JSON.stringify(answer);
      this.memory.keepCheck({ source, result, hints: 0, solution: false });
    }
    this.changedSignal.emit();
  }
}

function offeredBy(question: Question): string[] {
  switch (question.kind) {
    case 'order':
      return shuffled(question.lines, question.id);
    case 'match':
      return shuffled(
        question.pairs.map(({ right }) => right),
        question.id
      );
    default:
      return [];
  }
}

function emptyAnswer(question: Question, offered: string[]): QuestionAnswer {
  switch (question.kind) {
    case 'order':
      return offered;
    case 'match':
      return question.pairs.map(() => '');
    case 'number':
      return '';
    default:
      return [];
  }
}
