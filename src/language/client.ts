import { candidates } from '../compile/local-paths';
import type {
  BesideFile,
  CellsChange,
  CodeFix,
  Completion,
  CompletionDetails,
  Completions,
  Diagnostic,
  Hover,
  LanguageCell,
  LanguageMethod,
  ParamsOf,
  Place,
  Rename,
  ResultOf,
  SemanticToken,
  SignatureHelp,
  TextEdit,
  TextRange
} from '../protocol/language';
import type { LanguageServer } from './server';
import { worded } from './words';

/** An answer; `undefined` where it was superseded, cancelled or could not be had: change nothing. */
export type Answer<T> = Promise<T | undefined>;

/** Says what the running kernel last saw of a variable, in words; `undefined` where nothing. */
export type DescribeVariable = (name: string) => Promise<string | undefined>;

/** Reads the first of these files beside the notebook that is there; `undefined` where none is. */
export type ReadBeside = (paths: string[]) => Promise<BesideFile['file']>;

let opened = 0;

/**
 * The language service for one notebook: told the code cells in their order, asked about places in
 * them. A newer request of a kind about a cell supersedes the older one. Offsets count UTF-16 code
 * units in the cell's source as it was last set.
 */
export class LanguageClient {
  /** Names the notebook in messages. */
  readonly notebook = `notebook${++opened}`;
  /** Asked when a variable is hovered, once somebody has set it. */
  describe: DescribeVariable | undefined;

  /** Called when what is known of the files beside the notebook has changed. */
  readonly filesChanged = new Set<() => void>();
  /** Reads what cells import from beside the notebook; without it, such imports have no types. */
  readBeside: ReadBeside | undefined;

  private cells = new Map<string, string>();
  private beside = new Map<string, BesideFile>();
  private disposed = false;

  constructor(private readonly server: LanguageServer) {}

  /** Sets all code cells, in the order of the notebook; only what differs is sent. */
  setCells(cells: readonly LanguageCell[]): void {
    const before = this.cells;
    this.cells = new Map(cells.map(({ id, source }) => [id, source]));
    const order = [...this.cells.keys()];
    const sources = cells.filter(({ id, source }) => before.get(id) !== source);
    const moved = order.join('\0') !== [...before.keys()].join('\0');
    if (moved || sources.length > 0) {
      this.tell(moved ? { order, sources } : { sources });
    }
  }

  /** Sets the source of one cell that is there. */
  setSource(id: string, source: string): void {
    if (this.cells.has(id) && this.cells.get(id) !== source) {
      this.cells.set(id, source);
      this.tell({ sources: [{ id, source }] });
    }
  }

  /** The source of a cell as it was last set. */
  source(id: string): string | undefined {
    return this.cells.get(id);
  }

  /** What could stand at the cursor, ranked. */
  complete(cell: string, offset: number, signal?: AbortSignal): Answer<Completions> {
    return this.ask('complete', { cell, offset }, signal);
  }

  /** Signature, documentation, and the edit that imports it, for an item of `complete`. */
  completionDetails(
    cell: string,
    offset: number,
    item: Completion,
    signal?: AbortSignal
  ): Answer<CompletionDetails> {
    const params = { cell, offset, item };
    return this.ask('completionDetails', params, signal);
  }

  async hover(cell: string, offset: number, signal?: AbortSignal): Answer<Hover> {
    const hover = await this.ask('hover', { cell, offset }, signal);
    if (hover?.variable === undefined || !this.describe) {
      return hover;
    }
    const lastSeen = await this.describe(hover.variable).catch(() => undefined);
    return lastSeen === undefined ? hover : { ...hover, lastSeen };
  }

  signatureHelp(cell: string, offset: number, signal?: AbortSignal): Answer<SignatureHelp> {
    return this.ask('signatureHelp', { cell, offset }, signal);
  }

  /** All that is to be marked in a cell. */
  async diagnostics(cell: string, signal?: AbortSignal): Answer<Diagnostic[]> {
    const found = await this.ask('diagnostics', { cell }, signal);
    return found?.map(diagnostic => worded(diagnostic, this.server.translate));
  }

  /** Where the name at an offset is declared: in a cell or in a library. */
  definition(cell: string, offset: number, signal?: AbortSignal): Answer<Place[]> {
    return this.ask('definition', { cell, offset }, signal);
  }

  /** Everywhere in the notebook that the name at an offset stands, its declaration included. */
  references(cell: string, offset: number, signal?: AbortSignal): Answer<Place[]> {
    return this.ask('references', { cell, offset }, signal);
  }

  /** Renames across cells; without a new name it only tells whether that can be done. */
  rename(
    cell: string,
    offset: number,
    newName: string | undefined,
    signal?: AbortSignal
  ): Answer<Rename> {
    return this.askExactly('rename', { cell, offset, newName }, signal);
  }

  /** Changes that would mend the diagnostics with these codes in a range. */
  codeFixes(
    cell: string,
    range: TextRange,
    codes: number[],
    signal?: AbortSignal
  ): Answer<CodeFix[]> {
    return this.askExactly('codeFixes', { cell, range, codes }, signal);
  }

  /** The edits that lay a cell out well. */
  format(cell: string, tabSize = 2, signal?: AbortSignal): Answer<TextEdit[]> {
    return this.askExactly('format', { cell, tabSize }, signal);
  }

  semanticTokens(cell: string, signal?: AbortSignal): Answer<SemanticToken[]> {
    return this.ask('semanticTokens', { cell }, signal);
  }

  /** The text of a library's types, as a `Place` names it. */
  libraryFile(file: string, signal?: AbortSignal): Answer<string> {
    return this.ask('libraryFile', { file }, signal);
  }

  /** The notebook is closed; what is still asked ends without an answer. */
  dispose(): void {
    if (!this.disposed) {
      this.disposed = true;
      this.server.close(this);
    }
  }

  /** The worker has found that cells import these; what was not told yet is read. */
  wants(paths: readonly string[]): void {
    void this.read(paths.filter(path => !this.beside.has(path)));
  }

  /** Looks again at the files that cells import. */
  refreshFiles(): Promise<void> {
    return this.read([...this.beside.keys()]);
  }

  /** Tells a new worker the whole notebook. */
  tellAll(): void {
    const sources = [...this.cells].map(([id, source]) => ({ id, source }));
    const files = [...this.beside.values()];
    const order = [...this.cells.keys()];
    this.tell(files.length > 0 ? { order, sources, files } : { order, sources });
  }

  private async read(paths: readonly string[]): Promise<void> {
    const { readBeside } = this;
    if (!readBeside) {
      return;
    }
    const read = await Promise.all(
      paths.map(async (asked): Promise<BesideFile> => {
        const file = await readBeside(candidates(asked)).catch(() => undefined);
        return file ? { asked, file } : { asked };
      })
    );
    const files = read.filter(({ asked, file }) => {
      const known = this.beside.get(asked);
      return !known || known.file?.path !== file?.path || known.file?.text !== file?.text;
    });
    if (files.length > 0 && !this.disposed) {
      files.forEach(each => this.beside.set(each.asked, each));
      this.tell({ sources: [], files });
      this.filesChanged.forEach(listen => listen());
    }
  }

  private tell(change: CellsChange): void {
    this.server.tell({ kind: 'cells', notebook: this.notebook, change });
  }

  private ask<M extends LanguageMethod>(
    method: M,
    params: ParamsOf<M>,
    signal: AbortSignal | undefined
  ): Answer<ResultOf<M>> {
    return this.disposed
      ? Promise.resolve(undefined)
      : this.server.request(this, method, params, signal);
  }

  /** Asks for edits, which are worth nothing once any cell has changed. */
  private async askExactly<M extends LanguageMethod>(
    method: M,
    params: ParamsOf<M>,
    signal: AbortSignal | undefined
  ): Answer<ResultOf<M>> {
    const before = [...this.cells].flat();
    const answer = await this.ask(method, params, signal);
    const now = [...this.cells].flat();
    return before.length === now.length && before.every((text, i) => text === now[i])
      ? answer
      : undefined;
  }
}
