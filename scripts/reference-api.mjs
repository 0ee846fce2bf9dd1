// What the modules that cells import export, with their documentation, read from their sources.
import path from 'node:path';
import ts from 'typescript';
import { ownModules } from './webpack/types.js';

const root = path.resolve(import.meta.dirname, '..');

/**
 * One thing that a module exports, or a member of a class.
 *
 * @typedef {object} Entry
 * @property {string} name as it is written after the module's own name, such as `linalg.norm`
 * @property {'function' | 'class' | 'constant' | 'type' | 'method' | 'property'} kind
 * @property {string} text what the documentation says before its first tag
 * @property {{ name: string, text: string }[]} params
 * @property {string} returns
 * @property {string[]} errors
 * @property {Example[]} examples
 * @property {string[]} signatures
 * @property {Entry[]} members
 * @property {string} file
 * @property {number} line
 *
 * An example of the documentation; without a code block it has no code.
 * @typedef {{ code: string | undefined, file: string, line: number }} Example
 *
 * @typedef {{ name: string, file: string, entries: Entry[] }} Module
 */

/** Every module that a cell can import whose source is ours. @returns {Module[]} */
export function publicApi() {
  const modules = ownModules();
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([...modules.values()], options);
  const checker = program.getTypeChecker();
  return [...modules].map(([name, file]) => ({
    name,
    file: path.relative(root, file),
    entries: exportsOf(checker, program.getSourceFile(file), '')
  }));
}

/** @returns {Entry[]} */
function exportsOf(checker, file, prefix) {
  const symbol = checker.getSymbolAtLocation(file);
  return checker.getExportsOfModule(symbol).flatMap(exported => {
    const target =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = target.declarations ?? [];
    if (declaration && ts.isSourceFile(declaration)) {
      return exportsOf(checker, declaration, `${prefix}${exported.name}.`);
    }
    return isInternal(target) || !declaration?.getSourceFile().fileName.startsWith(`${root}/src/`)
      ? []
      : [entryOf(checker, target, `${prefix}${exported.name}`)];
  });
}

/** What is marked so is left out, and so is what the runtime alone calls. */
const isInternal = symbol =>
  symbol.name === 'load' || symbol.getJsDocTags().some(tag => tag.name === 'internal');

/** @returns {Entry} */
function entryOf(checker, symbol, name) {
  const declaration = symbol.valueDeclaration ?? symbol.declarations[0];
  const kind = kindOf(checker, symbol, declaration);
  return {
    name,
    kind,
    ...documentationOf(checker, symbol),
    signatures: signaturesOf(checker, symbol, declaration, name.split('.').at(-1)),
    members: kind === 'class' ? membersOf(checker, symbol) : [],
    ...placeOf(declaration)
  };
}

function kindOf(checker, symbol, declaration) {
  if (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration)) return 'method';
  if (ts.isClassDeclaration(declaration)) return 'class';
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)) {
    return 'type';
  }
  if (!ts.isVariableDeclaration(declaration)) return 'property';
  return checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0 ? 'function' : 'constant';
}

/** The members that have documentation; a class's own alone, and what it has of its statics. */
function membersOf(checker, symbol) {
  const members = [...(symbol.members?.values() ?? [])].filter(
    member =>
      !member.name.startsWith('__') &&
      member.declarations?.every(
        each => !(ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Private)
      ) &&
      !isInternal(member) &&
      member.getDocumentationComment(checker).length > 0
  );
  return members.map(member => entryOf(checker, member, member.name));
}

function placeOf(node) {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return { file: path.relative(root, file.fileName), line: line + 1 };
}

function documentationOf(checker, symbol) {
  const tags = (symbol.declarations ?? []).flatMap(each => ts.getJSDocTags(documented(each)));
  const textOf = tag => (ts.getTextOfJSDocComment(tag.comment) ?? '').trim();
  const named = (...names) => tags.filter(tag => names.includes(tag.tagName.text));
  return {
    text: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
    params: named('param').map(tag => ({
      name: tag.name.getText(),
      text: textOf(tag).replace(/^-\s*/, '')
    })),
    returns: named('returns').map(textOf).join(' '),
    errors: named('throws').map(tag =>
      // The compiler takes `{…}` or nothing for a type; here the first word names the error.
      tag
        .getText()
        .replace(/^@throws\s*/, '')
        .replace(/\s*\n\s*\*\s?/g, ' ')
        .replace(/\s*\*\/?$/, '')
        .trim()
    ),
    examples: named('example').map(tag => ({
      code: /^```ts\n([^]*?)\n```/m.exec(textOf(tag))?.[1],
      ...placeOf(tag)
    }))
  };
}

/** The node that carries the documentation: of `const f = …` it is the whole statement. */
const documented = node => (ts.isVariableDeclaration(node) ? node.parent.parent : node);

/** How it is called, as its author declares it: with its defaults, and without its body. */
function signaturesOf(checker, symbol, declaration, name) {
  if (ts.isVariableDeclaration(declaration)) {
    const value = declaration.initializer;
    if (value && ts.isArrowFunction(value) && !declaration.type) {
      return [`function ${name}${headOf(value)}`];
    }
    const type = checker.getTypeOfSymbol(symbol);
    const calls = type.getCallSignatures();
    return calls.length > 0
      ? calls.map(call => `function ${name}${signatureText(checker, call, declaration)}`)
      : [`const ${name}: ${checker.typeToString(type)}`];
  }
  const calls = symbol.declarations.filter(ts.isFunctionLike);
  const shown = calls.length > 1 ? calls.filter(call => !call.body) : calls;
  const word = ts.isFunctionDeclaration(declaration) ? 'function ' : '';
  if (calls.length > 0 && !calls.some(ts.isAccessor)) {
    return shown.map(call => `${word}${name}${headOf(call)}`);
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    return [declaration.getText().replace(/^export\s+/, '')];
  }
  if (ts.isInterfaceDeclaration(declaration)) {
    return [declaration.getText().replace(/^export\s+/, '')];
  }
  if (ts.isClassDeclaration(declaration)) return [];
  return [`${name}: ${checker.typeToString(checker.getTypeOfSymbol(symbol))}`];
}

function signatureText(checker, call, declaration) {
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrowStyleSignature;
  const text = checker.signatureToString(call, declaration, flags).replace(/ => /, ': ');
  // A parameter that may be left out may be undefined too.
  return text.replace(/\?: (?:\((.+?)\)|([^(),]+)) \| undefined(?=[,)])/g, '?: $1$2');
}

/** Type parameters, parameters and the type of the result. */
function headOf(call) {
  const text = call.getSourceFile().text;
  const from = call.typeParameters ? call.typeParameters.pos - 1 : openParenthesis(call, text);
  const to = call.type?.end ?? text.indexOf(')', call.parameters.end) + 1;
  return text.slice(from, to);
}

/** The parenthesis before the first parameter, or before the end of none. */
const openParenthesis = (call, text) => text.lastIndexOf('(', call.parameters.pos);

/** Every example of a module, with whose it is. @returns {(Example & { name: string })[]} */
export const examplesOf = entries =>
  entries.flatMap(entry => [
    ...entry.examples.map(example => ({ name: entry.name, ...example })),
    ...examplesOf(entry.members).map(each => ({ ...each, name: `${entry.name}.${each.name}` }))
  ]);
