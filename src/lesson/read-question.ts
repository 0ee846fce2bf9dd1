import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { Option, Question } from './question';

type Report = (line: number, message: string) => void;

const KINDS = ['single', 'multiple', 'number', 'order', 'match'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Reads a block headed `question KIND #id`, whose text is YAML.
 *
 * @param line of the lesson on which the text begins
 * @returns nothing where it cannot be read; what is wrong is reported
 */
export function readQuestion(
  kind: string,
  id: string,
  text: string,
  line: number,
  report: Report
): Question | undefined {
  if (!isKind(kind)) {
    report(line - 1, `'${kind}' is no kind of question; there are ${KINDS.join(', ')}.`);
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + line - 1;
  const [error] = document.errors;
  if (error || !isMap(document.contents)) {
    const what = error ? `: ${error.message}` : '';
    report(error ? lineAt(error.pos[0]) : line, `The question '${id}' is not YAML${what}.`);
    return undefined;
  }
  return new QuestionReader(id, kind, document.contents, lineAt, report).read();
}

class QuestionReader {
  private failed = false;

  constructor(
    private readonly id: string,
    private readonly kind: Kind,
    private readonly map: YAMLMap,
    private readonly lineAt: (offset: number) => number,
    private readonly reportAt: Report
  ) {}

  read(): Question | undefined {
    const { id } = this;
    const common = {
      id,
      points: 1,
      ask: this.text(this.map, 'ask'),
      because: this.has('because') ? this.text(this.map, 'because') : ''
    };
    const question = this.readKind(common);
    return this.failed ? undefined : question;
  }

  private readKind(common: Pick<Question, 'id' | 'points' | 'ask' | 'because'>): Question {
    switch (this.kind) {
      case 'single':
      case 'multiple':
        return { ...common, kind: this.kind, options: this.options(this.kind) };
      case 'number':
        return {
          ...common,
          kind: 'number',
          answer: this.number('answer'),
          tolerance: this.has('tolerance') ? this.number('tolerance') : 0
        };
      case 'order':
        return { ...common, kind: 'order', lines: this.items('lines').map(item => String(item)) };
      case 'match':
        return {
          ...common,
          kind: 'match',
          pairs: this.items('pairs').map(item => {
            const map = isMap(item) ? item : undefined;
            const pair = map?.items.find(({ key }) => String(key) !== 'because');
            return {
              left: String(pair?.key ?? ''),
              right: String(pair?.value ?? ''),
              because: map?.has('because') ? this.text(map, 'because') : ''
            };
          })
        };
    }
  }

  private options(kind: 'single' | 'multiple'): Option[] {
    const options = this.items('options').map((item): Option => {
      const map = isMap(item) ? item : undefined;
      const right = map?.has('right') ?? false;
      if (!map || right === map.has('wrong')) {
        this.report(item, "An option has either 'right' or 'wrong', and 'because'.");
        return { text: '', right, because: '' };
      }
      return {
        text: this.text(map, right ? 'right' : 'wrong'),
        right,
        because: right && !map.has('because') ? '' : this.text(map, 'because')
      };
    });
    const count = options.filter(({ right }) => right).length;
    if (count === 0 || (kind === 'single' && count !== 1)) {
      const wanted = kind === 'single' ? 'one right option' : 'a right option';
      this.report(
        this.map,
        `The question '${this.id}' has ${count} right options; it needs ${wanted}.`
      );
    }
    return options;
  }

  private items(key: string): Node[] {
    const node = this.map.get(key, true) as Node | undefined;
    if (!isSeq(node) || node.items.length < 2) {
      this.report(
        node ?? this.map,
        `The question '${this.id}' needs '${key}', a list of two or more.`
      );
      return [];
    }
    return node.items as Node[];
  }

  private number(key: string): number {
    const node = this.map.get(key, true) as Node | undefined;
    if (!isScalar(node) || typeof node.value !== 'number') {
      this.report(node ?? this.map, `The question '${this.id}' needs '${key}', a number.`);
      return 0;
    }
    return node.value;
  }

  private text(map: YAMLMap, key: string): string {
    const node = map.get(key, true) as Node | undefined;
    const value = isScalar(node) ? String(node.value ?? '').trim() : '';
    if (value === '') {
      this.report(node ?? map, `The question '${this.id}' needs '${key}', a text.`);
    }
    return value;
  }

  private has(key: string): boolean {
    return this.map.has(key);
  }

  private report(node: Node, message: string): void {
    this.failed = true;
    this.reportAt(this.lineAt(node.range?.[0] ?? 0), message);
  }
}

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);
