import * as ts from 'typescript';
import type { ModuleExports, TypesPack } from './pack';

/** What every cell sees without importing it. */
export const GLOBALS_FILE = '/globals.d.ts';

const LIBRARIES = ['lib.esnext.d.ts', 'lib.webworker.d.ts'];

/** How cells are compiled, as far as types are concerned. */
export const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: LIBRARIES,
  types: [],
  strict: true,
  // `catch (error) { error.message }` is how one begins.
  useUnknownInCatchVariables: false,
  allowImportingTsExtensions: true,
  allowJs: true,
  resolveJsonModule: true,
  noEmit: true,
  skipLibCheck: true
};

/** The packed types, as the compiler asks for them; one for all notebooks. */
export class Library {
  readonly registry = ts.createDocumentRegistry(true, '/');
  private readonly snapshots = new Map<string, ts.IScriptSnapshot>();
  private readonly targets = new Map<string, string | undefined>();
  private globals: Set<string> | undefined;
  /** The names that every cell finds because we put them there. */
  readonly ours: ReadonlySet<string>;

  constructor(private readonly pack: TypesPack) {
    const text = this.text(GLOBALS_FILE) ?? '';
    const declared = text.matchAll(/^declare (?:function|const) (\w+)/gm);
    this.ours = new Set([...declared].map(([, name = '']) => name));
  }

  text(path: string): string | undefined {
    return Object.hasOwn(this.pack.files, path) ? this.pack.files[path] : undefined;
  }

  snapshot(path: string): ts.IScriptSnapshot | undefined {
    const known = this.snapshots.get(path);
    if (known) {
      return known;
    }
    const text = this.text(path);
    const snapshot = text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    if (snapshot) {
      this.snapshots.set(path, snapshot);
    }
    return snapshot;
  }

  /** The places of the modules that a cell can import. */
  get places(): string[] {
    return Object.values(this.pack.importable);
  }

  /** The modules that a cell can import. */
  get importable(): string[] {
    return Object.keys(this.pack.importable);
  }

  /** What a cell gets by importing a module; by the name it imports it by, or by its place. */
  exportsOf(moduleOrPlace: string): ModuleExports | undefined {
    const { importable, exports } = this.pack;
    const place = Object.hasOwn(importable, moduleOrPlace)
      ? importable[moduleOrPlace]
      : moduleOrPlace;
    return place === undefined ? undefined : exports[place];
  }

  /** The name by which a cell imports the module at a place. */
  nameOf(place: string): string | undefined {
    return this.importable.find(name => this.pack.importable[name] === place);
  }

  /** The file that an import in a file leads to. */
  resolve(specifier: string, from: string): string | undefined {
    if (!specifier.startsWith('.')) {
      return this.pack.modules[specifier];
    }
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const key = folder + specifier;
    if (!this.targets.has(key)) {
      const path = new URL(specifier, `file://${folder}`).pathname;
      const found = [`${path}.d.ts`, `${path}/index.d.ts`, path].find(
        place => this.text(place) !== undefined
      );
      this.targets.set(key, found);
    }
    return this.targets.get(key);
  }

  /** Whether a name exists in every cell; known once a program has been made. */
  isGlobal(name: string): boolean {
    return this.globals?.has(name) ?? false;
  }

  /** Takes note of the names that exist in every cell. */
  readGlobals(program: ts.Program): void {
    const file = program.getSourceFile(GLOBALS_FILE);
    if (!this.globals && file) {
      const symbols = program.getTypeChecker().getSymbolsInScope(file, ts.SymbolFlags.Value);
      this.globals = new Set(symbols.map(({ name }) => name));
    }
  }
}
