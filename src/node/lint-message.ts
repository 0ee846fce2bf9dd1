import * as ts from 'typescript';

const LONGEST = 240;
/** What is wrong, what it comes from, what to do: one idea fits these. */
const SENTENCES = 3;

/**
 * What is wrong with a message to the learner; nothing where it is good.
 *
 * @param names that the exercise's cell declares, one of which has to stand in it as code
 */
export function lintMessage(message: string, names: readonly string[]): string | undefined {
  const plain = message.replaceAll(/`[^`]*`/g, '');
  const word = /\b(assert\w*|undefined)\b/i.exec(plain)?.[1];
  if (word !== undefined) {
    return `it says '${word}', which is not the learner's word`;
  }
  if (message.length > LONGEST) {
    return `it has ${message.length} characters, ${LONGEST} at most are wanted`;
  }
  if (sentences(message) > SENTENCES) {
    return `it has ${sentences(message)} sentences; ${SENTENCES} at most hold one idea`;
  }
  if (names.length > 0 && !names.some(name => codeIn(message).some(code => mentions(code, name)))) {
    return `it names none of ${names.map(name => `\`${name}\``).join(', ')}`;
  }
  return undefined;
}

/** The names that a cell declares at its top level. */
export function declaredNames(source: string): string[] {
  const tree = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) {
      names.push(name.text);
    } else {
      name.elements.forEach(element => ts.isBindingElement(element) && add(element.name));
    }
  };
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement)) {
      statement.declarationList.declarations.forEach(({ name }) => add(name));
    } else if (
      (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
      statement.name
    ) {
      names.push(statement.name.text);
    }
  }
  return names;
}

const codeIn = (message: string): string[] =>
  message.split('`').filter((_, index) => index % 2 === 1);

const mentions = (code: string, name: string): boolean =>
  new RegExp(`(^|[^\\w$])${name.replaceAll('$', '\\$')}($|[^\\w$])`).test(code);

const sentences = (message: string): number =>
  message
    .replaceAll(/`[^`]*`/g, 'x')
    .split(/[.?!](?=\s+[A-Z0-9`]|$)/)
    .filter(part => part.trim()).length;
