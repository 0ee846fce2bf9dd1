import type { EditorState, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { ISharedText } from '@jupyter/ydoc';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import type { Appearance } from './appearance';
import { standInView } from './codemirror';
import { handOverKeys, watchCursor, type KeyTarget } from './keys';
import { editor, LANGUAGE, Uri, type Monaco } from './monaco';
import { FIXED, indentation, monacoOptions, type JupyterOptions } from './options';
import { overflowNode } from './overflow';
import { toJupyter, toJupyterSelection, toMonaco, toMonacoSelection } from './positions';
import { showInNotebook } from './scroll';
import { normalised, TextSync } from './sync';

/** What all cells share. */
export interface CellSurroundings {
  appearance: Appearance;
  trans: TranslationBundle;
  /** JupyterLab's settings for all editors, which a cell's own go before. */
  base(): JupyterOptions;
}

/** Monaco as the editor of a cell. */
export class MonacoCellEditor implements CodeEditor.IEditor, KeyTarget {
  readonly host: HTMLElement;
  readonly model: CodeEditor.IModel;
  readonly uuid: string;
  readonly edgeRequested: Signal<this, CodeEditor.EdgeLocation> = new Signal<
    this,
    CodeEditor.EdgeLocation
  >(this);
  readonly monaco: Monaco;
  readonly text: editor.ITextModel;
  isDisposed = false;

  private config: Record<string, unknown>;
  private readonly own: Record<string, unknown> = {};
  private readonly sync: TextSync;
  private readonly resized: ResizeObserver;
  private standIn: EditorView | undefined;
  /** Until the next frame: to ask where the cursor is earlier has Monaco draw twice for a key. */
  private cursorShown: number | undefined;
  /** In pixels; read once it has changed alone, since to read it makes the page lay itself out. */
  private width = 0;

  constructor(
    options: CodeEditor.IOptions,
    private readonly surroundings: CellSurroundings
  ) {
    const { host, model, config = {}, uuid = UUID.uuid4() } = options;
    this.host = host;
    this.model = model;
    this.uuid = uuid;
    this.config = { ...config };
    host.classList.add('jp-Editor', 'jp-MonacoEditor');

    const uri = Uri.from({ scheme: 'lessonbook', path: `/${uuid}.ts` });
    this.text = editor.createModel(normalised(model.sharedModel.getSource()), LANGUAGE, uri);
    this.text.setEOL(editor.EndOfLineSequence.LF);
    const inner = document.createElement('div');
    host.append(inner);
    this.monaco = editor.create(inner, {
      ...FIXED,
      ...this.options(),
      model: this.text,
      overflowWidgetsDomNode: overflowNode()
    });
    this.text.updateOptions(indentation(this.settings()));
    this.sync = new TextSync(model.sharedModel as ISharedText, this.text, this.monaco);
    watchCursor(this.monaco);
    handOverKeys(host, this.monaco);

    this.monaco.onDidContentSizeChange(() => this.fit());
    this.resized = new ResizeObserver(() => {
      this.width = host.clientWidth;
      this.fit();
    });
    this.resized.observe(host);
    this.fit();
    this.monaco.onDidChangeCursorSelection(({ source }) => {
      model.selections.set(
        uuid,
        this.getSelections().map(range => ({ ...range, uuid }))
      );
      if (source !== 'mouse') {
        this.cursorShown ??= requestAnimationFrame(() => this.showCursor());
      }
    });
    this.monaco.onDidFocusEditorText(() => host.classList.add('jp-mod-focused'));
    this.monaco.onDidBlurEditorText(() => host.classList.remove('jp-mod-focused'));
    surroundings.appearance.changed.connect(this.refresh, this);
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this.isDisposed = true;
    this.surroundings.appearance.changed.disconnect(this.refresh, this);
    this.resized.disconnect();
    this.sync.dispose();
    this.monaco.dispose();
    this.text.dispose();
    Signal.clearData(this);
  }

  get lineHeight(): number {
    return this.monaco.getOption(editor.EditorOption.lineHeight);
  }

  get charWidth(): number {
    return this.monaco.getOption(editor.EditorOption.fontInfo).typicalHalfwidthCharacterWidth;
  }

  get lineCount(): number {
    return this.text.getLineCount();
  }

  /** A CodeMirror view for parts of JupyterLab that know no other editor. */
  get editor(): EditorView {
    this.standIn ??= standInView({
      text: this.text,
      decorations: this.monaco.createDecorationsCollection(),
      select: selection => this.setSelection(selection),
      reveal: position => this.revealPosition(position)
    });
    return this.standIn;
  }

  get state(): EditorState {
    return this.editor.state;
  }

  get doc(): Text {
    return this.editor.state.doc;
  }

  getOption(option: string): unknown {
    return this.settings()[option];
  }

  setOption(option: string, value: unknown): void {
    this.setOptions({ [option]: value });
  }

  setOptions(options: Record<string, unknown>): void {
    Object.assign(this.own, options);
    this.refresh();
  }

  setBaseOptions(options: Record<string, unknown>): void {
    this.config = { ...options };
    this.refresh();
  }

  /** Extensions are CodeMirror's; there is nothing here that could run them. */
  injectExtension(): void {
    return;
  }

  /** Follows what the settings and the theme say now. */
  refresh(): void {
    this.monaco.updateOptions(this.options());
    this.text.updateOptions(indentation(this.settings()));
    this.fit();
  }

  getLine(line: number): string | undefined {
    return line >= 0 && line < this.lineCount ? this.text.getLineContent(line + 1) : undefined;
  }

  getOffsetAt(position: CodeEditor.IPosition): number {
    return this.text.getOffsetAt(toMonaco(position));
  }

  getPositionAt(offset: number): CodeEditor.IPosition {
    return toJupyter(this.text.getPositionAt(offset));
  }

  undo(): void {
    this.sync.undo();
  }

  redo(): void {
    this.sync.redo();
  }

  clearHistory(): void {
    const shared: { clearUndoHistory?(): void } = this.model.sharedModel;
    shared.clearUndoHistory?.();
  }

  leave(edge: CodeEditor.EdgeLocation): void {
    this.edgeRequested.emit(edge);
  }

  focus(): void {
    this.monaco.focus();
  }

  hasFocus(): boolean {
    return this.monaco.hasWidgetFocus();
  }

  blur(): void {
    if (document.activeElement instanceof HTMLElement && this.hasFocus()) {
      document.activeElement.blur();
    }
  }

  revealPosition(position: CodeEditor.IPosition): void {
    this.monaco.revealPosition(toMonaco(position));
    const place = this.getCoordinateForPosition(position);
    if (place) {
      showInNotebook(this.host, place.top, place.bottom);
    }
  }

  revealSelection({ end }: CodeEditor.IRange): void {
    this.revealPosition(end);
  }

  getCoordinateForPosition(position: CodeEditor.IPosition): CodeEditor.ICoordinate | null {
    const place = this.monaco.getScrolledVisiblePosition(toMonaco(position));
    if (!place) {
      return null;
    }
    const box = this.host.getBoundingClientRect();
    const [left, top] = [box.left + place.left, box.top + place.top];
    return { left, right: left, top, bottom: top + place.height };
  }

  getPositionForCoordinate({ left, top }: CodeEditor.ICoordinate): CodeEditor.IPosition | null {
    const position = this.monaco.getTargetAtClientPoint(left, top)?.position;
    return position ? toJupyter(position) : null;
  }

  getTokens(): CodeEditor.IToken[] {
    const words = this.text.getValue().matchAll(/[\w$]+|[^\w\s]/g);
    return Array.from(words, ({ 0: value, index }) => ({ value, offset: index }));
  }

  getTokenAt(offset: number): CodeEditor.IToken {
    const position = this.text.getPositionAt(offset);
    const word = this.text.getWordAtPosition(position);
    return word
      ? { value: word.word, offset: offset - (position.column - word.startColumn) }
      : { value: '', offset };
  }

  getTokenAtCursor(): CodeEditor.IToken {
    return this.getTokenAt(this.getOffsetAt(this.getCursorPosition()));
  }

  newIndentedLine(): void {
    this.monaco.trigger('jupyterlab', 'editor.action.insertLineAfter', null);
  }

  replaceSelection(text: string): void {
    const ranges = this.monaco.getSelections() ?? [];
    this.monaco.executeEdits(
      'jupyterlab',
      ranges.map(range => ({ range, text }))
    );
  }

  getCursorPosition(): CodeEditor.IPosition {
    return this.getSelection().end;
  }

  setCursorPosition(position: CodeEditor.IPosition, { scroll = true } = {}): void {
    this.monaco.setPosition(toMonaco(position));
    if (scroll) {
      this.revealPosition(position);
    }
  }

  getSelection(): CodeEditor.IRange {
    const start = { line: 0, column: 0 };
    return this.getSelections()[0] ?? { start, end: start };
  }

  setSelection(selection: CodeEditor.IRange): void {
    this.setSelections([selection]);
  }

  getSelections(): CodeEditor.IRange[] {
    return (this.monaco.getSelections() ?? []).map(toJupyterSelection);
  }

  setSelections(selections: CodeEditor.IRange[]): void {
    const start = { line: 0, column: 0 };
    const ranges = selections.length > 0 ? selections : [{ start, end: start }];
    this.monaco.setSelections(ranges.map(toMonacoSelection));
  }

  private settings(): JupyterOptions {
    return { ...this.surroundings.base(), ...this.config, ...this.own };
  }

  private options(): ReturnType<typeof monacoOptions> {
    const { appearance, trans } = this.surroundings;
    const settings = this.settings();
    const isReadOnly = settings.readOnly === true;
    this.host.classList.toggle('lb-read-only', isReadOnly);
    return {
      ...monacoOptions(settings, appearance.font),
      ariaLabel: isReadOnly
        ? trans.__('Code of the cell, which is read-only. Escape leaves the editor.')
        : trans.__('Code of the cell. Escape leaves the editor.'),
      readOnlyMessage: { value: trans.__('This cell is read-only.') }
    };
  }

  /** As high as its text, as wide as the cell. */
  private fit(): void {
    const height = this.monaco.getContentHeight();
    this.host.style.height = `${height}px`;
    if (this.width > 0) {
      this.monaco.layout({ width: this.width, height });
    }
  }

  private showCursor(): void {
    this.cursorShown = undefined;
    const isShown = !this.isDisposed && this.monaco.hasTextFocus();
    const place = isShown && this.getCoordinateForPosition(this.getCursorPosition());
    if (place) {
      showInNotebook(this.host, place.top, place.bottom);
    }
  }
}
