import * as ts from 'typescript';
import type { Context } from './context';
import { hasModifier } from './declarations';
import type { Use } from './scope';

/** The expression inside parentheses and type assertions. */
export function unwrap(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
    ? unwrap(node.expression)
    : node;
}

function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  switch (parent.kind) {
    case ts.SyntaxKind.PropertyAccessExpression:
    case ts.SyntaxKind.PropertyAssignment:
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.PropertyDeclaration:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
    case ts.SyntaxKind.VariableDeclaration:
    case ts.SyntaxKind.Parameter:
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ClassDeclaration:
    case ts.SyntaxKind.ClassExpression:
      return (parent as ts.NamedDeclaration).name === node;
    case ts.SyntaxKind.BindingElement: {
      const element = parent as ts.BindingElement;
      return element.name === node || element.propertyName === node;
    }
    case ts.SyntaxKind.LabeledStatement:
    case ts.SyntaxKind.BreakStatement:
    case ts.SyntaxKind.ContinueStatement:
    case ts.SyntaxKind.MetaProperty:
      return true;
    default:
      return false;
  }
}

/** Whether a call of this expression would get the box, or a namespace, as its `this`. */
function isCallee(node: ts.Identifier): boolean {
  let outer: ts.Node = node;
  while (ts.isExpression(outer.parent) && unwrap(outer.parent) === node) {
    outer = outer.parent;
  }
  const { parent } = outer;
  return (
    (ts.isCallExpression(parent) && parent.expression === outer) ||
    (ts.isTaggedTemplateExpression(parent) && parent.tag === outer)
  );
}

/** Visits an identifier: where it is a reference, it becomes what stands for its name. */
export function visitIdentifier(cx: Context, node: ts.Identifier): void {
  if (!isName(node)) {
    reference(cx, node, 'read');
  }
}

/** Names that mean something in one kind of function only, and what to say elsewhere. */
const MISPLACED = {
  arguments: "'arguments' exists only inside a function.",
  await: "'await' works only in an async function: write 'async' before this one.",
  yield: "'yield' works only in a generator: write 'function*' for this one."
};

function isMisplaced(name: string): name is keyof typeof MISPLACED {
  return Object.hasOwn(MISPLACED, name);
}

/** Refuses `await` where the function around it is not async. */
export function refuseAwait(cx: Context, node: ts.Node): void {
  const around = ts.findAncestor(
    node,
    outer =>
      ts.isFunctionLike(outer) ||
      ts.isPropertyDeclaration(outer) ||
      ts.isClassStaticBlockDeclaration(outer) ||
      ts.isModuleDeclaration(outer)
  );
  if (around && !hasModifier(around, ts.SyntaxKind.AsyncKeyword)) {
    cx.refuse(MISPLACED.await, node);
  }
}

/** Puts what stands for a name in the place of a reference to it. */
export function reference(cx: Context, node: ts.Identifier, use: Use): void {
  const misplaced = isMisplaced(node.text) && MISPLACED[node.text];
  if (misplaced && !cx.scope.find(node.text)) {
    cx.refuse(misplaced, node);
  }
  const text = cx.textFor(node.text, use);
  if (text === undefined) {
    return;
  }
  if (use !== 'read' || !isCallee(node)) {
    cx.edits.replace(cx.start(node), node.end, text);
  } else if (ts.isCallExpression(node.parent) && cx.edits.source[node.end] === '(') {
    // The engine reports such a call at its bracket, the learner's call begins at its name.
    cx.edits.replace(cx.start(node), node.end + 1, `(0, ${text})(`);
  } else {
    cx.edits.replace(cx.start(node), node.end, `(0, ${text})`);
  }
}

/** Visits `{ x }` in an object literal. */
export function visitShorthand(cx: Context, node: ts.ShorthandPropertyAssignment, use: Use): void {
  const { name, objectAssignmentInitializer: fallback } = node;
  const text = cx.textFor(name.text, use);
  if (text !== undefined) {
    cx.edits.replace(cx.start(name), name.end, `${name.text}: ${text}`);
  }
  if (fallback) {
    visitNamed(cx, text === undefined ? undefined : name.text, fallback);
  }
}

function isAnonymous(node: ts.Expression): boolean {
  return (
    ts.isArrowFunction(node) ||
    ((ts.isFunctionExpression(node) || ts.isClassExpression(node)) && !node.name)
  );
}

/**
 * Visits the value that a name gets. A function without a name takes the name of the variable it
 * is assigned to, but not that of a property, which a box is: hence `({ f: () => 1 }).f`.
 */
export function visitNamed(cx: Context, name: string | undefined, value: ts.Expression): void {
  const named = name !== undefined && isAnonymous(unwrap(value));
  const key = name === '__proto__' ? '["__proto__"]' : name;
  if (named) {
    cx.edits.before(cx.start(value), `({ ${key}: `);
  }
  cx.visit(value);
  if (named) {
    cx.edits.after(value.end, name === '__proto__' ? ` })${key}` : ` }).${key}`);
  }
}

/** Visits what is assigned to: a name, a property or a pattern of them. */
export function visitTarget(cx: Context, node: ts.Expression): void {
  if (ts.isIdentifier(node)) {
    reference(cx, node, 'write');
  } else if (ts.isArrayLiteralExpression(node)) {
    node.elements.forEach(element => visitElement(cx, element));
  } else if (ts.isObjectLiteralExpression(node)) {
    node.properties.forEach(property => visitProperty(cx, property));
  } else if (ts.isParenthesizedExpression(node)) {
    visitTarget(cx, node.expression);
  } else if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    visitTarget(cx, node.expression);
    cx.eraseType(node.type, node.expression.end);
  } else if (ts.isNonNullExpression(node)) {
    visitTarget(cx, node.expression);
    cx.edits.erase(node.expression.end, node.end);
  } else {
    cx.visit(node);
  }
}

function visitElement(cx: Context, element: ts.Expression): void {
  if (ts.isSpreadElement(element)) {
    visitTarget(cx, element.expression);
  } else if (isAssignment(element)) {
    visitTarget(cx, element.left);
    visitNamed(cx, boxedName(cx, element.left), element.right);
  } else {
    visitTarget(cx, element);
  }
}

function visitProperty(cx: Context, property: ts.ObjectLiteralElementLike): void {
  if (ts.isShorthandPropertyAssignment(property)) {
    visitShorthand(cx, property, 'write');
  } else if (ts.isSpreadAssignment(property)) {
    visitTarget(cx, property.expression);
  } else if (ts.isPropertyAssignment(property)) {
    cx.visit(property.name);
    visitElement(cx, property.initializer);
  } else {
    cx.visit(property);
  }
}

/** The name that an assignment gives to a function without one, where a box takes it away. */
export function boxedName(cx: Context, target: ts.Expression): string | undefined {
  return ts.isIdentifier(target) && cx.textFor(target.text, 'write') !== undefined
    ? target.text
    : undefined;
}

/** Whether an expression is a plain assignment, which in a pattern is a default. */
export function isAssignment(node: ts.Expression): node is ts.AssignmentExpression<ts.EqualsToken> {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
