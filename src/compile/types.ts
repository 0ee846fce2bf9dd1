/** How a name of a cell was declared. */
export type DeclarationKind =
  'const' | 'let' | 'var' | 'using' | 'function' | 'class' | 'enum' | 'namespace' | 'import';

/** A name that a cell declares at its top level. */
export interface Declaration {
  name: string;
  kind: DeclarationKind;
}

/** A module that a cell imports statically. */
export interface CellImport extends Position {
  specifier: string;
}

/** Where something comes from in another module; `*` stands for the whole module. */
export interface ImportedName {
  specifier: string;
  imported: string;
}

/** What a module gives to those that import it. */
export type ModuleExport =
  /** A variable of its own. */
  | { kind: 'own'; name: string; local: string }
  /** Something of another module. */
  | ({ kind: 'from'; name: string } & ImportedName)
  /** All that another module exports by name. */
  | { kind: 'all'; specifier: string };

/** A place in a cell; line and column count from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** What the compiler must know of the cells that ran before. */
export interface CompileOptions {
  /** Names the cell in stack traces (`//# sourceURL`), such as `cell-3.ts`. */
  file: string;
  /** How each name that earlier cells declared was declared. */
  declared: ReadonlyMap<string, DeclarationKind>;
  /** Whether a name exists on the realm's global object. */
  isGlobal(name: string): boolean;
  /**
   * The source is a file that others import: what it exports is listed, what it imports is there
   * before it runs and read where it is used, and it has no value of its own.
   */
  isModule?: boolean;
}

/** A mistake that keeps a cell from running. */
export interface CompileError extends Position {
  name: 'SyntaxError';
  message: string;
}

/** Decodes positions in generated code. */
export interface PositionMap {
  /** The place in the learner's source, given one in the generated code. */
  original(line: number, column: number): Position;
}

/** A cell that compiled. */
export interface CompiledCell {
  ok: true;
  /** An expression that evaluates to a {@link CellFunction}; `load` evaluates it. */
  code: string;
  /** Names that the cell declares at its top level, in the order of the source. */
  declarations: Declaration[];
  imports: CellImport[];
  /** What a module exports; empty for a cell. */
  exports: ModuleExport[];
  map: PositionMap;
  /** Whether the cell ends in an expression whose value is to be shown. */
  hasValue: boolean;
}

export type CompileResult = CompiledCell | { ok: false; error: CompileError };

/** What a compiled cell is once it is loaded; resolves to the value of its last expression. */
export type CellFunction = (scope: CellScope) => Promise<unknown>;

/**
 * The box of one name, as compiled code uses it. The property names are short because they stand
 * in every compiled cell; a box is a plain data property `v` once its name is declared.
 */
export interface BoxSlot {
  /** Reads; writes to a name that is known to be assignable. */
  v: unknown;
  /** Writes that check first whether the name may be assigned. */
  w: unknown;
  /** Declares the name with a value. */
  d: unknown;
  /** Reads for `typeof`, where a name that nobody declared is `undefined`. */
  readonly o: unknown;
}

/** Where a check stands: a loop, or the entry of a function. */
export type CheckSite = 'loop' | 'function';

/** What a compiled cell gets from the runtime. Its functions are called without `this`. */
export interface CellScope {
  /** The box of a name that this cell only uses. */
  box(name: string): BoxSlot;
  /** The box of a name that this cell declares. */
  own(name: string, kind: DeclarationKind): BoxSlot;
  /**
   * Called when a cell has spent its steps; throws to stop the cell, or returns how many steps it
   * may take before the next call (an integer of at most 30 bits). Called at a cell's first step.
   */
  check(line: number, site: CheckSite): number;
  /** Imports a module by the specifier that the learner wrote. */
  import(specifier: string): Promise<object>;
  /** Names what the code that runs now belongs to. */
  now(): string;
  /** Called when code goes on after it has waited, with what it belongs to; gives the value. */
  back<T>(belongsTo: string, value?: T): T | undefined;
  /** Called with what an async function throws, and what its call belonged to; gives the error. */
  blame(belongsTo: string, thrown: unknown): unknown;
  /** What a module imports, which is there before it runs; cells have no use for it. */
  link?(specifier: string): object;
}
