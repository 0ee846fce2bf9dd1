/**
 * Between whoever edits a notebook and the language service, which knows all cells of the notebook
 * and lives in a worker of its own. Offsets count UTF-16 code units from the start of a cell.
 */

/** From `start` up to, but without, `end`. */
export interface TextRange {
  start: number;
  end: number;
}

/** A cell as the service knows it. */
export interface LanguageCell {
  id: string;
  source: string;
}

/** Replaces a range of a cell by a text. */
export interface TextEdit {
  range: TextRange;
  text: string;
}

/** What is to change in one cell. */
export interface CellEdits {
  cell: string;
  edits: TextEdit[];
}

/** A place in a cell, or in the types of a library, which can be read but not changed. */
export type Place =
  | { in: 'cell'; cell: string; range: TextRange }
  | { in: 'library'; file: string; range: TextRange };

/** What a completion stands for, for its icon. */
export type CompletionKind =
  | 'class'
  | 'constant'
  | 'enum'
  | 'enumMember'
  | 'file'
  | 'function'
  | 'interface'
  | 'keyword'
  | 'method'
  | 'module'
  | 'property'
  | 'text'
  | 'type'
  | 'variable';

/** One thing that could stand at the cursor. */
export interface Completion {
  name: string;
  kind: CompletionKind;
  /** Lower comes first, compared as texts; equals are ordered by name. */
  sortText: string;
  /** What to insert, where it is not the name. */
  insertText?: string;
  /** What to replace, where it is not the range of the whole list. */
  range?: TextRange;
  /** The module that it would be imported from; `completionDetails` has the edit. */
  source?: string;
  deprecated?: boolean;
  /** For the service alone, to find the details by. */
  data?: string;
}

/** What could stand at the cursor, in the order to show it. */
export interface Completions {
  /** The begun word, which a completion replaces. */
  range: TextRange;
  items: Completion[];
  /** Whether these are members of an object, so that no other names belong among them. */
  members: boolean;
}

/** What is said about a completion that is looked at. */
export interface CompletionDetails {
  /** TypeScript code, without Markdown. */
  signature: string;
  /** Markdown; empty where nothing is known. */
  documentation: string;
  /** What else to change in the cell, such as adding an import. */
  edits: TextEdit[];
}

/** What is said about the name under the mouse. */
export interface Hover {
  range: TextRange;
  /** TypeScript code, without Markdown. */
  signature: string;
  /** Markdown; empty where nothing is known. */
  documentation: string;
  /** The variable of the notebook that this is, by which the running kernel knows it. */
  variable?: string;
  /** What the running kernel last saw of the variable, in words. */
  lastSeen?: string;
}

/** One way to call the function around the cursor. */
export interface Signature {
  label: string;
  /** Markdown. */
  documentation: string;
  parameters: {
    /** The part of the label that is the parameter. */
    range: TextRange;
    /** Markdown. */
    documentation: string;
  }[];
}

export interface SignatureHelp {
  signatures: Signature[];
  activeSignature: number;
  activeParameter: number;
}

/** Something to tell about a range of a cell. It never keeps the cell from running. */
export interface Diagnostic {
  range: TextRange;
  severity: 'error' | 'warning' | 'hint';
  message: string;
  /** TypeScript's number of the message. */
  code: number;
  /** To be shown faded, or struck through. */
  tag?: 'unused' | 'deprecated';
  /** Says it better than the compiler's message; the client puts it into words. */
  notice?: LanguageNotice;
}

/** What the service has to say to the learner in words of our own. */
export type LanguageNotice =
  /** A name that only a later cell declares. */
  | { id: 'declaredLater'; name: string }
  /** There is no such file beside the notebook. */
  | { id: 'noSuchFile'; path: string }
  /** No module of this name can be imported; these can. */
  | { id: 'noSuchModule'; name: string; modules: string[] };

/** A change that TypeScript offers for a diagnostic. */
export interface CodeFix {
  title: string;
  edits: CellEdits[];
  /** Whether it is the one that one would nearly always take. */
  preferred: boolean;
}

/** What a rename changes, or why it cannot be. */
export type Rename =
  | { ok: true; range: TextRange; name: string; edits: CellEdits[] }
  /** A name of a library, or no name at all. */
  | { ok: false };

/** A token and what it is, for colours that only the types can give. */
export interface SemanticToken {
  range: TextRange;
  type: (typeof SEMANTIC_TOKEN_TYPES)[number];
  modifiers: (typeof SEMANTIC_TOKEN_MODIFIERS)[number][];
}

export const SEMANTIC_TOKEN_TYPES = [
  'class',
  'enum',
  'interface',
  'namespace',
  'typeParameter',
  'type',
  'parameter',
  'variable',
  'enumMember',
  'property',
  'function',
  'method'
] as const;

export const SEMANTIC_TOKEN_MODIFIERS = [
  'declaration',
  'static',
  'async',
  'readonly',
  'defaultLibrary',
  'local'
] as const;

/** What can be asked about a notebook, and what the answer is. */
export interface LanguageRequests {
  complete: { params: At; result: Completions | undefined };
  completionDetails: { params: At & { item: Completion }; result: CompletionDetails | undefined };
  hover: { params: At; result: Hover | undefined };
  signatureHelp: { params: At; result: SignatureHelp | undefined };
  diagnostics: { params: In; result: Diagnostic[] };
  definition: { params: At; result: Place[] };
  references: { params: At; result: Place[] };
  rename: { params: At & { newName: string | undefined }; result: Rename };
  codeFixes: { params: In & { range: TextRange; codes: number[] }; result: CodeFix[] };
  format: { params: In & { tabSize: number }; result: TextEdit[] };
  semanticTokens: { params: In; result: SemanticToken[] };
  libraryFile: { params: { file: string }; result: string | undefined };
}

interface In {
  cell: string;
}

interface At extends In {
  offset: number;
}

export type LanguageMethod = keyof LanguageRequests;
export type ParamsOf<M extends LanguageMethod> = LanguageRequests[M]['params'];
export type ResultOf<M extends LanguageMethod> = LanguageRequests[M]['result'];

/** A request with its parameters, for each method. */
export type LanguageCall = {
  [M in LanguageMethod]: { method: M; params: ParamsOf<M> };
}[LanguageMethod];

/** What is at a path beside the notebook that cells import from. */
export interface BesideFile {
  /** The path as it is imported, from the notebook's folder on; the ending may be left away. */
  asked: string;
  /** The file that it leads to; without one there is nothing. */
  file?: { path: string; text: string };
}

/** What changed in a notebook since the last such message. */
export interface CellsChange {
  /** The ids of all code cells in their order, where cells came, went or moved. */
  order?: string[];
  /** The cells that are new or have another source. */
  sources: LanguageCell[];
  /** What has been looked for beside the notebook. */
  files?: BesideFile[];
}

/** What `manifest.json` of the built language service says. */
export interface LanguageManifest {
  /** The worker's module. */
  entry: string;
  /** All types that a cell can see. */
  types: string;
}

/** From the client to the worker. */
export type ToLanguage =
  /** Comes first, once: the packed types, or where they are. */
  | { kind: 'start'; types: { url: string } | { text: string } }
  | { kind: 'cells'; notebook: string; change: CellsChange }
  | { kind: 'close'; notebook: string }
  | { kind: 'request'; id: number; notebook: string; call: LanguageCall };

/** From the worker to the client. */
export type FromLanguage =
  | { kind: 'ready' }
  /** All paths beside the notebook that its cells import from; they are to be told. */
  | { kind: 'wants'; notebook: string; paths: string[] }
  | { kind: 'answer'; id: number; result: ResultOf<LanguageMethod> }
  | { kind: 'failed'; id: number; reason: string };
