import type { ISharedNotebook } from '@jupyter/ydoc';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { LanguageClient } from '../../language/client';
import type { Rounds } from '../../language/rounds';
import type { Place, TextRange } from '../../protocol/language';
import type { MonacoCellEditor } from '../cell-editor';
import { editor, LANGUAGE, Range, Uri, type CancellationToken } from '../monaco';

/** Gives the language service of a notebook, told what its cells are now. */
export interface Languages {
  readonly rounds: Rounds;
  /** Has the types read before somebody asks for them. */
  start(): void;
  of(notebook: ISharedNotebook): LanguageClient;
}

/** Brings a cell on screen and gives it the focus. */
export type RevealCell = (
  notebook: ISharedNotebook,
  cell: string,
  selection: CodeEditor.IRange | undefined
) => Promise<void>;

/** A cell that the language service knows. */
export interface KnownCell {
  notebook: ISharedNotebook;
  id: string;
  client: LanguageClient;
}

const CELL = 'lessonbook-cell';
const LIBRARY = 'lessonbook-library';

/** Which text of Monaco is which cell of which notebook. */
export class Cells {
  private readonly open = new Map<string, MonacoCellEditor>();
  /** Cells as they are looked at from elsewhere, by id. */
  private readonly copies = new Map<string, editor.ITextModel>();

  constructor(
    private readonly languages: Languages,
    private readonly trans: TranslationBundle
  ) {
    // What is shown of a library, or of a cell that is not on screen, is there to be read.
    editor.onDidCreateEditor(created => {
      created.onDidChangeModel(({ newModelUrl }) => {
        const scheme = newModelUrl?.scheme ?? '';
        if (scheme === CELL || scheme === LIBRARY) {
          created.updateOptions({ readOnly: true });
        }
      });
    });
  }

  get rounds(): Rounds {
    return this.languages.rounds;
  }

  add(cell: MonacoCellEditor): void {
    const uri = cell.text.uri.toString();
    this.open.set(uri, cell);
    cell.monaco.onDidDispose(() => this.open.delete(uri));
  }

  /** The cell of a text; nothing for a text that is none. */
  of(text: editor.ITextModel): KnownCell | undefined {
    const cell = this.open.get(text.uri.toString());
    const place = cell && placeOf(cell);
    return place && { ...place, client: this.languages.of(place.notebook) };
  }

  /** The editors of a notebook that are there now. */
  editorsOf(notebook: ISharedNotebook): MonacoCellEditor[] {
    return [...this.open.values()].filter(cell => placeOf(cell)?.notebook === notebook);
  }

  /**
   * Where a place is in Monaco, for reading; its text is there afterwards. Cells are copies, under
   * names that say which cell they are.
   */
  async locate(
    { notebook, client }: KnownCell,
    place: Place,
    signal: AbortSignal
  ): Promise<{ uri: Uri; range: Range } | undefined> {
    const text =
      place.in === 'cell'
        ? this.copyOf(notebook, place.cell)
        : await libraryText(client, place.file, signal);
    return text && { uri: text.uri, range: rangeIn(text, place.range) };
  }

  /** The id of the cell that a text is, or a copy of. */
  cellOf(uri: Uri): string | undefined {
    const cell = this.open.get(uri.toString());
    return cell ? placeOf(cell)?.id : uri.scheme === CELL ? uri.fragment : undefined;
  }

  private copyOf(notebook: ISharedNotebook, id: string): editor.ITextModel | undefined {
    const index = notebook.cells.findIndex(one => one.getId() === id);
    const source = notebook.cells[index]?.getSource();
    if (source === undefined) {
      return undefined;
    }
    const name = this.trans.__('Cell %1', index + 1);
    const uri = Uri.from({ scheme: CELL, path: `/${name}`, fragment: id });
    const known = this.copies.get(id);
    if (known?.uri.toString() !== uri.toString()) {
      known?.dispose();
      this.copies.set(id, editor.createModel('', LANGUAGE, uri));
      notebook.disposed.connect(() => this.forget(id));
    }
    const text = this.copies.get(id);
    text?.setValue(source);
    return text;
  }

  private forget(id: string): void {
    this.copies.get(id)?.dispose();
    this.copies.delete(id);
  }
}

/** The notebook and the id of a cell. */
export function placeOf(cell: MonacoCellEditor): Omit<KnownCell, 'client'> | undefined {
  const shared: object = cell.model.sharedModel;
  if (!('notebook' in shared) || !('getId' in shared) || !shared.notebook) {
    return undefined;
  }
  const { notebook, getId } = shared as { notebook: ISharedNotebook; getId(): string };
  return { notebook, id: getId.call(shared) };
}

async function libraryText(
  client: LanguageClient,
  file: string,
  signal: AbortSignal
): Promise<editor.ITextModel | undefined> {
  const uri = Uri.from({ scheme: LIBRARY, path: `/${file.replace(/^\/+/, '')}` });
  const known = editor.getModel(uri);
  const source = await client.libraryFile(file, signal);
  if (source === undefined) {
    return undefined;
  }
  const text = known ?? editor.createModel('', LANGUAGE, uri);
  // A file beside the notebook may have changed.
  if (text.getValue() !== source) {
    text.setValue(source);
  }
  return text;
}

export function rangeIn(text: editor.ITextModel, { start, end }: TextRange): Range {
  return Range.fromPositions(text.getPositionAt(start), text.getPositionAt(end));
}

/** Aborts when Monaco does not want an answer any more. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
