import type { Contents } from '@jupyterlab/services';

/** What looking for files takes of JupyterLab's contents manager. */
export type Folders = Pick<Contents.IManager, 'get' | 'save'>;

/** The names in a folder; none where there is no such folder. */
export async function namesIn(contents: Folders, folder: string): Promise<string[]> {
  if (!(await exists(contents, folder))) {
    return [];
  }
  const { content } = await contents.get(folder, { content: true });
  return (content as Contents.IModel[]).map(item => item.name);
}

/** Looked up in the folder's listing, since asking for a missing file shows as a failed request. */
export async function exists(contents: Folders, path: string): Promise<boolean> {
  if (path === '') {
    return true;
  }
  const slash = path.lastIndexOf('/');
  const names = await namesIn(contents, path.slice(0, Math.max(0, slash)));
  return names.includes(path.slice(slash + 1));
}

/** Makes a folder, and those that it is in, where they are missing. */
export async function ensureFolder(contents: Folders, folder: string): Promise<void> {
  if (await exists(contents, folder)) {
    return;
  }
  await ensureFolder(contents, folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
  await contents.save(folder, { type: 'directory' });
}
