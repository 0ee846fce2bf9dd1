import type { CellsChange, CompletionKind } from '../protocol/language';
import { cellModule, type Borrowed, type CellModule } from './cell-module';
import { readNames, type CellNames } from './names';
import { isNear } from './spelling';

/** A cell with what is known of it. */
interface Cell {
  id: string;
  /** The path of its module, without an ending. */
  module: string;
  source: string;
  names: CellNames;
  /** The source when it last could be parsed, which is what other cells see. */
  good: { source: string; names: CellNames };
}

/** A file that the compiler sees, with a version that changes when its text does. */
export interface ModuleFile extends CellModule {
  version: number;
  cell: string;
  names: CellNames;
}

/**
 * The cells of a notebook as modules. A name means what it means when the cells run from top to
 * bottom: the latest earlier declaration. Within functions, which run later, a name that no cell
 * has declared yet means that of the next cell to declare it.
 */
export class Notebook {
  private cells: Cell[] = [];
  private readonly all = new Map<string, Cell>();
  private readonly files = new Map<string, ModuleFile>();
  private count = 0;
  private versions = 0;

  /**
   * @param folder where its modules are, without a slash at the end
   * @param isGlobal whether a name exists without any cell
   */
  constructor(
    private readonly folder: string,
    private readonly isGlobal: (name: string) => boolean
  ) {}

  change({ order, sources }: CellsChange): void {
    for (const { id, source } of sources) {
      this.setSource(id, source);
    }
    if (order) {
      this.cells = order.flatMap(id => this.all.get(id) ?? []);
      for (const id of this.all.keys()) {
        if (!order.includes(id)) {
          this.all.delete(id);
        }
      }
    }
    this.makeModules();
  }

  /** The paths of all modules. */
  get fileNames(): string[] {
    return [...this.files.keys()];
  }

  file(path: string): ModuleFile | undefined {
    return this.files.get(path);
  }

  /** Whether there is a module of this path without an ending. */
  has(module: string): boolean {
    return this.files.has(`${module}.ts`);
  }

  /** The path of the module in which a cell is edited. */
  pathOf(id: string): string | undefined {
    const cell = this.all.get(id);
    return cell && (cell.source === cell.good.source ? goodPath(cell) : editedPath(cell));
  }

  sourceOf(id: string): string | undefined {
    return this.all.get(id)?.source;
  }

  namesOf(id: string): CellNames | undefined {
    return this.all.get(id)?.names;
  }

  /** Whether the source of a cell can be parsed. */
  isWhole(id: string): boolean {
    const cell = this.all.get(id);
    return cell !== undefined && isWhole(cell.names);
  }

  /** The cells in their order. */
  get ids(): string[] {
    return this.cells.map(({ id }) => id);
  }

  /** The names of earlier cells that a cell does not declare itself, with the declaring cell. */
  visibleTo(id: string): Map<string, { shown: CompletionKind; cell: string }> {
    const visible = new Map<string, { shown: CompletionKind; cell: string }>();
    for (const cell of this.cells) {
      if (cell.id === id) {
        break;
      }
      for (const [name, { shown }] of cell.good.names.declared) {
        visible.set(name, { shown, cell: cell.id });
      }
    }
    const own = this.all.get(id)?.names.declared.keys() ?? [];
    for (const name of own) {
      visible.delete(name);
    }
    return visible;
  }

  /** The cell that declares a name that a cell uses or declares. */
  declarerOf(name: string, id: string): string | undefined {
    const cell = this.all.get(id);
    if (!cell || cell.names.declared.has(name)) {
      return cell?.id;
    }
    return this.visibleTo(id).get(name)?.cell ?? this.laterDeclarer(name, id);
  }

  /** Where a cell declares a name, in the module that other cells see. */
  declaration(name: string, id: string): { path: string; position: number } | undefined {
    const cell = this.all.get(id);
    const path = cell && goodPath(cell);
    const offset = cell?.good.names.declared.get(name)?.offset;
    const start = path === undefined ? undefined : this.files.get(path)?.start;
    return path === undefined || offset === undefined || start === undefined
      ? undefined
      : { path, position: start + offset };
  }

  /** Whether an earlier cell declares a name, whatever this one does. */
  isDeclaredBefore(name: string, id: string): boolean {
    const index = this.cells.findIndex(cell => cell.id === id);
    return this.cells.slice(0, index).some(cell => cell.good.names.declared.has(name));
  }

  /** The next cell after this one that declares a name. */
  laterDeclarer(name: string, id: string): string | undefined {
    const index = this.cells.findIndex(cell => cell.id === id);
    return this.cells.slice(index + 1).find(cell => cell.good.names.declared.has(name))?.id;
  }

  private setSource(id: string, source: string): void {
    const cell = this.all.get(id);
    if (cell?.source === source) {
      return;
    }
    const names = readNames(source);
    if (!cell) {
      const module = `${this.folder}/cell${++this.count}`;
      this.all.set(id, { id, module, source, names, good: { source, names } });
      return;
    }
    cell.source = source;
    cell.names = names;
    if (isWhole(names) || !isWhole(cell.good.names)) {
      cell.good = { source, names };
    }
  }

  private makeModules(): void {
    const before = new Map(this.files);
    this.files.clear();
    const earlier = new Map<string, Borrowed>();
    for (const cell of this.cells) {
      const { good, source, names } = cell;
      this.put(before, cell, goodPath(cell), good.source, good.names, earlier);
      if (good.source !== source) {
        this.put(before, cell, editedPath(cell), source, names, earlier);
      }
      for (const [name, { kind }] of good.names.declared) {
        earlier.set(name, { name, kind, module: cell.module });
      }
    }
  }

  private put(
    before: ReadonlyMap<string, ModuleFile>,
    cell: Cell,
    path: string,
    source: string,
    names: CellNames,
    earlier: ReadonlyMap<string, Borrowed>
  ): void {
    const borrowed = new Map<string, Borrowed>();
    for (const [name, { atOnce }] of names.used) {
      if (!names.declared.has(name)) {
        const found = earlier.get(name) ?? (atOnce ? undefined : this.later(cell, name));
        for (const each of found ? [found] : this.nearTo(name, names, earlier)) {
          borrowed.set(each.name, each);
        }
      }
    }
    const module = cellModule(source, names, [...borrowed.values()]);
    const known = before.get(path);
    const version = known?.text === module.text ? known.version : ++this.versions;
    this.files.set(path, { ...module, version, cell: cell.id, names });
  }

  /** Names that one may have meant, so that the compiler can propose them. */
  private nearTo(
    name: string,
    { declared }: CellNames,
    earlier: ReadonlyMap<string, Borrowed>
  ): Borrowed[] {
    return this.isGlobal(name)
      ? []
      : [...earlier.values()].filter(each => !declared.has(each.name) && isNear(name, each.name));
  }

  private later({ id }: Cell, name: string): Borrowed | undefined {
    const cell = this.isGlobal(name) ? undefined : this.all.get(this.laterDeclarer(name, id) ?? '');
    const declared = cell?.good.names.declared.get(name);
    return cell && declared && { name, kind: declared.kind, module: cell.module };
  }
}

const isWhole = ({ mistakes }: CellNames) => mistakes.length === 0;
const goodPath = ({ module }: Cell) => `${module}.ts`;
const editedPath = ({ module }: Cell) => `${module}.edited.ts`;
