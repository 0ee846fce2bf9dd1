import * as ts from 'typescript';
import { assigns } from './expressions';
import { unwrap } from './names';

function hasNoValue(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (ts.isBinaryExpression(node)) {
    return assigns(node);
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { operator } = node;
    return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
  }
  return ts.isVoidExpression(node) || ts.isDeleteExpression(node);
}

/**
 * The statement whose value is the cell's: its last one, where that is an expression. As in
 * Python, an assignment has no value to show.
 */
export function valueStatement(file: ts.SourceFile): ts.Statement | undefined {
  const last = file.statements.findLast(statement => !ts.isEmptyStatement(statement));
  return last &&
    (ts.isExpressionStatement(last) || ts.isExportAssignment(last)) &&
    !hasNoValue(last.expression)
    ? last
    : undefined;
}
