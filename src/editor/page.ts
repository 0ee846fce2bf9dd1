// What is loaded with the first notebook that wants it: Monaco, and all that works with it.
import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Appearance } from './appearance';
import { Cells, type Languages, type RevealCell } from './assist/cells';
import { provideChanges } from './assist/changes';
import { provideColours } from './assist/colours';
import { provideCompletions } from './assist/completion';
import { provideHelp } from './assist/help';
import { Marks } from './assist/marks';
import { provideNavigation } from './assist/navigation';
import { listenInRenameBox } from './assist/rename-box';
import { showDocumentation } from './assist/show-documentation';
import { MonacoCellEditor } from './cell-editor';
import { installKeys } from './keys';
import { allowManyEditors } from './many-editors';
import type { editor, Monaco } from './monaco';
import type { JupyterOptions } from './options';

/** What the editors of a page need of it. */
export interface PageServices {
  trans: TranslationBundle;
  /** JupyterLab's settings for all editors as they are now. */
  base(): JupyterOptions;
  /** What knows names and types; without it there is editing alone. */
  languages: Languages | null;
  reveal: RevealCell;
}

/** The editors of a page. */
export class MonacoEditors {
  private readonly open = new Map<editor.ICodeEditor, MonacoCellEditor>();
  private readonly appearance = new Appearance();
  private readonly cells: Cells | undefined;
  private readonly marks: Marks | undefined;
  /** The editor that had the cursor last. */
  private last: Monaco | undefined;

  constructor(private readonly services: PageServices) {
    const { trans, languages, reveal } = services;
    allowManyEditors();
    const editorOf = (monaco: editor.ICodeEditor) => this.open.get(monaco);
    installKeys(editorOf, trans);
    if (languages) {
      this.cells = new Cells(languages, trans);
      this.marks = new Marks(this.cells);
      provideCompletions(this.cells);
      showDocumentation();
      provideHelp(this.cells);
      provideNavigation(this.cells, editorOf, reveal);
      provideChanges(this.cells, trans);
      listenInRenameBox(() => this.last);
      provideColours(this.cells);
    }
  }

  create(options: CodeEditor.IOptions): CodeEditor.IEditor {
    const { appearance } = this;
    const { trans, base } = this.services;
    const cell = new MonacoCellEditor(options, { appearance, trans, base });
    this.open.set(cell.monaco, cell);
    cell.monaco.onDidDispose(() => this.open.delete(cell.monaco));
    cell.monaco.onDidFocusEditorText(() => {
      this.last = cell.monaco;
    });
    this.cells?.add(cell);
    this.marks?.add(cell);
    return cell;
  }

  /** JupyterLab's settings for all editors have changed. */
  refresh(): void {
    this.open.forEach(cell => cell.refresh());
  }
}
