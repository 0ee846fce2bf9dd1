import * as ts from 'typescript';
import type {
  Completion,
  CompletionDetails,
  CompletionKind,
  Completions,
  TextEdit
} from '../protocol/language';
import { importable, importEdit, type Importable } from './imports';
import { fileOf, leftOf, moduleAt, resolved, tokenBefore } from './nodes';
import { memberSortText, ModuleRanks, rankGlobal, rankLocal } from './rank';
import { codeOf, summaryOf } from './text';
import type { CellPlace, Workspace } from './workspace';

const PREFERENCES: ts.UserPreferences = {
  includeCompletionsWithInsertText: true,
  includeAutomaticOptionalChainCompletions: true
};

/** What could stand at a place, ranked. */
export function complete(
  workspace: Workspace,
  cell: string,
  at: CellPlace
): Completions | undefined {
  const { path, position, file } = at;
  const token = tokenBefore(workspace.program.getSourceFile(path), position);
  if (token && ts.isStringLiteralLike(token) && isSpecifier(token) && position <= endOf(token)) {
    const start = token.getStart() + 1 - file.start;
    const items = workspace.library.importable.map((name): Completion => ({
      name,
      kind: 'module',
      sortText: name
    }));
    return { range: { start, end: endOf(token) - file.start }, items, members: true };
  }
  const found = workspace.service.getCompletionsAtPosition(path, position, PREFERENCES);
  if (!found) {
    return undefined;
  }
  const word = wordBefore(file.text, position, file.start);
  const range = { start: word - file.start, end: position - file.start };
  const members = found.isMemberCompletion;
  const left = members && token ? leftOf(token) : undefined;
  const entry = entryReader(at.file, left ? membersOf(workspace, left) : namesIn(workspace, cell));
  const items = found.entries.flatMap(each => entry(each) ?? []);
  if (found.isGlobalCompletion) {
    items.push(...others(workspace, cell, new Set(items.map(({ name }) => name))));
  }
  items.sort((a, b) => compare(a.sortText, b.sortText) || compare(a.name, b.name));
  return { range, items, members };
}

/** Signature, documentation and edits of a completion that is looked at. */
export function completionDetails(
  workspace: Workspace,
  cell: string,
  { path, position }: CellPlace,
  item: Completion
): CompletionDetails | undefined {
  if (item.source !== undefined) {
    return importDetails(workspace, cell, item.name, item.source);
  }
  const borrowed =
    item.data === undefined ? undefined : workspace.notebook.declaration(item.name, item.data);
  if (borrowed) {
    const info = workspace.service.getQuickInfoAtPosition(borrowed.path, borrowed.position);
    return info && details(info.displayParts, info, []);
  }
  const found = workspace.service.getCompletionEntryDetails(
    path,
    position,
    item.name,
    undefined,
    undefined,
    PREFERENCES,
    undefined
  );
  return found && details(found.displayParts, found, []);
}

/** What importing a name looks like, and how it is done. */
export function importDetails(
  workspace: Workspace,
  cell: string,
  name: string,
  source: string
): CompletionDetails | undefined {
  const found = importable(workspace.library).find(
    each => each.name === name && each.source === source
  );
  const names = workspace.notebook.namesOf(cell);
  if (!found || !names) {
    return undefined;
  }
  const edits = [importEdit(found, names.importsEnd)];
  const place = found.isWhole ? undefined : exportPlace(workspace, found);
  const info = place && workspace.service.getQuickInfoAtPosition(place.path, place.position);
  return info
    ? details(info.displayParts, info, edits)
    : { signature: edits[0]?.text.trim() ?? '', documentation: '', edits };
}

function details(
  parts: readonly ts.SymbolDisplayPart[] | undefined,
  documented: Parameters<typeof summaryOf>[0],
  edits: TextEdit[]
): CompletionDetails {
  return { signature: codeOf(parts), documentation: summaryOf(documented), edits };
}

function exportPlace(
  { program, library }: Workspace,
  { name, source }: Importable
): { path: string; position: number } | undefined {
  const file = program.getSourceFile(library.resolve(source, '/') ?? '');
  const checker = program.getTypeChecker();
  const module = file && checker.getSymbolAtLocation(file);
  const found = module && checker.getExportsOfModule(module).find(each => each.name === name);
  const declaration = found && resolved(checker, found).declarations?.[0];
  const node = declaration && (ts.getNameOfDeclaration(declaration) ?? declaration);
  return node && { path: node.getSourceFile().fileName, position: node.getStart() };
}

/** The sort text of an entry; `undefined` where it is not to be shown. */
type Sorter = (entry: ts.CompletionEntry, kind: CompletionKind) => string | undefined;

interface Reading {
  sort: Sorter;
  /** What an imported name stands for. */
  kinds: ReadonlyMap<string, CompletionKind>;
}

/** How the members of a value or a module are read. */
function membersOf({ program, library }: Workspace, left: ts.Node): Reading {
  const checker = program.getTypeChecker();
  const module = moduleAt(checker, left);
  const ranks = module && ModuleRanks.of(library, fileOf(module) ?? '');
  if (!ranks) {
    const type = checker.getTypeAtLocation(left).symbol?.name;
    return {
      sort: ({ name, sortText }) => memberSortText(name, type) + sortText,
      kinds: new Map()
    };
  }
  const exports = checker.getExportsOfModule(module);
  const kinds = exports.map(each => [each.name, kindOfSymbol(resolved(checker, each))] as const);
  return { sort: ({ name }, kind) => ranks.sortText(name, kind), kinds: new Map(kinds) };
}

/** How names that stand alone are read. */
function namesIn({ library, notebook }: Workspace, cell: string): Reading {
  const sort: Sorter = ({ name, sortText }, kind) => {
    const isGlobal = sortText.startsWith('15') && kind !== 'keyword' && library.isGlobal(name);
    const rank = isGlobal ? rankGlobal(name, library.ours.has(name)) : rankLocal(name, kind);
    return rank === undefined ? undefined : `${rank}${sortText}`;
  };
  const kinds = [...notebook.visibleTo(cell)].map(([name, { shown }]) => [name, shown] as const);
  return { sort, kinds: new Map(kinds) };
}

function entryReader(
  { start }: CellPlace['file'],
  { sort, kinds }: Reading
): (entry: ts.CompletionEntry) => Completion | undefined {
  return entry => {
    const { name, insertText, replacementSpan: span } = entry;
    const kind = kinds.get(name) ?? kindOf(entry);
    const sortText = sort(entry, kind);
    if (sortText === undefined || entry.kind === ts.ScriptElementKind.warning) {
      return undefined;
    }
    const deprecated = entry.kindModifiers?.includes('deprecated') ?? false;
    return {
      name,
      kind,
      sortText: deprecated ? `9${sortText}` : sortText,
      ...(insertText === undefined ? {} : { insertText }),
      ...(span ? { range: { start: span.start - start, end: ts.textSpanEnd(span) - start } } : {}),
      ...(deprecated ? { deprecated } : {})
    };
  };
}

/** Names of earlier cells that this one does not use yet, and what could be imported. */
function others(workspace: Workspace, cell: string, known: ReadonlySet<string>): Completion[] {
  const { notebook, library } = workspace;
  const visible = [...notebook.visibleTo(cell)].filter(([name]) => !known.has(name));
  const declared = notebook.namesOf(cell)?.declared;
  const earlier = visible.map(([name, { shown, cell: data }]): Completion => ({
    name,
    kind: shown,
    sortText: '111',
    data
  }));
  const taken = new Set([...known, ...visible.map(([name]) => name), ...(declared?.keys() ?? [])]);
  const imported = importable(library)
    .filter(({ name }) => !taken.has(name))
    .map(({ name, source, isWhole }): Completion => ({
      name,
      source,
      kind: isWhole ? 'module' : 'function',
      sortText: isWhole ? '2' : '5'
    }));
  return [...earlier, ...imported];
}

/** Whether a text in quotes names a module. */
function isSpecifier(token: ts.StringLiteralLike): boolean {
  const { parent } = token;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

/** Where the text in quotes ends: before the last one, which may not have been written yet. */
function endOf(token: ts.StringLiteralLike): number {
  const quoted = token.getText();
  const isClosed = quoted.length > 1 && quoted.at(-1) === quoted[0];
  return isClosed ? token.end - 1 : token.end;
}

function wordBefore(text: string, position: number, start: number): number {
  const word = /[\p{ID_Continue}$]*$/u.exec(text.slice(start, position))?.[0] ?? '';
  return position - word.length;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const KINDS: Partial<Record<ts.ScriptElementKind, CompletionKind>> = {
  [ts.ScriptElementKind.alias]: 'module',
  [ts.ScriptElementKind.callSignatureElement]: 'function',
  [ts.ScriptElementKind.classElement]: 'class',
  [ts.ScriptElementKind.constElement]: 'constant',
  [ts.ScriptElementKind.constructorImplementationElement]: 'method',
  [ts.ScriptElementKind.enumElement]: 'enum',
  [ts.ScriptElementKind.enumMemberElement]: 'enumMember',
  [ts.ScriptElementKind.externalModuleName]: 'module',
  [ts.ScriptElementKind.functionElement]: 'function',
  [ts.ScriptElementKind.interfaceElement]: 'interface',
  [ts.ScriptElementKind.keyword]: 'keyword',
  [ts.ScriptElementKind.letElement]: 'variable',
  [ts.ScriptElementKind.localClassElement]: 'class',
  [ts.ScriptElementKind.localFunctionElement]: 'function',
  [ts.ScriptElementKind.localVariableElement]: 'variable',
  [ts.ScriptElementKind.memberAccessorVariableElement]: 'property',
  [ts.ScriptElementKind.memberFunctionElement]: 'method',
  [ts.ScriptElementKind.memberGetAccessorElement]: 'property',
  [ts.ScriptElementKind.memberSetAccessorElement]: 'property',
  [ts.ScriptElementKind.memberVariableElement]: 'property',
  [ts.ScriptElementKind.moduleElement]: 'module',
  [ts.ScriptElementKind.parameterElement]: 'variable',
  [ts.ScriptElementKind.primitiveType]: 'keyword',
  [ts.ScriptElementKind.string]: 'constant',
  [ts.ScriptElementKind.typeElement]: 'type',
  [ts.ScriptElementKind.typeParameterElement]: 'type',
  [ts.ScriptElementKind.variableElement]: 'variable'
};

function kindOf({ kind }: ts.CompletionEntry): CompletionKind {
  return KINDS[kind] ?? 'text';
}

function kindOfSymbol({ flags }: ts.Symbol): CompletionKind {
  if (flags & ts.SymbolFlags.Function) {
    return 'function';
  }
  if (flags & ts.SymbolFlags.Class) {
    return 'class';
  }
  if (flags & ts.SymbolFlags.Enum) {
    return 'enum';
  }
  return flags & ts.SymbolFlags.Module ? 'module' : 'constant';
}
