import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { SPEC } from '../kernel/spec';

/** For whom a kernel is installed: the user, the Python environment in use, or all who use a folder. */
export type Place = { for: 'user' } | { for: 'environment' } | { for: 'prefix'; folder: string };

/** The folder that Jupyter reads the kernel from. */
export function specFolder(place: Place): string {
  return path.join(dataFolder(place), 'kernels', SPEC.name);
}

/**
 * Tells Jupyter of the kernel.
 *
 * @param argv the command that starts it, but for the connection file
 * @param logo an SVG file for the launcher
 * @returns the folder that was written
 */
export function installSpec(place: Place, argv: string[], logo: string): string {
  const folder = specFolder(place);
  mkdirSync(folder, { recursive: true });
  const spec = {
    argv: [...argv, '{connection_file}'],
    display_name: SPEC.display_name,
    language: SPEC.language,
    // A signal would not reach the kernel on Windows, and may reach others with it elsewhere.
    interrupt_mode: 'message',
    metadata: { debugger: false }
  };
  writeFileSync(path.join(folder, 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`);
  if (existsSync(logo)) {
    copyFileSync(logo, path.join(folder, 'logo-svg.svg'));
  }
  return folder;
}

/** Takes the kernel away; `undefined` where it was not installed. */
export function uninstallSpec(place: Place): string | undefined {
  const folder = specFolder(place);
  if (!existsSync(folder)) {
    return undefined;
  }
  rmSync(folder, { recursive: true });
  return folder;
}

function dataFolder(place: Place): string {
  switch (place.for) {
    case 'user':
      return userFolder();
    case 'environment':
      return path.join(environmentFolder(), 'share/jupyter');
    case 'prefix':
      return path.join(place.folder, 'share/jupyter');
  }
}

/** Where Jupyter looks for what belongs to the user, on each system. */
function userFolder(): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = process.env;
  if (JUPYTER_DATA_DIR) {
    return JUPYTER_DATA_DIR;
  }
  switch (process.platform) {
    case 'darwin':
      return path.join(homedir(), 'Library/Jupyter');
    case 'win32':
      return path.join(APPDATA ?? path.join(homedir(), 'AppData/Roaming'), 'jupyter');
    default:
      return path.join(XDG_DATA_HOME ?? path.join(homedir(), '.local/share'), 'jupyter');
  }
}

/**
 * The folder of the Python environment in use.
 *
 * @throws Error where there is no Python
 */
function environmentFolder(): string {
  for (const python of ['python3', 'python']) {
    const asked = spawnSync(python, ['-c', 'import sys; print(sys.prefix)'], { encoding: 'utf8' });
    if (asked.status === 0) {
      return asked.stdout.trim();
    }
  }
  throw new Error(
    '--sys-prefix needs a Python on the PATH. Name the folder with --prefix instead.'
  );
}
