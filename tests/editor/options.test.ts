import { expect, test } from 'vitest';
import { indentation, monacoOptions } from '../../src/editor/options';

const font = { fontFamily: 'monospace', fontSize: 13, lineHeight: 1.3077 };

test('what JupyterLab’s settings say is what Monaco does', () => {
  const options = monacoOptions(
    {
      lineNumbers: true,
      lineWrap: true,
      readOnly: true,
      matchBrackets: false,
      autoClosingBrackets: true,
      rulers: [80, 'x'],
      customStyles: { fontFamily: null, fontSize: 20, lineHeight: 1.5 }
    },
    font
  );
  expect(options).toMatchObject({
    lineNumbers: 'on',
    wordWrap: 'on',
    readOnly: true,
    matchBrackets: 'never',
    autoClosingBrackets: 'languageDefined',
    rulers: [80],
    fontFamily: 'monospace',
    fontSize: 20,
    lineHeight: 30
  });
});

test('lines are as high as in CodeMirror where nothing is set', () => {
  expect(monacoOptions({}, font)).toMatchObject({ lineNumbers: 'off', lineHeight: 17 });
});

test('TypeScript is indented by two where JupyterLab’s default stands', () => {
  expect(indentation({ indentUnit: '4', tabSize: 4 })).toEqual({
    insertSpaces: true,
    tabSize: 4,
    indentSize: 2
  });
  expect(indentation({ indentUnit: '8' }).indentSize).toBe(8);
  expect(indentation({ indentUnit: 'Tab', tabSize: 3 })).toEqual({
    insertSpaces: false,
    tabSize: 3,
    indentSize: 3
  });
});
