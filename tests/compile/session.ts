import { compile, demangle, load, type CheckSite, type Position } from '../../src/compile';
import { Boxes } from '../../src/runtime/boxes';

/** How a cell of a test ended. */
export type Outcome =
  | { ok: true; value: unknown; hasValue: boolean }
  | ({ ok: false; name: string; message: string; thrown: unknown } & Position);

/** Cells that run one after the other over the same boxes, as in a notebook. */
export class Session {
  readonly boxes = new Boxes();
  /** What `import` finds. */
  modules: Record<string, object> = {};
  /** The order in which modules were imported. */
  readonly imported: string[] = [];
  /** The sites at which the cells asked whether to go on. */
  readonly checks: string[] = [];
  /** Steps that a cell may take between two checks. */
  budget = 1000;
  /** Checks after which a cell is stopped. */
  limit = Infinity;
  private count = 0;

  /** Runs a cell; a failure carries its place in the cell. */
  async run(source: string): Promise<Outcome> {
    this.count += 1;
    const file = `cell-${this.count}.ts`;
    const compiled = compile(source, {
      file,
      declared: this.boxes.kinds(),
      isGlobal: name => name in globalThis
    });
    if (!compiled.ok) {
      return { ok: false, thrown: compiled.error, ...compiled.error };
    }
    const loaded = load(compiled, source);
    if (!loaded.ok) {
      return { ok: false, thrown: loaded.error, ...loaded.error };
    }
    try {
      const value = await loaded.run(
        this.boxes.scope({
          check: (line, site) => this.check(line, site),
          import: specifier => this.import(specifier),
          now: () => '',
          back: (_, value) => value,
          blame: (_, thrown) => thrown,
          link: specifier => this.modules[specifier] ?? {}
        })
      );
      return { ok: true, value, hasValue: compiled.hasValue };
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const place = new RegExp(`${file}:(\\d+):(\\d+)`).exec(error.stack ?? '');
      const at = place
        ? compiled.map.original(Number(place[1]), Number(place[2]))
        : { line: 0, column: 0 };
      const { name } = error;
      return { ok: false, name, message: demangle(error.message), thrown, ...at };
    } finally {
      this.boxes.settle();
    }
  }

  /** Runs cells and gives the value of the last one; any failure is thrown. */
  async value(...cells: string[]): Promise<unknown> {
    let value: unknown;
    for (const cell of cells) {
      const outcome = await this.run(cell);
      if (!outcome.ok) {
        throw outcome.thrown instanceof Error ? outcome.thrown : new Error(outcome.message);
      }
      value = outcome.value;
    }
    return value;
  }

  /** Runs cells, of which the last one is to fail, and gives its failure as text. */
  async failure(...cells: string[]): Promise<string> {
    await this.value(...cells.slice(0, -1));
    const outcome = await this.run(cells.at(-1) ?? '');
    return outcome.ok
      ? 'no failure'
      : `${outcome.line}:${outcome.column} ${outcome.name}: ${outcome.message}`;
  }

  private check(line: number, site: CheckSite): number {
    this.checks.push(`${site} ${line}`);
    if (this.checks.length > this.limit) {
      throw new Error(`stopped in the ${site} on line ${line}`);
    }
    return this.budget;
  }

  private import(specifier: string): Promise<object> {
    this.imported.push(specifier);
    const module = this.modules[specifier];
    return module
      ? Promise.resolve(module)
      : Promise.reject(new Error(`There is no module '${specifier}'.`));
  }
}
