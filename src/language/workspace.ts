import * as ts from 'typescript';
import type { CellsChange, Place, TextRange } from '../protocol/language';
import { Beside } from './beside';
import { COMPILER_OPTIONS, GLOBALS_FILE, type Library } from './library';
import { Notebook, type ModuleFile } from './notebook';

/** A place in a cell, as the compiler knows it. */
export interface CellPlace {
  path: string;
  position: number;
  file: ModuleFile;
}

/** TypeScript's service over the cells of one notebook, and the way between their offsets. */
export class Workspace {
  readonly notebook: Notebook;
  readonly beside: Beside;
  readonly service: ts.LanguageService;
  private version = 0;

  constructor(
    private readonly folder: string,
    readonly library: Library
  ) {
    this.notebook = new Notebook(folder, name => library.isGlobal(name));
    this.beside = new Beside(`${folder}/beside/`);
    this.service = ts.createLanguageService(this.host(), library.registry);
  }

  change(change: CellsChange): void {
    this.notebook.change(change);
    this.version += 1;
    if (change.files) {
      this.beside.tell(change.files);
      // Files may import others, which shows only now.
      this.service.getProgram();
    }
  }

  /** The text of a file that can be read but not changed: of a library, or beside the notebook. */
  text(path: string): string | undefined {
    return this.beside.file(path)?.text ?? this.library.text(path);
  }

  get program(): ts.Program {
    const program = this.service.getProgram();
    if (!program) {
      throw new Error('The language service has no program.');
    }
    return program;
  }

  /** The place of an offset in a cell, which is held within it. */
  at(cell: string, offset: number): CellPlace | undefined {
    const path = this.notebook.pathOf(cell);
    const file = path === undefined ? undefined : this.notebook.file(path);
    return path === undefined || !file
      ? undefined
      : { path, file, position: Math.min(file.start + Math.max(0, offset), file.end) };
  }

  /** A range of a module in offsets of its cell; `undefined` where it is not the cell's own. */
  rangeIn({ start, end }: ModuleFile, span: ts.TextSpan): TextRange | undefined {
    const spanEnd = ts.textSpanEnd(span);
    if (spanEnd < start || span.start > end) {
      return undefined;
    }
    return { start: Math.max(span.start, start) - start, end: Math.min(spanEnd, end) - start };
  }

  /** A place that the compiler names, where it is in a cell's own source or in a library. */
  place(path: string, span: ts.TextSpan): Place | undefined {
    const file = this.notebook.file(path);
    if (!file) {
      return this.text(path) === undefined
        ? undefined
        : { in: 'library', file: path, range: { start: span.start, end: ts.textSpanEnd(span) } };
    }
    const range = this.rangeIn(file, span);
    return range && { in: 'cell', cell: file.cell, range };
  }

  dispose(): void {
    this.service.dispose();
  }

  private host(): ts.LanguageServiceHost {
    const { notebook, library, beside, folder } = this;
    return {
      getProjectVersion: () => `${this.version}`,
      // Every module, so that the first cell to import one need not wait for it.
      getScriptFileNames: () => [
        GLOBALS_FILE,
        ...library.places,
        ...beside.fileNames,
        ...notebook.fileNames
      ],
      getScriptVersion: path => {
        const file = notebook.file(path) ?? beside.file(path);
        return file ? `${file.version}.${beside.turnsOf(path)}` : '0';
      },
      getScriptSnapshot: path => {
        const file = notebook.file(path) ?? beside.file(path);
        return file ? ts.ScriptSnapshot.fromString(file.text) : library.snapshot(path);
      },
      getCurrentDirectory: () => folder,
      getCompilationSettings: () => COMPILER_OPTIONS,
      getDefaultLibFileName: () => '/lib/lib.esnext.d.ts',
      useCaseSensitiveFileNames: () => true,
      fileExists: path => notebook.file(path) !== undefined || this.text(path) !== undefined,
      readFile: path => notebook.file(path)?.text ?? this.text(path),
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => ({ resolvedModule: this.resolve(text, from) }))
    };
  }

  private resolve(specifier: string, from: string): ts.ResolvedModuleFull | undefined {
    if (specifier.startsWith('/') && this.notebook.has(specifier)) {
      return { resolvedFileName: `${specifier}.ts`, extension: ts.Extension.Ts };
    }
    if (this.notebook.file(from) ?? this.beside.file(from)) {
      const found = this.beside.resolve(specifier, from);
      if (found) {
        return found;
      }
    }
    const path = this.library.resolve(specifier, from);
    return path === undefined
      ? undefined
      : { resolvedFileName: path, extension: ts.Extension.Dts, isExternalLibraryImport: true };
  }
}
