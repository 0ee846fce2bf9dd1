import { lstat, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore, StoredEntry } from '../kernel/file-store';

/** The files of a folder on a disk. Links are followed only to what is in the folder too. */
export class DiskStore implements FileStore {
  constructor(private readonly root: string) {}

  async list(folder: string): Promise<StoredEntry[]> {
    const place = await this.inside(folder);
    const entries = await readdir(place, { withFileTypes: true });
    const found = await Promise.all(
      entries.map(async ({ name }) => this.describe(path.posix.join(folder, name), name))
    );
    return found.filter(entry => entry !== undefined);
  }

  async read(file: string): Promise<ArrayBuffer> {
    return new Uint8Array(await readFile(await this.inside(file))).buffer;
  }

  async write(file: string, bytes: ArrayBuffer): Promise<void> {
    const steps = file.split('/');
    let place = await realpath(this.root);
    // No link is followed, not even to another place in here; nothing is made behind one.
    for (const step of steps.slice(0, -1)) {
      place = path.join(place, step);
      await mkdir(place).catch(ifItExists);
      if ((await realpath(place)) !== place) {
        throw new Error(`${file} leads through a link`);
      }
    }
    place = path.join(place, steps.at(-1) ?? '');
    const there = await lstat(place).catch(() => undefined);
    if (there?.isSymbolicLink()) {
      throw new Error(`${file} is a link`);
    }
    await writeFile(place, new Uint8Array(bytes));
  }

  private async describe(file: string, name: string): Promise<StoredEntry | undefined> {
    try {
      const { size, ...stats } = await statOf(await this.inside(file));
      return { name, isFolder: stats.isFolder, size };
    } catch {
      // A link that leads nowhere, or elsewhere.
      return undefined;
    }
  }

  /** The real place of a path. @throws Error where that is outside of the folder */
  private async inside(file: string): Promise<string> {
    const root = await realpath(this.root);
    const place = await realpath(path.join(root, file));
    if (place !== root && !place.startsWith(root + path.sep)) {
      throw new Error(`${file} is a link that leads out of the folder`);
    }
    const hidden = path
      .relative(root, place)
      .split(path.sep)
      .some(step => /^\.[^.]/.test(step));
    if (hidden || /\.ipynb$/i.test(place)) {
      throw new Error(`${file} is a link to what cells do not reach`);
    }
    return place;
  }
}

async function statOf(place: string): Promise<{ size: number; isFolder: boolean }> {
  const stats = await lstat(place);
  return { size: stats.size, isFolder: stats.isDirectory() };
}

function ifItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') {
    throw error;
  }
}
