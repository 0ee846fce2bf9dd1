import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureVenv, linkExtension } from './venv.mjs';

const startLimit = 60_000;
const stopLimit = 10_000;

/** A port that nothing listens on at the moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The headers that make the page cross-origin isolated. */
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp'
};

function writeJson(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value, null, 2));
}

/** Writes the server's configuration below `home`, and gives the environment that points to it. */
function configure(home, { port, baseUrl, notebookDir, isolation, collaboration }) {
  const folder = name => {
    const full = path.join(home, name);
    mkdirSync(full, { recursive: true });
    return full;
  };
  writeJson(path.join(folder('config'), 'jupyter_server_config.json'), {
    ServerApp: {
      ip: '127.0.0.1',
      port,
      base_url: baseUrl,
      root_dir: notebookDir,
      open_browser: false,
      allow_root: true,
      // Ctrl-C in the terminal reaches the server too; it is to stop without a question.
      answer_yes: true,
      jpserver_extensions: { jupyter_server_ydoc: collaboration },
      ...(isolation ? { tornado_settings: { headers: isolationHeaders } } : {})
    }
  });
  writeJson(path.join(folder('config'), 'labconfig/page_config.json'), {
    disabledExtensions: {
      // It asks about news from the network.
      '@jupyterlab/apputils-extension:announcements': true,
      '@jupyter/collaboration-extension': !collaboration,
      '@jupyter/docprovider-extension': !collaboration
    }
  });
  return {
    JUPYTER_CONFIG_DIR: folder('config'),
    JUPYTER_DATA_DIR: folder('data'),
    JUPYTER_RUNTIME_DIR: folder('runtime'),
    JUPYTERLAB_SETTINGS_DIR: folder('settings'),
    JUPYTERLAB_WORKSPACES_DIR: folder('workspaces'),
    IPYTHONDIR: folder('ipython')
  };
}

/** The port that the server has got, once it has written it down. */
function readPort(runtimeDir) {
  const name = readdirSync(runtimeDir).find(file => /^jpserver-\d+\.json$/.test(file));
  if (!name) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path.join(runtimeDir, name), 'utf8')).port;
  } catch {
    // Caught in the middle of being written.
    return undefined;
  }
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** Waits until the server answers, and gives its port; throws with its log where it ends before. */
async function waitUntilReady(child, runtimeDir, baseUrl, readLog) {
  const deadline = Date.now() + startLimit;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const port = readPort(runtimeDir);
    if (port && (await answers(`http://127.0.0.1:${port}${baseUrl}api`))) {
      return port;
    }
    await wait(50);
  }
  throw new Error(`JupyterLab did not start.\n${readLog()}`);
}

/**
 * Starts a JupyterLab server on the loopback interface with settings, workspaces and runtime files
 * of its own and the built extension in it, and resolves once it answers. The port that it is given
 * is the one it takes: where that is busy, the next.
 *
 * @param {object} [options]
 * @param {string} [options.root] the checkout whose `.venv` and build are used
 * @param {string} [options.notebookDir] the folder it serves; one below `home` by default
 * @param {string} [options.home] where its settings are kept; by default a temporary folder that
 *   goes with it
 * @param {number} [options.port] any free one by default
 * @param {string} [options.baseUrl] the path it lives under, such as `/user/x/`
 * @param {boolean} [options.isolation] sends the headers for cross-origin isolation
 * @param {boolean} [options.collaboration] switches jupyter-collaboration on
 * @param {string[]} [options.args] further arguments of `jupyter lab`
 * @param {boolean} [options.verbose] shows the log instead of keeping it for an error message
 * @returns {Promise<{
 *   url: string, token: string, pid: number, exited: Promise<number>, stop: () => Promise<void>
 * }>} `url` ends with a slash; `exited` resolves with the exit status; `stop` waits for the end
 */
export async function startLab({
  root,
  notebookDir,
  home,
  port,
  baseUrl = '/',
  isolation = false,
  collaboration = false,
  args = [],
  verbose = false
} = {}) {
  const venv = await ensureVenv({ root });
  if (venv.reason) {
    throw new Error(venv.reason);
  }
  linkExtension(venv, root);
  const temporary = home ? undefined : mkdtempSync(path.join(tmpdir(), 'lessonbook-lab-'));
  const base = home ?? temporary;
  const served = notebookDir ?? path.join(base, 'files');
  mkdirSync(served, { recursive: true });
  rmSync(path.join(base, 'runtime'), { recursive: true, force: true });
  const settings = configure(base, {
    port: port ?? (await freePort()),
    baseUrl,
    notebookDir: served,
    isolation,
    collaboration
  });

  const token = randomBytes(24).toString('hex');
  const logFile = path.join(base, 'server.log');
  const log = verbose ? 'inherit' : openSync(logFile, 'w');
  const child = spawn(venv.python, ['-m', 'jupyterlab', ...args], {
    cwd: served,
    env: { ...process.env, ...settings, JUPYTER_TOKEN: token },
    stdio: ['ignore', log, log]
  });
  if (!verbose) {
    closeSync(log);
  }
  const exited = new Promise(resolve => child.once('close', resolve));
  const killChild = () => child.kill('SIGKILL');
  process.once('exit', killChild);

  async function stop() {
    child.kill('SIGTERM');
    const ended = exited.then(() => true);
    if (!(await Promise.race([ended, wait(stopLimit, false, { ref: false })]))) {
      killChild();
      await exited;
    }
    process.off('exit', killChild);
    if (temporary) {
      rmSync(temporary, { recursive: true, force: true });
    }
  }

  try {
    const readLog = () => (verbose ? '' : readFileSync(logFile, 'utf8'));
    const got = await waitUntilReady(child, settings.JUPYTER_RUNTIME_DIR, baseUrl, readLog);
    return { url: `http://127.0.0.1:${got}${baseUrl}`, token, pid: child.pid, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
