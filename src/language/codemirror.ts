// What is loaded with the first TypeScript notebook that CodeMirror edits.
import { nextDiagnostic, setDiagnostics, type Diagnostic as Mark } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  keymap,
  tooltips,
  ViewPlugin,
  type PluginValue,
  type Tooltip,
  type ViewUpdate
} from '@codemirror/view';
import type { ISharedText } from '@jupyter/ydoc';
import type { LanguageClient } from './client';
import type { Diagnostic, Hover } from '../protocol/language';
import { languageTheme } from './codemirror-theme';
import { cellOf, notebookOf } from './notebook-cell';
import type { NotebookClients } from './notebook-clients';

/** Makes of Markdown what a page shows. */
export type RenderMarkdown = (source: string) => Promise<HTMLElement>;

/** What CodeMirror shows of the language service in a cell; nothing in any other text. */
export function languageExtension(
  languages: NotebookClients,
  text: ISharedText,
  render: RenderMarkdown
): Extension {
  const hover = async (_: EditorView, position: number): Promise<Tooltip | null> => {
    const cell = cellOf(text);
    const found = cell && (await languages.of(cell.notebook).hover(cell.id, position));
    return found ? tooltipOf(found, await render(markdownOf(found))) : null;
  };
  return [
    ViewPlugin.define(view => new Marks(view, languages, text)),
    hoverTooltip(hover),
    keymap.of([{ key: 'F8', run: nextDiagnostic }]),
    languageTheme,
    // Below the page's body no cell cuts them off.
    tooltips({ parent: document.body })
  ];
}

/** Keeps the marks of one editor up to date. */
class Marks implements PluginValue {
  private readonly leave: (() => void) | undefined;
  private isGone = false;

  constructor(
    private readonly view: EditorView,
    private readonly languages: NotebookClients,
    private readonly text: ISharedText
  ) {
    const notebook = notebookOf(text);
    this.leave = notebook && languages.rounds.add(notebook, this);
  }

  update({ docChanged }: ViewUpdate): void {
    const notebook = notebookOf(this.text);
    if (docChanged && notebook) {
      this.languages.rounds.touch(notebook, this);
    }
  }

  mark(client: LanguageClient): void {
    void this.show(client);
  }

  destroy(): void {
    this.isGone = true;
    this.leave?.();
  }

  private async show(client: LanguageClient): Promise<void> {
    const { doc } = this.view.state;
    const cell = cellOf(this.text);
    const found = cell ? await client.diagnostics(cell.id) : [];
    const { state } = this.view;
    if (found && !this.isGone && state.doc.eq(doc)) {
      this.view.dispatch(
        setDiagnostics(
          state,
          found.map(each => markOf(each, doc.length))
        )
      );
    }
  }
}

function markOf({ range, severity, message, tag }: Diagnostic, length: number): Mark {
  return {
    from: Math.min(range.start, length),
    to: Math.min(range.end, length),
    severity,
    message,
    ...(tag ? { markClass: `lb-mark-${tag}` } : {})
  };
}

function markdownOf({ signature, documentation, lastSeen }: Hover): string {
  const code = `\`\`\`ts\n${signature}\n\`\`\``;
  return [code, lastSeen, documentation].filter(Boolean).join('\n\n');
}

function tooltipOf({ range }: Hover, content: HTMLElement): Tooltip {
  return {
    pos: range.start,
    end: range.end,
    above: true,
    create() {
      const dom = document.createElement('div');
      dom.className = 'lb-hover';
      dom.append(content);
      return { dom };
    }
  };
}
