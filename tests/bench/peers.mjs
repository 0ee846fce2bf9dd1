// The kernels that ours is measured beside, each installed into .cache/bench where it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const tslabVersion = '1.0.22';
const denoVersion = '2.9.6';

/** @typedef {{ name: string, title: string, language: string } | { title: string, reason: string }} Peer */

function npmInstall(folder, ...packages) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  // Native parts come inside the packages; none may fetch a program of its own.
  const options = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const done = spawnSync('npm', ['install', ...options, ...packages], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32'
  });
  return done.status === 0 ? undefined : (done.stderr || String(done.error)).trim().split('\n')[0];
}

/** The version of an installed package, or '' where it is not there. */
function versionOf(folder, name) {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : '';
}

/** Installs one package where it is not there in this version; the reason, where it cannot be. */
function ensurePackage(folder, name, version) {
  return versionOf(folder, name) === version ? undefined : npmInstall(folder, `${name}@${version}`);
}

function writeSpec(jupyter, name, argv, language) {
  const folder = path.join(jupyter, 'kernels', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'kernel.json'),
    JSON.stringify({ argv, language, display_name: name, interrupt_mode: 'message' })
  );
}

function tslab({ cache, jupyter }) {
  const folder = path.join(cache, 'tslab');
  const title = `tslab ${tslabVersion}`;
  const reason = ensurePackage(folder, 'tslab', tslabVersion);
  if (reason) {
    return { title, reason };
  }
  const script = path.join(folder, 'node_modules/tslab/bin/tslab');
  const argv = [process.execPath, script, 'kernel', '--config-path', '{connection_file}'];
  writeSpec(jupyter, 'bench-tslab', argv, 'typescript');
  return { name: 'bench-tslab', title, language: 'typescript' };
}

function deno({ cache, jupyter }) {
  const folder = path.join(cache, 'deno');
  const title = `Deno ${denoVersion}`;
  const reason = ensurePackage(folder, 'deno', denoVersion);
  if (reason) {
    return { title, reason };
  }
  const { platform, arch } = process;
  const build = `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`;
  const program = path.join(
    folder,
    'node_modules',
    build,
    platform === 'win32' ? 'deno.exe' : 'deno'
  );
  if (!existsSync(program)) {
    return { title, reason: `the package ${build} is not there` };
  }
  writeSpec(
    jupyter,
    'bench-deno',
    [program, 'jupyter', '--kernel', '--conn', '{connection_file}'],
    'typescript'
  );
  return { name: 'bench-deno', title, language: 'typescript' };
}

function ipykernel({ jupyter, python }) {
  const asked = spawnSync(python, ['-c', 'import ipykernel; print(ipykernel.__version__)'], {
    encoding: 'utf8'
  });
  const title = `ipykernel ${asked.stdout?.trim()}`;
  if (asked.status !== 0) {
    return { title: 'ipykernel', reason: 'it is not in .venv' };
  }
  const argv = [python, '-m', 'ipykernel_launcher', '-f', '{connection_file}'];
  writeSpec(jupyter, 'bench-ipykernel', argv, 'python');
  return { name: 'bench-ipykernel', title, language: 'python' };
}

/** Ours, as `lessonbook kernel install` writes it. */
function lessonbook({ root, jupyter, prefix }) {
  const script = path.join(root, 'bin/lessonbook.mjs');
  const done = spawnSync(process.execPath, [script, 'kernel', 'install', '--prefix', prefix], {
    encoding: 'utf8'
  });
  const title = 'Lessonbook';
  return done.status === 0 && existsSync(path.join(jupyter, 'kernels/lessonbook-typescript'))
    ? { name: 'lessonbook-typescript', title, language: 'typescript' }
    : { title, reason: done.stderr.trim() };
}

/**
 * Makes every kernel ready to be started by its name.
 *
 * @param {{ root: string, python: string }} options the checkout, and the Python of its `.venv`
 * @returns {{ jupyterPath: string, peers: Peer[] }} what `JUPYTER_PATH` is to be, and the kernels,
 *   with the reason for each that cannot be had
 */
export function preparePeers({ root, python }) {
  const cache = path.join(root, '.cache/bench');
  const prefix = path.join(cache, 'prefix');
  const jupyter = path.join(prefix, 'share/jupyter');
  const options = { root, python, cache, prefix, jupyter };
  return {
    jupyterPath: jupyter,
    peers: [lessonbook, ipykernel, tslab, deno].map(of => of(options))
  };
}
