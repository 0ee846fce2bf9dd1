import type { ISharedNotebook } from '@jupyter/ydoc';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { LanguageClient } from '../../language/client';
import type { CellEdits, Place, TextRange } from '../../protocol/language';
import type { MonacoCellEditor } from '../cell-editor';
import { editor, LANGUAGE, Range, Uri, type CancellationToken } from '../monaco';

/** Gives the language service of a notebook, told what its cells are now. */
export interface Languages {
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

  constructor(private readonly languages: Languages) {
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

  /** Where a place is in Monaco; its text is there afterwards. */
  async locate(
    { notebook, client }: KnownCell,
    place: Place,
    signal: AbortSignal
  ): Promise<{ uri: Uri; range: Range } | undefined> {
    const text =
      place.in === 'cell'
        ? this.textOf(notebook, place.cell)
        : await libraryText(client, place.file, signal);
    return text && { uri: text.uri, range: rangeIn(text, place.range) };
  }

  /** The id of the cell that a text is, also of one that is not on screen. */
  cellOf(uri: Uri): string | undefined {
    const cell = this.open.get(uri.toString());
    return cell ? placeOf(cell)?.id : uri.scheme === CELL ? uri.fragment : undefined;
  }

  private textOf(notebook: ISharedNotebook, id: string): editor.ITextModel | undefined {
    const shown = this.editorsOf(notebook).find(cell => placeOf(cell)?.id === id);
    if (shown) {
      return shown.text;
    }
    const cell = notebook.cells.find(one => one.getId() === id);
    if (!cell) {
      return undefined;
    }
    const uri = Uri.from({ scheme: CELL, path: `/${id}.ts`, fragment: id });
    const text = editor.getModel(uri) ?? editor.createModel('', LANGUAGE, uri);
    text.setValue(cell.getSource());
    return text;
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
  if (known) {
    return known;
  }
  const source = await client.libraryFile(file, signal);
  return source === undefined ? undefined : editor.createModel(source, LANGUAGE, uri);
}

export function rangeIn(text: editor.ITextModel, { start, end }: TextRange): Range {
  return Range.fromPositions(text.getPositionAt(start), text.getPositionAt(end));
}

/** Makes changes in cells, whatever editors they have, as one change of the notebook. */
export function applyEdits(notebook: ISharedNotebook, changes: readonly CellEdits[]): void {
  notebook.transact(() => {
    for (const { cell: id, edits } of changes) {
      const cell = notebook.cells.find(one => one.getId() === id);
      const fromTheEnd = [...edits].sort((a, b) => b.range.start - a.range.start);
      for (const { range, text } of fromTheEnd) {
        cell?.updateSource(range.start, range.end, text);
      }
    }
  });
}

/** Aborts when Monaco does not want an answer any more. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
