import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');
const windows = process.platform === 'win32';
const oldest = [3, 10];

/** Commands that may be a Python, the most usual first. */
const candidates = [
  ['python3'],
  ['python'],
  ...(windows ? [['py', '-3']] : []),
  ...[14, 13, 12, 11, 10].map(minor => [`python3.${minor}`])
];

/** Its version, whether it can make environments, and its own path: what decides on a Python. */
const probe = [
  'import importlib.util, json, sys',
  'able = all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))',
  'print(json.dumps([list(sys.version_info[:2]), able, sys.executable]))'
].join('\n');

/** A Python that can make an environment, as `{ executable }`, or the `{ reason }` there is none. */
function findPython() {
  let reason = `Python ${oldest.join('.')} or later was not found.`;
  for (const [command, ...rest] of candidates) {
    const asked = spawnSync(command, [...rest, '-c', probe], { encoding: 'utf8' });
    if (asked.status !== 0) {
      continue;
    }
    const [[major, minor], able, executable] = JSON.parse(asked.stdout);
    if (major !== oldest[0] || minor < oldest[1]) {
      continue;
    }
    if (able) {
      return { executable };
    }
    reason = `${executable} lacks the modules venv and ensurepip (on Debian: apt install python3-venv).`;
  }
  return { reason };
}

function run(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', data => (output += data));
    child.stderr.on('data', data => (output += data));
    child.on('error', error => resolve({ failed: true, output: error.message }));
    child.on('close', code => resolve({ failed: code !== 0, output }));
  });
}

/** Where the parts of an environment are. */
function layout(folder) {
  const bin = path.join(folder, windows ? 'Scripts' : 'bin');
  const suffix = windows ? '.exe' : '';
  return {
    folder,
    python: path.join(bin, `python${suffix}`),
    jupyter: path.join(bin, `jupyter${suffix}`),
    labextensions: path.join(folder, 'share/jupyter/labextensions')
  };
}

/**
 * A virtual environment with what a file asks for, made where it is missing or out of date; without
 * further options the one with JupyterLab, in `.venv`.
 *
 * @param {object} [options]
 * @param {string} [options.root] the checkout that it belongs to
 * @param {string} [options.folder] where it is, from the root
 * @param {string} [options.requirements] the file that names the packages, from the root
 * @param {string} [options.contents] what to call them
 * @param {(text: string) => void} [options.log] is told what takes time
 * @returns {Promise<
 *   | { reason: string }
 *   | { reason?: undefined, folder: string, python: string, jupyter: string, labextensions: string }
 * >} where its parts are, or the reason why there can be none
 */
export async function ensureVenv({
  root = repository,
  folder = '.venv',
  requirements = 'python/requirements-lab.txt',
  contents = 'JupyterLab',
  log = () => {}
} = {}) {
  const venv = layout(path.join(root, folder));
  const file = path.join(root, requirements);
  const stampFile = path.join(venv.folder, 'lessonbook-requirements');
  const stamp = createHash('sha256').update(readFileSync(file)).digest('hex');
  // A Python that was upgraded or removed leaves a link to nowhere, which does not exist.
  const works = existsSync(venv.python);
  if (works && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return venv;
  }
  if (!works) {
    const { executable, reason } = findPython();
    if (reason) {
      return { reason };
    }
    log(`Making a virtual environment in ${folder} with ${executable} …`);
    const made = await run(executable, ['-m', 'venv', '--clear', venv.folder]);
    if (made.failed) {
      return { reason: `The virtual environment could not be made:\n${made.output}` };
    }
  }
  log(`Installing ${contents} into ${folder} …`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const installed = await run(venv.python, [...pip, '--requirement', file]);
  if (installed.failed) {
    return { reason: `${contents} could not be installed:\n${installed.output}` };
  }
  writeFileSync(stampFile, stamp);
  return venv;
}

/**
 * Puts the built extension into the environment as a link, so that a new build is there at once.
 *
 * @param {{ labextensions: string }} venv
 * @param {string} [root] the checkout with the build
 */
export function linkExtension({ labextensions }, root = repository) {
  const target = path.join(root, 'build/labextension');
  if (!existsSync(path.join(target, 'package.json'))) {
    throw new Error('The extension is not built yet: run `npm run build`.');
  }
  const link = path.join(labextensions, 'jupyterlab-lessonbook');
  if (existsSync(link) && realpathSync(link) === realpathSync(target)) {
    return;
  }
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // rmSync leaves a link alone whose checkout is gone.
    unlinkSync(link);
  } else {
    rmSync(link, { recursive: true, force: true });
  }
  mkdirSync(labextensions, { recursive: true });
  symlinkSync(target, link, 'junction');
}
