import * as ts from 'typescript';
import type { DeclarationKind } from './types';

/** A name with the node that declares it. */
export interface Declared {
  name: string;
  kind: DeclarationKind;
  node: ts.Node;
}

/** Statements in which a `var` belongs to the function around them. */
const TRANSPARENT: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.Block,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.LabeledStatement,
  ts.SyntaxKind.TryStatement,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.CaseBlock,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.DefaultClause
]);

/** Whether a node carries a modifier such as `export` or `declare`. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(modifier => modifier.kind === kind) ?? false)
  );
}

/** Whether a statement is about types alone, so that nothing of it runs. */
export function isTypeOnly(node: ts.Statement): boolean {
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword)) {
    return true;
  }
  if (ts.isFunctionDeclaration(node)) {
    return !node.body;
  }
  if (ts.isModuleDeclaration(node)) {
    return !isInstantiated(node);
  }
  if (ts.isImportEqualsDeclaration(node)) {
    return node.isTypeOnly;
  }
  if (ts.isImportDeclaration(node)) {
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  }
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isNamespaceExportDeclaration(node)
  );
}

/** The statements of a namespace; of `A.B`, those of `B`. */
export function namespaceBody(node: ts.ModuleDeclaration): readonly ts.Statement[] {
  const { body } = node;
  if (body && ts.isModuleBlock(body)) {
    return body.statements;
  }
  return body && ts.isModuleDeclaration(body) ? namespaceBody(body) : [];
}

function isInstantiated(node: ts.ModuleDeclaration): boolean {
  return ts.isIdentifier(node.name) && namespaceBody(node).some(child => !isTypeOnly(child));
}

function kindOf(list: ts.VariableDeclarationList): DeclarationKind {
  switch (list.flags & ts.NodeFlags.BlockScoped) {
    case ts.NodeFlags.Let:
      return 'let';
    case ts.NodeFlags.Const:
      return 'const';
    case ts.NodeFlags.None:
      return 'var';
    default:
      return 'using';
  }
}

/** The names in a binding pattern. */
export function namesIn(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) {
    return [name];
  }
  return name.elements.flatMap(element =>
    ts.isOmittedExpression(element) ? [] : namesIn(element.name)
  );
}

/** The names that a list such as `let a = 1, { b } = o` declares. */
export function namesOfList(list: ts.VariableDeclarationList): Declared[] {
  const kind = kindOf(list);
  return list.declarations.flatMap(({ name }) =>
    namesIn(name).map(node => ({ name: node.text, kind, node }))
  );
}

function namesOfImport(node: ts.ImportDeclaration): Declared[] {
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  const names = clause?.name ? [clause.name] : [];
  if (bindings && ts.isNamespaceImport(bindings)) {
    names.push(bindings.name);
  } else if (bindings) {
    names.push(...bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(e => e.name));
  }
  return names.map(name => ({ name: name.text, kind: 'import', node: name }));
}

/** The names that a statement declares in its own block; `var` belongs to {@link varNames}. */
export function lexicalNames(statement: ts.Statement): Declared[] {
  if (isTypeOnly(statement)) {
    return [];
  }
  if (ts.isVariableStatement(statement)) {
    const names = namesOfList(statement.declarationList);
    return names[0]?.kind === 'var' ? [] : names;
  }
  if (ts.isImportDeclaration(statement)) {
    return namesOfImport(statement);
  }
  if (ts.isLabeledStatement(statement)) {
    return lexicalNames(statement.statement);
  }
  const declare = (name: ts.Node | undefined, kind: DeclarationKind): Declared[] =>
    name && ts.isIdentifier(name) ? [{ name: name.text, kind, node: name }] : [];
  switch (statement.kind) {
    case ts.SyntaxKind.FunctionDeclaration:
      return declare((statement as ts.FunctionDeclaration).name, 'function');
    case ts.SyntaxKind.ClassDeclaration:
      return declare((statement as ts.ClassDeclaration).name, 'class');
    case ts.SyntaxKind.EnumDeclaration:
      return declare((statement as ts.EnumDeclaration).name, 'enum');
    case ts.SyntaxKind.ModuleDeclaration:
      return declare((statement as ts.ModuleDeclaration).name, 'namespace');
    case ts.SyntaxKind.ImportEqualsDeclaration:
      return declare((statement as ts.ImportEqualsDeclaration).name, 'import');
    default:
      return [];
  }
}

/** The names that `var` declares in a function's body or a cell, nested blocks included. */
export function varNames(root: ts.Node): Declared[] {
  const names: Declared[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclarationList(node)) {
      if (kindOf(node) === 'var') {
        names.push(...namesOfList(node));
      }
    } else if (TRANSPARENT.has(node.kind) && !(ts.isVariableStatement(node) && isTypeOnly(node))) {
      ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(root, visit);
  return names;
}
