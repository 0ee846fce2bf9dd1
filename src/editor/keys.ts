import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import { editor, KeyCode, KeyMod, type Monaco } from './monaco';

/** What keys do to a cell. */
export interface KeyTarget {
  undo(): void;
  redo(): void;
  leave(edge: CodeEditor.EdgeLocation): void;
}

/** Monaco's keys that mean something else in a notebook, by the commands that they leave. */
const RELEASED = [
  'actions.find',
  'cancelSelection',
  'editor.action.insertLineAfter',
  'editor.action.insertLineBefore',
  'editor.action.nextMatchFindAction',
  'editor.action.previousMatchFindAction',
  'editor.action.selectAllMatches',
  'editor.action.startFindReplaceAction',
  'editor.action.toggleTabFocusMode'
];

const AT_START = 'lessonbookAtStart';
const AT_END = 'lessonbookAtEnd';
const IN_INDENT = 'lessonbookInIndent';
const NO_POPUP = 'editorTextFocus && !suggestWidgetVisible && !parameterHintsVisible';

/** Gives keys their meaning in a notebook; called once. */
export function installKeys(
  targetOf: (monaco: editor.ICodeEditor) => KeyTarget | undefined,
  trans: TranslationBundle
): void {
  editor.addKeybindingRules(RELEASED.map(command => ({ keybinding: 0, command: `-${command}` })));
  const add = (
    name: string,
    label: string,
    keybindings: number[],
    keybindingContext: string,
    run: (target: KeyTarget | undefined, monaco: editor.ICodeEditor) => void
  ): void => {
    editor.addEditorAction({
      id: `lessonbook.${name}`,
      label,
      keybindings,
      keybindingContext,
      run: monaco => run(targetOf(monaco), monaco)
    });
  };
  const { CtrlCmd, Shift } = KeyMod;
  const focused = 'editorTextFocus';
  // What is no cell, such as a peek at a library, keeps its own stack.
  add('undo', trans.__('Undo'), [CtrlCmd | KeyCode.KeyZ], focused, (target, monaco) =>
    target ? target.undo() : monaco.trigger('keyboard', 'undo', null)
  );
  const redo = [CtrlCmd | Shift | KeyCode.KeyZ, CtrlCmd | KeyCode.KeyY];
  add('redo', trans.__('Redo'), redo, focused, (target, monaco) =>
    target ? target.redo() : monaco.trigger('keyboard', 'redo', null)
  );
  add(
    'above',
    trans.__('To the Cell Above'),
    [KeyCode.UpArrow],
    `${AT_START} && ${NO_POPUP}`,
    cell => cell?.leave('top')
  );
  add(
    'below',
    trans.__('To the Cell Below'),
    [KeyCode.DownArrow],
    `${AT_END} && ${NO_POPUP}`,
    cell => cell?.leave('bottom')
  );
  const help = `${focused} && !editorHasSelection && !${IN_INDENT} && !suggestWidgetVisible && !inSnippetMode`;
  add('help', trans.__('Show Help'), [Shift | KeyCode.Tab], help, (_, monaco) =>
    monaco.trigger('keyboard', 'editor.action.showHover', null)
  );
}

/**
 * Does what JupyterLab keeps from happening, or is kept from, for keys that Monaco binds to nothing.
 *
 * @param host around the node that Monaco was made in, so that the keys it took never arrive
 */
export function handOverKeys(host: HTMLElement, monaco: Monaco): void {
  host.addEventListener('keydown', event => {
    const isPlain = !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey;
    if (!isPlain || event.isComposing || event.target === host || !monaco.hasTextFocus()) {
      return;
    }
    if (event.key === 'Enter') {
      // JupyterLab refuses every line break in a text area of a cell, since it may be a Shift-Enter.
      event.preventDefault();
      monaco.trigger('keyboard', 'type', { text: '\n' });
    } else if (event.key === 'Escape') {
      // Monaco calls it done, whatever it did, and JupyterLab does not look at what is done.
      event.stopPropagation();
      const { key, code, keyCode } = event;
      host.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, keyCode, bubbles: true, cancelable: true })
      );
    }
  });
}

/** Keeps what the keys depend on true while the cursor moves. */
export function watchCursor(monaco: Monaco): void {
  const atStart = monaco.createContextKey<boolean>(AT_START, false);
  const atEnd = monaco.createContextKey<boolean>(AT_END, false);
  const inIndent = monaco.createContextKey<boolean>(IN_INDENT, true);
  const update = (): void => {
    const text = monaco.getModel();
    const selections = monaco.getSelections() ?? [];
    const [selection] = selections;
    if (!text || !selection) {
      return;
    }
    const { lineNumber, column } = selection.getPosition();
    const lastLine = text.getLineCount();
    const isSingle = selections.length === 1;
    atStart.set(isSingle && lineNumber === 1 && column === 1);
    atEnd.set(isSingle && lineNumber === lastLine && column === text.getLineMaxColumn(lastLine));
    inIndent.set(/^\s*$/.test(text.getLineContent(lineNumber).slice(0, column - 1)));
  };
  monaco.onDidChangeCursorSelection(update);
  monaco.onDidChangeModelContent(update);
  update();
}
