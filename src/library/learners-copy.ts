import type { Contents } from '@jupyterlab/services';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { catalogueEntry } from '../lesson/catalogue';
import { ensureFolder, exists } from '../lesson/folders';
import { loadNotebook, pathOf, type CatalogueEntry } from './catalogue';

/**
 * Gives the path of the learner's own copy of a lesson, made the first time. A copy that is there
 * is never touched.
 *
 * @param moved where the learner had it last, which counts while the lesson is still there
 * @throws Error when the folder cannot be read or the copy cannot be saved
 */
export async function ensureLearnersCopy(
  contents: Contents.IManager,
  lesson: CatalogueEntry,
  moved?: string
): Promise<string> {
  if (moved !== undefined && (await holds(contents, moved, lesson))) {
    return moved;
  }
  const path = pathOf(lesson);
  if (await exists(contents, path)) {
    return path;
  }
  const content = await loadNotebook(lesson);
  await ensureFolder(contents, path.slice(0, path.lastIndexOf('/')));
  await contents.save(path, { type: 'notebook', format: 'json', content });
  return path;
}

/** Whether a file is a copy of a lesson. */
async function holds(
  contents: Contents.IManager,
  path: string,
  { track, lesson }: CatalogueEntry
): Promise<boolean> {
  if (path === pathOf({ track, lesson }) || !(await exists(contents, path))) {
    return false;
  }
  const { content } = await contents.get(path, { content: true, type: 'notebook' });
  const { metadata } = content as INotebookContent;
  const entry = catalogueEntry({ metadata, cells: [] });
  return entry?.track === track && entry.lesson === lesson;
}
