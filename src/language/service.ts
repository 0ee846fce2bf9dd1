import type {
  CellsChange,
  LanguageCall,
  LanguageMethod,
  LanguageRequests,
  ResultOf
} from '../protocol/language';
import { complete, completionDetails } from './complete';
import { diagnose } from './diagnose';
import { codeFixes, format } from './edits';
import { hover, signatureHelp } from './inspect';
import { Library } from './library';
import { definition, references, rename } from './navigate';
import type { TypesPack } from './pack';
import { semanticTokens } from './tokens';
import { Workspace, type CellPlace } from './workspace';

type Handlers = {
  [M in LanguageMethod]: (
    workspace: Workspace,
    params: LanguageRequests[M]['params']
  ) => ResultOf<M>;
};

/** Answers what is asked about the notebooks of a page. */
export class LanguageService {
  private readonly library: Library;
  private readonly workspaces = new Map<string, Workspace>();

  constructor(pack: TypesPack) {
    this.library = new Library(pack);
  }

  change(notebook: string, change: CellsChange): void {
    this.workspace(notebook).change(change);
  }

  close(notebook: string): void {
    this.workspaces.get(notebook)?.dispose();
    this.workspaces.delete(notebook);
  }

  /** The paths beside a notebook that its cells import from, as far as that has shown. */
  wanted(notebook: string): string[] {
    return this.workspaces.get(notebook)?.beside.wanted ?? [];
  }

  /** @throws Error where the compiler itself fails */
  answer(notebook: string, { method, params }: LanguageCall): ResultOf<LanguageMethod> {
    // A call carries the parameters of its method.
    const handler = HANDLERS[method] as (workspace: Workspace, params: unknown) => never;
    return handler(this.workspace(notebook), params);
  }

  /**
   * Reads the types, so that the first question need not wait for that. A workspace without cells
   * keeps them: the compiler forgets files that no program has any more.
   */
  warm(): void {
    this.workspace('warm');
  }

  private workspace(notebook: string): Workspace {
    let workspace = this.workspaces.get(notebook);
    if (!workspace) {
      workspace = new Workspace(`/${notebook}`, this.library);
      this.workspaces.set(notebook, workspace);
      this.library.readGlobals(workspace.program);
    }
    return workspace;
  }
}

/** Gives what a method makes of a place in a cell, or what stands for nothing. */
const atPlace =
  <P extends { cell: string; offset?: number }, R>(
    nothing: R,
    use: (workspace: Workspace, at: CellPlace, params: P) => R
  ) =>
  (workspace: Workspace, params: P): R => {
    const at = workspace.at(params.cell, params.offset ?? 0);
    return at ? use(workspace, at, params) : nothing;
  };

const HANDLERS: Handlers = {
  complete: atPlace(undefined, (workspace, at, { cell }) => complete(workspace, cell, at)),
  completionDetails: atPlace(undefined, (workspace, at, { cell, item }) =>
    completionDetails(workspace, cell, at, item)
  ),
  hover: atPlace(undefined, hover),
  signatureHelp: atPlace(undefined, signatureHelp),
  diagnostics: atPlace([], (workspace, at, { cell }) => diagnose(workspace, cell, at)),
  definition: atPlace([], definition),
  references: atPlace([], references),
  rename: atPlace({ ok: false }, (workspace, at, { newName }) => rename(workspace, at, newName)),
  codeFixes: atPlace([], (workspace, at, { cell, range, codes }) =>
    codeFixes(workspace, cell, at, range, codes)
  ),
  format: atPlace([], (workspace, at, { tabSize }) => format(workspace, at, tabSize)),
  semanticTokens: atPlace([], semanticTokens),
  libraryFile: (workspace, { file }) => workspace.text(file)
};
