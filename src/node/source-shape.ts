import * as ts from 'typescript';

/**
 * What remains of a source when blanks, comments and the choice of names for its own variables are
 * left out: two answers of one shape are one answer.
 */
export function shapeOfSource(source: string): string {
  const tree = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.Latest, true);
  const own = new Map<string, string>();
  const collect = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name) &&
      !own.has(node.name.text)
    ) {
      own.set(node.name.text, `_${own.size}`);
    }
    ts.forEachChild(node, collect);
  };
  collect(tree);
  const tokens: string[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(tree);
    children.forEach(visit);
    if (children.length === 0) {
      const text = node.getText(tree);
      tokens.push(ts.isIdentifier(node) ? (own.get(text) ?? text) : text);
    }
  };
  visit(tree);
  return tokens.join(' ');
}
