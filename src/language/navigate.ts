import * as ts from 'typescript';
import type { CellEdits, Place, Rename, TextEdit } from '../protocol/language';
import { identifierAt } from './nodes';
import type { CellPlace, Workspace } from './workspace';

/** A name that cells share. */
interface SharedName {
  name: string;
  /** The cell that declares it. */
  cell: string;
}

interface ModulePlace {
  path: string;
  position: number;
}

/** The name of the notebook's top level that a place refers to. */
export function sharedName(
  { program, notebook }: Workspace,
  { path, position }: ModulePlace
): SharedName | undefined {
  const identifier = identifierAt(program.getSourceFile(path), position);
  const symbol = identifier && symbolOf(program.getTypeChecker(), identifier);
  for (const declaration of symbol?.declarations ?? []) {
    const file = notebook.file(declaration.getSourceFile().fileName);
    const start = (ts.getNameOfDeclaration(declaration) ?? declaration).getStart();
    const name = symbol?.name ?? '';
    if (
      file?.names.declared.has(name) &&
      start === file.start + (file.names.declared.get(name)?.offset ?? 0)
    ) {
      return { name, cell: file.cell };
    }
    if (file?.borrowed.get(name)?.position === start) {
      const cell = notebook.declarerOf(name, file.cell);
      return cell === undefined ? undefined : { name, cell };
    }
  }
  return undefined;
}

function symbolOf(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** Where the name at a place is declared. */
export function definition(workspace: Workspace, at: CellPlace): Place[] {
  const { service, notebook } = workspace;
  const shared = sharedName(workspace, at);
  const declaration = shared && notebook.declaration(shared.name, shared.cell);
  const own = shared && notebook.namesOf(shared.cell)?.declared.get(shared.name);
  if (declaration && own && !isImported(workspace, declaration)) {
    const { offset } = own;
    return [
      { in: 'cell', cell: shared.cell, range: { start: offset, end: offset + shared.name.length } }
    ];
  }
  const { path, position } = declaration ?? at;
  const found = service.getDefinitionAtPosition(path, position) ?? [];
  return unique(found.flatMap(each => workspace.place(each.fileName, each.textSpan) ?? []));
}

/** Whether a name that a cell declares is itself imported, so that its definition is elsewhere. */
function isImported({ program }: Workspace, { path, position }: ModulePlace): boolean {
  const file = program.getSourceFile(path);
  return (
    file?.statements.some(
      node => ts.isImportDeclaration(node) && node.pos <= position && position < node.end
    ) ?? false
  );
}

/** Everywhere in the cells that the name at a place stands. */
export function references(workspace: Workspace, at: CellPlace): Place[] {
  const found = placesOf(workspace, at).flatMap(
    ({ path, position }) => workspace.service.getReferencesAtPosition(path, position) ?? []
  );
  return unique(found.flatMap(each => workspace.place(each.fileName, each.textSpan) ?? [])).filter(
    place => place.in === 'cell'
  );
}

/** Renames the name at a place in all cells; without a new name it only tells whether it can. */
export function rename(workspace: Workspace, at: CellPlace, newName: string | undefined): Rename {
  const { service, notebook } = workspace;
  const info = service.getRenameInfo(at.path, at.position, {});
  const range = info.canRename && workspace.rangeIn(at.file, info.triggerSpan);
  if (!info.canRename || !range) {
    return { ok: false };
  }
  const edits = new Map<string, Map<number, TextEdit>>();
  for (const { path, position } of placesOf(workspace, at)) {
    const preferences = { providePrefixAndSuffixTextForRename: true };
    for (const found of service.findRenameLocations(path, position, false, false, preferences) ??
      []) {
      const place = workspace.place(found.fileName, found.textSpan);
      if (place?.in === 'library' || (place && !notebook.isWhole(place.cell))) {
        return { ok: false };
      }
      if (place) {
        const text = `${found.prefixText ?? ''}${newName ?? ''}${found.suffixText ?? ''}`;
        const inCell = edits.get(place.cell) ?? new Map<number, TextEdit>();
        edits.set(place.cell, inCell.set(place.range.start, { range: place.range, text }));
      }
    }
  }
  const changes: CellEdits[] =
    newName === undefined
      ? []
      : [...edits].map(([cell, inCell]) => ({ cell, edits: [...inCell.values()] }));
  return { ok: true, range, name: info.displayName, edits: changes };
}

/** The places from which all references to a name are found: a shared one has one in each cell. */
function placesOf(workspace: Workspace, at: ModulePlace): ModulePlace[] {
  const { notebook } = workspace;
  const shared = sharedName(workspace, at);
  const declaration = shared && notebook.declaration(shared.name, shared.cell);
  if (!declaration) {
    return [at];
  }
  const borrowed = notebook.fileNames.flatMap(path => {
    const from = notebook.file(path)?.borrowed.get(shared.name);
    return from && `${from.module}.ts` === declaration.path
      ? [{ path, position: from.position }]
      : [];
  });
  return [declaration, at, ...borrowed];
}

function unique(places: readonly Place[]): Place[] {
  const seen = new Map(
    places.map(place => [
      `${place.in === 'cell' ? place.cell : place.file}:${place.range.start}`,
      place
    ])
  );
  return [...seen.values()];
}
