import type { Completion, CompletionKind } from '../../protocol/language';
import { languages, LANGUAGE, type editor } from '../monaco';
import { rangeIn, signalOf, type Cells, type KnownCell } from './cells';

const { CompletionItemKind: Kind, CompletionItemTag } = languages;

const KINDS: Record<CompletionKind, languages.CompletionItemKind> = {
  class: Kind.Class,
  constant: Kind.Constant,
  enum: Kind.Enum,
  enumMember: Kind.EnumMember,
  file: Kind.File,
  function: Kind.Function,
  interface: Kind.Interface,
  keyword: Kind.Keyword,
  method: Kind.Method,
  module: Kind.Module,
  property: Kind.Property,
  text: Kind.Text,
  type: Kind.TypeParameter,
  variable: Kind.Variable
};

/** What an item of the list was made of. */
interface Origin {
  cell: KnownCell;
  text: editor.ITextModel;
  offset: number;
  item: Completion;
}

/** What could stand at the cursor, in the order of the language service. */
export function provideCompletions(cells: Cells): void {
  const origins = new WeakMap<languages.CompletionItem, Origin>();
  languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: ['.', '"', "'", '`', '/'],
    async provideCompletionItems(text, position, _, token) {
      const cell = cells.of(text);
      const offset = text.getOffsetAt(position);
      const found = await cell?.client.complete(cell.id, offset, signalOf(token));
      if (!cell || !found || text.isDisposed()) {
        return null;
      }
      const suggestions = found.items.map(item => {
        const suggestion: languages.CompletionItem = {
          label: { label: item.name, description: item.source },
          kind: KINDS[item.kind],
          insertText: item.insertText ?? item.name,
          filterText: item.name,
          sortText: item.sortText,
          range: rangeIn(text, item.range ?? found.range),
          tags: item.deprecated ? [CompletionItemTag.Deprecated] : []
        };
        origins.set(suggestion, { cell, text, offset, item });
        return suggestion;
      });
      return { suggestions };
    },
    async resolveCompletionItem(suggestion, token) {
      const origin = origins.get(suggestion);
      if (!origin) {
        return suggestion;
      }
      const { cell, text, offset, item } = origin;
      const details = await cell.client.completionDetails(cell.id, offset, item, signalOf(token));
      if (!details || text.isDisposed()) {
        return suggestion;
      }
      return {
        ...suggestion,
        detail: details.signature,
        documentation: { value: details.documentation },
        additionalTextEdits: details.edits.map(edit => ({
          range: rangeIn(text, edit.range),
          text: edit.text
        }))
      };
    }
  });
}
