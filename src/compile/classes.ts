import * as ts from 'typescript';
import type { Context } from './context';
import { hasModifier, lexicalNames, varNames } from './declarations';
import { eraseAngles, eraseAnnotation, eraseModifiers } from './erase';
import { assignDefault } from './exports';
import { Scope } from './scope';

/** Visits a class declaration or expression. */
export function visitClass(cx: Context, node: ts.ClassLikeDeclaration): void {
  const { edits } = cx;
  eraseModifiers(cx, node);
  const target = ts.isClassDeclaration(node) && node.name && cx.textFor(node.name.text, 'declare');
  if (ts.isClassDeclaration(node) && (target || !node.name)) {
    const at = edits.source.indexOf('class', keywordFrom(node));
    edits.before(at, target ? `${target} = ` : `${assignDefault(cx)}(`);
  }
  const scope = new Scope(cx.scope);
  if (node.name) {
    scope.declare(node.name.text);
  }
  eraseAngles(cx, node.typeParameters);
  cx.within(scope, () => {
    cx.visitAll(node.heritageClauses ?? []);
    cx.visitAll(node.members);
  });
  if (ts.isClassDeclaration(node)) {
    if (target) {
      edits.after(node.end, ';');
    } else if (node.name) {
      const exported = cx.exported(node.name.text);
      edits.after(node.end, exported ? ` ${exported} = ${node.name.text};` : '');
    } else {
      edits.after(node.end, ');');
    }
  }
}

function keywordFrom(node: ts.ClassDeclaration): number {
  return node.modifiers?.at(-1)?.end ?? node.getStart();
}

/** Visits `extends B<T>`, or takes out `implements I`. */
export function visitHeritage(cx: Context, node: ts.HeritageClause): void {
  if (node.token === ts.SyntaxKind.ImplementsKeyword) {
    cx.eraseType(node, cx.start(node));
  } else {
    cx.visitChildren(node);
  }
}

/** Visits a field of a class. */
export function visitField(cx: Context, node: ts.PropertyDeclaration): void {
  if (
    hasModifier(node, ts.SyntaxKind.DeclareKeyword) ||
    hasModifier(node, ts.SyntaxKind.AbstractKeyword)
  ) {
    cx.edits.erase(cx.start(node), node.end);
    return;
  }
  eraseModifiers(cx, node);
  cx.visit(node.name);
  eraseAnnotation(cx, node);
  cx.visitOptional(node.initializer);
  terminate(cx, node);
}

/** Visits `static { … }`. */
export function visitStaticBlock(cx: Context, node: ts.ClassStaticBlockDeclaration): void {
  const scope = new Scope(cx.scope);
  [...varNames(node.body), ...node.body.statements.flatMap(lexicalNames)].forEach(({ name }) =>
    scope.declare(name)
  );
  cx.within(scope, () => cx.visitAll(node.body.statements));
}

/**
 * Ends a statement that relies on a line break: what follows it may begin with a bracket once
 * rewritten.
 */
export function terminate(cx: Context, node: ts.Node): void {
  if (cx.edits.source[node.end - 1] !== ';') {
    cx.edits.after(node.end, ';');
  }
}
