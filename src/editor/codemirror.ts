import { EditorState, SelectionRange, type Transaction } from '@codemirror/state';
import { EditorView, type DecorationSet } from '@codemirror/view';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import { Range, type editor } from './monaco';

/** What the stand-in does to the editor that is really there. */
interface Target {
  text: editor.ITextModel;
  decorations: editor.IEditorDecorationsCollection;
  select(selection: CodeEditor.IRange): void;
  reveal(position: CodeEditor.IPosition): void;
}

/** The marks of JupyterLab's document search, and ours for the same. */
const MARKS: Record<string, string> = {
  'cm-searching': 'lb-match',
  'jp-current-match': 'lb-match-current'
};

/**
 * Parts of JupyterLab, its document search above all, reach through a cell's editor for a CodeMirror
 * view. They get one that nobody sees: it has the same text, and what they mark, select or scroll to
 * in it happens in Monaco. Some still ask when the cell is gone.
 */
export function standInView(target: Target): EditorView {
  const view = new EditorView({
    state: EditorState.create({ doc: target.text.isDisposed() ? '' : target.text.getValue() }),
    dispatchTransactions: (transactions, self) => {
      self.update(transactions);
      pass(transactions, self, target);
    }
  });
  if (target.text.isDisposed()) {
    return view;
  }
  target.text.onDidChangeContent(() => {
    const insert = target.text.getValue();
    if (view.state.doc.toString() !== insert) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
    }
  });
  return view;
}

function pass(transactions: readonly Transaction[], view: EditorView, target: Target): void {
  const { state } = view;
  if (target.text.isDisposed()) {
    return;
  }
  if (transactions.some(({ docChanged }) => docChanged)) {
    const doc = state.doc.toString();
    if (doc !== target.text.getValue()) {
      target.text.pushEditOperations(
        [],
        [{ range: target.text.getFullModelRange(), text: doc }],
        () => null
      );
    }
  }
  if (transactions.some(({ selection }) => selection !== undefined)) {
    const { anchor, head } = state.selection.main;
    target.select({ start: positionOf(state, anchor), end: positionOf(state, head) });
  }
  const scroll = transactions.map(scrollTarget).findLast(offset => offset !== undefined);
  if (scroll !== undefined) {
    target.reveal(positionOf(state, scroll));
  }
  mark(view, target);
}

function scrollTarget(transaction: Transaction): number | undefined {
  if (transaction.scrollIntoView) {
    return transaction.newSelection.main.head;
  }
  // CodeMirror does not export the kind of effect that its `scrollIntoView` makes.
  for (const { value } of transaction.effects) {
    const range: unknown = Object(value).range;
    if (range instanceof SelectionRange) {
      return range.head;
    }
  }
  return undefined;
}

function mark(view: EditorView, { text, decorations }: Target): void {
  const marks: editor.IModelDeltaDecoration[] = [];
  for (const source of view.state.facet(EditorView.decorations)) {
    const set: DecorationSet = typeof source === 'function' ? source(view) : source;
    set.between(0, view.state.doc.length, (from, to, { spec }) => {
      const inlineClassName = MARKS[String(spec.class)];
      if (inlineClassName) {
        const [start, end] = [text.getPositionAt(from), text.getPositionAt(to)];
        marks.push({ range: Range.fromPositions(start, end), options: { inlineClassName } });
      }
    });
  }
  decorations.set(marks);
}

function positionOf(state: EditorState, offset: number): CodeEditor.IPosition {
  const line = state.doc.lineAt(offset);
  return { line: line.number - 1, column: offset - line.from };
}
