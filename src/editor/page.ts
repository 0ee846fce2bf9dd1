// What is loaded with the first notebook that wants it: Monaco, and all that works with it.
import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Appearance } from './appearance';
import { MonacoCellEditor } from './cell-editor';
import { installKeys } from './keys';
import type { editor } from './monaco';
import type { JupyterOptions } from './options';

/** The editors of a page. */
export class MonacoEditors {
  private readonly open = new Map<editor.ICodeEditor, MonacoCellEditor>();
  private readonly appearance = new Appearance();

  /** @param base JupyterLab's settings for all editors as they are now */
  constructor(
    private readonly trans: TranslationBundle,
    private readonly base: () => JupyterOptions
  ) {
    installKeys(monaco => this.open.get(monaco), trans);
  }

  create(options: CodeEditor.IOptions): CodeEditor.IEditor {
    const { appearance, trans, base } = this;
    const cell = new MonacoCellEditor(options, { appearance, trans, base });
    this.open.set(cell.monaco, cell);
    cell.monaco.onDidDispose(() => this.open.delete(cell.monaco));
    return cell;
  }

  /** JupyterLab's settings for all editors have changed. */
  refresh(): void {
    this.open.forEach(cell => cell.refresh());
  }
}
