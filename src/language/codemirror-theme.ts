import { EditorView } from '@codemirror/view';

const underlined = (line: string): Record<string, string> => ({
  backgroundImage: 'none',
  textDecoration: `underline ${line}`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '3px'
});

const bar = (colour: string): Record<string, string> => ({ borderLeft: `4px solid ${colour}` });

/** Marks and popups in the colours of JupyterLab's theme, whichever that is. */
export const languageTheme = EditorView.theme({
  '.cm-lintRange-error': underlined('wavy var(--jp-error-color1)'),
  '.cm-lintRange-warning': underlined('wavy var(--jp-warn-color1)'),
  '.cm-lintRange-hint': underlined('dotted var(--jp-ui-font-color2)'),
  '.cm-lintRange-hint.lb-mark-unused': { textDecoration: 'none', opacity: '0.6' },
  '.cm-lintRange-hint.lb-mark-deprecated': { textDecoration: 'line-through' },
  '.cm-lintRange-active': { backgroundColor: 'var(--jp-editor-selected-background)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--jp-error-color1)' },
  '&.cm-tooltip, .cm-tooltip': {
    maxWidth: 'min(640px, 90vw)',
    border: 'var(--jp-border-width) solid var(--jp-border-color1)',
    backgroundColor: 'var(--jp-layout-color1)',
    color: 'var(--jp-content-font-color1)',
    boxShadow: 'var(--jp-elevation-z6)',
    fontSize: 'var(--jp-code-font-size)'
  },
  '.cm-tooltip-section:not(:first-child)': { borderTopColor: 'var(--jp-border-color2)' },
  '.cm-diagnostic': {
    padding: '4px 8px',
    fontFamily: 'var(--jp-content-font-family)',
    lineHeight: 'var(--jp-content-line-height)'
  },
  '.cm-diagnostic-error': bar('var(--jp-error-color1)'),
  '.cm-diagnostic-warning': bar('var(--jp-warn-color1)'),
  '.cm-diagnostic-hint': bar('var(--jp-border-color1)'),
  '.lb-hover': { maxHeight: '320px', overflow: 'auto', padding: '0 8px' },
  '.lb-hover pre, .lb-hover p': { margin: '8px 0', padding: '0' },
  '.lb-hover pre code': { margin: '0', padding: '0' }
});
