import type { Code as Fenced, Heading as HeadingNode, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { ExerciseDraft } from './exercise-draft';
import { readFence, type Fence } from './fence';
import { readFrontMatter, withoutFrontMatter } from './front-matter';
import { readHeading, type Heading } from './heading';
import { CellIds, ID, ID_LENGTH, isReserved, slug } from './ids';
import type { Block, Lesson } from './lesson';
import type { Problem } from './problem';
import type { Question } from './question';
import { readQuestion } from './read-question';

/** Where a lesson stands. */
export interface LessonPlace {
  track: string;
  name: string;
  /** What the file is called in problems. */
  file: string;
}

/** A lesson as far as it could be read, and all that is wrong with it. */
export interface ParsedLesson {
  lesson: Lesson;
  /** In the order of the lines. */
  problems: Problem[];
}

/** Reads the text of a `lesson.md`. Never throws. */
export function parseLesson(text: string, place: LessonPlace): ParsedLesson {
  const problems: Problem[] = [];
  const report = (line: number, message: string): void => {
    problems.push({ file: place.file, line, message });
  };
  const front = readFrontMatter(text, report);
  const source = withoutFrontMatter(text);
  const blocks = new LessonReader(source, report).read();
  problems.sort((a, b) => a.line - b.line);
  return { lesson: { track: place.track, name: place.name, ...front, blocks }, problems };
}

/** What a draft of prose or of a cell is called until all explicit ids are known. */
type Draft =
  | { kind: 'prose'; id?: string; line: number; from: number; to: number; heading?: string }
  | { kind: 'code'; id?: string; line: number; source: string; twin?: string }
  | { kind: 'exercise'; id: string; draft: ExerciseDraft }
  | { kind: 'question'; id: string; question: Question };

type Prose = Extract<Draft, { kind: 'prose' }>;

class LessonReader {
  private readonly drafts: Draft[] = [];
  private readonly explicit = new Map<string, number>();
  /** The draft that prose is added to. */
  private prose: Prose | undefined;
  private exercise: ExerciseDraft | undefined;

  constructor(
    private readonly source: string,
    private readonly report: (line: number, message: string) => void
  ) {}

  read(): Block[] {
    for (const node of fromMarkdown(this.source).children) {
      if (node.type === 'heading') {
        this.heading(node);
      } else if (node.type === 'code' && this.isFenced(node)) {
        this.fenced(node);
      } else {
        this.text(node);
      }
    }
    return this.finish();
  }

  private heading(node: HeadingNode): void {
    const line = lineOf(node);
    const first = node.children[0];
    const text = first ? this.source.slice(startOf(first), endOf(node.children.at(-1))) : '';
    const heading = readHeading(text, message => this.report(line, message));
    this.prose = undefined;
    this.exercise = undefined;
    if (heading.id !== undefined) {
      this.claim(heading.id, line);
    }
    if (node.depth === 1) {
      this.report(line, "The title comes from the front matter: begin sections with '##'.");
    }
    const title = /^Exercise:\s*(.*)$/.exec(heading.text)?.[1];
    if (title !== undefined) {
      this.beginExercise(title, heading, node.depth, line);
      return;
    }
    if (heading.points !== undefined) {
      this.report(line, "Only an exercise has points; its heading begins with 'Exercise:'.");
    }
    if (heading.seconds !== undefined) {
      this.report(line, "Only an exercise has seconds; its heading begins with 'Exercise:'.");
    }
    const prose: Prose = {
      kind: 'prose',
      line,
      from: startOf(node),
      to: endOf(node),
      heading: `${'#'.repeat(node.depth)} ${heading.text}`
    };
    if (heading.id !== undefined) {
      prose.id = heading.id;
    }
    this.prose = prose;
    this.drafts.push(prose);
  }

  private beginExercise(title: string, heading: Heading, depth: number, line: number): void {
    if (depth !== 3) {
      this.report(line, `An exercise has a heading of level 3: '### Exercise: ${title}'.`);
    }
    if (heading.id === undefined) {
      this.report(line, `An exercise needs an id: '### Exercise: ${title} {#its-id points=1}'.`);
    }
    if (title === '') {
      this.report(line, "An exercise needs a title after 'Exercise:'.");
    }
    const id = heading.id ?? slug(title);
    const { points = 1, seconds } = heading;
    const draft = new ExerciseDraft({ id, title, points, seconds, line }, this.report);
    this.exercise = draft;
    this.drafts.push({ kind: 'exercise', id, draft });
  }

  private fenced(node: Fenced): void {
    const line = lineOf(node);
    const fence = readFence(node.lang ?? '', (node.meta ?? '').trim());
    if (typeof fence === 'string') {
      this.report(line, fence);
    } else if (fence.kind === 'shown') {
      this.text(node);
    } else if (fence.kind === 'question') {
      this.question(fence, node.value, line);
    } else if (this.exercise) {
      this.exercise.add(fence, node.value, line);
    } else {
      this.outside(fence, node.value, line);
    }
  }

  /** A question ends the prose or exercise before it. */
  private question(fence: Extract<Fence, { kind: 'question' }>, text: string, line: number): void {
    const { id } = fence;
    this.prose = undefined;
    this.exercise = undefined;
    this.claim(id, line);
    const question = readQuestion(fence.of, id, text, line + 1, this.report);
    if (question) {
      this.drafts.push({ kind: 'question', id, question });
    }
  }

  /** A block that stands in no exercise. */
  private outside(
    fence: Exclude<Fence, { kind: 'shown' | 'question' }>,
    value: string,
    line: number
  ): void {
    if (fence.kind === 'cell') {
      this.prose = undefined;
      const draft: Draft = { kind: 'code', line: line + 1, source: value };
      if (fence.id !== undefined) {
        this.claim(fence.id, line);
        draft.id = fence.id;
      }
      this.drafts.push(draft);
      return;
    }
    if (fence.kind !== 'twin') {
      this.report(
        line,
        `'${fence.kind}' belongs to an exercise, below '### Exercise: Title {#id}'.`
      );
      return;
    }
    const last = this.drafts.at(-1);
    if (last?.kind !== 'code' || last.twin !== undefined) {
      this.report(line, 'A Python twin stands right after the cell that it corresponds to.');
    } else {
      last.twin = value;
    }
  }

  private text(node: RootContent): void {
    if (this.exercise) {
      this.exercise.addText(startOf(node), endOf(node), lineOf(node));
    } else if (this.prose) {
      this.prose.to = endOf(node);
    } else {
      const prose: Prose = {
        kind: 'prose',
        line: lineOf(node),
        from: startOf(node),
        to: endOf(node)
      };
      this.prose = prose;
      this.drafts.push(prose);
    }
  }

  private isFenced(node: Fenced): boolean {
    return /^(```|~~~)/.test(this.source.slice(startOf(node)));
  }

  /** Keeps an id that the author gave from being given twice. */
  private claim(id: string, line: number): void {
    const earlier = this.explicit.get(id);
    if (!ID.test(id) || id.length > ID_LENGTH) {
      this.report(
        line,
        `'${id}' is no id: at most ${ID_LENGTH} lower-case letters and digits, words joined by '-'.`
      );
    } else if (isReserved(id)) {
      this.report(line, `The id '${id}' is kept for a cell that the notebook is given.`);
    } else if (earlier !== undefined) {
      this.report(line, `The id '${id}' is taken already, on line ${earlier}.`);
    } else {
      this.explicit.set(id, line);
    }
  }

  private finish(): Block[] {
    const ids = new CellIds(this.explicit.keys());
    let stem = 'start';
    return this.drafts.map((draft): Block => {
      switch (draft.kind) {
        case 'prose': {
          stem = draft.heading === undefined ? stem : (draft.id ?? slug(draft.heading));
          const id = draft.id ?? ids.unique(stem);
          return { kind: 'prose', id, line: draft.line, text: this.proseText(draft) };
        }
        case 'code': {
          const id = draft.id ?? ids.unique(stem);
          const code = { source: draft.source, line: draft.line };
          const twin = draft.twin === undefined ? {} : { twin: draft.twin };
          return { kind: 'code', id, code, ...twin };
        }
        case 'question':
          return draft;
        case 'exercise':
          stem = draft.id;
          return { kind: 'exercise', id: draft.id, exercise: draft.draft.finish(this.source) };
      }
    });
  }

  /** The author's own text, but for the braces in its heading. */
  private proseText({ from, to, heading }: Prose): string {
    const text = this.source.slice(from, to);
    return heading === undefined ? text : text.replace(/^.*(\r?\n[=-]+[ \t]*$)?/m, () => heading);
  }
}

const lineOf = (node: RootContent): number => node.position?.start.line ?? 1;

function startOf(node: { position?: { start: { offset?: number } } }): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: { position?: { end: { offset?: number } } } | undefined): number {
  return node?.position?.end.offset ?? 0;
}
