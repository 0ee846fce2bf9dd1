import * as ts from 'typescript';
import { terminate } from './classes';
import type { Context } from './context';
import { isTypeOnly } from './declarations';
import { assignDefault, DEFAULT, specifierOfExport } from './exports';
import { reference } from './names';
import { positionAt } from './positions';
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
  return statements.map(node => importAt(cx, node, specifierOf(node)));
}

function importAt(cx: Context, node: ts.Node, specifier: string): CellImport {
  return { specifier, ...positionAt(cx.file, cx.start(node)) };
}

/** A module's import, and the name of ours that the module imported goes by. */
export interface Link {
  node: ImportStatement;
  module: string;
}

/** Declares what a module imports, to be read where it is used. Comes first. */
export function declareLinks(cx: Context): Link[] {
  const links = cx.file.statements
    .filter(isModuleImport)
    .map(node => ({ node, module: cx.unique('module') }));
  for (const { node, module } of links) {
    const specifier = specifierOf(node);
    for (const { local, imported } of importedNames(node)) {
      const text = imported === '*' ? module : `${module}[${JSON.stringify(imported)}]`;
      cx.top.declare(local, { kind: 'import', text });
      cx.imports.set(local, { specifier, imported });
    }
  }
  return links;
}

/** Takes the imports of a module out; what is used of them is looked for as the module begins. */
export function rewriteLinks(cx: Context, links: readonly Link[]): CellImport[] {
  for (const { node, module } of links) {
    const specifier = JSON.stringify(specifierOf(node));
    const checks = importedNames(node)
      .filter(({ local, imported }) => imported !== '*' && cx.usedImports.has(local))
      .map(({ imported }) => {
        const name = JSON.stringify(imported);
        return `${cx.prefix}helpers.expect(${module}, ${name}, ${specifier});`;
      });
    cx.edits.hoist(cx.start(node), node.end, checks.join(' ') || ';');
  }
  return cx.file.statements.flatMap(node => {
    const specifier = isModuleImport(node)
      ? specifierOf(node)
      : ts.isExportDeclaration(node) && !node.isTypeOnly
        ? specifierOfExport(node)
        : undefined;
    return specifier === undefined ? [] : [importAt(cx, node, specifier)];
  });
}

/** The text that gets a module's imports, for its head. */
export function linkTexts(cx: Context, links: readonly Link[]): string[] {
  return links.map(
    ({ node, module }) => `${module} = ${cx.prefix}cell.link(${JSON.stringify(specifierOf(node))})`
  );
}

/** What an import statement names, types that say so left out. */
function importedNames(node: ImportStatement): { local: string; imported: string }[] {
  if (ts.isImportEqualsDeclaration(node)) {
    return [{ local: node.name.text, imported: '*' }];
  }
  const { importClause: clause } = node;
  const bindings = clause?.namedBindings;
  const names = clause?.name ? [{ local: clause.name.text, imported: DEFAULT }] : [];
  if (bindings && ts.isNamespaceImport(bindings)) {
    names.push({ local: bindings.name.text, imported: '*' });
  } else if (bindings) {
    names.push(
      ...bindings.elements
        .filter(element => !element.isTypeOnly)
        .map(({ name, propertyName }) => ({
          local: name.text,
          imported: (propertyName ?? name).text
        }))
    );
  }
  return names;
}

function bindingsOf(
  cx: Context,
  node: ImportStatement,
  isValue: (name: string) => boolean
): string {
  const specifier = JSON.stringify(specifierOf(node));
  const load = `await ${cx.prefix}cell.import(${specifier});`;
  const module = cx.unique('module');
  const names = importedNames(node).map(({ local, imported }) => {
    const box = cx.textFor(local, 'declare');
    if (imported === '*') {
      return `${box} = ${module};`;
    }
    const key = JSON.stringify(imported);
    const pick = `${box} = ${cx.prefix}helpers.pick(${module}, ${key}, ${specifier});`;
    return isValue(local) ? pick : `if (${key} in ${module}) ${pick}`;
  });
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
  const opening = `${node === cx.last ? 'return ' : assignDefault(cx)}(`;
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
