import { store } from './store';

/** A file that is not there, or not what it was taken for. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/**
 * The text of a file beside the notebook or in a folder there, such as `data/penguins.csv`.
 * @throws FileError where there is no such file, it is no text in UTF-8, or may not be read
 */
export async function readText(path: string): Promise<string> {
  const bytes = await store().read(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(`'${path}' is no text in UTF-8; readBytes gives its bytes.`);
  }
}

/** The bytes of a file. @throws FileError where there is none, or it may not be read */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await store().read(path));
}

/** The value in a JSON file. @throws FileError, or SyntaxError where it is no JSON */
export async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readText(path)) as unknown;
}

/**
 * Writes text into the folder that the notebook has for what it writes, over a file of that name.
 * @returns the path by which it can be read again, such as `intro-files/scores.csv`
 * @throws FileError where it cannot be written
 * @example
 * ```ts
 * const place = await writeText('scores.csv', 'name,score\nAda,10');
 * (await readText(place)).split('\n').length
 * // → 2
 * ```
 */
export async function writeText(path: string, text: string): Promise<string> {
  return writeBytes(path, new TextEncoder().encode(text));
}

/** Writes bytes, as {@link writeText} does text. @throws FileError where they cannot be written */
export async function writeBytes(path: string, bytes: Uint8Array | ArrayBuffer): Promise<string> {
  return store().write(path, new Uint8Array(bytes).slice().buffer);
}

/** The names in a folder, folders with a slash at their end. @throws FileError */
export async function list(folder = '.'): Promise<string[]> {
  return store().list(folder);
}
