import * as ts from 'typescript';
import { parse, type DeclarationKind } from '../compile';
import {
  hasModifier,
  isTypeOnly,
  lexicalNames,
  namesIn,
  namesOfList,
  varNames
} from '../compile/declarations';
import { syntaxErrors } from '../compile/parse';
import type { CompletionKind } from '../protocol/language';

/** How another cell sees a name: a value that stays, one that may be assigned, or any other. */
export type NameKind = 'constant' | 'variable' | 'other';

/** A name of a cell's top level. */
export interface DeclaredName {
  kind: NameKind;
  /** What it looks like in a list. */
  shown: CompletionKind;
  /** Where it is first declared. */
  offset: number;
}

const SHOWN: Record<DeclarationKind, CompletionKind> = {
  const: 'constant',
  using: 'constant',
  let: 'variable',
  var: 'variable',
  function: 'function',
  class: 'class',
  enum: 'enum',
  namespace: 'module',
  import: 'module'
};

/** What the text of a cell says about names, without regard to other cells. */
export interface CellNames {
  /** Names that the cell declares at its top level, types among them, and where. */
  declared: ReadonlyMap<string, DeclaredName>;
  /** Names of those that the cell exports by itself. */
  exported: ReadonlySet<string>;
  /** Every name that occurs in the cell, and whether it occurs outside of any function. */
  used: ReadonlyMap<string, { atOnce: boolean }>;
  /** Where new imports go: behind those at the head of the cell. */
  importsEnd: number;
  /** What the parser finds wrong with the cell, at offsets of its source. */
  mistakes: readonly ts.DiagnosticWithLocation[];
}

/** Reads the names of a cell. */
export function readNames(source: string): CellNames {
  const file = parse(source);
  const declared = new Map<string, DeclaredName>();
  const declare = (node: ts.Node, name: string, shown: CompletionKind): void => {
    const kind = shown === 'constant' || shown === 'variable' ? shown : 'other';
    const known = declared.get(name);
    declared.set(
      name,
      known ? { ...known, kind: 'other' } : { kind, shown, offset: node.getStart(file) }
    );
  };
  for (const { name, kind, node } of [
    ...file.statements.flatMap(lexicalNames),
    ...varNames(file)
  ]) {
    declare(node, name, SHOWN[kind]);
  }
  for (const node of file.statements.flatMap(typeNames)) {
    declare(node, node.text, 'type');
  }
  return {
    declared,
    exported: new Set(file.statements.flatMap(exportedNames)),
    used: usedNames(file),
    importsEnd: file.statements[headLength(file) - 1]?.end ?? 0,
    mistakes: syntaxErrors(file)
  };
}

function headLength(file: ts.SourceFile): number {
  const first = file.statements.findIndex(node => !ts.isImportDeclaration(node));
  return first < 0 ? file.statements.length : first;
}

/** Names that stand for types alone, and those that are only said to exist. */
function typeNames(node: ts.Statement): ts.Identifier[] {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const isType = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return [
      ...(isType && clause.name ? [clause.name] : []),
      ...(isType && bindings && ts.isNamespaceImport(bindings) ? [bindings.name] : []),
      ...(bindings && ts.isNamedImports(bindings)
        ? bindings.elements.filter(e => isType || e.isTypeOnly).map(e => e.name)
        : [])
    ];
  }
  if (!isTypeOnly(node)) {
    return [];
  }
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  }
  const { name } = node as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) && name.text ? [name] : [];
}

/** The names under which a statement already exports something. */
function exportedNames(node: ts.Statement): string[] {
  if (ts.isExportDeclaration(node)) {
    const { exportClause: clause } = node;
    return clause && ts.isNamedExports(clause) ? clause.elements.map(e => e.name.text) : [];
  }
  const isExported = hasModifier(node, ts.SyntaxKind.ExportKeyword);
  if (!isExported || hasModifier(node, ts.SyntaxKind.DefaultKeyword)) {
    return [];
  }
  const declared = ts.isVariableStatement(node)
    ? namesOfList(node.declarationList)
    : lexicalNames(node);
  return [...declared, ...typeNames(node).map(({ text }) => ({ name: text }))].map(
    ({ name }) => name
  );
}

/** A name in one of these places is no reference to a variable. */
function isProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isQualifiedName(parent) && parent.right === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

function usedNames(file: ts.SourceFile): Map<string, { atOnce: boolean }> {
  const used = new Map<string, { atOnce: boolean }>();
  const visit = (node: ts.Node, deferred: boolean): void => {
    if (ts.isIdentifier(node)) {
      if (node.text && !isProperty(node)) {
        const atOnce = !deferred && !isInType(node);
        used.set(node.text, { atOnce: atOnce || (used.get(node.text)?.atOnce ?? false) });
      }
      return;
    }
    const isFunction = ts.isFunctionLike(node) && node.kind !== ts.SyntaxKind.ConstructSignature;
    ts.forEachChild(node, child => visit(child, deferred || isFunction));
  };
  visit(file, false);
  return used;
}

function isInType(node: ts.Node): boolean {
  // What a class extends is a value, though it stands in a node of types.
  const isType = (outer: ts.Node) =>
    ts.isTypeNode(outer) && !ts.isExpressionWithTypeArguments(outer);
  return ts.findAncestor(node, isType) !== undefined;
}
