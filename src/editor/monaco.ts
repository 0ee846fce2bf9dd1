// The part of Monaco that cells use. Everything that it brings comes with this one file, so that it
// is loaded with the first lesson and never before.
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/dnd/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/links/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/semanticTokens/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
// The features of these names hold only the lesser half of each.
import 'monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { editor, languages } from 'monaco-editor/editor';
import { conf, language } from 'monaco-editor/languages/definitions/typescript/typescript';

export { editor, languages, KeyCode, KeyMod, Range, Selection, Uri } from 'monaco-editor/editor';
export { MarkerSeverity, MarkerTag } from 'monaco-editor/editor';
export type { CancellationToken, IDisposable, IPosition, IRange } from 'monaco-editor/editor';

/** The language of all text in Monaco. */
export const LANGUAGE = 'typescript';

self.MonacoEnvironment = {
  getWorker: () =>
    new Worker(new URL('monaco-editor/editor/editor.worker', import.meta.url), {
      name: 'lessonbook-monaco'
    })
};

languages.register({ id: LANGUAGE, extensions: ['.ts'], aliases: ['TypeScript'] });
languages.setLanguageConfiguration(LANGUAGE, conf);
languages.setMonarchTokensProvider(LANGUAGE, language);

/** The editor with its own undo stack, commands and contributions. */
export type Monaco = editor.IStandaloneCodeEditor;
