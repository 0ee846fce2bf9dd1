/** A file or folder. */
export interface StoredEntry {
  name: string;
  isFolder: boolean;
  /** In bytes, where it is known. */
  size?: number | undefined;
}

/**
 * Where files are kept: Jupyter's contents, or a disk. It takes paths as they are: which of them a
 * cell may name is decided before. The empty path is the root of all.
 */
export interface FileStore {
  /** @throws Error when there is no such folder */
  list(folder: string): Promise<StoredEntry[]>;
  read(path: string): Promise<ArrayBuffer>;
  /** Writes a file, and makes the folders that it lies in. */
  write(path: string, bytes: ArrayBuffer): Promise<void>;
}
