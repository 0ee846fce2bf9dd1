import type { Contents } from '@jupyterlab/services';
import { loadNotebook, pathOf, type CatalogueEntry } from './catalogue';

/**
 * Gives the path of the learner's own copy of a lesson, made the first time. A copy that is there
 * is never touched.
 *
 * @throws Error when the folder cannot be read or the copy cannot be saved
 */
export async function ensureLearnersCopy(
  contents: Contents.IManager,
  lesson: CatalogueEntry
): Promise<string> {
  const path = pathOf(lesson);
  if (await exists(contents, path)) {
    return path;
  }
  const content = await loadNotebook(lesson);
  await ensureFolder(contents, path.slice(0, path.lastIndexOf('/')));
  await contents.save(path, { type: 'notebook', format: 'json', content });
  return path;
}

async function ensureFolder(contents: Contents.IManager, folder: string): Promise<void> {
  const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  if (parent) {
    await ensureFolder(contents, parent);
  }
  if (!(await exists(contents, folder))) {
    await contents.save(folder, { type: 'directory' });
  }
}

/** Looked up in the folder's listing, since asking for a missing file shows as a failed request. */
async function exists(contents: Contents.IManager, path: string): Promise<boolean> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  if (folder && !(await exists(contents, folder))) {
    return false;
  }
  const listing = await contents.get(folder, { content: true });
  const name = path.slice(slash + 1);
  return (listing.content as Contents.IModel[]).some(entry => entry.name === name);
}
