import type { CodeEditor } from '@jupyterlab/codeeditor';
import type { IPosition } from 'monaco-editor/editor';

/** A selection as Monaco has it: from where it was begun to where the cursor is. */
export interface MonacoSelection {
  selectionStartLineNumber: number;
  selectionStartColumn: number;
  positionLineNumber: number;
  positionColumn: number;
}

/** JupyterLab counts lines and columns from 0, Monaco from 1. */
export function toMonaco({ line, column }: CodeEditor.IPosition): IPosition {
  return { lineNumber: line + 1, column: column + 1 };
}

export function toJupyter({ lineNumber, column }: IPosition): CodeEditor.IPosition {
  return { line: lineNumber - 1, column: column - 1 };
}

/** In JupyterLab `end` is where the cursor is. */
export function toMonacoSelection({ start, end }: CodeEditor.IRange): MonacoSelection {
  return {
    selectionStartLineNumber: start.line + 1,
    selectionStartColumn: start.column + 1,
    positionLineNumber: end.line + 1,
    positionColumn: end.column + 1
  };
}

export function toJupyterSelection(selection: MonacoSelection): CodeEditor.IRange {
  return {
    start: {
      line: selection.selectionStartLineNumber - 1,
      column: selection.selectionStartColumn - 1
    },
    end: { line: selection.positionLineNumber - 1, column: selection.positionColumn - 1 }
  };
}
