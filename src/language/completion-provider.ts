import { CodeMirrorEditor } from '@jupyterlab/codemirror';
import type {
  CompletionHandler,
  ICompletionContext,
  ICompletionProvider
} from '@jupyterlab/completer';
import { Text } from '@jupyterlab/coreutils';
import type { Completion } from '../protocol/language';
import { applyEdits } from './apply-edits';
import { fitting } from './fitting';
import { cellOf, type NotebookCell } from './notebook-cell';
import type { NotebookClients } from './notebook-clients';

interface Item extends CompletionHandler.ICompletionItem {
  completion: Completion;
}

/** Completes in TypeScript notebooks that are edited in CodeMirror. */
export class TypeScriptCompletionProvider implements ICompletionProvider<Item> {
  readonly identifier = 'lessonbook:typescript';
  /** Before the kernel's, which knows only the cells that have run. */
  readonly rank = 1000;
  readonly renderer = null;

  /** What was proposed last, and where. */
  private proposed: { cell: NotebookCell; items: Completion[] } | undefined;

  constructor(private readonly languages: NotebookClients) {}

  isApplicable({ editor }: ICompletionContext): Promise<boolean> {
    const isOurs = editor instanceof CodeMirrorEditor && cellOf(editor.model.sharedModel);
    return Promise.resolve(Boolean(isOurs));
  }

  async fetch(
    { offset, text }: CompletionHandler.IRequest,
    { editor }: ICompletionContext
  ): Promise<CompletionHandler.ICompletionItemsReply<Item>> {
    const cell = editor && cellOf(editor.model.sharedModel);
    const at = Text.charIndexToJsIndex(offset, text);
    const found = cell && (await this.languages.of(cell.notebook).complete(cell.id, at));
    const { range } = found ?? { range: { start: at, end: at } };
    const items = found ? fitting(text, found, { imports: true }) : [];
    this.proposed = cell ? { cell, items } : undefined;
    return {
      start: Text.jsIndexToCharIndex(range.start, text),
      end: Text.jsIndexToCharIndex(range.end, text),
      items: items.map(itemOf)
    };
  }

  /** Imports what was chosen from the list, once the completer has put it into the cell. */
  async chosen(text: string): Promise<void> {
    const { cell, items = [] } = this.proposed ?? {};
    const item = items.find(({ name, insertText }) => (insertText ?? name) === text);
    if (!cell || item?.source === undefined) {
      return;
    }
    this.proposed = undefined;
    const client = this.languages.of(cell.notebook);
    const details = await client.completionDetails(cell.id, 0, item);
    if (details) {
      applyEdits(cell.notebook, [{ cell: cell.id, edits: details.edits }]);
    }
  }

  async resolve(item: Item, { editor }: ICompletionContext): Promise<Item> {
    const cell = editor && cellOf(editor.model.sharedModel);
    if (!cell) {
      return item;
    }
    const offset = editor.getOffsetAt(editor.getCursorPosition());
    const client = this.languages.of(cell.notebook);
    const details = await client.completionDetails(cell.id, offset, item.completion);
    return details
      ? { ...item, documentation: `${details.signature}\n\n${details.documentation}`.trim() }
      : item;
  }

  shouldShowContinuousHint(
    isVisible: boolean,
    { sourceChange }: Parameters<NonNullable<ICompletionProvider['shouldShowContinuousHint']>>[1]
  ): boolean {
    const typed = sourceChange?.find(({ insert }) => insert !== undefined)?.insert;
    return !isVisible && typeof typed === 'string' && /[\w$.]$/.test(typed);
  }
}

function itemOf(completion: Completion): Item {
  const { name, kind, insertText, deprecated } = completion;
  return {
    label: name,
    type: kind,
    completion,
    ...(insertText === undefined ? {} : { insertText }),
    ...(deprecated ? { deprecated } : {})
  };
}
