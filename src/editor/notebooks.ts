import type { ISharedNotebook } from '@jupyter/ydoc';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { Notebook } from '@jupyterlab/notebook';

/** The notebooks on the page, so that one can be led to a cell of them. */
export class Notebooks {
  private readonly open = new Set<Notebook>();

  add(notebook: Notebook): void {
    this.open.add(notebook);
    notebook.disposed.connect(() => this.open.delete(notebook));
  }

  /** Brings a cell on screen, in the view that has the focus where there are several. */
  async reveal(
    shared: ISharedNotebook,
    id: string,
    selection: CodeEditor.IRange | undefined
  ): Promise<void> {
    const views = [...this.open].filter(({ model }) => model?.sharedModel === shared);
    const view = views.find(({ node }) => node.contains(document.activeElement)) ?? views[0];
    const index = view?.widgets.findIndex(({ model }) => model.id === id) ?? -1;
    const cell = view?.widgets[index];
    if (!view || !cell) {
      return;
    }
    view.activeCellIndex = index;
    // It is rejected where another place was asked for meanwhile, which then holds.
    await view.scrollToItem(index).catch(() => undefined);
    await cell.ready;
    view.mode = 'edit';
    if (selection) {
      cell.editor?.setSelection(selection);
      cell.editor?.revealSelection(selection);
    }
    cell.editor?.focus();
  }
}
