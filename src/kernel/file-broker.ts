import type { OutsideAnswer, OutsideRequest } from '../protocol/outside';
import { ownFolder, placePath, type PathRefusal } from './file-policy';
import type { FileStore, StoredEntry } from './file-store';
import type { Translate } from './words';

/** Bytes of the largest file that a cell can read or write. */
const LARGEST = 50_000_000;
/** Files that one import may stand for, at the most. */
const MOST_PATHS = 10;

type FileRequest = Extract<OutsideRequest, { ask: 'read' | 'write' | 'list' }>;

/** What a file broker works with. */
export interface FileBrokerParts {
  store: FileStore;
  /** The path of the notebook, which may be moved at any time; nothing where there is none. */
  notebook(): string | undefined;
  translate: Translate;
}

/** A request that is refused, in words. */
class FileRefused extends Error {}

/** Decides which files the cells of a notebook may read and write, and does it for them. */
export class FileBroker {
  constructor(private readonly parts: FileBrokerParts) {}

  /** Answers every request, most of those that are refused by a sentence that says why. */
  async answer(request: FileRequest): Promise<OutsideAnswer> {
    try {
      switch (request.ask) {
        case 'read':
          return await this.read(request.paths);
        case 'write':
          return await this.write(request.path, request.bytes);
        case 'list':
          return await this.list(request.folder);
      }
    } catch (error) {
      const { translate } = this.parts;
      const reason =
        error instanceof FileRefused
          ? error.message
          : translate('The file could not be reached: %1', messageOf(error));
      return { got: 'refusal', name: 'FileError', reason };
    }
  }

  private async read(paths: unknown): Promise<OutsideAnswer> {
    const asked = Array.isArray(paths) ? paths.slice(0, MOST_PATHS) : [];
    // All are judged before any is looked for.
    const placed = asked.map(path => this.place(path));
    for (const path of placed) {
      const entry = await this.find(path);
      if (entry && !entry.isFolder) {
        this.limit(path, entry.size ?? 0);
        const bytes = await this.parts.store.read(this.full(path));
        this.limit(path, bytes.byteLength);
        return { got: 'file', path, bytes };
      }
    }
    const [first = ''] = placed;
    throw this.refused(
      'There is no file %1 beside this notebook. Save it there, and look at how its name is spelled.',
      first
    );
  }

  private async write(asked: unknown, bytes: unknown): Promise<OutsideAnswer> {
    const own = ownFolder(this.notebook());
    const path = this.place(asked);
    const inside = path.startsWith(`${own}/`) ? path : `${own}/${path}`;
    if (path === '' || path === own || !(bytes instanceof ArrayBuffer)) {
      throw this.refused('%1 is no name for a file.', String(asked));
    }
    this.limit(inside, bytes.byteLength);
    await this.parts.store.write(this.full(inside), bytes);
    return { got: 'written', path: inside };
  }

  private async list(asked: unknown): Promise<OutsideAnswer> {
    const path = this.place(asked);
    const entry = path === '' ? { isFolder: true } : await this.find(path);
    if (!entry?.isFolder) {
      throw this.refused('There is no folder %1 beside this notebook.', path);
    }
    const entries = await this.parts.store.list(this.full(path));
    const names = entries
      .filter(({ name }) => placePath(name).ok)
      .map(({ name, isFolder }) => (isFolder ? `${name}/` : name))
      .sort();
    return { got: 'names', names };
  }

  /** What is at a path, found from the notebook's folder on: to ask for what is not there is an error. */
  private async find(path: string): Promise<StoredEntry | undefined> {
    let folder = '';
    let found: StoredEntry | undefined;
    for (const name of path.split('/')) {
      if (found && !found.isFolder) {
        return undefined;
      }
      const entries = await this.parts.store.list(this.full(folder));
      found = entries.find(entry => entry.name === name);
      if (!found) {
        return undefined;
      }
      folder = folder === '' ? name : `${folder}/${name}`;
    }
    return found;
  }

  /** A path of the notebook's folder as the store knows it. */
  private full(path: string): string {
    const folder = this.notebook().split('/').slice(0, -1);
    return [...folder, path].filter(part => part !== '').join('/');
  }

  private notebook(): string {
    const path = this.parts.notebook();
    if (path === undefined) {
      throw this.refused('There are no files here: this code belongs to no notebook.');
    }
    return path;
  }

  private place(asked: unknown): string {
    const placed = placePath(asked);
    if (!placed.ok) {
      throw new FileRefused(this.explain(placed.why, String(asked)));
    }
    return placed.path;
  }

  private explain(why: PathRefusal, path: string): string {
    const { translate: __ } = this.parts;
    switch (why) {
      case 'malformed':
        return __(
          '%1 is no path that a cell can use: write it with / between its parts, without : and \\.',
          path
        );
      case 'outside':
        return __(
          '%1 is outside of the folder of this notebook. A cell can reach only what is in there: put the file beside the notebook.',
          path
        );
      case 'hidden':
        return __('%1 is hidden (its name begins with a dot), and cells do not reach it.', path);
      case 'notebook':
        return __('%1 is a notebook, and cells do not reach notebooks.', path);
    }
  }

  private limit(path: string, size: number): void {
    if (size > LARGEST) {
      throw this.refused(
        '%1 is too large for a cell: it has %2 MB, and %3 MB is the most.',
        path,
        (size / 1e6).toFixed(1),
        LARGEST / 1e6
      );
    }
  }

  private refused(sentence: string, ...args: (string | number)[]): FileRefused {
    return new FileRefused(this.parts.translate(sentence, ...args));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
