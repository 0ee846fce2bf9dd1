import type { SourceFile } from 'typescript';
import { Refusal, type Context } from './context';
import { lexicalNames, varNames, type Declared } from './declarations';
import { errorAt, syntaxError } from './diagnostics';
import { DEFAULT, exportsOf, unnamedDefault } from './exports';
import { Edits } from './edits';
import { lower } from './lower';
import { declareLinks, linkTexts, rewriteImports, rewriteLinks } from './modules';
import { parse } from './parse';
import { positionAt, positionMap } from './positions';
import { rewriter } from './rewrite';
import type { CompileOptions, CompileResult, DeclarationKind } from './types';
import { valueStatement } from './value';

/**
 * Compiles a cell: erases its types, moves its top-level names into boxes that all cells share,
 * and puts a check into its loops and functions. Lines stay where they are, but for classes with
 * decorators. Never throws.
 */
export function compile(cell: string, options: CompileOptions): CompileResult {
  try {
    const file = parse(cell);
    const error = syntaxError(file);
    return error ? { ok: false, error } : compileParsed(file, options);
  } catch (error) {
    if (error instanceof RangeError) {
      const message = 'This cell is nested too deeply to run.';
      return { ok: false, error: { name: 'SyntaxError', message, line: 1, column: 1 } };
    }
    throw error;
  }
}

function compileParsed(parsed: SourceFile, options: CompileOptions): CompileResult {
  const lowered = lower(parsed);
  const file = lowered ? parse(lowered.source) : parsed;
  const edits = new Edits(file.text);
  const cx = rewriter(file, edits, prefixFor(file.text), options);
  const { isModule = false } = options;
  try {
    const declared = declareAll(cx);
    const links = isModule ? declareLinks(cx) : [];
    cx.last = isModule ? undefined : valueStatement(file);
    cx.visitAll(file.statements);
    const imports = isModule ? rewriteLinks(cx, links) : rewriteImports(cx);
    const exports = isModule ? exportsOf(cx, declared) : [];
    if (file.text.startsWith('#!')) {
      edits.replace(0, 2, '//');
    }
    edits.text.prepend(headOf(cx, declared, linkTexts(cx, links)));
    edits.text.append(`\n})\n//# sourceURL=${options.file}`);
    return {
      ok: true,
      code: edits.text.toString(),
      declarations: [...declared.values()]
        .filter(({ name }) => !cx.imports.has(name))
        .map(({ name, kind }) => ({ name, kind })),
      imports,
      exports,
      map: positionMap(edits.text, lowered?.map),
      hasValue: cx.last !== undefined
    };
  } catch (refusal) {
    if (refusal instanceof Refusal) {
      const found = errorAt(file, refusal.offset, refusal.message);
      const place = lowered?.map.original(found.line, found.column);
      return { ok: false, error: { ...found, ...place } };
    }
    throw refusal;
  }
}

/** What our own names begin with: something that no name of the cell begins with. */
function prefixFor(source: string): string {
  let prefix = '$$';
  while (source.includes(prefix)) {
    prefix += '$';
  }
  return prefix;
}

const MERGING: ReadonlySet<string> = new Set([
  'var var',
  'function function',
  'var function',
  'function var',
  'enum enum',
  'enum namespace',
  'namespace enum',
  'namespace namespace',
  'function namespace',
  'namespace function',
  'class namespace'
]);

/** Declares the names of the cell's top level in its scope; refuses those declared twice. */
function declareAll(cx: Context): Map<string, Declared> {
  const { file } = cx;
  const all = [...file.statements.flatMap(lexicalNames), ...varNames(file)].sort(
    (a, b) => a.node.pos - b.node.pos
  );
  const declared = new Map<string, Declared>();
  for (const declaration of all) {
    const { name, kind, node } = declaration;
    if (name === 'eval' || name === 'arguments') {
      cx.refuse(`'${name}' cannot be the name of a variable.`, node);
    }
    const earlier = declared.get(name);
    if (earlier && !MERGING.has(`${earlier.kind} ${kind}`)) {
      const { line } = positionAt(file, cx.start(earlier.node));
      cx.refuse(`'${name}' is already declared in this cell, on line ${line}.`, node);
    }
    // A function is there from the beginning, whatever else has its name.
    if (!earlier || kind === 'function') {
      declared.set(name, declaration);
    }
  }
  const unnamed = cx.options.isModule ? unnamedDefault(file) : undefined;
  if (unnamed) {
    declared.set(DEFAULT, { name: DEFAULT, kind: 'const', node: unnamed });
  }
  for (const { name, kind } of declared.values()) {
    cx.top.declare(name, cx.box(name, kind));
  }
  return declared;
}

/** What every cell has in it that waits for something. */
const WAITS = /\b(?:async|await)\b/;

const waitingNames = (prefix: string): string[] => [
  ...['now', 'back', 'blame'].map(name => `${prefix}${name} = ${prefix}cell.${name}`),
  `${prefix}run = ${prefix}now()`
];

/** What comes before the cell's own code, on its first line. */
function headOf(
  cx: Context,
  declared: ReadonlyMap<string, Declared>,
  links: readonly string[]
): string {
  const { prefix } = cx;
  const isImport = (name: string): boolean => cx.imports.has(name);
  const boxes = new Set([...declared.keys(), ...cx.boxes.keys()].filter(name => !isImport(name)));
  const get = (name: string, kind: DeclarationKind | undefined): string =>
    kind
      ? `${prefix}cell.own(${JSON.stringify(name)}, "${kind}")`
      : `${prefix}cell.box(${JSON.stringify(name)})`;
  const bindings = [
    `${prefix}check = ${prefix}cell.check`,
    ...(WAITS.test(cx.file.text) ? waitingNames(prefix) : []),
    ...links,
    ...[...boxes].map(name => `${prefix}_${name} = ${get(name, declared.get(name)?.kind)}`)
  ];
  const functions = [...declared.values()]
    .filter(({ kind }) => kind === 'function')
    .map(({ name }) => ` ${prefix}_${name}.d = ${name};`);
  return (
    `(async function (${prefix}cell, ${prefix}helpers) { "use strict"; let ${prefix}steps = 0; ` +
    `const ${bindings.join(', ')};${functions.join('')} `
  );
}
