import type { CheckResult } from './result';

/** An answer that can be chosen. */
export interface Option {
  text: string;
  right: boolean;
  /** Why it is right or wrong. */
  because: string;
}

/** What goes with what. */
export interface Pair {
  left: string;
  right: string;
  /** Why they go together; empty where the question's own reason says it. */
  because: string;
}

/** A quick question, which is answered without code. */
export type Question = { id: string; points: number; ask: string; because: string } & (
  | { kind: 'single' | 'multiple'; options: readonly Option[] }
  | { kind: 'number'; answer: number; tolerance: number }
  /** Lines in their right order. */
  | { kind: 'order'; lines: readonly string[] }
  | { kind: 'match'; pairs: readonly Pair[] }
);

/**
 * What a learner answers: positions of the options that are chosen, the text of a number, the lines
 * as they are ordered, or the right side for each left one, in the order of the pairs.
 */
export type QuestionAnswer = number[] | string | string[];

/** Judges an answer; nothing chosen or written is not attempted. */
export function judgeQuestion(question: Question, answer: QuestionAnswer | undefined): CheckResult {
  if (answer === undefined || answer.length === 0 || [...answer].includes('')) {
    return { outcome: 'notAttempted', message: 'Answer the question first.' };
  }
  const wrong = wrongWith(question, answer);
  return wrong === undefined
    ? {
        outcome: 'passed',
        points: question.points,
        message: question.because === '' ? 'Right.' : `Right. ${question.because}`
      }
    : { outcome: 'failed', points: 0, ...wrong };
}

function wrongWith(
  question: Question,
  answer: QuestionAnswer
): { id: string; message: string } | undefined {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const chosen = (index: number) => Array.from<unknown>(answer).includes(index);
      const wrong = question.options.findIndex((option, i) => chosen(i) && !option.right);
      if (wrong >= 0) {
        return { id: `option-${wrong + 1}`, message: question.options[wrong]?.because ?? '' };
      }
      const missing = question.options.some((option, i) => option.right && !chosen(i));
      return missing
        ? { id: 'incomplete', message: 'What you chose is right, but it is not all that is.' }
        : undefined;
    }
    case 'number': {
      const value = Number(String(answer).trim().replace(',', '.'));
      if (Number.isNaN(value)) {
        return { id: 'not-a-number', message: `'${String(answer)}' is no number.` };
      }
      const distance = value - question.answer;
      return Math.abs(distance) <= question.tolerance
        ? undefined
        : {
            id: distance > 0 ? 'too-large' : 'too-small',
            message:
              `${value} is too ${distance > 0 ? 'large' : 'small'}. ${question.because}`.trim()
          };
    }
    case 'order': {
      const first = question.lines.findIndex((line, i) => answer[i] !== line);
      return first < 0
        ? undefined
        : {
            id: `line-${first + 1}`,
            message:
              `Line ${first + 1} is not yet the one that comes there. ${question.because}`.trim()
          };
    }
    case 'match': {
      const wrong = question.pairs.find(({ right }, i) => answer[i] !== right);
      return (
        wrong && {
          id: 'wrong-pair',
          message: `'${wrong.left}' goes with another. ${wrong.because || question.because}`.trim()
        }
      );
    }
  }
}

/** The same texts in another order, the same one each time, and never the one they came in. */
export function shuffled(texts: readonly string[], seed: string): string[] {
  const hash = (text: string): number =>
    Array.from(seed + text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7);
  const mixed = texts.toSorted((a, b) => hash(a) - hash(b));
  return mixed.every((text, i) => text === texts[i]) ? mixed.toReversed() : mixed;
}
