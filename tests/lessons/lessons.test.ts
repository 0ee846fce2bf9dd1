import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { describe, expect, it } from 'vitest';
import { lessonOf } from '../../src/lesson/metadata';
import { notebookText } from '../../src/lesson/notebook';
import { describeProblem } from '../../src/lesson/problem';
import { buildLessons } from '../../src/node/build-lessons';
import { describeFinding } from '../../src/node/findings';
import { holdLesson } from '../../src/node/gate';
import { catalogueText } from '../../src/node/write-catalogue';
import { runtimeFolder } from '../node/client';

const root = path.resolve(import.meta.dirname, '../..');
const notebooks = path.join(root, 'notebooks');
const anyLesson = globSync('lessons/*/*/lesson.md', { cwd: root }).length > 0;
const { built, problems } = anyLesson
  ? await buildLessons(path.join(root, 'lessons'))
  : { built: [], problems: [] };

describe('the lessons', () => {
  it('are written without a mistake', () => {
    expect(problems.map(describeProblem)).toEqual([]);
  });

  it.each(built.map(({ id, notebook }) => ({ id, notebook })))(
    '$id is what its notebook was built from (npm run lessons builds it)',
    ({ id, notebook }) => {
      const file = path.join(notebooks, `${id}.ipynb`);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(notebookText(notebook));
    }
  );

  it.each(built)(
    '$id holds to its own right and wrong answers',
    { timeout: 300_000 },
    async lesson => {
      const findings = await holdLesson(lesson, { runtimeFolder });
      expect(findings.filter(({ ok }) => !ok).map(describeFinding)).toEqual([]);
    }
  );
});

describe('the notebooks', () => {
  it('each come from a lesson, unless written by hand', () => {
    const ids = built.map(({ id }) => id);
    const generated = globSync('*/*.ipynb', { cwd: notebooks }).filter(place =>
      lessonOf(JSON.parse(readFileSync(path.join(notebooks, place), 'utf8')) as INotebookContent)
    );
    expect(generated.filter(place => !ids.includes(place.replace(/\.ipynb$/, '')))).toEqual([]);
  });

  it('are listed in the catalogue (npm run lessons writes it)', () => {
    const file = path.join(notebooks, 'catalogue.json');
    expect(readFileSync(file, 'utf8')).toBe(catalogueText(notebooks));
  });
});
