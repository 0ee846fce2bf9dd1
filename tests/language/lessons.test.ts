import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { expect, test } from 'vitest';
import { decodeText, type ExerciseMetadata } from '../../src/lesson/metadata';
import { TestNotebook } from './pack';

const root = path.resolve(import.meta.dirname, '../..');
const filesIn = (folder: string, ending: string) =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

interface Cell {
  source: string;
  exercise: ExerciseMetadata | undefined;
}

const codeOf = (file: string): Cell[] =>
  (JSON.parse(readFileSync(path.join(root, file), 'utf8')) as INotebookContent).cells
    .filter(cell => cell.cell_type === 'code')
    .map(cell => {
      const { lessonbook = {} } = cell.metadata as { lessonbook?: Partial<ExerciseMetadata> };
      const isExercise = lessonbook.exercise !== undefined;
      return {
        source: [cell.source].flat().join(''),
        exercise: isExercise ? (lessonbook as ExerciseMetadata) : undefined
      };
    });

const solved = ({ source, exercise }: Cell): string =>
  exercise ? decodeText(exercise.solution) : source;

const notebooks = filesIn('notebooks', '.ipynb');

test.each(notebooks)('no false alarm in %s, as handed out and solved', file => {
  const cells = codeOf(file);
  for (const sources of [cells.map(({ source }) => source), cells.map(solved)]) {
    const notebook = new TestNotebook(...sources);
    expect(sources.flatMap((_, index) => notebook.errors(index))).toEqual([]);
  }
});

test.each(notebooks)('no false alarm in the right answers to %s', file => {
  const cells = codeOf(file);
  const notebook = new TestNotebook();
  const answers = path.join('lessons', file.replace(/^notebooks.|\.ipynb$/g, ''), 'answers');
  for (const [index, { exercise }] of cells.entries()) {
    const folder = path.join(answers, exercise?.exercise ?? '');
    const right = exercise
      ? readdirSync(path.join(root, folder)).filter(name => name.startsWith('right-'))
      : [];
    for (const name of right) {
      const answer = readFileSync(path.join(root, folder, name), 'utf8');
      const sources = cells.map((cell, at) => (at === index ? answer : solved(cell)));
      expect.soft(notebook.set(...sources).errors(index), `${folder}/${name}`).toEqual([]);
    }
  }
});
