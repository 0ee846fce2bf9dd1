import * as ts from 'typescript';
import type { Hover, SignatureHelp } from '../protocol/language';
import { sharedName } from './navigate';
import { fileOf, identifierAt, moduleAt } from './nodes';
import { codeOf, documentationOf, textOf } from './text';
import type { CellPlace, Workspace } from './workspace';

/** What is known of the name at a place. */
export function hover(workspace: Workspace, at: CellPlace): Hover | undefined {
  const { service, notebook } = workspace;
  const info = service.getQuickInfoAtPosition(at.path, at.position);
  const range = info && workspace.rangeIn(at.file, info.textSpan);
  if (!info || !range) {
    return undefined;
  }
  const shared = sharedName(workspace, at);
  const declaration = shared && notebook.declaration(shared.name, shared.cell);
  const origin =
    declaration && !info.documentation?.length
      ? service.getQuickInfoAtPosition(declaration.path, declaration.position)
      : undefined;
  return {
    range,
    signature: importOf(workspace, at) ?? codeOf(info.displayParts),
    documentation: documentationOf(origin ?? info),
    ...(shared ? { variable: shared.name } : {})
  };
}

/** The import of a name that stands for a whole module, which says more than the compiler does. */
function importOf({ program, library }: Workspace, at: CellPlace): string | undefined {
  const identifier = identifierAt(program.getSourceFile(at.path), at.position);
  const module = identifier && moduleAt(program.getTypeChecker(), identifier);
  const specifier = module && library.nameOf(fileOf(module) ?? '');
  return specifier && `import * as ${identifier.text} from '${specifier}'`;
}

/** The ways to call the function around a place. */
export function signatureHelp(
  { service }: Workspace,
  { path, position }: CellPlace
): SignatureHelp | undefined {
  const found = service.getSignatureHelpItems(path, position, undefined);
  return (
    found && {
      signatures: found.items.map(signatureOf),
      activeSignature: found.selectedItemIndex,
      activeParameter: found.argumentIndex
    }
  );
}

function signatureOf(item: ts.SignatureHelpItem): SignatureHelp['signatures'][number] {
  let label = codeOf(item.prefixDisplayParts);
  const separator = codeOf(item.separatorDisplayParts);
  const parameters = item.parameters.map((parameter, index) => {
    label += index > 0 ? separator : '';
    const start = label.length;
    label += codeOf(parameter.displayParts);
    return {
      range: { start, end: label.length },
      documentation: textOf(parameter.documentation)
    };
  });
  label += codeOf(item.suffixDisplayParts);
  const tags = item.tags.filter(({ name }) => name !== 'param');
  return {
    label,
    documentation: documentationOf({ documentation: item.documentation, tags }),
    parameters
  };
}
