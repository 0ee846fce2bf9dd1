import * as ts from 'typescript';
import { terminate } from './classes';
import type { Context } from './context';
import { isTypeOnly } from './declarations';
import { reference } from './names';
import type { CellImport } from './types';

type ImportStatement = ts.ImportDeclaration | ts.ImportEqualsDeclaration;

/** Whether a statement imports a module, so that it runs before the rest of the cell. */
export function isModuleImport(node: ts.Statement): node is ImportStatement {
  return (
    !isTypeOnly(node) &&
    (ts.isImportDeclaration(node) ||
      (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)))
  );
}

/** The specifier of an import. */
function specifierOf(node: ImportStatement): string {
  const specifier = ts.isImportDeclaration(node)
    ? node.moduleSpecifier
    : (node.moduleReference as ts.ExternalModuleReference).expression;
  return ts.isStringLiteralLike(specifier) ? specifier.text : '';
}

/**
 * Turns the static imports of a cell into awaited ones at its head. Comes last: a name that the
 * cell uses in types alone may be a type, which no module exports when it runs.
 */
export function rewriteImports(cx: Context): CellImport[] {
  const used = new Set(cx.boxes.keys());
  const statements = cx.file.statements.filter(isModuleImport);
  const first = cx.file.statements.find(
    statement => !(isModuleImport(statement) || isTypeOnly(statement))
  );
  const leading = statements.filter(node => !first || node.pos < first.pos);
  const target = leading.at(-1)?.end ?? 0;
  for (const node of statements) {
    const bindings = bindingsOf(cx, node, name => used.has(name) || !cx.inTypes.has(name));
    const isLeading = leading.includes(node);
    cx.edits.hoist(cx.start(node), node.end, bindings, isLeading ? undefined : target);
  }
  return statements.map(node => ({ specifier: specifierOf(node), line: cx.line(node) }));
}

function bindingsOf(
  cx: Context,
  node: ImportStatement,
  isValue: (name: string) => boolean
): string {
  const specifier = JSON.stringify(specifierOf(node));
  const load = `await ${cx.prefix}cell.import(${specifier});`;
  const module = cx.unique('module');
  const names: string[] = [];
  const bind = (local: string, imported: string): void => {
    const box = cx.textFor(local, 'declare');
    const key = JSON.stringify(imported);
    const pick = `${box} = ${cx.prefix}helpers.pick(${module}, ${key}, ${specifier});`;
    names.push(isValue(local) ? pick : `if (${key} in ${module}) ${pick}`);
  };
  if (ts.isImportEqualsDeclaration(node)) {
    names.push(`${cx.textFor(node.name.text, 'declare')} = ${module};`);
  }
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  if (clause?.name) {
    bind(clause.name.text, 'default');
  }
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    names.push(`${cx.textFor(bindings.name.text, 'declare')} = ${module};`);
  } else if (bindings) {
    bindings.elements
      .filter(element => !element.isTypeOnly)
      .forEach(({ name, propertyName }) => bind(name.text, (propertyName ?? name).text));
  }
  return names.length > 0 ? `const ${module} = ${load} ${names.join(' ')}` : load;
}

/** Visits `import a = N.b`. */
export function visitAlias(cx: Context, node: ts.ImportEqualsDeclaration): void {
  const { moduleReference: entity, name } = node;
  if (ts.isExternalModuleReference(entity)) {
    return;
  }
  const target = cx.textFor(name.text, 'declare') ?? `var ${name.text}`;
  cx.edits.replace(cx.start(node), cx.start(entity), `${target} = `);
  let leftmost: ts.EntityName = entity;
  while (ts.isQualifiedName(leftmost)) {
    leftmost = leftmost.left;
  }
  reference(cx, leftmost, 'read');
  terminate(cx, node);
}

/** Visits `export default x`; in a cell it is the expression. */
export function visitExportAssignment(cx: Context, node: ts.ExportAssignment): void {
  const opening = node === cx.last ? 'return (' : '(';
  cx.edits.replace(cx.start(node), cx.start(node.expression), opening);
  cx.visit(node.expression);
  cx.edits.after(node.expression.end, ')');
  terminate(cx, node);
}

/** Visits `import('m')`, whose modules come from the runtime, and refuses `import.meta`. */
export function visitImportKeyword(cx: Context, node: ts.Node): void {
  if (ts.isMetaProperty(node.parent)) {
    cx.refuse("'import.meta' does not exist in a cell.", node);
  }
  cx.edits.replace(cx.start(node), node.end, `${cx.prefix}cell.import`);
}
