import type { editor } from 'monaco-editor/editor';

/** Settings of a cell's editor, as JupyterLab names them. */
export type JupyterOptions = Readonly<Record<string, unknown>>;

type MonacoOptions = editor.IEditorOptions & editor.IGlobalEditorOptions;

/** What every cell has, whatever the settings say. */
export const FIXED: MonacoOptions = {
  automaticLayout: false,
  colorDecorators: false,
  contextmenu: false,
  copyWithSyntaxHighlighting: false,
  definitionLinkOpensInPeek: false,
  // A layer for each part of each cell costs more than it gives, in lessons of a hundred cells.
  disableLayerHinting: true,
  // JupyterLab takes `i` and `0` for the start of a shortcut where what has the focus cannot be
  // written to, which is how an EditContext looks to it.
  editContext: false,
  fixedOverflowWidgets: true,
  glyphMargin: false,
  guides: { indentation: false },
  hideCursorInOverviewRuler: true,
  inlineSuggest: { enabled: false },
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: 5, bottom: 5 },
  renderFinalNewline: 'on',
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    horizontalScrollbarSize: 8,
    useShadows: false,
    vertical: 'hidden',
    verticalScrollbarSize: 0
  },
  scrollBeyondLastColumn: 2,
  scrollBeyondLastLine: false,
  'semanticHighlighting.enabled': true,
  stickyScroll: { enabled: false },
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off'
};

/** How Monaco is to behave where JupyterLab's settings are these. */
export function monacoOptions(options: JupyterOptions, font: MonacoOptions): MonacoOptions {
  const is = (name: string): boolean => options[name] === true;
  const isnt = (name: string): boolean => options[name] === false;
  const styles = fontOptions(options.customStyles);
  const brackets = is('autoClosingBrackets') ? 'languageDefined' : 'never';
  const rulers = options.rulers;
  return {
    ...font,
    ...styles,
    accessibilitySupport: is('screenReader') ? 'on' : 'auto',
    lineHeight: lineHeight({ ...font, ...styles }),
    autoClosingBrackets: brackets,
    autoClosingQuotes: brackets,
    autoSurround: brackets,
    autoIndent: isnt('smartIndent') ? 'keep' : 'full',
    cursorBlinking: options.cursorBlinkRate === 0 ? 'solid' : 'blink',
    folding: is('codeFolding'),
    lineDecorationsWidth: is('lineNumbers') ? 10 : 4,
    lineNumbers: is('lineNumbers') ? 'on' : 'off',
    matchBrackets: isnt('matchBrackets') ? 'never' : 'always',
    readOnly: is('readOnly'),
    renderControlCharacters: !isnt('highlightSpecialCharacters'),
    renderLineHighlight: is('highlightActiveLine') ? 'line' : 'none',
    renderWhitespace: whitespace(options),
    rulers: Array.isArray(rulers) ? rulers.filter(ruler => typeof ruler === 'number') : [],
    // In a notebook Tab goes from cell to what is outside of it, and Enter goes in.
    tabIndex: isnt('tabFocusable') ? -1 : 0,
    wordWrap: is('lineWrap') ? 'on' : 'off'
  };
}

/** How a text is indented. */
export interface Indentation {
  insertSpaces: boolean;
  tabSize: number;
  indentSize: number;
}

/** TypeScript's own two spaces, where the settings leave JupyterLab's four. */
export function indentation({ indentUnit, tabSize }: JupyterOptions): Indentation {
  const width = typeof tabSize === 'number' ? tabSize : 4;
  if (indentUnit === 'Tab') {
    return { insertSpaces: false, tabSize: width, indentSize: width };
  }
  const spaces = Number(indentUnit);
  return {
    insertSpaces: true,
    tabSize: width,
    indentSize: spaces > 0 && spaces !== 4 ? spaces : 2
  };
}

function whitespace(options: JupyterOptions): editor.IEditorOptions['renderWhitespace'] {
  if (options.highlightWhitespace === true) {
    return 'all';
  }
  return options.highlightTrailingWhitespace === true ? 'trailing' : 'none';
}

function fontOptions(styles: unknown): MonacoOptions {
  const { fontFamily, fontSize, lineHeight } = Object(styles) as Record<string, unknown>;
  return {
    ...(typeof fontFamily === 'string' ? { fontFamily } : {}),
    ...(typeof fontSize === 'number' ? { fontSize } : {}),
    ...(typeof lineHeight === 'number' ? { lineHeight } : {})
  };
}

/** JupyterLab gives it as a factor of the size; Monaco takes a small number for one too, rounded. */
function lineHeight({ lineHeight = 1.3077, fontSize = 13 }: MonacoOptions): number {
  return Math.round(lineHeight < 8 ? lineHeight * fontSize : lineHeight);
}
