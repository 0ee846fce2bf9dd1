import * as ts from 'typescript';
import { terminate, visitClass, visitField, visitHeritage, visitStaticBlock } from './classes';
import { visitEnum, visitNamespace } from './containers';
import { Context } from './context';
import { isTypeOnly, lexicalNames } from './declarations';
import type { Edits } from './edits';
import { eraseAngles, eraseModifiers, visitAssertion } from './erase';
import {
  visitBinary,
  visitCall,
  visitDelete,
  visitTagged,
  visitTypeOf,
  visitUnary
} from './expressions';
import { assignDefault } from './exports';
import { visitBlock, visitFunction, visitParameter } from './functions';
import { visitLoop } from './loops';
import { isModuleImport, visitAlias, visitExportAssignment, visitImportKeyword } from './modules';
import { refuseAwait, visitIdentifier, visitShorthand } from './names';
import { visitAwait, visitCatch } from './waiting';
import { Scope } from './scope';
import type { CompileOptions } from './types';
import { visitList, visitLocal, visitVariables } from './variables';

/** The context of a cell whose tree is to be rewritten by {@link Context.visit}. */
export function rewriter(
  file: ts.SourceFile,
  edits: Edits,
  prefix: string,
  options: CompileOptions
): Context {
  const cx: Context = new Context(file, edits, prefix, new Scope(undefined), options, node =>
    visit(cx, node)
  );
  return cx;
}

function visit(cx: Context, node: ts.Node): void {
  if (node.kind < ts.SyntaxKind.Identifier) {
    // A literal or a punctuation mark: the most of a cell that holds data.
    return;
  }
  if (ts.isStatement(node)) {
    visitStatement(cx, node);
  } else if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) {
    cx.eraseType(node, cx.start(node));
  } else if (ts.isFunctionLike(node)) {
    if (ts.isIndexSignatureDeclaration(node)) {
      cx.eraseType(node, cx.start(node));
    } else {
      visitFunction(cx, node as ts.FunctionLikeDeclaration);
    }
  } else {
    visitPart(cx, node);
  }
}

/** Statements that a line break may end, and that no other part of the rewriting ends. */
const NEEDS_END: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ReturnStatement,
  ts.SyntaxKind.ThrowStatement,
  ts.SyntaxKind.BreakStatement,
  ts.SyntaxKind.ContinueStatement,
  ts.SyntaxKind.DebuggerStatement
]);

function visitStatement(cx: Context, node: ts.Statement): void {
  if (isTypeOnly(node)) {
    cx.eraseType(node, cx.start(node));
  } else if (ts.isIterationStatement(node, false)) {
    visitLoop(cx, node);
  } else if (ts.isFunctionDeclaration(node)) {
    visitFunctionDeclaration(cx, node);
  } else if (ts.isClassDeclaration(node)) {
    visitClass(cx, node);
  } else if (ts.isVariableStatement(node)) {
    visitVariables(cx, node);
  } else if (ts.isEnumDeclaration(node)) {
    visitEnum(cx, node);
  } else if (ts.isModuleDeclaration(node)) {
    visitNamespace(cx, node);
  } else if (ts.isBlock(node)) {
    visitBlock(cx, node.statements);
  } else if (ts.isExpressionStatement(node)) {
    visitExpressionStatement(cx, node);
  } else if (ts.isImportEqualsDeclaration(node)) {
    visitAlias(cx, node);
  } else if (ts.isExportAssignment(node)) {
    visitExportAssignment(cx, node);
  } else if (ts.isExportDeclaration(node)) {
    cx.edits.erase(cx.start(node), node.end);
  } else if (!isModuleImport(node)) {
    if (ts.isReturnStatement(node) && !ts.findAncestor(node, ts.isFunctionLike)) {
      cx.refuse("'return' belongs inside a function; a cell's last expression is its value.", node);
    }
    cx.visitChildren(node);
    if (NEEDS_END.has(node.kind)) {
      terminate(cx, node);
    }
  }
}

function visitExpressionStatement(cx: Context, node: ts.ExpressionStatement): void {
  if (node === cx.last) {
    cx.edits.before(cx.start(node), 'return (');
    cx.visit(node.expression);
    cx.edits.after(node.expression.end, ')');
  } else {
    cx.visit(node.expression);
  }
  terminate(cx, node);
}

function visitFunctionDeclaration(cx: Context, node: ts.FunctionDeclaration): void {
  eraseModifiers(cx, node);
  if (!node.name) {
    const from = node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
    const at = from ? cx.start(from) : cx.edits.source.indexOf('function', cx.start(node));
    cx.edits.before(at, `${assignDefault(cx)}(`);
  }
  visitFunction(cx, node);
  if (!node.name) {
    cx.edits.after(node.end, ');');
  }
}

function visitPart(cx: Context, node: ts.Node): void {
  switch (node.kind) {
    case ts.SyntaxKind.Identifier:
      return visitIdentifier(cx, node as ts.Identifier);
    case ts.SyntaxKind.ShorthandPropertyAssignment:
      return visitShorthand(cx, node as ts.ShorthandPropertyAssignment, 'read');
    case ts.SyntaxKind.BinaryExpression:
      return visitBinary(cx, node as ts.BinaryExpression);
    case ts.SyntaxKind.PrefixUnaryExpression:
    case ts.SyntaxKind.PostfixUnaryExpression:
      return visitUnary(cx, node as ts.PrefixUnaryExpression | ts.PostfixUnaryExpression);
    case ts.SyntaxKind.TypeOfExpression:
      return visitTypeOf(cx, node as ts.TypeOfExpression);
    case ts.SyntaxKind.AwaitExpression:
      return visitAwait(cx, node as ts.AwaitExpression);
    case ts.SyntaxKind.AwaitKeyword:
      return refuseAwait(cx, node);
    case ts.SyntaxKind.DeleteExpression:
      return visitDelete(cx, node as ts.DeleteExpression);
    case ts.SyntaxKind.AsExpression:
    case ts.SyntaxKind.SatisfiesExpression:
    case ts.SyntaxKind.NonNullExpression:
    case ts.SyntaxKind.TypeAssertionExpression:
      return visitAssertion(cx, node as ts.AsExpression);
    case ts.SyntaxKind.CallExpression:
    case ts.SyntaxKind.NewExpression:
      return visitCall(cx, node as ts.CallExpression | ts.NewExpression);
    case ts.SyntaxKind.TaggedTemplateExpression:
      return visitTagged(cx, node as ts.TaggedTemplateExpression);
    case ts.SyntaxKind.ExpressionWithTypeArguments: {
      const { expression, typeArguments } = node as ts.ExpressionWithTypeArguments;
      cx.visit(expression);
      return eraseAngles(cx, typeArguments);
    }
    case ts.SyntaxKind.ImportKeyword:
      return visitImportKeyword(cx, node);
    case ts.SyntaxKind.MetaProperty:
      return (node as ts.MetaProperty).keywordToken === ts.SyntaxKind.ImportKeyword
        ? cx.refuse("'import.meta' does not exist in a cell.", node)
        : undefined;
    case ts.SyntaxKind.VariableDeclarationList:
      return visitList(cx, node as ts.VariableDeclarationList);
    case ts.SyntaxKind.VariableDeclaration:
      return visitLocal(cx, node as ts.VariableDeclaration);
    case ts.SyntaxKind.Parameter:
      return visitParameter(cx, node as ts.ParameterDeclaration);
    case ts.SyntaxKind.ClassExpression:
      return visitClass(cx, node as ts.ClassExpression);
    case ts.SyntaxKind.HeritageClause:
      return visitHeritage(cx, node as ts.HeritageClause);
    case ts.SyntaxKind.PropertyDeclaration:
      return visitField(cx, node as ts.PropertyDeclaration);
    case ts.SyntaxKind.ClassStaticBlockDeclaration:
      return visitStaticBlock(cx, node as ts.ClassStaticBlockDeclaration);
    case ts.SyntaxKind.CatchClause:
      return visitCatch(cx, node as ts.CatchClause);
    case ts.SyntaxKind.CaseBlock:
      return visitCases(cx, node as ts.CaseBlock);
    default:
      return cx.visitChildren(node);
  }
}

/** The clauses of a `switch` share one scope. */
function visitCases(cx: Context, node: ts.CaseBlock): void {
  const scope = new Scope(cx.scope);
  node.clauses
    .flatMap(clause => clause.statements.flatMap(lexicalNames))
    .forEach(({ name }) => scope.declare(name));
  cx.within(scope, () => cx.visitChildren(node));
}
