import * as ts from 'typescript';
import type { Context } from './context';
import { hasModifier, lexicalNames, namesIn, varNames } from './declarations';
import { eraseAnnotation, eraseModifiers, eraseSignature } from './erase';
import { Scope } from './scope';
import type { CheckSite } from './types';

/** The check that ends a cell which does not end by itself. */
export function checkOf(cx: Context, node: ts.Node, site: CheckSite): string {
  const steps = `${cx.prefix}steps`;
  // `| 0` keeps the counter a small integer for the engine; without it each step costs twice.
  return `if (--${steps} < 0) ${steps} = ${cx.prefix}check(${cx.line(node)}, "${site}") | 0;`;
}

/** The same check as an expression. */
export function checkExpression(cx: Context, node: ts.Node, site: CheckSite): string {
  const steps = `${cx.prefix}steps`;
  return `--${steps} < 0 && (${steps} = ${cx.prefix}check(${cx.line(node)}, "${site}") | 0)`;
}

/** The call by which code that has waited says that it goes on. */
export const goesOn = ({ prefix }: Context): string => `${prefix}back(${prefix}run);`;

/**
 * What stands around the body of an async function, so that what it does later, and how it fails,
 * finds the cell that called it.
 */
function aroundAsync({ prefix }: Context, node: ts.FunctionLikeDeclaration): [string, string] {
  if (!hasModifier(node, ts.SyntaxKind.AsyncKeyword)) {
    return ['', ''];
  }
  const error = `${prefix}error`;
  return [
    ` const ${prefix}run = ${prefix}now(); try {`,
    ` } catch (${error}) { throw ${prefix}blame(${prefix}run, ${error}); } `
  ];
}

/** Visits statements in a scope of their own. */
export function visitBlock(cx: Context, statements: readonly ts.Statement[]): void {
  const scope = new Scope(cx.scope);
  statements.flatMap(lexicalNames).forEach(({ name }) => scope.declare(name));
  cx.within(scope, () => cx.visitAll(statements));
}

/** Visits a function of any kind. */
export function visitFunction(cx: Context, node: ts.FunctionLikeDeclaration): void {
  if (!node.body) {
    cx.edits.erase(cx.start(node), node.end);
    return;
  }
  if (!ts.isFunctionDeclaration(node)) {
    eraseModifiers(cx, node);
  }
  if (!ts.isFunctionDeclaration(node) && !ts.isArrowFunction(node) && node.name) {
    cx.visit(node.name);
  }
  if (ts.isMethodDeclaration(node) && node.questionToken) {
    cx.edits.erase(cx.start(node.questionToken), node.questionToken.end);
  }
  eraseSignature(cx, node);
  const scope = new Scope(cx.scope);
  if (ts.isFunctionExpression(node) && node.name) {
    scope.declare(node.name.text);
  }
  if (!ts.isArrowFunction(node)) {
    scope.declare('arguments');
  }
  node.parameters.flatMap(({ name }) => namesIn(name)).forEach(({ text }) => scope.declare(text));
  const body = node.body;
  cx.within(scope, () => {
    cx.visitAll(node.parameters);
    if (ts.isBlock(body)) {
      visitBody(cx, node, body);
    } else {
      const [opening, closing] = aroundAsync(cx, node);
      const check = `(${checkExpression(cx, node, 'function')}, `;
      cx.edits.before(cx.start(body), opening ? `{${opening} return ${check}` : check);
      cx.visit(body);
      cx.edits.after(body.end, closing ? `);${closing}}` : ')');
    }
  });
}

function visitBody(cx: Context, node: ts.FunctionLikeDeclaration, body: ts.Block): void {
  const scope = new Scope(cx.scope);
  [...varNames(body), ...body.statements.flatMap(lexicalNames)].forEach(({ name }) =>
    scope.declare(name)
  );
  const properties = ts.isConstructorDeclaration(node) ? parameterProperties(node) : '';
  const superCall = body.statements.find(isSuperCall);
  const isEmpty = body.statements.length === 0;
  const check = isEmpty ? '' : ` ${checkOf(cx, node, 'function')}`;
  const [opening, closing] = isEmpty ? ['', ''] : aroundAsync(cx, node);
  if (opening) {
    refuseHidden(cx, node, body);
  }
  cx.edits.after(cx.start(body) + 1, opening + check + (superCall ? '' : properties));
  cx.within(scope, () => {
    for (const statement of body.statements) {
      cx.visit(statement);
      if (statement === superCall) {
        cx.edits.after(statement.end, properties);
      }
    }
  });
  cx.edits.before(body.end - 1, closing);
}

/** Refuses a parameter declared again, which the engine does not see where a body is wrapped. */
function refuseHidden(cx: Context, node: ts.FunctionLikeDeclaration, body: ts.Block): void {
  const parameters = new Set(node.parameters.flatMap(({ name }) => namesIn(name)).map(n => n.text));
  for (const declared of body.statements.flatMap(lexicalNames)) {
    if (parameters.has(declared.name) && declared.kind !== 'function') {
      cx.refuse(`'${declared.name}' is already a parameter of this function.`, declared.node);
    }
  }
}

function isSuperCall(statement: ts.Statement): boolean {
  return (
    ts.isExpressionStatement(statement) &&
    ts.isCallExpression(statement.expression) &&
    statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword
  );
}

/** What `constructor(private readonly x: number)` does besides taking an argument. */
function parameterProperties(node: ts.ConstructorDeclaration): string {
  return node.parameters
    .filter(parameter => ts.isParameterPropertyDeclaration(parameter, node))
    .map(({ name }) => ` this.${name.getText()} = ${name.getText()};`)
    .join('');
}

/** Visits one parameter of a function. */
export function visitParameter(cx: Context, node: ts.ParameterDeclaration): void {
  if (ts.isIdentifier(node.name) && node.name.text === 'this') {
    return;
  }
  eraseModifiers(cx, node);
  cx.visit(node.name);
  eraseAnnotation(cx, node);
  cx.visitOptional(node.initializer);
}
