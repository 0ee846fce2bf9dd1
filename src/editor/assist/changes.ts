import type { ISharedNotebook } from '@jupyter/ydoc';
import type { TranslationBundle } from '@jupyterlab/translation';
import { applyEdits } from '../../language/apply-edits';
import type { CellEdits } from '../../protocol/language';
import { editor, KeyCode, KeyMod, languages, LANGUAGE } from '../monaco';
import { rangeIn, signalOf, type Cells } from './cells';

const APPLY = 'lessonbook.applyEdits';

/** Renaming, quick fixes and laying a cell out, in all cells that they touch. */
export function provideChanges(cells: Cells, trans: TranslationBundle): void {
  languages.registerRenameProvider(LANGUAGE, {
    async resolveRenameLocation(text, position, token) {
      const cell = cells.of(text);
      const offset = text.getOffsetAt(position);
      const rename = await cell?.client.rename(cell.id, offset, undefined, signalOf(token));
      if (rename?.ok) {
        return { range: rangeIn(text, rename.range), text: rename.name };
      }
      const { lineNumber, column } = position;
      const range = {
        startLineNumber: lineNumber,
        startColumn: column,
        endLineNumber: lineNumber,
        endColumn: column
      };
      const rejectReason = trans.__('Only names that cells declare can be renamed.');
      return { range, text: '', rejectReason };
    },
    async provideRenameEdits(text, position, name, token) {
      const cell = cells.of(text);
      const offset = text.getOffsetAt(position);
      const rename = await cell?.client.rename(cell.id, offset, name, signalOf(token));
      if (!cell || !rename?.ok) {
        return { edits: [], rejectReason: trans.__('This name cannot be renamed now.') };
      }
      // Cells that are not on screen have no text in Monaco, so that it could not change them.
      applyEdits(cell.notebook, rename.edits);
      return { edits: [] };
    }
  });

  editor.registerCommand(APPLY, (_, notebook: ISharedNotebook, changes: CellEdits[]) =>
    applyEdits(notebook, changes)
  );
  languages.registerCodeActionProvider(LANGUAGE, {
    async provideCodeActions(text, range, { markers }, token) {
      const cell = cells.of(text);
      const codes = markers.map(({ code }) => Number(code)).filter(Number.isFinite);
      if (!cell || codes.length === 0) {
        return null;
      }
      const [start, end] = [range.getStartPosition(), range.getEndPosition()];
      const span = { start: text.getOffsetAt(start), end: text.getOffsetAt(end) };
      const fixes = await cell.client.codeFixes(cell.id, span, codes, signalOf(token));
      const actions = (fixes ?? []).map(({ title, edits, preferred }) => ({
        title,
        kind: 'quickfix',
        diagnostics: markers,
        isPreferred: preferred,
        command: { id: APPLY, title, arguments: [cell.notebook, edits] }
      }));
      return { actions, dispose: () => undefined };
    }
  });

  languages.registerDocumentFormattingEditProvider(LANGUAGE, {
    displayName: 'Lessonbook',
    async provideDocumentFormattingEdits(text, _, token) {
      const cell = cells.of(text);
      // As Monaco indents while one types; its width of a tab is another matter.
      const { indentSize } = text.getOptions();
      const edits = await cell?.client.format(cell.id, indentSize, signalOf(token));
      return edits?.map(edit => ({ range: rangeIn(text, edit.range), text: edit.text }));
    }
  });
  // On Linux Monaco has keys for it that browsers keep for themselves.
  editor.addKeybindingRule({
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && !editorReadonly'
  });
}
