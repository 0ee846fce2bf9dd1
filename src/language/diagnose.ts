import * as ts from 'typescript';
import { inWords } from '../compile/diagnostics';
import { isLocal } from '../compile/local-paths';
import type { Diagnostic } from '../protocol/language';
import { clean } from './text';
import type { ModuleFile } from './notebook';
import type { CellPlace, Workspace } from './workspace';

/** A name that nothing declares. */
const NO_NAME: ReadonlySet<number> = new Set([2304, 2552, 2503, 2583, 2584, 2663]);

const NO_MODULE = 2307;

/**
 * What TypeScript says of a name in its own initialiser. In a cell that declares the name of an
 * earlier one anew, that is the earlier value: `const x = scale(x)`.
 */
const SELF_REFERENCE: ReadonlySet<number> = new Set([2448, 2454, 7022]);

/** Parameters and variables whose type nothing says, `this` too: a remark, not an alarm. */
const isImplicitAny = (code: number): boolean => (code >= 7005 && code < 7060) || code === 2683;

/** All that is to be marked in a cell. */
export function diagnose(workspace: Workspace, cell: string, at: CellPlace): Diagnostic[] {
  const { service } = workspace;
  const { path, file } = at;
  const marks = [
    ...mistakesIn(file),
    ...service.getSemanticDiagnostics(path),
    ...service.getSuggestionDiagnostics(path).filter(isTag)
  ];
  return marks.flatMap(mark => {
    const span = { start: mark.start ?? 0, length: mark.length ?? 0 };
    const range = workspace.rangeIn(file, span);
    if (!range || span.start < file.start || isAccepted(workspace, cell, file.text, mark)) {
      return [];
    }
    const { code } = mark;
    const message = clean(ts.flattenDiagnosticMessageText(mark.messageText, '\n'));
    const named = file.text.slice(span.start, span.start + span.length);
    return [
      {
        range,
        severity: severityOf(mark),
        message,
        code,
        ...(mark.reportsUnnecessary ? { tag: 'unused' as const } : {}),
        ...(mark.reportsDeprecated ? { tag: 'deprecated' as const } : {}),
        ...noticeOf(workspace, cell, code, named)
      }
    ];
  });
}

/** What the parser finds wrong. What a cell leaves open is marked once, at its last character. */
function mistakesIn({ text, start, end, names }: ModuleFile): ts.Diagnostic[] {
  const last = text.slice(start, end).trimEnd().length - 1;
  const inside = names.mistakes.filter(mistake => mistake.start <= last);
  const [open] = names.mistakes.slice(inside.length);
  return [...inside, ...(open ? [{ ...open, start: Math.max(0, last), length: 1 }] : [])].map(
    mistake => ({ ...mistake, start: start + mistake.start, messageText: inWords(mistake) })
  );
}

function isTag({ reportsUnnecessary, reportsDeprecated }: ts.Diagnostic): boolean {
  return reportsUnnecessary !== undefined || reportsDeprecated !== undefined;
}

function severityOf(mark: ts.Diagnostic): Diagnostic['severity'] {
  if (mark.category === ts.DiagnosticCategory.Suggestion || isImplicitAny(mark.code)) {
    return 'hint';
  }
  return mark.category === ts.DiagnosticCategory.Warning ? 'warning' : 'error';
}

/** Whether a cell may do what TypeScript complains of. */
function isAccepted(
  { notebook, beside }: Workspace,
  cell: string,
  text: string,
  { code, start = 0, length = 0 }: ts.Diagnostic
): boolean {
  const named = text.slice(start, start + length);
  if (SELF_REFERENCE.has(code)) {
    return notebook.isDeclaredBefore(named, cell);
  }
  // Nobody has said yet what is beside the notebook, or can.
  const specifier = named.slice(1, -1);
  return code === NO_MODULE && isLocal(specifier) && !beside.isMissing(specifier);
}

/** What says it better than the compiler. */
function noticeOf(
  { notebook, library }: Workspace,
  cell: string,
  code: number,
  named: string
): Pick<Diagnostic, 'notice'> {
  if (NO_NAME.has(code) && notebook.laterDeclarer(named, cell) !== undefined) {
    return { notice: { id: 'declaredLater', name: named } };
  }
  if (code === NO_MODULE && isLocal(named.slice(1, -1))) {
    return { notice: { id: 'noSuchFile', path: named.slice(1, -1) } };
  }
  return code === NO_MODULE
    ? { notice: { id: 'noSuchModule', name: named.slice(1, -1), modules: library.importable } }
    : {};
}
