import * as ts from 'typescript';
import { failed, type Failure } from './failure';

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

/** What the source of an answer is to be like. */
export interface SourceRules {
  /** Whether it may go step by step. */
  loops?: false;
  /** What it is to call, as {@link usesCall} reads it. */
  calls?: readonly string[];
  /** What it is not to call. */
  avoids?: readonly string[];
}

/**
 * Compares how an answer is written, by its syntax tree. To be asked last, and only where the way
 * itself is what the exercise teaches.
 */
export function compareSource(
  tree: ts.SourceFile,
  { loops, calls = [], avoids = [] }: SourceRules
): Failure | undefined {
  const loop = find(tree, node => ts.isIterationStatement(node, false));
  if (loops === false && loop) {
    const line = tree.getLineAndCharacterOfPosition(loop.getStart(tree)).line + 1;
    return failed('uses-loop', `There is a loop on line ${line}. Can you say it without one?`, {
      expected: 'no loop',
      actual: `a loop on line ${line}`
    });
  }
  const missing = calls.find(name => !usesCall(tree, name));
  if (missing !== undefined) {
    return failed('missing-call', `Your cell does not call \`${missing}\`, which is expected.`, {
      expected: missing,
      actual: 'no such call'
    });
  }
  const extra = avoids.find(name => usesCall(tree, name));
  return extra === undefined
    ? undefined
    : failed('unwanted-call', `Your cell calls \`${extra}\`. It is to do without.`, {
        expected: `no ${extra}`,
        actual: extra
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
  return find(tree, holds) !== undefined;
}

function find(tree: ts.SourceFile, holds: (node: ts.Node) => boolean): ts.Node | undefined {
  const visit = (node: ts.Node): ts.Node | undefined =>
    holds(node) ? node : ts.forEachChild(node, visit);
  return visit(tree);
}
