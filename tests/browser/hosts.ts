import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLab } from '../../scripts/jupyter.mjs';
import { serve } from '../../scripts/serve.mjs';
import { ensureVenv } from '../../scripts/venv.mjs';

/** What a test project sets. */
export interface HostOptions {
  hostName: 'app' | 'lab';
}

/** How a host is served. */
export interface HostSettings {
  /** Sends the headers for cross-origin isolation. */
  isolation: boolean;
  /** The path that the host lives under, '/' by default. */
  basePath?: string;
  /** Switches jupyter-collaboration on; the lab only. */
  collaboration?: boolean;
  /** The folder of the built app, where it is not the usual one; the app only. */
  folder?: string;
}

/** A running host that pages can be opened on. */
export interface Host {
  name: HostOptions['hostName'];
  /** Ends with a slash. */
  url: string;
  isolated: boolean;
  /** The address of the page, showing the file at `file` where one is named. */
  address(file?: string): string;
  /** Removes all files and settings; what a browser keeps is gone with its profile anyway. */
  clear(): void;
  stop(): Promise<void>;
}

export const root = path.resolve(import.meta.dirname, '../..');
export const builtApp = path.join(root, 'build/app');

/** The reason why a host cannot run on this machine, if there is one. */
export async function reasonAgainst(name: Host['name']): Promise<string | undefined> {
  return name === 'lab' ? (await ensureVenv()).reason : undefined;
}

export function startHost(name: Host['name'], settings: HostSettings): Promise<Host> {
  return name === 'app' ? startApp(settings) : startJupyterLab(settings);
}

async function startApp({ isolation, basePath = '/', folder = builtApp }: HostSettings) {
  const server = await serve({ folder, isolation, basePath });
  const host: Host = {
    name: 'app',
    url: server.url,
    isolated: isolation,
    address: file => `${server.url}${file ? `?path=${encodeURIComponent(file)}` : ''}`,
    clear: () => undefined,
    stop: server.close
  };
  return host;
}

let workspaces = 0;

async function startJupyterLab({ isolation, basePath = '/', collaboration }: HostSettings) {
  const home = mkdtempSync(path.join(tmpdir(), 'lessonbook-browser-'));
  const notebookDir = path.join(home, 'files');
  const lab = await startLab({ home, notebookDir, isolation, baseUrl: basePath, collaboration });
  const host: Host = {
    name: 'lab',
    url: lab.url,
    isolated: isolation,
    // A workspace of its own, so that no page opens what an earlier one had open.
    address: file => {
      const tree = file ? `/tree/${file}` : '';
      return `${lab.url}lab/workspaces/test-${++workspaces}${tree}?token=${lab.token}`;
    },
    clear: () =>
      [notebookDir, path.join(home, 'settings')]
        .flatMap(folder => readdirSync(folder).map(name => path.join(folder, name)))
        .forEach(entry => rmSync(entry, { recursive: true, force: true })),
    stop: async () => {
      await lab.stop();
      rmSync(home, { recursive: true, force: true });
    }
  };
  return host;
}
