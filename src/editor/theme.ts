import { hexOf, readableOn } from './colours';
import { editor } from './monaco';

const NAME = 'lessonbook';

/** The colours of code in JupyterLab's themes, by what Monaco calls the tokens. */
const TOKENS: Record<string, string> = {
  comment: 'comment',
  keyword: 'keyword',
  number: 'number',
  regexp: 'string-2',
  string: 'string',
  'string.escape': 'string-2',
  identifier: 'variable',
  delimiter: 'punctuation',
  type: 'def',
  class: 'def',
  enum: 'def',
  interface: 'def',
  namespace: 'def',
  typeParameter: 'def',
  function: 'builtin',
  method: 'builtin',
  property: 'property',
  enumMember: 'atom',
  parameter: 'variable-2',
  variable: 'variable'
};

/** What code stands on, in a cell that is edited and in one that is not. */
const BACKGROUNDS = ['--jp-cell-editor-background', '--jp-cell-editor-active-background'];

/** Parts of the editor and its popups, by JupyterLab's variables. */
const PARTS: Record<string, string> = {
  'editor.background': '--jp-cell-editor-background',
  'editor.foreground': '--jp-mirror-editor-variable-color',
  'editor.selectionBackground': '--jp-editor-selected-focused-background',
  'editor.inactiveSelectionBackground': '--jp-editor-selected-background',
  'editorCursor.foreground': '--jp-editor-cursor-color',
  'editorLineNumber.foreground': '--jp-ui-font-color2',
  'editorLineNumber.activeForeground': '--jp-ui-font-color1',
  'editorWidget.background': '--jp-layout-color1',
  'editorWidget.foreground': '--jp-ui-font-color1',
  'editorWidget.border': '--jp-border-color1',
  'editorHoverWidget.background': '--jp-layout-color1',
  'editorHoverWidget.foreground': '--jp-ui-font-color1',
  'editorHoverWidget.border': '--jp-border-color1',
  'editorSuggestWidget.background': '--jp-layout-color1',
  'editorSuggestWidget.foreground': '--jp-ui-font-color1',
  'editorSuggestWidget.border': '--jp-border-color1',
  'editorError.foreground': '--jp-error-color1',
  'editorWarning.foreground': '--jp-warn-color1',
  'input.background': '--jp-layout-color0',
  'input.foreground': '--jp-ui-font-color1',
  focusBorder: '--jp-brand-color1'
};

let applied = '';

/** Gives all of Monaco the colours of JupyterLab's theme as it is now. */
export function applyTheme(): void {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (variable: string): string | undefined => {
    if (!getComputedStyle(document.body).getPropertyValue(variable)) {
      return undefined;
    }
    probe.style.color = `var(${variable})`;
    return hexOf(getComputedStyle(probe).color);
  };
  const backgrounds = BACKGROUNDS.flatMap(variable => colour(variable)?.slice(0, 7) ?? []);
  const rules = Object.entries(TOKENS).flatMap(([token, name]) => {
    const foreground = colour(`--jp-mirror-editor-${name}-color`);
    const fontStyle = token === 'keyword' ? 'bold' : '';
    return foreground
      ? [{ token, foreground: readableOn(foreground, backgrounds).slice(1), fontStyle }]
      : [];
  });
  const colors = Object.fromEntries(
    Object.entries(PARTS).flatMap(([part, variable]) => {
      const value = colour(variable);
      return value ? [[part, value]] : [];
    })
  );
  probe.remove();
  const theme: editor.IStandaloneThemeData = { base: baseTheme(), inherit: true, rules, colors };
  const key = JSON.stringify(theme);
  // Monaco takes every theme for a new one, and all code is without colours until it is read again.
  if (key !== applied) {
    applied = key;
    editor.defineTheme(NAME, theme);
    editor.setTheme(NAME);
  }
}

/** Monaco's own theme from which comes what JupyterLab has no colour for. */
function baseTheme(): editor.BuiltinTheme {
  const { jpThemeLight, jpThemeName = '' } = document.body.dataset;
  const isLight = jpThemeLight !== 'false';
  if (/high contrast/i.test(jpThemeName)) {
    return isLight ? 'hc-light' : 'hc-black';
  }
  return isLight ? 'vs' : 'vs-dark';
}
