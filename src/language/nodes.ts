import * as ts from 'typescript';

/** The innermost node that a position is in or just behind. */
export function tokenBefore(
  file: ts.SourceFile | undefined,
  position: number
): ts.Node | undefined {
  const visit = (node: ts.Node): ts.Node | undefined => {
    const inside = ts.forEachChild(node, child =>
      child.getStart(file) < position && position <= child.end ? visit(child) : undefined
    );
    return inside ?? node;
  };
  return file && visit(file);
}

/** What stands before the dot behind which a node is. */
export function leftOf(token: ts.Node): ts.Node | undefined {
  const access = ts.findAncestor(
    token,
    node => ts.isPropertyAccessExpression(node) || ts.isQualifiedName(node)
  );
  return (
    access &&
    (ts.isPropertyAccessExpression(access) ? access.expression : (access as ts.QualifiedName).left)
  );
}

/** What a name stands for in the end, where it is imported. */
export function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The module that a name stands for, where it does for one. */
export function moduleAt(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const found = checker.getSymbolAtLocation(node);
  const symbol = found && resolved(checker, found);
  return symbol?.declarations?.some(ts.isSourceFile) ? symbol : undefined;
}

/** The file of a module. */
export function fileOf(module: ts.Symbol): string | undefined {
  return module.declarations?.find(ts.isSourceFile)?.fileName;
}

/** The name that a position is in, or at either end of. */
export function identifierAt(
  file: ts.SourceFile | undefined,
  position: number
): ts.Identifier | undefined {
  const visit = (node: ts.Node): ts.Identifier | undefined =>
    ts.isIdentifier(node)
      ? node
      : ts.forEachChild(node, child =>
          child.getStart(file) <= position && position <= child.end ? visit(child) : undefined
        );
  return file && visit(file);
}
