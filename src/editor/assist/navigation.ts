import type { Place } from '../../protocol/language';
import type { MonacoCellEditor } from '../cell-editor';
import { editor, languages, LANGUAGE, Selection, type CancellationToken } from '../monaco';
import { toJupyterSelection } from '../positions';
import { signalOf, type Cells, type KnownCell, type RevealCell } from './cells';

type Find = (cell: KnownCell, offset: number, signal: AbortSignal) => Promise<Place[] | undefined>;

/** From a name to where it is declared and to where else it stands, across cells. */
export function provideNavigation(
  cells: Cells,
  editorOf: (monaco: editor.ICodeEditor) => MonacoCellEditor | undefined,
  reveal: RevealCell
): void {
  const locations = async (
    text: editor.ITextModel,
    position: { lineNumber: number; column: number },
    token: CancellationToken,
    find: Find
  ): Promise<languages.Location[]> => {
    const cell = cells.of(text);
    if (!cell) {
      return [];
    }
    const signal = signalOf(token);
    const places = (await find(cell, text.getOffsetAt(position), signal)) ?? [];
    const found = await Promise.all(places.map(place => cells.locate(cell, place, signal)));
    return found.filter(location => location !== undefined);
  };
  languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition: (text, position, token) =>
      locations(text, position, token, ({ client, id }, offset, signal) =>
        client.definition(id, offset, signal)
      )
  });
  languages.registerReferenceProvider(LANGUAGE, {
    provideReferences: (text, position, _, token) =>
      locations(text, position, token, ({ client, id }, offset, signal) =>
        client.references(id, offset, signal)
      )
  });
  editor.registerEditorOpener({
    async openCodeEditor(source, resource, at) {
      const origin = editorOf(source);
      const text = source.getModel();
      const notebook = origin && text ? cells.of(text)?.notebook : undefined;
      const id = cells.cellOf(resource);
      if (!notebook) {
        return false;
      }
      if (id === undefined) {
        // A library has no cell to go to: it is read where one stands.
        source.trigger('lessonbook', 'editor.action.peekDefinition', null);
        return true;
      }
      await reveal(notebook, id, at && toJupyterSelection(asSelection(at)));
      return true;
    }
  });
}

function asSelection(
  at: { lineNumber: number; column: number } | languages.Location['range']
): Selection {
  return 'lineNumber' in at
    ? new Selection(at.lineNumber, at.column, at.lineNumber, at.column)
    : new Selection(at.startLineNumber, at.startColumn, at.endLineNumber, at.endColumn);
}
