import * as ts from 'typescript';
import type { Context } from './context';
import { namesIn } from './declarations';
import { goesOn, visitBlock } from './functions';
import { refuseAwait } from './names';
import { Scope } from './scope';

/** Visits `await x`. */
export function visitAwait(cx: Context, node: ts.AwaitExpression): void {
  refuseAwait(cx, node);
  cx.edits.before(cx.start(node), `${cx.prefix}back(${cx.prefix}run, `);
  cx.visitChildren(node);
  cx.edits.after(node.end, ')');
}

/** Whether a function waits in this part of it. */
function waits(node: ts.Node): boolean {
  return (
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, waits) ?? false))
  );
}

/** Visits `catch (error) { … }`, where a function may go on that waited for what failed. */
export function visitCatch(cx: Context, node: ts.CatchClause): void {
  const scope = new Scope(cx.scope);
  const declaration = node.variableDeclaration;
  if (declaration) {
    namesIn(declaration.name).forEach(({ text }) => scope.declare(text));
  }
  if (waits(node.parent.tryBlock)) {
    cx.edits.after(cx.start(node.block) + 1, ` ${goesOn(cx)}`);
  }
  cx.within(scope, () => {
    cx.visitOptional(declaration);
    visitBlock(cx, node.block.statements);
  });
}
