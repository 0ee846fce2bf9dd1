/** All types that a cell can see, as the build packs them into one file. */
export interface TypesPack {
  /** The text of each declaration file by its place, such as `/lib/lib.es5.d.ts`. */
  files: Record<string, string>;
  /** The place of each module that a declaration file names by other than a relative path. */
  modules: Record<string, string>;
  /** The places of the modules that a cell can import, by the names it imports them by. */
  importable: Record<string, string>;
  /** What each importable module, and each namespace in it, exports; by its place. */
  exports: Record<string, ModuleExports>;
}

/** What completion knows of a module's exports. */
export interface ModuleExports {
  /** Those that are there when a cell runs, rather than types alone. */
  values: string[];
  /** Those that the module's authors list in their reference; empty where they have none. */
  listed: string[];
  /** Those that are of no use in a cell. */
  internal: string[];
}
