import { StateEffect, type Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView, type PluginValue } from '@codemirror/view';
import type { ISharedText } from '@jupyter/ydoc';
import type { RenderMarkdown } from './codemirror';
import { cellOf, notebookOf } from './notebook-cell';
import type { NotebookClients } from './notebook-clients';

/**
 * Waits in an editor until its text is a cell of a TypeScript notebook, and loads then what the
 * language service is shown by.
 */
export function lazyLanguageExtension(
  languages: NotebookClients,
  text: ISharedText,
  render: RenderMarkdown
): Extension {
  return ViewPlugin.define(view => new Waiting(view, languages, text, render));
}

class Waiting implements PluginValue {
  private isDone = false;
  private isGone = false;
  private readonly notebook;

  constructor(
    private readonly view: EditorView,
    private readonly languages: NotebookClients,
    private readonly text: ISharedText,
    private readonly render: RenderMarkdown
  ) {
    this.notebook = notebookOf(text);
    this.notebook?.metadataChanged.connect(this.look);
    this.look();
  }

  destroy(): void {
    this.isGone = true;
    this.notebook?.metadataChanged.disconnect(this.look);
  }

  private readonly look = (): void => {
    if (!this.isDone && cellOf(this.text)) {
      this.isDone = true;
      this.languages.start();
      this.extend().catch((error: unknown) => {
        // Without it there is the editor as it was.
        this.isDone = false;
        console.error(error);
      });
    }
  };

  private async extend(): Promise<void> {
    const { languageExtension } = await import(
      /* webpackChunkName: "language-codemirror" */ './codemirror'
    );
    if (!this.isGone) {
      const extension = languageExtension(this.languages, this.text, this.render);
      this.view.dispatch({ effects: StateEffect.appendConfig.of(extension) });
    }
  }
}
