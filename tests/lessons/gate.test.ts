import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildLessons } from '../../src/node/build-lessons';
import { describeFinding } from '../../src/node/findings';
import { holdLesson } from '../../src/node/gate';
import { lintMessage } from '../../src/node/lint-message';
import { runtimeFolder } from '../node/client';
import { checksText, folderWith, lessonText } from '../node/lesson-folder';

const fixtures = path.resolve(import.meta.dirname, '../lesson/fixtures');

async function hold(root: string) {
  const { built, problems } = await buildLessons(root);
  expect(problems).toEqual([]);
  const lesson = built[0] ?? expect.unreachable();
  const findings = await holdLesson(lesson, { runtimeFolder });
  return {
    held: findings.map(({ subject }) => subject),
    failures: findings.filter(({ ok }) => !ok).map(describeFinding)
  };
}

const doubling = (answers: Record<string, string>, text = lessonText(), checks = checksText) =>
  folderWith({
    'maths/double/lesson.md': text,
    'maths/double/checks.ts': checks,
    ...Object.fromEntries(
      Object.entries(answers).map(([name, source]) => [
        `maths/double/answers/double/${name}.ts`,
        source
      ])
    )
  });

const answers = {
  'right-twice': 'const result = 2 * input;',
  'right-sum': 'const result = input + input;',
  'right-shift': 'const result = input << 1;',
  'wrong-wrong-values': 'const result = input * input * 2;',
  'wrong-hard-coded': 'const result = 8;',
  'wrong-wrong-type': "const result = '8';",
  'wrong-wrong-shape': 'const result = [8];'
};

describe('the gate', { timeout: 60_000 }, () => {
  it('lets a good lesson through, having tried the starter, the solution and every answer', async () => {
    const { held, failures } = await hold(path.join(fixtures, 'good'));
    expect(failures).toEqual([]);
    expect(held).toContain('starter');
    expect(held).toContain('solution');
    expect(held).toContain('wrong-zero-for-nothing');
  });

  it('tells each answer that comes out otherwise', async () => {
    const { failures } = await hold(
      doubling({
        ...answers,
        'right-wrong': 'const result = 1;',
        'wrong-right': 'const result = input * 2;',
        'wrong-other-id': 'const result = 1;'
      })
    );
    expect(failures).toEqual(
      [
        /right-wrong: passed was wanted, not failed as 'wrong-values': Your `result` is 1/,
        /wrong-other-id: failed as 'other-id' was wanted, not failed as 'wrong-values'/,
        /wrong-right: failed as 'right' was wanted, not passed/
      ].map(line => expect.stringMatching(line))
    );
  });

  it('tells a wrong solution, a notebook that fails and answers that are too few', async () => {
    const text = lessonText({ solution: 'const result = 0;', cell: ' nowhere;' });
    const { failures } = await hold(doubling({}, text));
    expect(failures.filter(line => !line.includes('proves nothing'))).toEqual(
      [
        /notebook runs: the cell 'input' ends by ReferenceError: nowhere is not defined/,
        /right answers: there are 0 really different ones, at least 3/,
        /wrong answers: there are 0 with ids of their own, at least 3/,
        /solution: passed was wanted/
      ].map(line => expect.stringMatching(line))
    );
  });

  it('counts answers that differ in names alone as one, and reads many from one file', async () => {
    const more =
      '```ts right again\nconst result = input - -input;\n```\n\n```ts wrong half\nconst result = 2;\n```\n';
    const root = doubling({
      ...answers,
      'right-sum': 'const twice = 2 * input;\nconst result = twice;',
      'right-shift': '// The same.\nconst doubled = 2 * input;\nconst result = doubled;'
    });
    writeFileSync(path.join(root, 'maths/double/answers/double/more.md'), more);
    const { held, failures } = await hold(root);
    expect(failures).toEqual([]);
    expect(held).toEqual(expect.arrayContaining(['more/again', 'more/half']));
    rmSync(path.join(root, 'maths/double/answers/double/more.md'));
    expect((await hold(root)).failures).toEqual([
      expect.stringMatching(/right answers: there are 2 really different ones/)
    ]);
  });

  it('tells what in a checker proves nothing', async () => {
    const checks = checksText
      .replace("8, { name: 'result' }", "8, { name: 'result', tolerance: { absolute: 0.01 } }")
      .replace('diagnose(', 'diagnose(wrong ??')
      .replace(
        "misconception('hard",
        "misconception('negative', () => check.value('result') === -8, 'Below 0.'),\n misconception('hard"
      );
    const { failures } = await hold(doubling(answers, lessonText(), checks));
    expect(failures).toEqual(
      [
        /checks\.ts:5: with ten times the tolerance every answer is judged as before/,
        /checks\.ts:9: without this diagnosis every answer is judged as before/
      ].map(line => expect.stringMatching(line))
    );
  });

  it('wants a reason for each wrong answer to a question', async () => {
    const questions = [
      '```question number #many\nask: How many?\nanswer: 3\n```\n',
      '```question single #which\nask: Which?\noptions:\n  - right: One\n  - wrong: Two\n    because: It is undefined.\n```\n'
    ];
    const { failures } = await hold(doubling(answers, [lessonText(), ...questions].join('\n')));
    expect(failures).toEqual(
      [/many › because: no reason is given/, /which › Two: it says 'undefined'/].map(line =>
        expect.stringMatching(line)
      )
    );
  });

  it('reads the messages as a learner does', () => {
    expect(lintMessage('Your `a` is 1; 2 is expected.', ['a'])).toBeUndefined();
    expect(lintMessage('Your `a` is undefined.', ['a'])).toMatch(/'undefined'/);
    expect(lintMessage('Assertion failed for `a`.', ['a'])).toMatch(/'Assertion'/);
    expect(lintMessage('That is wrong.', ['a'])).toMatch(/names none of `a`/);
    expect(lintMessage('Your `a` is 1. No. So it is. Well.', ['a'])).toMatch(/4 sentences/);
    expect(lintMessage(`Your \`a\` is ${'x'.repeat(240)}.`, ['a'])).toMatch(/characters/);
  });

  it('is not misled by an answer that changes the inputs in place', async () => {
    const text = lessonText({ cell: '\nconst box = { input };' }).replaceAll(
      'input * 2',
      'box.input * 2'
    );
    const checks = `import { compare, defineChecks } from 'lessonbook/check';
      export default defineChecks({ double: c => compare(c.value('result'), 8, { name: 'result' }) });`;
    const inPlace = Object.fromEntries(
      Object.entries({ ...answers, 'wrong-hard-coded': undefined })
        .flatMap(([name, source]) => (source === undefined ? [] : [[name, source] as const]))
        .map(([name, source]) => [name, source.replaceAll('input', 'box.input')])
    );
    const { failures } = await hold(
      doubling(
        {
          ...inPlace,
          'right-in-place': 'box.input *= 2; const result = box.input;',
          'wrong-wrong-values-2': 'const result = box.input * 3;'
        },
        text,
        checks
      )
    );
    expect(failures).toEqual([]);
  });
});
