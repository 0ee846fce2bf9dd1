import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueEntry, type CatalogueEntry } from '../lesson/catalogue';
import { lessonOf } from '../lesson/metadata';
import { readNotebook } from './read-notebook';

/** A published notebook and its place among the others. */
interface Published {
  entry: CatalogueEntry;
  next: string | undefined;
  /** The lessons that come before it. */
  after: Set<string>;
}

/** The catalogue of a folder of notebooks, each lesson after those that it follows. */
export function catalogueText(folder: string): string {
  const published = new Map<string, Published>();
  for (const place of globSync('*/*.ipynb', { cwd: folder }).sort()) {
    const notebook = readNotebook(path.join(folder, place));
    const entry = catalogueEntry(notebook);
    if (entry) {
      const { buildsOn, next } = lessonOf(notebook) ?? {};
      const id = `${entry.track}/${entry.lesson}`;
      published.set(id, { entry, next, after: new Set(buildsOn) });
    }
  }
  for (const [id, { next }] of published) {
    published.get(next ?? '')?.after.add(id);
  }
  return `${JSON.stringify(inOrder(published), null, 2)}\n`;
}

/**
 * Writes `catalogue.json` beside the notebooks, where it is not as it should be.
 * @returns whether it was written
 */
export function writeCatalogue(folder: string): boolean {
  const file = path.join(folder, 'catalogue.json');
  const text = catalogueText(folder);
  const stale = !existsSync(file) || readFileSync(file, 'utf8') !== text;
  if (stale) {
    writeFileSync(file, text);
  }
  return stale;
}

function inOrder(published: ReadonlyMap<string, Published>): CatalogueEntry[] {
  const entries = new Map<string, CatalogueEntry>();
  const visited = new Set<string>();
  const add = (id: string): void => {
    const lesson = published.get(id);
    // Two lessons may name each other; one of them comes first all the same.
    if (!lesson || visited.has(id)) {
      return;
    }
    visited.add(id);
    [...lesson.after].sort().forEach(add);
    entries.set(id, lesson.entry);
  };
  [...published.keys()].forEach(add);
  return [...entries.values()];
}
