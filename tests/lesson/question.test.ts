import { describe, expect, it } from 'vitest';
import { judgeQuestion, shuffled, type Question } from '../../src/lesson/question';
import { parseLesson } from '../../src/lesson/parse';

const FENCE = '```';

function parse(head: string, ...lines: string[]) {
  const text = [
    '---\ntitle: T\npromise: P\nminutes: 1\n---',
    `${FENCE}question ${head}`,
    ...lines,
    FENCE
  ].join('\n');
  const { lesson, problems } = parseLesson(text, { track: 't', name: 'l', file: 'lesson.md' });
  const [block] = lesson.blocks;
  return { question: block?.kind === 'question' ? block.question : undefined, problems };
}

function read(head: string, ...lines: string[]): Question {
  const { question, problems } = parse(head, ...lines);
  expect(problems).toEqual([]);
  return question ?? expect.unreachable();
}

const single = [
  'ask: Which?',
  'options:',
  '  - right: One',
  '  - wrong: Two',
  '    because: Two is too many.'
];

describe('a question', () => {
  it('of a choice gives the reason of the wrong option', () => {
    const question = read('single #which', ...single);
    expect(judgeQuestion(question, [0])).toMatchObject({ outcome: 'passed', points: 1 });
    expect(judgeQuestion(question, [1])).toMatchObject({
      outcome: 'failed',
      id: 'option-2',
      message: 'Two is too many.'
    });
    expect(judgeQuestion(question, []).outcome).toBe('notAttempted');
  });

  it('of several choices wants all that are right', () => {
    const question = read('multiple #which', ...single, '  - right: Three');
    expect(judgeQuestion(question, [0])).toMatchObject({ id: 'incomplete' });
    expect(judgeQuestion(question, [0, 1, 2])).toMatchObject({ id: 'option-2' });
    expect(judgeQuestion(question, [0, 2]).outcome).toBe('passed');
  });

  it('of a number has a tolerance, and reads a decimal comma', () => {
    const question = read('number #n', 'ask: How much?', 'answer: 0.5', 'tolerance: 0.01');
    expect(judgeQuestion(question, '0,505').outcome).toBe('passed');
    expect(judgeQuestion(question, '0.6')).toMatchObject({ id: 'too-large' });
    expect(judgeQuestion(question, 'half')).toMatchObject({ message: "'half' is no number." });
  });

  it('of an order or of pairs names the first that is not right', () => {
    const order = read('order #o', 'ask: Order', 'lines:', '  - a', '  - b', '  - c');
    expect(judgeQuestion(order, ['a', 'c', 'b'])).toMatchObject({ id: 'line-2' });
    expect(judgeQuestion(order, ['a', 'b', 'c']).outcome).toBe('passed');
    const match = read('match #m', 'ask: Match', 'pairs:', '  - x: 1', '  - y: 2');
    expect(judgeQuestion(match, ['1', '1'])).toMatchObject({ message: "'y' goes with another." });
    const reasons = ['  - x: 1', '    because: X is one.', '  - y: 2'];
    expect(
      judgeQuestion(read('match #m', 'ask: Match', 'pairs:', ...reasons), ['2', '1'])
    ).toMatchObject({ message: "'x' goes with another. X is one." });
    expect(judgeQuestion(match, ['1', '']).outcome).toBe('notAttempted');
    expect(shuffled(['a', 'b'], 'o')).toEqual(['b', 'a']);
  });

  it.each([
    ['riddle #q', ['ask: ?'], 6, /'riddle' is no kind of question/],
    ['single', ['ask: ?'], 6, /headed by its kind and id/],
    ['single #q', ['ask: [', 'x'], 8, /is not YAML/],
    ['single #q', ['ask: a', 'options:', '  - wrong: b', '  - right: c'], 9, /needs 'because'/],
    ['single #q', ['ask: a', 'options:', '  - right: b', '  - right: c'], 7, /has 2 right options/],
    ['number #q', ['ask: a', 'answer: b'], 8, /needs 'answer', a number/],
    ['order #q', ['ask: a', 'lines: [b]'], 8, /a list of two or more/]
  ])('%s %j is told with its line', (head, lines, line, message) => {
    const { problems } = parse(head, ...lines);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.line).toBe(line);
  });
});
