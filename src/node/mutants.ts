import MagicString from 'magic-string';
import * as ts from 'typescript';

/** A change to a checker after which some answer has to be judged otherwise. */
export interface Mutant {
  /** From 1, in the whole lesson. */
  number: number;
  kind: 'assertion' | 'diagnosis' | 'tolerance' | 'rerun';
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** What is changed, the beginning of its text. */
  text: string;
}

const KIT = 'lessonbook/check';
/** The module that says which mutant is on. */
export const SWITCH = 'lessonbook:mutants';
const ASSERTION = /^(compare|failed)/;
const TOLERANCES = ['relative', 'absolute'];
const TEXT = 60;

/**
 * Puts every mutant of a checker's file into it, each behind a switch, so that one bundle holds
 * them all: an assertion gives nothing, a diagnosis never holds, a tolerance is ten times as wide,
 * and at a rerun the check ends.
 *
 * @param first the number of its first mutant
 */
export function mutate(
  source: string,
  file: string,
  first: number
): { code: string; mutants: Mutant[] } {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const kit = kitNames(tree);
  const text = new MagicString(source);
  const mutants: Mutant[] = [];
  const add = (kind: Mutant['kind'], node: ts.Node): number => {
    const number = first + mutants.length;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const shown = node.getText().replaceAll(/\s+/g, ' ').slice(0, TEXT);
    mutants.push({ number, kind, file, line, text: shown });
    return number;
  };
  const wrap = (node: ts.Node, before: string, after: string): void => {
    text.appendRight(node.getStart(), before);
    text.appendLeft(node.getEnd(), after);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = ts.isIdentifier(node.expression) ? kit.get(node.expression.text) : undefined;
      const condition = node.arguments[1];
      if (called === 'misconception' && condition) {
        wrap(condition, `doubted(${add('diagnosis', node)}, `, ')');
      } else if (called !== undefined && ASSERTION.test(called)) {
        wrap(node, `(mutant(${add('assertion', node)}) ? undefined : `, ')');
      } else if (isRerun(node)) {
        const statement = statementOf(node);
        if (statement) {
          const number = add('rerun', node);
          text.appendLeft(statement.getStart(), `if (mutant(${number})) return undefined; `);
        }
      }
    }
    if (ts.isPropertyAssignment(node) && TOLERANCES.includes(node.name.getText())) {
      wrap(node.initializer, `(mutant(${add('tolerance', node)}) ? 10 : 1) * (`, ')');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  text.prepend(`import { mutant, doubted } from '${SWITCH}'; `);
  return { code: text.toString(), mutants };
}

/** What the switch is made of. `active` is the mutant that is on, 0 for none. */
export const switchCode = `
let active = 0;
export const reached = new Set();
export const select = number => { active = number; };
export const mutant = number => { reached.add(number); return active === number; };
export const doubted = (number, when) => () =>
  mutant(number) ? false : typeof when === 'function' ? when() : when;
`;

/** How many mutants there are, which is known only once all files are bundled. */
export const COUNT = '__LESSONBOOK_MUTANTS__';

/**
 * The checkers of a lesson with their mutants: `id@3` checks with the third one, and `id@reached`
 * passes with the numbers of those that the answer comes by.
 */
export const mutantsEntry = (checks: string): string => `
import checks from '${checks}';
import { reached, select } from '${SWITCH}';
const all = {};
for (const [id, check] of Object.entries(checks)) {
  all[id + '@reached'] = async context => {
    await check(context);
    return { passed: true, message: JSON.stringify([...reached]) };
  };
  for (let number = 1; number <= ${COUNT}; number++) {
    all[id + '@' + number] = context => {
      select(number);
      return check(context);
    };
  }
}
export default all;
`;

/** The names under which a file knows what it imports of the kit. */
function kitNames(tree: ts.SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of tree.statements) {
    if (
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      statement.moduleSpecifier.text === KIT
    ) {
      const bindings = statement.importClause?.namedBindings;
      for (const { name, propertyName } of bindings && ts.isNamedImports(bindings)
        ? bindings.elements
        : []) {
        names.set(name.text, (propertyName ?? name).text);
      }
    }
  }
  return names;
}

function isRerun({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'rerun';
}

/** The statement of a block that holds a node; none where an arrow function has no block. */
function statementOf(node: ts.Node): ts.Node | undefined {
  let inner = node;
  while (!ts.isBlock(inner.parent)) {
    if (ts.isFunctionLike(inner.parent) || ts.isSourceFile(inner.parent)) {
      return undefined;
    }
    inner = inner.parent;
  }
  return inner;
}
