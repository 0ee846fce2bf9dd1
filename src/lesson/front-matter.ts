import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { Lesson, LessonReference } from './lesson';
import { AFTER_HINTS, readPolicy, type SolutionPolicy } from './policy';

/** What stands between the two lines of dashes at the top of `lesson.md`. */
export type FrontMatter = Pick<
  Lesson,
  'title' | 'promise' | 'minutes' | 'buildsOn' | 'next' | 'solutions'
>;

type Report = (line: number, message: string) => void;

const BLOCK = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;
const KEYS = ['title', 'promise', 'minutes', 'buildsOn', 'next', 'solutions'];
const REFERENCE = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

const NOTHING: FrontMatter = {
  title: '',
  promise: '',
  minutes: 0,
  buildsOn: [],
  solutions: AFTER_HINTS
};

/** Reads the front matter; what is missing or wrong is reported and left empty. */
export function readFrontMatter(text: string, report: Report): FrontMatter {
  const found = text.startsWith('---') ? BLOCK.exec(text) : null;
  if (!found) {
    report(1, 'The lesson begins with its front matter: a line ---, title, promise, minutes, ---.');
    return NOTHING;
  }
  const lines = new LineCounter();
  const document = parseDocument(found[1] ?? '', { lineCounter: lines, prettyErrors: false });
  // The first line of the file is the dashes.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  for (const error of document.errors) {
    report(lineAt(error.pos[0]), `The front matter is not YAML: ${error.message}.`);
  }
  if (document.errors.length > 0) {
    return NOTHING;
  }
  if (!isMap(document.contents)) {
    report(1, `The front matter holds keys and values: ${KEYS.join(', ')}.`);
    return NOTHING;
  }
  return new Reader(document.contents, lineAt, report).read();
}

/** The lesson without its front matter, with every line where it was. */
export function withoutFrontMatter(text: string): string {
  return text.startsWith('---')
    ? text.replace(BLOCK, found => found.replace(/[^\r\n]/g, ' '))
    : text;
}

class Reader {
  constructor(
    private readonly map: YAMLMap,
    private readonly lineAt: (offset: number) => number,
    private readonly report: Report
  ) {}

  read(): FrontMatter {
    for (const { key } of this.map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!KEYS.includes(name)) {
        this.report(
          this.line(key as Node),
          `The front matter has no '${name}'; there are ${KEYS.join(', ')}.`
        );
      }
    }
    const front: FrontMatter = {
      title: this.text('title'),
      promise: this.text('promise'),
      minutes: this.minutes(),
      buildsOn: this.references(),
      solutions: this.policy()
    };
    const next = this.node('next');
    const reference = next && this.reference(next);
    if (reference) {
      front.next = reference;
    }
    return front;
  }

  private node(key: string): Node | undefined {
    return this.map.get(key, true) as Node | undefined;
  }

  private line(node: Node | undefined): number {
    return node?.range ? this.lineAt(node.range[0]) : 1;
  }

  private text(key: string): string {
    const node = this.node(key);
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== 'string' || value.trim() === '') {
      this.report(this.line(node), `The front matter needs a '${key}', a text.`);
      return '';
    }
    return value.trim();
  }

  private minutes(): number {
    const node = this.node('minutes');
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
      this.report(this.line(node), "The front matter needs 'minutes', a whole number from 1.");
      return 0;
    }
    return value;
  }

  private policy(): SolutionPolicy {
    const node = this.node('solutions');
    const policy =
      node === undefined ? AFTER_HINTS : isScalar(node) && readPolicy(String(node.value));
    if (!policy) {
      this.report(
        this.line(node),
        "'solutions' says when they open: after hints, after 3 tries, after passing or never."
      );
    }
    return policy || AFTER_HINTS;
  }

  private references(): LessonReference[] {
    const node = this.node('buildsOn');
    if (node === undefined) {
      return [];
    }
    if (!isSeq(node)) {
      this.report(this.line(node), "'buildsOn' is a list, as in [numpy/arrays].");
      return [];
    }
    return node.items.flatMap(item => this.reference(item as Node) ?? []);
  }

  private reference(node: Node): LessonReference | undefined {
    const id = isScalar(node) ? String(node.value) : '';
    if (!REFERENCE.test(id)) {
      this.report(this.line(node), `'${id}' is no lesson; write track/lesson.`);
      return undefined;
    }
    return { id, line: this.line(node) };
  }
}
