import * as ts from 'typescript';
import { isLocal, resolvePath } from '../compile/local-paths';
import type { BesideFile } from '../protocol/language';

/** A file as the compiler sees it. */
interface Known {
  text: string;
  version: number;
}

const EXTENSIONS: Readonly<Record<string, ts.Extension>> = {
  ts: ts.Extension.Ts,
  js: ts.Extension.Js,
  mjs: ts.Extension.Mjs,
  json: ts.Extension.Json
};

/**
 * The files beside a notebook that its cells import, as far as they have been told. Which are
 * wanted shows while the compiler resolves imports; whoever runs the service reads and tells them.
 */
export class Beside {
  private readonly files = new Map<string, Known>();
  /** What a path that is asked for leads to; `undefined` where there is nothing. */
  private readonly targets = new Map<string, string | undefined>();
  private readonly importers = new Map<string, Set<string>>();
  /** How often the imports of a module have come to lead elsewhere. */
  private readonly turns = new Map<string, number>();
  private versions = 0;

  /**
   * @param folder where the files are for the compiler, ending in a slash
   */
  constructor(private readonly folder: string) {}

  /** The paths of all files, as the compiler knows them. */
  get fileNames(): string[] {
    return [...this.files.keys()].map(path => this.folder + path);
  }

  /** What is imported, in the order in which it was met. */
  get wanted(): string[] {
    return [...this.importers.keys()];
  }

  tell(told: readonly BesideFile[]): void {
    for (const { asked, file } of told) {
      const isNew = !this.targets.has(asked) || this.targets.get(asked) !== file?.path;
      this.targets.set(asked, file?.path);
      for (const importer of (isNew && this.importers.get(asked)) || []) {
        this.turns.set(importer, this.turnsOf(importer) + 1);
      }
      if (file && this.files.get(file.path)?.text !== file.text) {
        this.files.set(file.path, { text: file.text, version: ++this.versions });
      }
    }
    const used = new Set(this.targets.values());
    for (const path of this.files.keys()) {
      if (!used.has(path)) {
        this.files.delete(path);
      }
    }
  }

  /** Belongs to the version of a module: the compiler looks at its imports again when it changes. */
  turnsOf(path: string): number {
    return this.turns.get(path) ?? 0;
  }

  file(path: string): Known | undefined {
    return path.startsWith(this.folder)
      ? this.files.get(path.slice(this.folder.length))
      : undefined;
  }

  /** Whether it is known that an import leads to nothing. */
  isMissing(specifier: string): boolean {
    const asked = resolvePath(specifier, '');
    return this.targets.has(asked) && this.targets.get(asked) === undefined;
  }

  /** Where the import of a file leads, in a cell or in another such file. */
  resolve(specifier: string, from: string): ts.ResolvedModuleFull | undefined {
    if (!isLocal(specifier)) {
      return undefined;
    }
    const importer = this.file(from) ? from.slice(this.folder.length) : '';
    const asked = resolvePath(specifier, importer);
    const importers = this.importers.get(asked) ?? new Set();
    this.importers.set(asked, importers.add(from));
    const path = this.targets.get(asked);
    const extension = path === undefined ? undefined : EXTENSIONS[path.split('.').at(-1) ?? ''];
    return path === undefined || extension === undefined
      ? undefined
      : { resolvedFileName: this.folder + path, extension };
  }
}
