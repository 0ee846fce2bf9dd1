import type { CellNames, NameKind } from './names';

/** A name that a cell takes from another one. */
export interface Borrowed {
  name: string;
  kind: NameKind;
  /** The module of the cell that declares it. */
  module: string;
}

/** A cell as a module: a prefix that brings names of other cells in, the source, its exports. */
export interface CellModule {
  text: string;
  /** Where the source begins. */
  start: number;
  /** Where the source ends. */
  end: number;
  /** Where each borrowed name stands in the prefix, and the module it comes from. */
  borrowed: ReadonlyMap<string, { position: number; module: string }>;
}

/**
 * Makes a cell a module. What it borrows comes first, since an unfinished cell would swallow what
 * follows; and on a line of its own, so that the lines of the cell stay whole. The exports have a
 * semicolon before them: after `np.` the word `export` would be taken for a member.
 */
export function cellModule(
  source: string,
  names: CellNames,
  borrowed: readonly Borrowed[]
): CellModule {
  let prefix = '';
  const places = new Map<string, { position: number; module: string }>();
  for (const { name, kind, module } of borrowed) {
    const [before, after] = borrow(name, kind, module);
    places.set(name, { position: prefix.length + before.length, module });
    prefix += before + name + after;
  }
  prefix += '\n';
  const exported = [...names.declared.keys()].filter(name => !names.exported.has(name));
  const suffix = exported.length > 0 ? `\n;export {${exported.join(',')}};` : '';
  const body = source.startsWith('#!') ? `//${source.slice(2)}` : source;
  return {
    text: prefix + body + suffix,
    start: prefix.length,
    end: prefix.length + source.length,
    borrowed: places
  };
}

/**
 * A `const` or `let` is declared anew with its type: an import would be read-only, and would lose
 * its narrower type within functions.
 */
function borrow(name: string, kind: NameKind, module: string): [before: string, after: string] {
  return kind === 'other'
    ? ['import {', `} from '${module}';`]
    : [
        `declare ${kind === 'constant' ? 'const' : 'let'} `,
        `: typeof import('${module}').${name};`
      ];
}
