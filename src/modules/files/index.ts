import type { NotebookFiles } from '../host';

/** What `import … from 'files'` gives: the files beside the notebook. */
export interface Files {
  /**
   * The text of a file beside the notebook or in a folder there, such as `data/penguins.csv`.
   * @throws FileError where there is no such file, it is no text in UTF-8, or may not be read
   */
  readText(path: string): Promise<string>;
  /** The bytes of a file. @throws FileError where there is none, or it may not be read */
  readBytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The value in a JSON file. @throws FileError, or SyntaxError where it is no JSON */
  readJson(path: string): Promise<unknown>;
  /**
   * Writes text into the folder that the notebook has for what it writes, over a file of that name.
   * @returns the path by which it can be read again, such as `intro-files/scores.csv`
   * @throws FileError where it cannot be written
   */
  writeText(path: string, text: string): Promise<string>;
  /** Writes bytes, as {@link writeText} does text. */
  writeBytes(path: string, bytes: Uint8Array | ArrayBuffer): Promise<string>;
  /** The names in a folder, folders with a slash at their end. @throws FileError */
  list(folder?: string): Promise<string[]>;
}

class FileError extends Error {
  override readonly name = 'FileError';
}

export function load(files: NotebookFiles): Files {
  const readText = async (path: string): Promise<string> => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await files.read(path));
    } catch (error) {
      if (error instanceof TypeError) {
        throw new FileError(`'${path}' is no text in UTF-8; readBytes gives its bytes.`);
      }
      throw error;
    }
  };
  const writeBytes = (path: string, bytes: Uint8Array | ArrayBuffer): Promise<string> =>
    files.write(path, new Uint8Array(bytes).slice().buffer);
  return {
    readText,
    readBytes: async path => new Uint8Array(await files.read(path)),
    readJson: async path => JSON.parse(await readText(path)) as unknown,
    writeText: (path, text) => writeBytes(path, new TextEncoder().encode(text)),
    writeBytes,
    list: (folder = '.') => files.list(folder)
  };
}
