import * as ts from 'typescript';
import { terminate } from './classes';
import type { Context } from './context';
import { namesOfList } from './declarations';
import { eraseAnnotation } from './erase';
import { visitNamed } from './names';

/** Visits `const a = 1, { b } = o`, as a statement. */
export function visitVariables(cx: Context, node: ts.VariableStatement): void {
  const first = node.modifiers?.[0];
  if (first) {
    cx.edits.erase(cx.start(first), cx.start(node.declarationList));
  }
  if (isPlainPattern(node.declarationList)) {
    // Taken apart by the engine, whose errors then name what cannot be taken apart.
    cx.visitAll(node.declarationList.declarations);
    terminate(cx, node);
    for (const { name } of namesOfList(node.declarationList)) {
      const text = cx.textFor(name, 'declare');
      cx.edits.after(node.end, text === undefined ? '' : ` ${text} = ${name};`);
    }
    return;
  }
  visitList(cx, node.declarationList);
  terminate(cx, node);
}

/** Whether a list is a single pattern in which no name can depend on another. */
function isPlainPattern({ declarations: [first, second] }: ts.VariableDeclarationList): boolean {
  const isPlain = (name: ts.BindingName): boolean =>
    ts.isIdentifier(name) ||
    name.elements.every(
      element =>
        ts.isOmittedExpression(element) ||
        (!element.initializer &&
          !(element.propertyName && ts.isComputedPropertyName(element.propertyName)) &&
          isPlain(element.name))
    );
  return !!first && !second && !ts.isIdentifier(first.name) && isPlain(first.name);
}

/** Visits a list of declarations, in a statement or in the head of a loop. */
export function visitList(cx: Context, list: ts.VariableDeclarationList): void {
  const names = namesOfList(list);
  const relocated = names.some(({ name }) => cx.textFor(name, 'declare') !== undefined);
  if (names[0]?.kind === 'using' && relocated) {
    list.declarations.forEach(declaration => visitUsing(cx, declaration));
  } else if (relocated) {
    const first = list.declarations[0];
    if (first) {
      cx.edits.erase(cx.start(list), cx.start(first));
    }
    const inHead = !ts.isVariableStatement(list.parent);
    list.declarations.forEach(declaration => visitRelocated(cx, declaration, inHead));
  } else {
    cx.visitAll(list.declarations);
  }
}

/** Visits a declaration whose names are plain locals of the compiled code. */
export function visitLocal(cx: Context, node: ts.VariableDeclaration): void {
  cx.visit(node.name);
  eraseAnnotation(cx, node);
  cx.visitOptional(node.initializer);
}

/** A resource stays a local too, so that the engine disposes of it as the cell ends. */
function visitUsing(cx: Context, node: ts.VariableDeclaration): void {
  if (!ts.isIdentifier(node.name)) {
    cx.refuse("'using' takes a name, not a pattern.", node);
  }
  const box = cx.textFor(node.name.text, 'declare');
  const local = cx.unique('using');
  cx.edits.replace(cx.start(node.name), node.name.end, `${local} = ${box}`);
  eraseAnnotation(cx, node);
  if (node.initializer) {
    visitNamed(cx, node.name.text, node.initializer);
  }
}

function visitRelocated(cx: Context, node: ts.VariableDeclaration, inHead: boolean): void {
  const { name, initializer } = node;
  const isLoopTarget = inHead && !ts.isForStatement(node.parent.parent);
  const isPattern = !ts.isIdentifier(name);
  if (isPattern && !isLoopTarget) {
    // A statement may not begin with the brace of a pattern.
    cx.edits.before(cx.start(node), '(');
  }
  if (!initializer && !isLoopTarget && ts.isIdentifier(name)) {
    const isVar = !(node.parent.flags & ts.NodeFlags.BlockScoped);
    const text = cx.textFor(name.text, 'declare');
    cx.edits.replace(cx.start(name), name.end, isVar ? '0' : `${text} = void 0`);
  } else {
    visitPattern(cx, name);
  }
  eraseAnnotation(cx, node);
  if (initializer) {
    visitNamed(cx, ts.isIdentifier(name) ? name.text : undefined, initializer);
  }
  if (isPattern && !isLoopTarget) {
    cx.edits.after(node.end, ')');
  }
}

/** Turns the names of a pattern into what stands for them. */
function visitPattern(cx: Context, name: ts.BindingName): void {
  if (ts.isIdentifier(name)) {
    cx.edits.replace(cx.start(name), name.end, cx.textFor(name.text, 'declare') ?? name.text);
    return;
  }
  for (const element of name.elements) {
    if (!ts.isOmittedExpression(element)) {
      visitPatternElement(cx, element, ts.isObjectBindingPattern(name));
    }
  }
}

function visitPatternElement(cx: Context, element: ts.BindingElement, inObject: boolean): void {
  const { name, propertyName, dotDotDotToken, initializer } = element;
  if (propertyName) {
    cx.visit(propertyName);
  }
  if (inObject && !propertyName && !dotDotDotToken && ts.isIdentifier(name)) {
    const text = `${name.text}: ${cx.textFor(name.text, 'declare')}`;
    cx.edits.replace(cx.start(name), name.end, text);
  } else {
    visitPattern(cx, name);
  }
  if (initializer) {
    visitNamed(cx, ts.isIdentifier(name) ? name.text : undefined, initializer);
  }
}
