/**
 * What a cell asks of the world outside its worker. The host decides what of it happens: the worker
 * can say anything, so that nothing of a request is taken as given. Paths are those of the
 * notebook's folder, with `/` between their parts.
 */
export type OutsideRequest =
  /** The first of these files that is there. */
  | { ask: 'read'; paths: string[] }
  /** Writes a file into the folder that the notebook has for that. */
  | { ask: 'write'; path: string; bytes: ArrayBuffer }
  /** The names of what is in a folder. */
  | { ask: 'list'; folder: string }
  /** The text of a package's module, by the name or address that stands in an import. */
  | { ask: 'package'; specifier: string };

/** The answer; a refusal is in words. */
export type OutsideAnswer =
  | { got: 'file'; path: string; bytes: ArrayBuffer }
  /** With the path by which the file can be read. */
  | { got: 'written'; path: string }
  /** Folders end with a slash. */
  | { got: 'names'; names: string[] }
  /** What it imports itself is meant relative to its address. */
  | { got: 'module'; address: string; text: string }
  /** A module that the host itself can import, by its address. */
  | { got: 'address'; address: string }
  | { got: 'refusal'; name: 'FileError' | 'PackageError'; reason: string };
