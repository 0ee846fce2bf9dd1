import { parse, syntaxErrors } from './parse';

/** Whether a source may be run as it is, needs more lines, or is wrong whatever follows. */
export type Completeness =
  | { status: 'complete' | 'invalid' }
  | {
      status: 'incomplete';
      /** The blanks to begin the next line with. */
      indent: string;
    };

/** A text in quotes, which ends with its line. */
const OPEN_TEXT = 1002;

/** A comment or a template that is still open. */
const OPEN_ENDED: ReadonlySet<number> = new Set([1010, 1160]);

/** Tells whether a cell is complete, as a console asks before it runs what was typed. */
export function isComplete(source: string): Completeness {
  const file = parse(source);
  const [first] = syntaxErrors(file);
  if (!first) {
    return { status: 'complete' };
  }
  const atEnd = first.start >= source.trimEnd().length && first.code !== OPEN_TEXT;
  return atEnd || OPEN_ENDED.has(first.code)
    ? { status: 'incomplete', indent: indentAfter(source) }
    : { status: 'invalid' };
}

function indentAfter(source: string): string {
  const line = source.trimEnd().split('\n').at(-1) ?? '';
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return /[{([]$/.test(line) ? `${indent}  ` : indent;
}
