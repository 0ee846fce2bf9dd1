import type { Node, SourceFile } from 'typescript';
import { parse } from '../compile';

/** Whether two sources are the same but for blanks and comments. */
export function sameTokens(a: string, b: string): boolean {
  if (a === b) {
    return true;
  }
  const [first, second] = [tokens(parse(a)), tokens(parse(b))];
  return first.length === second.length && first.every((token, index) => token === second[index]);
}

function tokens(file: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const children = node.getChildren(file);
    children.forEach(visit);
    if (children.length === 0) {
      found.push(node.getText(file));
    }
  };
  visit(file);
  return found;
}
