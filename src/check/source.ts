import * as ts from 'typescript';

/** Methods that go through an array one element at a time. */
const CALLBACKS = ['forEach', 'map', 'reduce', 'filter', 'flatMap', 'reduceRight'];

/**
 * Whether the source goes through something step by step: by a loop, and with `callbacks` also by
 * `map`, `reduce` and their kind.
 */
export function usesLoop(tree: ts.SourceFile, { callbacks = false } = {}): boolean {
  return (
    some(tree, node => ts.isIterationStatement(node, false)) ||
    (callbacks && CALLBACKS.some(name => usesCall(tree, name)))
  );
}

/**
 * Whether the source calls something. `np.mean` is that very expression; `mean` is any function or
 * method of that name.
 */
export function usesCall(tree: ts.SourceFile, name: string): boolean {
  return some(tree, node => {
    if (!ts.isCallExpression(node)) {
      return false;
    }
    const callee = node.expression;
    return name.includes('.')
      ? callee.getText(tree).replace(/\s+|\?|!/g, '') === name
      : (ts.isIdentifier(callee) && callee.text === name) ||
          (ts.isPropertyAccessExpression(callee) && callee.name.text === name);
  });
}

/** Whether a number stands in the source, however it is spelt; a sign before it does not count. */
export function usesNumber(tree: ts.SourceFile, value: number): boolean {
  return some(tree, node => ts.isNumericLiteral(node) && Number(node.text) === Math.abs(value));
}

/** Whether the source refers to a variable. */
export function usesName(tree: ts.SourceFile, name: string): boolean {
  return some(tree, node => {
    if (!ts.isIdentifier(node) || node.text !== name) {
      return false;
    }
    const { parent } = node;
    const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
    const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
    const isDeclared =
      (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) && parent.name === node;
    return !isProperty && !isKey && !isDeclared;
  });
}

function some(tree: ts.SourceFile, holds: (node: ts.Node) => boolean): boolean {
  const visit = (node: ts.Node): boolean => holds(node) || (ts.forEachChild(node, visit) ?? false);
  return visit(tree);
}
