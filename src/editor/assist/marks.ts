import type { LanguageClient } from '../../language/client';
import type { Marked } from '../../language/rounds';
import type { Diagnostic } from '../../protocol/language';
import type { MonacoCellEditor } from '../cell-editor';
import { editor, MarkerSeverity, MarkerTag } from '../monaco';
import { placeOf, rangeIn, type Cells } from './cells';

const OWNER = 'lessonbook';

const SEVERITIES: Record<Diagnostic['severity'], MarkerSeverity> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  hint: MarkerSeverity.Hint
};

/** Marks in text and margin what the language service has to say, some time after each change. */
export class Marks {
  private readonly margins = new WeakMap<MonacoCellEditor, editor.IEditorDecorationsCollection>();

  constructor(private readonly cells: Cells) {}

  /** Follows a cell, whose changes count for all cells of its notebook. */
  add(cell: MonacoCellEditor): void {
    const notebook = placeOf(cell)?.notebook;
    if (notebook) {
      const marked: Marked = { mark: client => void this.mark(cell, client) };
      cell.text.onDidChangeContent(() => this.cells.rounds.touch(notebook, marked));
      cell.monaco.onDidDispose(this.cells.rounds.add(notebook, marked));
    }
  }

  private async mark(cell: MonacoCellEditor, client: LanguageClient): Promise<void> {
    const place = cell.isDisposed ? undefined : placeOf(cell);
    const version = place && cell.text.getVersionId();
    const diagnostics = await (place && client.diagnostics(place.id));
    if (!diagnostics || cell.isDisposed || cell.text.getVersionId() !== version) {
      return;
    }
    editor.setModelMarkers(
      cell.text,
      OWNER,
      diagnostics.map(diagnostic => ({
        ...rangeIn(cell.text, atLeastOne(diagnostic.range)),
        severity: SEVERITIES[diagnostic.severity],
        message: diagnostic.message,
        code: String(diagnostic.code),
        tags: tagsOf(diagnostic)
      }))
    );
    this.markMargin(cell, diagnostics);
  }

  private markMargin(cell: MonacoCellEditor, diagnostics: readonly Diagnostic[]): void {
    const margin = this.margins.get(cell) ?? cell.monaco.createDecorationsCollection();
    this.margins.set(cell, margin);
    margin.set(
      diagnostics
        .filter(({ severity }) => severity !== 'hint')
        .map(({ range, severity }) => ({
          range: rangeIn(cell.text, range),
          options: { linesDecorationsClassName: `lb-margin lb-margin-${severity}` }
        }))
    );
  }
}

/** What is missing has no length, and could not be seen. */
const atLeastOne = ({ start, end }: Diagnostic['range']): Diagnostic['range'] => ({
  start,
  end: Math.max(end, start + 1)
});

function tagsOf({ tag }: Diagnostic): MarkerTag[] {
  switch (tag) {
    case 'unused':
      return [MarkerTag.Unnecessary];
    case 'deprecated':
      return [MarkerTag.Deprecated];
    case undefined:
      return [];
  }
}
