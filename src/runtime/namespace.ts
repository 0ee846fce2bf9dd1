import type { ModuleExport } from '../compile';

/** Reads an export as it is now. */
type Getter = () => unknown;

/** A module with what it takes to find the values of its exports. */
export interface Linked {
  exports: readonly ModuleExport[];
  /** The object that stands for the module. */
  namespace: object;
  /** Reads a variable of its own. */
  reader(local: string): Getter;
  /** A module that it imports: one like it, or the namespace of another kind. */
  follow(specifier: string): Linked | object;
}

/** The object that is to stand for a module, empty at first since modules may import each other. */
export const emptyNamespace = (): object =>
  Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } }) as object;

/** Gives a module's object its exports, each read when it is asked for, once all modules are known. */
export function fillNamespace(module: Linked): void {
  for (const name of [...names(module, new Set())].sort()) {
    const get = find(module, name, new Set());
    if (get) {
      Object.defineProperty(module.namespace, name, { get, enumerable: true });
    }
  }
  Object.preventExtensions(module.namespace);
}

/** How an export is read; one by name comes before those of `export *`. */
function find(module: Linked, name: string, seen: Set<Linked>): Getter | undefined {
  if (seen.has(module)) {
    return undefined;
  }
  seen.add(module);
  for (const entry of module.exports) {
    if (entry.kind === 'own' && entry.name === name) {
      return module.reader(entry.local);
    }
    if (entry.kind === 'from' && entry.name === name) {
      const from = module.follow(entry.specifier);
      return entry.imported === '*' ? () => namespaceOf(from) : findIn(from, entry.imported, seen);
    }
  }
  for (const entry of module.exports) {
    const get =
      entry.kind === 'all' && name !== 'default'
        ? findIn(module.follow(entry.specifier), name, seen)
        : undefined;
    if (get) {
      return get;
    }
  }
  return undefined;
}

function findIn(from: Linked | object, name: string, seen: Set<Linked>): Getter | undefined {
  if (isLinked(from)) {
    return find(from, name, seen);
  }
  return name in from ? () => Reflect.get(from, name) as unknown : undefined;
}

/** The names of what a module exports, as far as they can be known without looking for each. */
function names(module: Linked, seen: Set<Linked>): Set<string> {
  const found = new Set<string>();
  if (seen.has(module)) {
    return found;
  }
  seen.add(module);
  for (const entry of module.exports) {
    if (entry.kind === 'all') {
      const from = module.follow(entry.specifier);
      const all = isLinked(from) ? names(from, seen) : Object.keys(from);
      [...all].filter(name => name !== 'default').forEach(name => found.add(name));
    } else {
      found.add(entry.name);
    }
  }
  return found;
}

const namespaceOf = (from: Linked | object): object => (isLinked(from) ? from.namespace : from);

const linked = new WeakSet<object>();

/** Tells modules of our own from namespaces, whose exports may have any name. */
export function markLinked<T extends Linked>(module: T): T {
  linked.add(module);
  return module;
}

const isLinked = (from: Linked | object): from is Linked => linked.has(from);
