import type { DeclarationKind } from './types';

/** What compiled code does with a name. */
export type Use = 'read' | 'write' | 'declare' | 'typeof';

/** Where the value of a name lives when it is not a plain local of the compiled code. */
export type Place =
  | { kind: 'box'; box: string; declared: DeclarationKind | undefined }
  /** A property of an object, such as an exported variable of a namespace. */
  | { kind: 'member'; text: string }
  /** What a module imports, read where it is used since it may change. */
  | { kind: 'import'; text: string };

const ASSIGNABLE: ReadonlySet<DeclarationKind> = new Set(['let', 'var', 'function', 'class']);

/** The text that stands for a name in compiled code. */
export function textOf(place: Place, use: Use): string {
  if (place.kind !== 'box') {
    return place.text;
  }
  const assignable = place.declared !== undefined && ASSIGNABLE.has(place.declared);
  switch (use) {
    case 'read':
      return `${place.box}.v`;
    case 'typeof':
      return `${place.box}.o`;
    case 'write':
      return assignable ? `${place.box}.v` : `${place.box}.w`;
    case 'declare':
      // A `var` is declared as the cell begins; what stands at its place is an assignment.
      return place.declared === 'var' ? `${place.box}.v` : `${place.box}.d`;
  }
}

/** The names that one function, block, class, namespace or cell declares. */
export class Scope {
  /** Names by the place of their value; a plain local has none. */
  readonly names = new Map<string, Place | undefined>();
  /** Plain locals of a namespace that are its properties too, by the text of the property. */
  readonly exports = new Map<string, string>();

  constructor(readonly parent: Scope | undefined) {}

  declare(name: string, place?: Place): void {
    this.names.set(name, place);
  }

  /** The nearest scope that declares a name. */
  find(name: string): Scope | undefined {
    if (this.names.has(name)) {
      return this;
    }
    return this.parent?.find(name);
  }
}
