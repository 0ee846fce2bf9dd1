import { questionsOf } from '../lesson/lesson';
import type { Question } from '../lesson/question';
import type { BuiltLesson } from './build-lessons';
import type { Finding } from './findings';
import { lintMessage } from './lint-message';

/** Holds what a lesson's questions say of wrong answers to what messages are held to. */
export function holdQuestions({ id: lesson, lesson: text }: BuiltLesson): Finding[] {
  return questionsOf(text).flatMap(question =>
    reasonsOf(question).map(({ subject, reason }): Finding => {
      const wrong = reason === '' ? 'no reason is given' : lintMessage(reason, []);
      const finding: Finding = {
        lesson,
        exercise: question.id,
        kind: 'message',
        subject,
        ok: wrong === undefined
      };
      return wrong === undefined ? finding : { ...finding, detail: `${wrong}: ${reason}` };
    })
  );
}

/** What is said of each wrong answer there can be; of a choice each option has its own. */
function reasonsOf(question: Question): { subject: string; reason: string }[] {
  if (question.kind === 'single' || question.kind === 'multiple') {
    return question.options
      .filter(({ right }) => !right)
      .map(({ text, because }) => ({ subject: text, reason: because }));
  }
  if (question.kind === 'match' && question.pairs.every(({ because }) => because !== '')) {
    return question.pairs.map(({ left, because }) => ({ subject: left, reason: because }));
  }
  return [{ subject: 'because', reason: question.because }];
}
