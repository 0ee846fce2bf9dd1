import type { CompletionKind } from '../protocol/language';
import type { Library } from './library';
import type { ModuleExports } from './pack';
import { FAMILIAR, LIBRARYS_OWN, POPULAR, POPULAR_MEMBERS } from './popular';

/** A digit that a completion's sort text begins with: lower comes first. */
export type Rank = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Keywords that begin what a learner writes in a cell. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'async',
  'await',
  'class',
  'const',
  'else',
  'false',
  'for',
  'function',
  'if',
  'import',
  'let',
  'new',
  'null',
  'of',
  'return',
  'true',
  'type',
  'typeof',
  'while'
]);

/** Ranks a name that every cell finds; `undefined` where it is not worth showing. */
export function rankGlobal(name: string, isOurs: boolean): Rank | undefined {
  if (isOurs) {
    return 2;
  }
  if (/^on[a-z]+$/.test(name)) {
    return undefined;
  }
  return FAMILIAR.has(name) ? 3 : 7;
}

/** Ranks a name of the cells, or a keyword. */
export function rankLocal(name: string, kind: CompletionKind): Rank {
  return kind === 'keyword' ? (KEYWORDS.has(name) ? 4 : 8) : 1;
}

/** What a member of a value is sorted by; `type` names the class of the value. */
export function memberSortText(name: string, type: string | undefined): string {
  const order = POPULAR_MEMBERS[type ?? '']?.indexOf(name) ?? -1;
  if (order >= 0) {
    return `0${String(order).padStart(2, '0')}`;
  }
  return name.startsWith('_') || LIBRARYS_OWN.has(name) ? '8' : '1';
}

/** Ranks the exports of a module; `undefined` where an export is of no use in a cell. */
export class ModuleRanks {
  private readonly popular: ReadonlyMap<string, number>;
  private readonly listed: ReadonlySet<string>;
  private readonly internal: ReadonlySet<string>;

  constructor(place: string, { listed, internal }: ModuleExports) {
    this.popular = new Map((POPULAR[place] ?? []).map((name, index) => [name, index]));
    this.listed = new Set(listed);
    this.internal = new Set(internal);
  }

  /** The module at a place, if anything is known of it. */
  static of(library: Library, place: string): ModuleRanks | undefined {
    const exports = library.exportsOf(place);
    return exports && new ModuleRanks(place, exports);
  }

  sortText(name: string, kind: CompletionKind): string | undefined {
    if (this.internal.has(name)) {
      return undefined;
    }
    const order = this.popular.get(name);
    if (order !== undefined) {
      return `0${String(order).padStart(2, '0')}`;
    }
    if (this.listed.has(name)) {
      return '1';
    }
    const isCalled = kind === 'function' || kind === 'method';
    if (this.listed.size > 0) {
      return isCalled ? '4' : kind === 'module' ? '5' : '6';
    }
    return isCalled ? '1' : '2';
  }
}
