import { compile, jsonError, load, type CompiledCell, type CompileError } from '../compile';
import { Boxes, type CellHost } from './boxes';
import type { ErrorReader } from './errors';
import { emptyNamespace, fillNamespace, markLinked, type Linked } from './namespace';
import { FileSyntaxError } from './file-error';
import { candidates, isLocal, resolvePath } from '../compile/local-paths';

/** What local modules work with. */
export interface LocalModuleParts {
  /** The first of these files that is there. */
  read(paths: string[]): Promise<{ path: string; text: string }>;
  /** A module that is no file beside the notebook. */
  importOther(specifier: string): Promise<object>;
  /** What the code of a module runs with, apart from its imports. */
  host(): Omit<CellHost, 'import' | 'link'>;
  errors: ErrorReader;
}

/** A file as it was read, compiled. */
interface Source {
  path: string;
  text: string;
  compiled: CompiledCell | undefined;
  /** What it imports: the path of a file, or another module itself. */
  imports: Map<string, string | object>;
}

/** A file that was or will be run. */
interface Instance extends Linked {
  source: Source;
  boxes: Boxes;
  /** Resolves once it has run. */
  evaluation?: Promise<void>;
}

/**
 * The files beside the notebook that cells import. As modules do everywhere, each runs once, may
 * import others, itself included, and shows its variables as they are. What has changed since the
 * request before runs anew, with everything that imports it.
 */
export class LocalModules {
  private readonly instances = new Map<string, Instance>();
  /** What this request has read, by the path that was asked for. */
  private readonly sources = new Map<string, Promise<Source>>();
  private count = 0;

  constructor(private readonly parts: LocalModuleParts) {}

  /** A request begins; from now on files are looked at again. */
  begin(): void {
    this.sources.clear();
  }

  /**
   * @param from the path of the file that imports; empty for a cell
   * @throws FileSyntaxError, or whatever the file throws as it runs
   */
  async import(specifier: string, from = ''): Promise<object> {
    const graph = new Map<string, Source>();
    const root = await this.gather(resolvePath(specifier, from), graph);
    this.renew(graph);
    const instance = this.instance(root.path);
    await this.evaluate(instance, new Set());
    return instance.namespace;
  }

  /** Reads a file and all that it imports. */
  private async gather(path: string, graph: Map<string, Source>): Promise<Source> {
    let reading = this.sources.get(path);
    if (!reading) {
      reading = this.read(path);
      this.sources.set(path, reading);
    }
    const source = await reading;
    if (graph.has(source.path)) {
      return source;
    }
    graph.set(source.path, source);
    for (const { specifier } of source.compiled?.imports ?? []) {
      const target = isLocal(specifier)
        ? (await this.gather(resolvePath(specifier, source.path), graph)).path
        : await this.parts.importOther(specifier);
      source.imports.set(specifier, target);
    }
    return source;
  }

  private async read(asked: string): Promise<Source> {
    const { path, text } = await this.parts.read(candidates(asked));
    const known = this.instances.get(path)?.source;
    if (known?.text === text) {
      return known;
    }
    const compiled = path.endsWith('.json') ? undefined : this.compile(path, text);
    return { path, text, compiled, imports: new Map() };
  }

  private compile(path: string, text: string): CompiledCell {
    const file = `file-${++this.count}.ts`;
    const compiled = compile(text, {
      file,
      declared: new Map(),
      isGlobal: name => name in globalThis,
      isModule: true
    });
    if (!compiled.ok) {
      throw syntaxError(compiled.error, path, text);
    }
    const { map } = compiled;
    this.parts.errors.remember(file, {
      path,
      executionCount: 0,
      source: text,
      original: (line, column) => map.original(line, column)
    });
    return compiled;
  }

  /** Makes new instances of what has changed, and of what imports it. */
  private renew(graph: ReadonlyMap<string, Source>): void {
    const isChanged = (path: string): boolean =>
      this.instances.get(path)?.source !== graph.get(path);
    const reaches = (path: string, seen: Set<string>): boolean => {
      if (isChanged(path)) {
        return true;
      }
      seen.add(path);
      return localImports(graph.get(path)).some(next => !seen.has(next) && reaches(next, seen));
    };
    const stale = [...graph.values()].filter(({ path }) => reaches(path, new Set()));
    const instances = stale.map(source => this.prepare(source));
    instances.forEach(instance => this.instances.set(instance.source.path, instance));
    instances.forEach(fillNamespace);
  }

  private prepare(source: Source): Instance {
    const boxes = new Boxes();
    const { compiled, imports } = source;
    // Until it has run, reading what it declares is the error that it is everywhere.
    compiled?.declarations.forEach(({ name, kind }) => boxes.expect(name, kind));
    return markLinked({
      source,
      boxes,
      namespace: emptyNamespace(),
      exports: compiled?.exports ?? [{ kind: 'own', name: 'default', local: 'default' }],
      reader: name => boxes.reader(name),
      follow: specifier => {
        const target = imports.get(specifier);
        return typeof target === 'string' ? this.instance(target) : (target ?? {});
      }
    });
  }

  private instance(path: string): Instance {
    const instance = this.instances.get(path);
    if (!instance) {
      throw new Error(`'${path}' was not read.`);
    }
    return instance;
  }

  /** Runs what a module imports, then the module; one that is on its way is not waited for. */
  private evaluate(instance: Instance, above: ReadonlySet<Instance>): Promise<void> {
    instance.evaluation ??= this.run(instance, new Set([...above, instance])).catch(
      (error: unknown) => {
        // The next import tries again.
        this.instances.delete(instance.source.path);
        throw error;
      }
    );
    return instance.evaluation;
  }

  private async run(instance: Instance, above: ReadonlySet<Instance>): Promise<void> {
    const { source, boxes } = instance;
    for (const path of localImports(source)) {
      const imported = this.instance(path);
      if (!above.has(imported)) {
        await this.evaluate(imported, above);
      }
    }
    if (!source.compiled) {
      boxes.set('default', parseJson(source));
      return;
    }
    const loaded = load(source.compiled, source.text);
    if (!loaded.ok) {
      throw syntaxError(loaded.error, source.path, source.text);
    }
    const scope = boxes.scope({
      ...this.parts.host(),
      import: specifier =>
        isLocal(specifier)
          ? this.import(specifier, source.path)
          : this.parts.importOther(specifier),
      link: specifier => {
        const target = source.imports.get(specifier);
        return typeof target === 'string' ? this.instance(target).namespace : (target ?? {});
      }
    });
    try {
      await loaded.run(scope);
    } finally {
      boxes.settle();
    }
  }
}

function localImports(source: Source | undefined): string[] {
  return [...(source?.imports.values() ?? [])].filter(target => typeof target === 'string');
}

function parseJson({ path, text }: Source): unknown {
  const error = jsonError(text);
  if (error) {
    throw syntaxError(error, path, text);
  }
  return JSON.parse(text) as unknown;
}

function syntaxError({ message, line, column }: CompileError, path: string, text: string): Error {
  const sourceLine = text.split(/\r?\n/)[line - 1] ?? '';
  return new FileSyntaxError(
    message,
    { function: '', file: path, cell: 0, line, column },
    sourceLine
  );
}
