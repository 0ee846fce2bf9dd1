import * as ts from 'typescript';
import type { Context } from './context';
import { eraseAngles } from './erase';
import { boxedName, reference, unwrap, visitNamed, visitTarget } from './names';

/** Assignments that give a function without a name that of the variable. */
const NAMING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken
]);

/** Whether an operator assigns to its left side. */
export function assigns({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Visits an expression of two sides, assignments among them. */
export function visitBinary(cx: Context, node: ts.BinaryExpression): void {
  const { left, operatorToken, right } = node;
  if (assigns(node)) {
    visitTarget(cx, left);
    const name = NAMING.has(operatorToken.kind) ? boxedName(cx, left) : undefined;
    visitNamed(cx, name, right);
    return;
  }
  // A sum of thousands of terms is a tree as deep; it is walked along its left side.
  const chain = [node];
  let first = left;
  while (ts.isBinaryExpression(first) && !assigns(first)) {
    chain.push(first);
    first = first.left;
  }
  cx.visit(first);
  for (const { operatorToken, right } of chain.reverse()) {
    if (cx.edits.source.startsWith('<!--', operatorToken.end - 1)) {
      // In a script, `<!--` begins a comment.
      cx.edits.after(operatorToken.end, ' ');
    }
    cx.visit(right);
  }
}

/** Visits `-x`, `x++` and their like. */
export function visitUnary(
  cx: Context,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression
): void {
  const { operator, operand } = node;
  if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) {
    visitTarget(cx, operand);
  } else {
    cx.visit(operand);
  }
  if (ts.isPostfixUnaryExpression(node) && cx.edits.source.startsWith('-->', node.end - 2)) {
    // In a script, `-->` at the beginning of a line begins a comment.
    cx.edits.after(node.end, ' ');
  }
}

/** Visits `typeof x`, which is no error where nobody declared `x`. */
export function visitTypeOf(cx: Context, node: ts.TypeOfExpression): void {
  const operand = unwrap(node.expression);
  if (ts.isIdentifier(operand) && node.expression === operand) {
    reference(cx, operand, 'typeof');
  } else {
    cx.visit(node.expression);
  }
}

/** Visits `delete o.x`. */
export function visitDelete(cx: Context, node: ts.DeleteExpression): void {
  if (ts.isIdentifier(unwrap(node.expression))) {
    cx.refuse("'delete' takes a property, such as 'delete o.x'; a variable stays.", node);
  }
  cx.visit(node.expression);
}

/** Visits a call or a construction. */
export function visitCall(cx: Context, node: ts.CallExpression | ts.NewExpression): void {
  cx.visit(node.expression);
  eraseAngles(cx, node.typeArguments);
  cx.visitAll(node.arguments ?? []);
}

/** Visits a template with a tag. */
export function visitTagged(cx: Context, node: ts.TaggedTemplateExpression): void {
  cx.visit(node.tag);
  eraseAngles(cx, node.typeArguments);
  cx.visit(node.template);
}
