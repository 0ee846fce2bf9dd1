import type { Contents } from '@jupyterlab/services';
import { ensureFolder, exists } from '../lesson/folders';
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
