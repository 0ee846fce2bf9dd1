import * as ts from 'typescript';
import type { Context } from './context';
import { checkOf } from './functions';

/** Steps of a loop between two checks; fewer cost more, and these take microseconds. */
const STRIP = 1024;

/** What a strip-mined loop has around its parts; each stands where its name says. */
export interface Strip {
  /** Before the loop itself begins. */
  open: string;
  /** What its condition begins with. */
  condition: string;
  /** What its steps begin with. */
  step: string;
  /** After the loop. */
  close: string;
}

/**
 * Cuts a loop into strips of steps without a check, with one check after each: a check between
 * two steps, however seldom it calls anything, keeps the engine from holding values in registers.
 * `undefined` where a step may take long, or where something would notice.
 */
export function stripOf(cx: Context, node: ts.IterationStatement): Strip | undefined {
  const parts = ts.isForStatement(node) ? [node.condition, node.incrementor, node.statement] : [];
  if (ts.isWhileStatement(node)) {
    parts.push(node.expression, node.statement);
  }
  if (parts.length === 0 || ts.isLabeledStatement(node.parent) || !parts.every(isShort)) {
    return undefined;
  }
  const left = `${cx.prefix}left`;
  return {
    open: `{ let ${left} = 0; `,
    condition: `${left} < ${STRIP}`,
    step: `${left}++`,
    close: ` if (${left} < ${STRIP}) break; ${checkOf(cx, node, 'loop')} }`
  };
}

/** Nodes that may take any time, wait, keep a variable of the loop, or have steps of their own. */
const LONG: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.AwaitExpression,
  ts.SyntaxKind.YieldExpression,
  ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.SpreadAssignment,
  ts.SyntaxKind.LabeledStatement
]);

function isShort(node: ts.Node | undefined): boolean {
  if (!node) {
    return true;
  }
  const isLong =
    LONG.has(node.kind) ||
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isIterationStatement(node, false) ||
    (ts.isCallExpression(node) && !isMath(node)) ||
    (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) !== 0);
  return !isLong && !ts.forEachChild(node, child => !isShort(child));
}

/** Whether a call is one such as `Math.sqrt(x)`. */
function isMath({ expression }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    ts.isIdentifier(expression.expression) &&
    expression.expression.text === 'Math'
  );
}
