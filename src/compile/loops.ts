import * as ts from 'typescript';
import type { Context } from './context';
import { namesOfList } from './declarations';
import { checkExpression, checkOf, goesOn } from './functions';
import { visitTarget } from './names';
import { Scope } from './scope';
import { stripOf, type Strip } from './strips';

/**
 * Visits a loop and puts a check into it. Where the check stands matters: at the end of a step the
 * engine keeps a running sum in a register that it must spill around a check at the beginning.
 */
export function visitLoop(cx: Context, node: ts.IterationStatement): void {
  if (ts.isForStatement(node)) {
    visitFor(cx, node);
  } else if (ts.isForInStatement(node) || ts.isForOfStatement(node)) {
    visitForEach(cx, node);
  } else {
    const { expression } = node as ts.WhileStatement | ts.DoStatement;
    const strip = stripOf(cx, node);
    if (strip) {
      visitStrips(cx, node as ts.WhileStatement, strip);
      return;
    }
    if (ts.isWhileStatement(node)) {
      cx.visit(expression);
    }
    visitChecked(cx, node);
    if (ts.isDoStatement(node)) {
      cx.visit(expression);
    }
  }
}

/** Visits a `while` loop that becomes one of strips. */
function visitStrips(cx: Context, node: ts.WhileStatement, strip: Strip): void {
  const { expression, statement } = node;
  const start = cx.start(node);
  cx.edits.replace(start, start + 'while'.length, `for (;;) ${strip.open}for`);
  cx.edits.before(cx.start(expression), `; ${strip.condition} && (`);
  cx.visit(expression);
  cx.edits.after(expression.end, `); ${strip.step}`);
  cx.visit(statement);
  cx.edits.after(statement.end, strip.close);
}

function visitFor(cx: Context, node: ts.ForStatement): void {
  cx.within(headScope(cx, node.initializer), () => {
    const strip = stripOf(cx, node);
    const check = strip ? strip.step : checkExpression(cx, node, 'loop');
    const { condition, incrementor } = node;
    const first = cx.edits.find(node.initializer?.end ?? node.pos, ';') + 1;
    const second = cx.edits.find(condition?.end ?? first, ';') + 1;
    cx.visitOptional(node.initializer);
    if (strip) {
      cx.edits.after(first, `;) ${strip.open}for (; ${strip.condition}${condition ? ' && (' : ''}`);
    }
    cx.visitOptional(condition);
    if (strip && condition) {
      cx.edits.after(condition.end, ')');
    }
    if (incrementor) {
      cx.edits.before(cx.start(incrementor), `${check}, `);
      cx.visit(incrementor);
    } else {
      cx.edits.after(second, ` ${check}`);
    }
    cx.visit(node.statement);
    if (strip) {
      cx.edits.after(node.statement.end, strip.close);
    }
  });
}

function visitForEach(cx: Context, node: ts.ForInOrOfStatement): void {
  const { initializer } = node;
  if (ts.isForOfStatement(node)) {
    cx.visitOptional(node.awaitModifier);
  }
  // The names of the head are not there yet while the collection is evaluated; a name of the
  // same spelling is an error there, which the engine reports.
  cx.within(headScope(cx, initializer), () => {
    if (ts.isVariableDeclarationList(initializer)) {
      cx.visit(initializer);
    } else {
      visitTarget(cx, initializer);
    }
    cx.visit(node.expression);
    visitChecked(cx, node);
  });
}

function headScope(cx: Context, initializer: ts.ForInitializer | undefined): Scope {
  const scope = new Scope(cx.scope);
  if (
    initializer &&
    ts.isVariableDeclarationList(initializer) &&
    initializer.flags & ts.NodeFlags.BlockScoped
  ) {
    namesOfList(initializer).forEach(({ name }) => scope.declare(name));
  }
  return scope;
}

function visitChecked(cx: Context, node: ts.IterationStatement): void {
  const { statement } = node;
  const waits = ts.isForOfStatement(node) && node.awaitModifier !== undefined;
  const check = `${waits ? `${goesOn(cx)} ` : ''}${checkOf(cx, node, 'loop')}`;
  const first = waits || continues(node);
  if (ts.isBlock(statement)) {
    if (first) {
      cx.edits.after(cx.start(statement) + 1, ` ${check}`);
    }
    cx.visit(statement);
    if (!first) {
      cx.edits.before(statement.end - 1, `${check} `);
    }
  } else {
    cx.edits.before(cx.start(statement), first ? `{ ${check} ` : '{ ');
    cx.visit(statement);
    cx.edits.after(statement.end, first ? ' }' : ` ${check} }`);
  }
}

/** Whether a `continue` may leave out the end of a loop's step. */
function continues(loop: ts.IterationStatement): boolean {
  const labels = new Set<string>();
  for (let outer = loop.parent; ts.isLabeledStatement(outer); outer = outer.parent) {
    labels.add(outer.label.text);
  }
  const visit = (node: ts.Node, nested: boolean): boolean => {
    if (ts.isContinueStatement(node)) {
      return node.label ? labels.has(node.label.text) : !nested;
    }
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isExpression(node)) {
      return false;
    }
    const inner = nested || ts.isIterationStatement(node, false);
    return ts.forEachChild(node, child => visit(child, inner)) ?? false;
  };
  return visit(loop.statement, false);
}
