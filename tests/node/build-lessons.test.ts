import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/lesson/problem';
import { buildLessons, writeNotebooks } from '../../src/node/build-lessons';
import { catalogueText } from '../../src/node/write-catalogue';
import { checksText, folderWith, lessonText } from './lesson-folder';

async function problemsOf(files: Record<string, string>) {
  const { problems } = await buildLessons(folderWith(files));
  return problems.map(describeProblem);
}

describe('a folder of lessons', () => {
  it('is written as notebooks, and only what changed is written again', async () => {
    const root = folderWith({
      'maths/double/lesson.md': lessonText(),
      'maths/double/checks.ts': checksText
    });
    const out = path.join(root, 'notebooks');
    const file = path.join(out, 'maths/double.ipynb');
    expect(await writeNotebooks(root, out)).toEqual({ written: [file], lessons: 1 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ nbformat: 4 });
    expect(await writeNotebooks(root, out)).toEqual({ written: [], lessons: 1 });
  });

  it('is built also where one lesson is wrong, which is said in the end', async () => {
    const root = folderWith({
      'maths/bad/lesson.md': 'nothing',
      'maths/double/lesson.md': lessonText(),
      'maths/double/checks.ts': checksText
    });
    const out = path.join(root, 'notebooks');
    await expect(writeNotebooks(root, out)).rejects.toThrow(/bad\/lesson\.md:1: /);
    expect(existsSync(path.join(out, 'maths/double.ipynb'))).toBe(true);
  });

  it('has to be there and to hold a lesson', async () => {
    await expect(buildLessons('/nowhere')).rejects.toThrow('There is no folder /nowhere');
    await expect(buildLessons(folderWith({}))).rejects.toThrow('There is no lesson in');
  });

  it('is listed with each lesson after those that it follows', async () => {
    const root = folderWith({
      'maths/a/lesson.md': lessonText({ front: 'buildsOn: [maths/c]\n' }),
      'maths/a/checks.ts': checksText,
      'maths/b/lesson.md': lessonText(),
      'maths/b/checks.ts': checksText,
      'maths/c/lesson.md': lessonText({ front: 'next: maths/a\n' }),
      'maths/c/checks.ts': checksText
    });
    const out = path.join(root, 'notebooks');
    await writeNotebooks(root, out);
    const entries = JSON.parse(catalogueText(out)) as { lesson: string }[];
    expect(entries.map(({ lesson }) => lesson)).toEqual(['c', 'a', 'b']);
  });
});

describe('what is wrong beside the text', () => {
  const good = { 'maths/double/lesson.md': lessonText(), 'maths/double/checks.ts': checksText };

  it('a cell that does not parse is named by its line in the lesson', async () => {
    const text = lessonText({ solution: 'const result =\n  input * ;' });
    const line = text.split('\n').indexOf('  input * ;') + 1;
    expect(await problemsOf({ ...good, 'maths/double/lesson.md': text })).toEqual([
      expect.stringMatching(new RegExp(`lesson\\.md:${line}: An expression is missing`))
    ]);
  });

  it('a checker that does not compile is named by its line', async () => {
    expect(await problemsOf({ ...good, 'maths/double/checks.ts': '\nexport default {' })).toEqual([
      expect.stringMatching(/double\/checks\.ts:2: /)
    ]);
  });

  it('a checker imports its own folder and the kit, and nothing else', async () => {
    const helped = `import './help';\n${checksText}`;
    const files = { ...good, 'maths/double/checks.ts': helped, 'maths/double/help.ts': '' };
    expect(await problemsOf(files)).toEqual([]);
    expect(await problemsOf({ ...good, 'maths/double/checks.ts': helped })).toEqual([
      expect.stringMatching(/checks\.ts:1: Could not resolve "\.\/help"/)
    ]);
  });

  it('an exercise without a checker, and a checker without an exercise', async () => {
    const checks = checksText.replace('double:', 'triple:');
    expect(await problemsOf({ ...good, 'maths/double/checks.ts': checks })).toEqual([
      expect.stringMatching(/lesson\.md:\d+: The exercise 'double' has no checker/),
      expect.stringMatching(/checks\.ts:1: The lesson has no exercise 'triple'/)
    ]);
  });

  it('answers to no exercise, or with no name that says what they are', async () => {
    const answers = {
      'maths/double/answers/triple/right-a.ts': '',
      'maths/double/answers/double/good.ts': ''
    };
    expect(await problemsOf({ ...good, ...answers })).toEqual([
      expect.stringMatching(/answers\/double\/good\.ts:1: An answer is called/),
      expect.stringMatching(/answers\/triple:1: The lesson has no exercise 'triple'/)
    ]);
  });

  it('a lesson that is named and not there', async () => {
    const text = lessonText({ front: 'next: maths/triple\n' });
    expect(await problemsOf({ ...good, 'maths/double/lesson.md': text })).toEqual([
      expect.stringMatching(/lesson\.md:5: There is no lesson 'maths\/triple'/)
    ]);
  });
});
