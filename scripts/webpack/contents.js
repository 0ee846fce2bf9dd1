import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The files under `folder` in a stable order, as paths with slashes; hidden ones are left out. */
export function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map(file => file.split(path.sep).join('/'))
    .filter(file => !file.split('/').some(step => step.startsWith('.')))
    .sort();
}

/** The list of the files under `root` that the app reads: path, size in bytes, time of change. */
export function listing(root) {
  return filesIn(root).map(file => {
    const { size, mtime } = statSync(path.join(root, file));
    return { path: file, size, modified: mtime.toISOString() };
  });
}
