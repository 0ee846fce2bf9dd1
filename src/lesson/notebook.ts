import type { ICell, ICodeCell, IMarkdownCell, INotebookContent } from '@jupyterlab/nbformat';
import { NEXT_CELL, TITLE_CELL, taskCell, twinCell } from './ids';
import { exercisesOf, questionsOf, type Block, type Exercise, type Lesson } from './lesson';
import type { SolutionPolicy } from './policy';
import type { Question } from './question';
import {
  encodeText,
  FORMAT,
  type CodeMetadata,
  type ExerciseMetadata,
  type NotebookMetadata,
  type QuestionMetadata
} from './metadata';

/** What the text of a lesson does not say about its notebook. */
export interface NotebookParts {
  /** The compiled checkers. */
  checks: string;
  /** The title of a lesson by its `track/lesson`. */
  titleOf(id: string): string | undefined;
  /** A short hash of a text. */
  hash(text: string): string;
}

const KERNEL = {
  kernelspec: {
    display_name: 'TypeScript (Lessonbook)',
    language: 'typescript',
    name: 'lessonbook-typescript'
  },
  language_info: {
    codemirror_mode: 'typescript',
    file_extension: '.ts',
    mimetype: 'text/typescript',
    name: 'typescript'
  }
};

/** Makes a lesson's notebook: the same lesson always gives the same one. */
export function lessonNotebook(lesson: Lesson, parts: NotebookParts): INotebookContent {
  const cells = [
    titleCell(lesson, parts),
    ...lesson.blocks.flatMap(block => cellsOf(block, lesson.solutions)),
    ...nextCell(lesson, parts)
  ];
  const questions = questionsOf(lesson).map(({ id, ask, points }) => ({ id, title: ask, points }));
  const metadata: Omit<NotebookMetadata, 'version'> = {
    format: FORMAT,
    track: lesson.track,
    lesson: lesson.name,
    title: lesson.title,
    promise: lesson.promise,
    minutes: lesson.minutes,
    buildsOn: lesson.buildsOn.map(({ id }) => id),
    ...(lesson.next ? { next: lesson.next.id } : {}),
    exercises: exercisesOf(lesson).map(({ id, title, points }) => ({ id, title, points })),
    ...(questions.length === 0 ? {} : { questions }),
    ...(lesson.solutions.after === 'hints' ? {} : { solutions: lesson.solutions }),
    checks: parts.checks
  };
  const version = parts.hash(JSON.stringify([metadata, cells]));
  return {
    cells,
    metadata: { ...KERNEL, lessonbook: { ...metadata, version } },
    nbformat: 4,
    nbformat_minor: 5
  };
}

/** A notebook as it is written to disk: keys in order, one space of indent, as nbformat does it. */
export function notebookText(notebook: INotebookContent): string {
  return `${JSON.stringify(sorted(notebook), null, 1)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

function titleCell({ title, promise, minutes, buildsOn }: Lesson, parts: NotebookParts): ICell {
  const links = buildsOn.map(({ id }) => linkTo(id, parts));
  const after = links.length > 0 ? ` Builds on ${links.join(', ')}.` : '';
  const time = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return markdown(TITLE_CELL, `# ${title}\n\n${promise}\n\n_About ${time}._${after}`);
}

function nextCell({ next }: Lesson, parts: NotebookParts): ICell[] {
  return next ? [markdown(NEXT_CELL, `**Next:** ${linkTo(next.id, parts)}`)] : [];
}

/** Learners' copies lie beside one another as the lessons do. */
function linkTo(id: string, { titleOf }: NotebookParts): string {
  return `[${titleOf(id) ?? id}](../${id}.ipynb)`;
}

function cellsOf(block: Block, solutions: SolutionPolicy): ICell[] {
  switch (block.kind) {
    case 'prose':
      return [markdown(block.id, block.text)];
    case 'code': {
      const { id, code, twin } = block;
      if (twin === undefined) {
        return [codeCell(id, code.source, {})];
      }
      const metadata: CodeMetadata = { twin };
      return [codeCell(id, code.source, { lessonbook: metadata }), foldOut(twinCell(id), twin)];
    }
    case 'question':
      return [questionCell(block.question)];
    case 'exercise':
      return exerciseCells(block.exercise, solutions);
  }
}

function questionCell(question: Question): ICell {
  const metadata: Pick<QuestionMetadata, 'question'> = {
    question: encodeText(JSON.stringify(question))
  };
  return {
    ...markdown(question.id, `**Question:** ${question.ask}`),
    metadata: { lessonbook: { ...metadata } }
  };
}

function foldOut(id: string, twin: string): IMarkdownCell {
  const code = `\`\`\`python\n${twin}\n\`\`\``;
  return markdown(id, `<details>\n<summary>In Python</summary>\n\n${code}\n\n</details>`);
}

function exerciseCells(exercise: Exercise, { after }: SolutionPolicy): ICell[] {
  const { id, title, points, task, starter, hints, solution } = exercise;
  const { why, twin, seconds } = exercise;
  const hidden = after === 'never';
  const metadata: ExerciseMetadata = {
    exercise: id,
    title,
    points,
    ...(seconds === undefined ? {} : { seconds }),
    starter: starter.source,
    hints: hints.map(encodeText),
    solution: hidden ? '' : encodeText(solution.source),
    why: hidden ? '' : encodeText(why),
    ...(twin === undefined || hidden ? {} : { twin: encodeText(twin) })
  };
  const nbgrader = {
    schema_version: 3,
    cell_type: 'code',
    grade: true,
    grade_id: id,
    locked: false,
    points,
    solution: true,
    task: false
  };
  const worth = `_${points} ${points === 1 ? 'point' : 'points'}_`;
  return [
    markdown(taskCell(id), `### Exercise: ${title}\n\n${worth}\n\n${task}`),
    codeCell(id, starter.source, { lessonbook: metadata, nbgrader })
  ];
}

function markdown(id: string, text: string): IMarkdownCell & { id: string } {
  return { cell_type: 'markdown', id, metadata: {}, source: lines(text) };
}

function codeCell(id: string, source: string, metadata: object): ICodeCell & { id: string } {
  return {
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: metadata as ICodeCell['metadata'],
    outputs: [],
    source: lines(source)
  };
}

/** Lines with their ends, as notebooks hold a text. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
