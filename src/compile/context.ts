import * as ts from 'typescript';
import type { Edits } from './edits';
import { positionAt } from './positions';
import { textOf, type Place, type Scope, type Use } from './scope';
import type { CompileOptions, DeclarationKind, ImportedName } from './types';

/** A mistake found while rewriting; `compile` turns it into its result. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly offset: number
  ) {
    super(message);
  }
}

/** What the rewriting of one cell shares between its parts. */
export class Context {
  /** The scope of the node being visited. */
  scope: Scope;
  /** Boxes that the cell uses, by name. */
  readonly boxes = new Map<string, Place>();
  /** Names that occur in types; an import that is nothing else may be a type. */
  readonly inTypes = new Set<string>();
  /** What a module imports, by the names it has in there. */
  readonly imports = new Map<string, ImportedName>();
  /** The imports that a module uses as values. */
  readonly usedImports = new Set<string>();
  /** The statement whose value is the cell's. */
  last: ts.Statement | undefined;
  private counter = 0;

  constructor(
    readonly file: ts.SourceFile,
    readonly edits: Edits,
    /** Begins every name of ours; no name of the cell begins with it. */
    readonly prefix: string,
    readonly top: Scope,
    readonly options: CompileOptions,
    /** Visits one node in the present scope. */
    readonly visit: (node: ts.Node) => void
  ) {
    this.scope = top;
  }

  /** Visits a node where it is there. */
  visitOptional(node: ts.Node | undefined): void {
    if (node) {
      this.visit(node);
    }
  }

  visitAll(nodes: readonly ts.Node[]): void {
    nodes.forEach(this.visit);
  }

  visitChildren(node: ts.Node): void {
    ts.forEachChild(node, this.visit);
  }

  /** Runs a visit in a scope. */
  within(scope: Scope, visit: () => void): void {
    const outer = this.scope;
    this.scope = scope;
    visit();
    this.scope = outer;
  }

  /** A name of ours that no other has, such as `$$enum1`. */
  unique(stem: string): string {
    this.counter += 1;
    return `${this.prefix}${stem}${this.counter}`;
  }

  /** A box of the cell. */
  box(name: string, declared: DeclarationKind | undefined): Place {
    return { kind: 'box', box: `${this.prefix}_${name}`, declared };
  }

  /** The text that stands for a name here; `undefined` where it may stay as it is. */
  textFor(name: string, use: Use): string | undefined {
    const place = this.placeOf(name);
    if (place?.kind === 'box') {
      this.boxes.set(name, place);
    } else if (place?.kind === 'import') {
      this.usedImports.add(name);
    }
    return place && textOf(place, use);
  }

  /** What a function or class of the present namespace is exported as, if it is. */
  exported(name: string): string | undefined {
    return this.scope.exports.get(name);
  }

  /** The offset at which a node's own text begins. */
  start(node: ts.Node): number {
    return node.getStart(this.file);
  }

  /** The line on which a node begins, from 1. */
  line(node: ts.Node): number {
    return positionAt(this.file, this.start(node)).line;
  }

  /** Takes a type out, and remembers the names in it. */
  eraseType(type: ts.Node, start: number, end = type.end): void {
    this.collect(type);
    this.edits.erase(start, end);
  }

  /** Remembers the names in a type. */
  collect(node: ts.Node): void {
    if (ts.isIdentifier(node)) {
      this.inTypes.add(node.text);
    }
    ts.forEachChild(node, child => this.collect(child));
  }

  refuse(message: string, node: ts.Node): never {
    throw new Refusal(message, this.start(node));
  }

  private placeOf(name: string): Place | undefined {
    const scope = this.scope.find(name);
    if (scope) {
      return scope.names.get(name);
    }
    const declared = this.options.declared.get(name);
    return declared || !this.options.isGlobal(name) ? this.box(name, declared) : undefined;
  }
}
