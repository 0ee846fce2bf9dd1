import type * as ts from 'typescript';
import type { CodeFix, TextEdit, TextRange } from '../protocol/language';
import { importDetails } from './complete';
import { importable } from './imports';
import type { CellPlace, Workspace } from './workspace';

/** Fixes that one would nearly always take. */
const PREFERRED: ReadonlySet<string> = new Set([
  'spelling',
  'addMissingAwait',
  'forgottenThisPropertyAccess'
]);

/** The names of diagnostics that an import may mend. */
const NO_NAME: ReadonlySet<number> = new Set([2304, 2503, 2552]);

const settingsFor = (tabSize: number): ts.FormatCodeSettings => ({
  indentSize: tabSize,
  tabSize,
  convertTabsToSpaces: true,
  newLineCharacter: '\n',
  insertSpaceAfterCommaDelimiter: true,
  insertSpaceAfterSemicolonInForStatements: true,
  insertSpaceBeforeAndAfterBinaryOperators: true,
  insertSpaceAfterKeywordsInControlFlowStatements: true,
  insertSpaceAfterOpeningAndBeforeClosingNonemptyBraces: true,
  trimTrailingWhitespace: true
});

/** The edits that lay a cell out well. */
export function format(
  workspace: Workspace,
  { path, file }: CellPlace,
  tabSize: number
): TextEdit[] {
  const changes = workspace.service.getFormattingEditsForDocument(path, settingsFor(tabSize));
  return editsIn(file, changes) ?? [];
}

/** The changes that TypeScript offers to mend diagnostics, and imports of what is missing. */
export function codeFixes(
  workspace: Workspace,
  cell: string,
  { path, file }: CellPlace,
  { start, end }: TextRange,
  codes: readonly number[]
): CodeFix[] {
  const { service } = workspace;
  const fixes = service.getCodeFixesAtPosition(
    path,
    file.start + start,
    file.start + end,
    codes,
    settingsFor(2),
    {}
  );
  const offered = fixes.flatMap(({ fixName, description, changes }): CodeFix[] => {
    const [change, ...more] = changes;
    const isOwn = change?.fileName === path && more.length === 0;
    const edits = isOwn ? editsIn(file, change.textChanges, true) : undefined;
    return edits && fixName !== 'import'
      ? [{ title: description, edits: [{ cell, edits }], preferred: PREFERRED.has(fixName) }]
      : [];
  });
  return [
    ...importFixes(workspace, cell, file.text.slice(file.start + start, file.start + end), codes),
    ...offered
  ];
}

function importFixes(
  workspace: Workspace,
  cell: string,
  name: string,
  codes: readonly number[]
): CodeFix[] {
  if (!codes.some(code => NO_NAME.has(code))) {
    return [];
  }
  return importable(workspace.library)
    .filter(each => each.name === name)
    .flatMap(({ source }) => {
      const edits = importDetails(workspace, cell, name, source)?.edits;
      const title = edits?.[0]?.text.trim();
      return edits && title ? [{ title, edits: [{ cell, edits }], preferred: true }] : [];
    });
}

/** The changes of a module that are within the cell; with `all`, none where any is outside. */
function editsIn(
  { start, end }: CellPlace['file'],
  changes: readonly ts.TextChange[],
  all = false
): TextEdit[] | undefined {
  const edits = changes
    .filter(({ span }) => span.start >= start && span.start + span.length <= end)
    .map(({ span, newText }) => ({
      range: { start: span.start - start, end: span.start + span.length - start },
      text: newText
    }));
  return all && edits.length < changes.length ? undefined : edits;
}
