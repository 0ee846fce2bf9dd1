import * as ts from 'typescript';
import { FILE_NAME, parse, syntaxErrors } from './parse';
import { positionAt } from './positions';
import type { CompileError } from './types';

/** The parser's commonest findings in plainer words; `$1` is what the parser put in quotes. */
const WORDS: Record<number, string> = {
  1002: 'This text has no closing quote.',
  1003: 'A name is missing here.',
  1005: "'$1' is missing here.",
  1010: "The comment has no closing '*/'.",
  1109: 'An expression is missing here.',
  1127: 'This character does not belong here.',
  1128: 'No statement can begin like this; is there a bracket too many before it?',
  1160: 'This template has no closing backtick.',
  1161: "This regular expression has no closing '/'."
};

/** Findings of the checker that JavaScript too refuses: grammar, and names declared twice. */
const EARLY: ReadonlySet<number> = new Set([2300, 2364, 2451, 2480, 2491, 2567, 2695, 2777]);

/** What the parser or the checker found, in plainer words where there are such. */
export function inWords(diagnostic: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const quoted = /'(.*?)'/.exec(message)?.[1] ?? '';
  return WORDS[diagnostic.code]?.replace('$1', () => quoted) ?? message;
}

/** An error at an offset of the source. */
export function errorAt(file: ts.SourceFile, offset: number, message: string): CompileError {
  return { name: 'SyntaxError', message, ...positionAt(file, offset) };
}

/** The first thing the parser found wrong, if there is any. */
export function syntaxError(file: ts.SourceFile): CompileError | undefined {
  const [first] = syntaxErrors(file);
  if (!first) {
    return undefined;
  }
  const element = elementIn(file.text);
  return element === undefined
    ? errorAt(file, first.start, inWords(first))
    : errorAt(file, element, 'Cells are TypeScript without JSX: no <tags> in the code.');
}

/** What is wrong with a text that is to be JSON, if anything is. */
export function jsonError(text: string): CompileError | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    // The parser knows the place better than the engine does.
    const file = ts.parseJsonText(FILE_NAME, text);
    const [first] = syntaxErrors(file);
    const message = first ? inWords(first) : (error as Error).message;
    return errorAt(file, first?.start ?? 0, message);
  }
}

/** Where a source that does not parse has a JSX element, if it parses with it. */
function elementIn(source: string): number | undefined {
  const file = parse(source, ts.ScriptKind.TSX);
  if (syntaxErrors(file).length > 0) {
    return undefined;
  }
  const visit = (node: ts.Node): number | undefined =>
    ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)
      ? node.getStart(file)
      : ts.forEachChild(node, visit);
  return visit(file);
}

/**
 * Finds the place of a mistake that only the engine saw, such as a `break` outside a loop: asks
 * the type checker, which takes its time, for what it knows of grammar.
 */
export function explain(source: string, message: string): CompileError {
  const file = parse(source);
  const host: ts.CompilerHost = {
    getSourceFile: name => (name === FILE_NAME ? file : undefined),
    getDefaultLibFileName: () => '',
    writeFile: () => undefined,
    getCurrentDirectory: () => '',
    getCanonicalFileName: name => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: name => name === FILE_NAME,
    readFile: () => undefined
  };
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    noLib: true,
    noResolve: true,
    strict: true,
    types: []
  };
  const program = ts.createProgram([FILE_NAME], options, host);
  const found = program
    .getSemanticDiagnostics(file)
    .filter(({ code }) => (code >= 1000 && code < 2000) || EARLY.has(code))
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))[0];
  return found?.start === undefined
    ? { name: 'SyntaxError', message, line: 1, column: 1 }
    : errorAt(file, found.start, inWords(found));
}
