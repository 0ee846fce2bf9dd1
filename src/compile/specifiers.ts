import * as ts from 'typescript';
import { parse } from './parse';

/** The text of a specifier in the source of a module, its quotes left out. */
export interface Specifier {
  text: string;
  start: number;
  end: number;
}

/** The modules that JavaScript imports or exports from as it is loaded, in the order of the source. */
export function specifiersOf(source: string): Specifier[] {
  const file = parse(source, ts.ScriptKind.JS);
  return file.statements.flatMap(statement => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) {
      return [];
    }
    const { moduleSpecifier: node } = statement;
    return node && ts.isStringLiteral(node)
      ? [{ text: node.text, start: node.getStart(file) + 1, end: node.end - 1 }]
      : [];
  });
}
