import type { BoxSlot, CellScope, DeclarationKind } from '../compile';

const CONSTANT: ReadonlySet<DeclarationKind> = new Set([
  'const',
  'using',
  'enum',
  'namespace',
  'import'
]);

/**
 * The value of one name that cells share. Until the name is declared, `v` is the accessor below,
 * which throws as JavaScript does; from then on it is a plain data property in front of it, which
 * costs compiled code no more than any property.
 */
class Box implements BoxSlot {
  /** How the name was declared, once its declaration ran. */
  kind: DeclarationKind | undefined;
  /** Whether the name may be assigned now. */
  assignable = false;
  /** How the running cell declares the name. */
  private next: DeclarationKind = 'let';
  /** Whether the running cell declares the name and has not come to that yet. */
  private pending = false;

  constructor(private readonly name: string) {}

  get v(): unknown {
    this.refusePending();
    if (this.name in globalThis) {
      return Reflect.get(globalThis, this.name);
    }
    throw this.notDefined();
  }

  set v(value: unknown) {
    this.refusePending();
    if (!(this.name in globalThis)) {
      throw this.notDefined();
    }
    Reflect.set(globalThis, this.name, value);
  }

  get w(): unknown {
    return this.v;
  }

  set w(value: unknown) {
    if (this.kind && !this.assignable) {
      throw new TypeError('Assignment to constant variable.');
    }
    this.v = value;
  }

  get d(): unknown {
    return this.v;
  }

  set d(value: unknown) {
    this.kind = this.next;
    this.assignable = !CONSTANT.has(this.next);
    this.pending = false;
    Object.defineProperty(this, 'v', {
      value,
      writable: true,
      enumerable: true,
      configurable: true
    });
  }

  get o(): unknown {
    return this.kind || this.pending || this.name in globalThis ? this.v : undefined;
  }

  /** A cell that declares the name begins. */
  begin(kind: DeclarationKind): void {
    this.next = kind;
    this.pending = !this.kind;
    if (kind === 'var') {
      this.d = this.kind ? this.v : undefined;
    }
  }

  /** The cell ended; what it did not come to declare is not declared. */
  settle(): void {
    this.pending = false;
  }

  private refusePending(): void {
    if (this.pending) {
      throw new ReferenceError(`Cannot access '${this.name}' before initialization`);
    }
  }

  private notDefined(): ReferenceError {
    return new ReferenceError(`${this.name} is not defined`);
  }
}

/** What the cells' code asks of the runtime; see {@link CellScope}. */
export type CellHost = Omit<CellScope, 'box' | 'own'>;

/** The names that all cells of a notebook share. */
export class Boxes {
  private readonly boxes = new Map<string, Box>();

  /** How each declared name was declared, for the compiler. */
  kinds(): Map<string, DeclarationKind> {
    const kinds = new Map<string, DeclarationKind>();
    for (const [name, { kind }] of this.boxes) {
      if (kind) {
        kinds.set(name, kind);
      }
    }
    return kinds;
  }

  has(name: string): boolean {
    return this.boxes.get(name)?.kind !== undefined;
  }

  /** The value of a name; `undefined` where it is not declared. */
  get(name: string): unknown {
    return this.has(name) ? this.box(name).v : undefined;
  }

  /** How a name is read as it is then. */
  reader(name: string): () => unknown {
    const box = this.box(name);
    return () => box.v;
  }

  /** A name is to be declared; reading it before is an error, but for those there from the start. */
  expect(name: string, kind: DeclarationKind): void {
    this.box(name).begin(kind);
  }

  /** Declares a name with a value, as a cell would. */
  set(name: string, value: unknown, kind: DeclarationKind = 'const'): void {
    const box = this.box(name);
    box.begin(kind);
    box.d = value;
  }

  /** Other boxes with the same values, in which a cell can run without touching these. */
  copy(): Boxes {
    const copy = new Boxes();
    this.kinds().forEach((kind, name) => copy.set(name, this.get(name), kind));
    return copy;
  }

  /** What a compiled cell runs with. */
  scope(host: CellHost): CellScope {
    return {
      box: name => this.box(name),
      own: (name, kind) => {
        const box = this.box(name);
        box.begin(kind);
        return box;
      },
      ...host
    };
  }

  /** To be called when a cell has ended, in whatever way. */
  settle(): void {
    this.boxes.forEach(box => box.settle());
  }

  private box(name: string): Box {
    let box = this.boxes.get(name);
    if (!box) {
      // A class each: boxes that share one would share the engine's notes on the types of their
      // values too, and a number in a hot loop would then cost five times as much.
      box = new (class extends Box {})(name);
      this.boxes.set(name, box);
    }
    return box;
  }
}
