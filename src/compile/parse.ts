import * as ts from 'typescript';

/** The parser's own findings are there on every source file, though the public types omit them. */
type ParsedFile = ts.SourceFile & { parseDiagnostics: readonly ts.DiagnosticWithLocation[] };

/** The name under which a cell is parsed. */
export const FILE_NAME = 'cell.ts';

/**
 * A lone carriage return ends a line for JavaScript but not for an editor or a source map; a line
 * feed in its place keeps every offset.
 */
export function normalise(source: string): string {
  return source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
}

/**
 * Parses a cell: a TypeScript module, with top-level `await`.
 * @throws RangeError where the cell is nested too deeply for the parser.
 */
export function parse(source: string, kind = ts.ScriptKind.TS): ts.SourceFile {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    setExternalModuleIndicator: file => Object.assign(file, { externalModuleIndicator: true })
  };
  return ts.createSourceFile(FILE_NAME, normalise(source), options, true, kind);
}

/** What the parser found wrong, in the order of the source. */
export function syntaxErrors(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as ParsedFile).parseDiagnostics;
}
