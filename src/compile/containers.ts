import * as ts from 'typescript';
import type { Context } from './context';
import { hasModifier, isTypeOnly, lexicalNames, namespaceBody, varNames } from './declarations';
import { Scope } from './scope';

type Container = ts.EnumDeclaration | ts.ModuleDeclaration;

/** Visits an enum; `const enum` too is an object, since later cells may use it. */
export function visitEnum(cx: Context, node: ts.EnumDeclaration): void {
  const { edits } = cx;
  const object = cx.unique('enum');
  const { setup, target } = openObject(cx, node);
  edits.replace(cx.start(node), edits.find(node.name.end, '{') + 1, `${setup} (${object} => {`);
  const scope = new Scope(cx.scope);
  for (const other of siblings(node)) {
    if (ts.isEnumDeclaration(other) && other.name.text === node.name.text) {
      other.members.forEach(({ name }) => {
        scope.declare(keyOf(name), { kind: 'member', text: property(object, keyOf(name)) });
      });
    }
  }
  cx.within(scope, () => {
    node.members.forEach((member, index) => {
      visitMember(cx, member, object, node.members[index - 1]);
      if (index + 1 < node.members.length || node.members.hasTrailingComma) {
        const comma = edits.find(member.end, ',');
        edits.erase(comma, comma + 1);
      }
    });
  });
  edits.replace(node.end - 1, node.end, `})(${target});`);
}

function visitMember(
  cx: Context,
  member: ts.EnumMember,
  object: string,
  previous: ts.EnumMember | undefined
): void {
  const { edits } = cx;
  const start = cx.start(member);
  const head = `${cx.prefix}helpers.member(${object}, ${JSON.stringify(keyOf(member.name))}, `;
  if (member.initializer) {
    edits.replace(start, cx.start(member.initializer), head);
    cx.visit(member.initializer);
    edits.after(member.end, ');');
  } else {
    const value = previous ? `${property(object, keyOf(previous.name))} + 1` : '0';
    edits.replace(start, member.end, `${head}${value});`);
  }
}

/** Visits a namespace whose body runs. */
export function visitNamespace(cx: Context, node: ts.ModuleDeclaration): void {
  const closing = openNamespace(cx, node, cx.start(node), '');
  cx.edits.replace(node.end - 1, node.end, closing);
}

/** Opens a namespace, or several at once for `A.B`, and visits its body; returns its end. */
function openNamespace(
  cx: Context,
  node: ts.ModuleDeclaration,
  from: number,
  head: string
): string {
  const { body } = node;
  const object = cx.unique('ns');
  const { setup, target } = openObject(cx, node);
  const opening = `${head}${setup} (${object} => {`;
  const scope = new Scope(cx.scope);
  let closing = '';
  if (body && ts.isModuleDeclaration(body)) {
    scope.declare(body.name.text, { kind: 'member', text: `${object}.${body.name.text}` });
    cx.within(scope, () => {
      closing = openNamespace(cx, body, from, opening);
    });
  } else if (body && ts.isModuleBlock(body)) {
    declareBody(node, scope, object);
    const functions = body.statements
      .filter(statement => ts.isFunctionDeclaration(statement) && !isTypeOnly(statement))
      .flatMap(lexicalNames)
      .filter(({ name }) => scope.exports.has(name))
      .map(({ name }) => ` ${scope.exports.get(name)} = ${name};`);
    cx.edits.replace(from, cx.start(body) + 1, opening + functions.join(''));
    cx.within(scope, () => cx.visitAll(body.statements));
  }
  return `${closing}})(${target});`;
}

/** Declares the names of a namespace's body, and those that its other parts export. */
function declareBody(node: ts.ModuleDeclaration, scope: Scope, object: string): void {
  for (const statement of namespaceBody(node)) {
    const exported = hasModifier(statement, ts.SyntaxKind.ExportKeyword);
    const vars = ts.isVariableStatement(statement) ? varNames(statement) : [];
    for (const { name, kind } of [...lexicalNames(statement), ...vars]) {
      if (exported && (kind === 'function' || kind === 'class')) {
        scope.exports.set(name, `${object}.${name}`);
        scope.declare(name);
      } else {
        scope.declare(name, exported ? { kind: 'member', text: `${object}.${name}` } : undefined);
      }
    }
  }
  for (const other of siblings(node)) {
    if (other !== node && ts.isModuleDeclaration(other) && other.name.text === node.name.text) {
      namespaceBody(other)
        .filter(statement => hasModifier(statement, ts.SyntaxKind.ExportKeyword))
        .flatMap(statement => [...lexicalNames(statement), ...varNames(statement)])
        .filter(({ name }) => !scope.names.has(name))
        .forEach(({ name }) => {
          scope.declare(name, { kind: 'member', text: `${object}.${name}` });
        });
    }
  }
}

/** The text that makes the object of an enum or namespace, and the text that it is then read by. */
function openObject(cx: Context, node: Container): { setup: string; target: string } {
  const name = node.name.text;
  const declare = cx.textFor(name, 'declare');
  const target = cx.textFor(name, 'read') ?? name;
  if (mergesIntoEarlier(node)) {
    return { setup: '', target };
  }
  if (declare === undefined) {
    return { setup: `let ${name} = {};`, target };
  }
  // An enclosing namespace may have made it in another of its parts.
  return { setup: declare === target ? `${declare} ??= {};` : `${declare} = {};`, target };
}

function mergesIntoEarlier(node: Container): boolean {
  return siblings(node).some(
    other =>
      other !== node &&
      (other.pos < node.pos || ts.isFunctionDeclaration(other)) &&
      lexicalNames(other).some(({ name }) => name === node.name.text)
  );
}

function siblings(node: ts.Node): readonly ts.Statement[] {
  const { parent } = node;
  return ts.isSourceFile(parent) || ts.isModuleBlock(parent) || ts.isBlock(parent)
    ? parent.statements
    : [];
}

function keyOf(name: ts.PropertyName): string {
  if (ts.isComputedPropertyName(name)) {
    return ts.isStringLiteralLike(name.expression) ? name.expression.text : name.getText();
  }
  return name.text;
}

function property(object: string, key: string): string {
  return `${object}[${JSON.stringify(key)}]`;
}
