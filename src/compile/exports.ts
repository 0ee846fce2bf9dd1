import * as ts from 'typescript';
import type { Context } from './context';
import { hasModifier, isTypeOnly, lexicalNames, varNames, type Declared } from './declarations';
import type { ModuleExport } from './types';

/** The name of the box that `export default` fills; no variable can be called that. */
export const DEFAULT = 'default';

/** The statement by which a module exports a value without a name, as its default. */
export function unnamedDefault(file: ts.SourceFile): ts.Statement | undefined {
  return file.statements.find(
    statement =>
      ts.isExportAssignment(statement) ||
      ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
        !statement.name &&
        !isTypeOnly(statement) &&
        hasModifier(statement, ts.SyntaxKind.DefaultKeyword))
  );
}

/** What makes an expression the default of a module; in a cell it stays an expression. */
export function assignDefault(cx: Context): string {
  const box = cx.options.isModule && cx.textFor(DEFAULT, 'declare');
  return box ? `${box} = ` : '';
}

/** What a module gives to others, given the names that it declares. */
export function exportsOf(cx: Context, declared: ReadonlyMap<string, Declared>): ModuleExport[] {
  const unnamed: ModuleExport[] = declared.has(DEFAULT)
    ? [{ kind: 'own', name: DEFAULT, local: DEFAULT }]
    : [];
  const named = cx.file.statements.flatMap((statement): ModuleExport[] => {
    if (ts.isExportDeclaration(statement)) {
      return exportsOfClause(cx, statement, declared);
    }
    if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword) || isTypeOnly(statement)) {
      return [];
    }
    const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
    const vars = ts.isVariableStatement(statement) ? varNames(statement) : [];
    return [...lexicalNames(statement), ...vars].map(({ name: local }) => ({
      kind: 'own',
      name: isDefault ? DEFAULT : local,
      local
    }));
  });
  return [...unnamed, ...named];
}

function exportsOfClause(
  cx: Context,
  node: ts.ExportDeclaration,
  declared: ReadonlyMap<string, Declared>
): ModuleExport[] {
  if (node.isTypeOnly) {
    return [];
  }
  const from = specifierOfExport(node);
  const clause = node.exportClause;
  if (!clause) {
    return from === undefined ? [] : [{ kind: 'all', specifier: from }];
  }
  if (ts.isNamespaceExport(clause)) {
    const { text: name } = clause.name;
    return from === undefined ? [] : [{ kind: 'from', name, specifier: from, imported: '*' }];
  }
  return clause.elements
    .filter(element => !element.isTypeOnly)
    .flatMap((element): ModuleExport[] => {
      const name = element.name.text;
      const local = (element.propertyName ?? element.name).text;
      if (from !== undefined) {
        return [{ kind: 'from', name, specifier: from, imported: local }];
      }
      const origin = cx.imports.get(local);
      if (origin) {
        return [{ kind: 'from', name, ...origin }];
      }
      if (declared.has(local)) {
        return [{ kind: 'own', name, local }];
      }
      return declaresType(cx.file, local)
        ? []
        : cx.refuse(`There is no '${local}' in this file to export.`, element);
    });
}

/** The module that an `export … from` names. */
export function specifierOfExport(node: ts.ExportDeclaration): string | undefined {
  const { moduleSpecifier: specifier } = node;
  return specifier && ts.isStringLiteralLike(specifier) ? specifier.text : undefined;
}

function declaresType(file: ts.SourceFile, name: string): boolean {
  return file.statements.some(statement => {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      return bindings && ts.isNamedImports(bindings)
        ? bindings.elements.some(element => element.name.text === name)
        : statement.importClause?.name?.text === name;
    }
    return isTypeOnly(statement) && (statement as ts.DeclarationStatement).name?.text === name;
  });
}
