import * as ts from 'typescript';
import type { Context } from './context';

const TYPE_MODIFIERS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PublicKeyword,
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  ts.SyntaxKind.ReadonlyKeyword,
  ts.SyntaxKind.AbstractKeyword,
  ts.SyntaxKind.OverrideKeyword,
  ts.SyntaxKind.DeclareKeyword,
  ts.SyntaxKind.ExportKeyword,
  ts.SyntaxKind.DefaultKeyword
]);

/** Takes out `<T, U>`, given the list between the brackets. */
export function eraseAngles(cx: Context, list: ts.NodeArray<ts.Node> | undefined): void {
  if (list) {
    list.forEach(node => cx.collect(node));
    cx.edits.erase(list.pos - 1, cx.edits.find(list.end, '>') + 1);
  }
}

/** Takes out the modifiers that JavaScript does not know, `export` among them. */
export function eraseModifiers(cx: Context, node: ts.Node): void {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  for (const modifier of modifiers ?? []) {
    if (TYPE_MODIFIERS.has(modifier.kind)) {
      cx.edits.erase(cx.start(modifier), modifier.end);
    }
  }
}

/** Takes out what stands between a name and its value: `?`, `!` and the type. */
export function eraseAnnotation(
  cx: Context,
  node: ts.ParameterDeclaration | ts.VariableDeclaration | ts.PropertyDeclaration
): void {
  if (node.type) {
    cx.eraseType(node.type, node.name.end);
  } else {
    const mark = 'questionToken' in node ? node.questionToken : undefined;
    const token = mark ?? ('exclamationToken' in node ? node.exclamationToken : undefined);
    if (token) {
      cx.edits.erase(cx.start(token), token.end);
    }
  }
}

/**
 * Takes the types out of a function's head. No line may begin between the parameters of an arrow
 * function and its arrow, so that a bracket before a type of several lines moves behind it.
 */
export function eraseSignature(cx: Context, node: ts.SignatureDeclaration): void {
  const { edits } = cx;
  const angles = node.typeParameters;
  if (angles && ts.isArrowFunction(node) && edits.breaks(angles.pos, angles.end + 1)) {
    const open = edits.find(edits.find(angles.end, '>'), '(');
    angles.forEach(parameter => cx.collect(parameter));
    edits.replace(angles.pos - 1, open + 1, '(');
  } else {
    eraseAngles(cx, angles);
  }
  const first = node.parameters[0];
  if (first && ts.isIdentifier(first.name) && first.name.text === 'this') {
    const second = node.parameters[1];
    const end = second ? second.pos : node.parameters.end;
    cx.eraseType(first, cx.start(first), end);
  }
  if (!node.type) {
    return;
  }
  const close = edits.find(node.parameters.end, ')');
  if (ts.isArrowFunction(node) && edits.breaks(close, node.type.end)) {
    cx.eraseType(node.type, close);
    edits.after(node.type.end, ')');
  } else {
    cx.eraseType(node.type, close + 1);
  }
}

/** Visits an expression that carries a type: `x as T`, `x satisfies T`, `x!`, `<T>x`. */
export function visitAssertion(
  cx: Context,
  node: ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression | ts.TypeAssertion
): void {
  const { expression } = node;
  if (ts.isTypeAssertionExpression(node)) {
    // Brackets keep `return <T>x` together where the type takes several lines.
    cx.edits.before(cx.start(node), '(');
    cx.eraseType(node.type, cx.start(node), cx.start(expression));
    cx.visit(expression);
    cx.edits.after(node.end, ')');
    return;
  }
  cx.visit(expression);
  if (ts.isNonNullExpression(node)) {
    cx.edits.erase(expression.end, node.end);
  } else {
    cx.eraseType(node.type, expression.end);
  }
}
