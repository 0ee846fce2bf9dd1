import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import MagicString from 'magic-string';
import * as ts from 'typescript';
import { hasModifier } from './declarations';
import { positionAt, positionMap } from './positions';
import type { Position, PositionMap } from './types';

/** A class that TypeScript translated: where it stands after that, and where it stood. */
interface Translated {
  from: Position;
  to: Position;
  origin: Position;
  trace: TraceMap;
}

/** A source without decorators and accessor fields. */
export interface Lowered {
  source: string;
  map: PositionMap;
}

const OPENING = '(() => {\n';

/**
 * Translates classes with decorators or accessor fields, which no engine runs yet, by TypeScript's
 * own emitter. They alone may change the number of lines; the map leads back.
 */
export function lower(file: ts.SourceFile): Lowered | undefined {
  const classes = /@|\baccessor\b/.test(file.text) ? classesIn(file) : [];
  if (classes.length === 0) {
    return undefined;
  }
  const text = new MagicString(file.text);
  const translated: Translated[] = [];
  let before = '';
  let end = 0;
  for (const node of classes) {
    const start = startOf(node, file);
    const { name, code, trace } = translate(node, file.text.slice(start, node.end));
    const head = ts.isClassDeclaration(node) && node.name ? `let ${node.name.text} = ` : '';
    before += file.text.slice(end, start) + head + OPENING;
    const from = endOf(before);
    const closing = `\nreturn ${name}; })()${head ? ';' : ''}`;
    before += code;
    translated.push({ from, to: endOf(before), origin: positionAt(file, start), trace });
    before += closing;
    end = node.end;
    text.update(start, end, head + OPENING + code + closing);
  }
  const outside = positionMap(text);
  const original = (line: number, column: number): Position => {
    const inside = translated.find(({ from, to }) => line >= from.line && line <= to.line);
    return inside ? originIn(inside, line, column) : outside.original(line, column);
  };
  return { source: text.toString(), map: { original } };
}

function classesIn(file: ts.SourceFile): ts.ClassLikeDeclaration[] {
  const found: ts.ClassLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node) && needsLowering(node)) {
      found.push(node);
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(file);
  return found;
}

function needsLowering(node: ts.ClassLikeDeclaration): boolean {
  const isDecorated = (part: ts.Node): boolean =>
    ts.canHaveDecorators(part) && (ts.getDecorators(part)?.length ?? 0) > 0;
  return (
    isDecorated(node) ||
    node.members.some(
      member => isDecorated(member) || hasModifier(member, ts.SyntaxKind.AccessorKeyword)
    )
  );
}

/** Where a class begins, past `export` and `default`, which stay. */
function startOf(node: ts.ClassLikeDeclaration, file: ts.SourceFile): number {
  const exporting = node.modifiers?.findLast(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword
  );
  const first = node.modifiers?.find(modifier => !exporting || modifier.pos >= exporting.end);
  return first?.getStart(file) ?? (exporting ? exporting.end : node.getStart(file));
}

function translate(
  node: ts.ClassLikeDeclaration,
  source: string
): { name: string; code: string; trace: TraceMap } {
  const isDeclaration = ts.isClassDeclaration(node) && node.name !== undefined;
  const name = isDeclaration && node.name ? node.name.text : '$class';
  const { outputText, sourceMapText } = ts.transpileModule(
    isDeclaration ? source : `let $class = ${source}`,
    {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        sourceMap: true
      }
    }
  );
  const code = outputText.replace(/\/\/# sourceMappingURL.*\s*$/, '');
  return { name, code, trace: new TraceMap(sourceMapText ?? '') };
}

function originIn({ from, origin, trace }: Translated, line: number, column: number): Position {
  const found = originalPositionFor(trace, { line: line - from.line + 1, column: column - 1 });
  if (found.line === null) {
    return origin;
  }
  return {
    line: origin.line + found.line - 1,
    column: found.line === 1 ? origin.column + found.column : found.column + 1
  };
}

function endOf(text: string): Position {
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
