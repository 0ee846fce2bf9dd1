import type { CodeCell } from '@jupyterlab/cells';
import { CodeCell as StockCodeCell } from '@jupyterlab/cells';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import { NotebookPanel, type Notebook } from '@jupyterlab/notebook';
import { AwaitingCodeCell } from './awaiting-cell';
import type { LazyMonaco } from './lazy';
import type { Notebooks } from './notebooks';
import type { ReadMetadata } from './wanted';

/** What decides how a cell is edited. */
export interface EditorChoice {
  monaco: LazyMonaco;
  stock: CodeEditor.Factory;
  /** Resolves once the user's choice is known. */
  known: Promise<unknown>;
  notebooks: Notebooks;
  /** Whether the notebook that says this of itself wants Monaco, as far as is known. */
  wants(read: ReadMetadata): boolean;
}

/** Makes notebooks whose code cells are edited in Monaco where they are to be. */
export class ContentFactory extends NotebookPanel.ContentFactory {
  constructor(private readonly choice: EditorChoice) {
    super({ editorFactory: options => editorFor(options, choice) });
  }

  override createNotebook(options: Notebook.IOptions): Notebook {
    const notebook = super.createNotebook(options);
    this.choice.notebooks.add(notebook);
    return notebook;
  }

  override createCodeCell(options: CodeCell.IOptions): CodeCell {
    const { known, monaco, wants } = this.choice;
    const read = metadataOf(options.model.sharedModel);
    const wanted = wants(read);
    if (!wanted || monaco.editors) {
      return new StockCodeCell(options).initializeState();
    }
    const ready = known.then(() => (wants(read) ? monaco.load() : undefined));
    return new AwaitingCodeCell(options, ready).initializeState();
  }
}

function editorFor(options: CodeEditor.IOptions, choice: EditorChoice): CodeEditor.IEditor {
  const { editors } = choice.monaco;
  const isCode = Reflect.get(options.model, 'type') === 'code';
  return editors && isCode && choice.wants(metadataOf(options.model.sharedModel))
    ? editors.create(options)
    : choice.stock(options);
}

/** Reads the metadata of the notebook that a cell is in. */
function metadataOf(cell: object): ReadMetadata {
  return key => {
    const notebook: unknown = Reflect.get(cell, 'notebook');
    return isNotebook(notebook) ? notebook.getMetadata(key) : undefined;
  };
}

function isNotebook(value: unknown): value is { getMetadata(key: string): unknown } {
  return typeof Object(value).getMetadata === 'function';
}
