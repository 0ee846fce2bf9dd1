// node scripts/build.mjs [--force] [names…]: builds what is out of date of
// runtime, language, extension, app and node; all of them where no name is given.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputsHash } from './inputs.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** The parts of the build in the order they need each other, and a file that each one makes. */
const parts = {
  runtime: 'build/runtime/manifest.json',
  language: 'build/language/manifest.json',
  extension: 'build/labextension/package.json',
  app: 'build/app/index.html',
  node: 'build/node'
};

/** Which parts an other one is put together from. */
const needs = {
  runtime: [],
  language: [],
  extension: ['runtime', 'language'],
  app: ['runtime', 'language'],
  node: ['runtime', 'language']
};

/**
 * Builds the named parts and what they need, as far as they are out of date.
 *
 * @returns {Promise<string[]>} the names of the parts that were built
 */
export async function build({ names = /** @type {string[]} */ ([]), force = false } = {}) {
  const unknown = names.filter(name => !(name in parts));
  if (unknown.length > 0) {
    throw new Error(`There is no part '${unknown[0]}', only ${Object.keys(parts).join(', ')}`);
  }
  const wanted = names.length > 0 ? names : Object.keys(parts);
  const closure = new Set(wanted.flatMap(name => [...needs[name], name]));
  const hash = `${process.env.NODE_ENV === 'development' ? 'development' : 'production'} ${inputsHash(root)}`;
  const stale = Object.keys(parts).filter(
    name => closure.has(name) && (force || stampOf(name) !== hash)
  );
  if (stale.length > 0) {
    stale.forEach(name => rmSync(stampFile(name), { force: true }));
    await compile(stale);
    stale.forEach(name => writeStamp(name, hash));
  }
  return stale;
}

/** Runs webpack in the Node of the project, whatever Node runs this. */
function compile(names) {
  const node = path.join(root, 'node_modules/.bin/node');
  const script = path.join(root, 'scripts/webpack/run.js');
  const child = spawn(existsSync(node) ? node : process.execPath, [script, ...names], {
    cwd: root,
    stdio: 'inherit'
  });
  // A build that is given up leaves nothing running behind.
  const stop = () => child.kill();
  process.once('exit', stop);
  child.once('exit', () => process.off('exit', stop));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`The build failed (${signal ?? `exit ${code}`})`))
    );
  });
}

function stampFile(name) {
  return path.join(root, 'build/stamps', name);
}

function stampOf(name) {
  const made = existsSync(path.join(root, parts[name])) && existsSync(stampFile(name));
  return made ? readFileSync(stampFile(name), 'utf8') : '';
}

function writeStamp(name, hash) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2);
  const names = flags.filter(flag => !flag.startsWith('--'));
  try {
    const built = await build({ names, force: flags.includes('--force') });
    console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'Everything is up to date.');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
