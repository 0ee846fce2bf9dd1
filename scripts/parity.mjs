// npm run test:parity: our modules against the real systems, by what those gave when they were last
// asked, or, with --live, by what they give now. --record also keeps that.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureVenv } from './venv.mjs';

const repository = path.resolve(import.meta.dirname, '..');
const programs = path.join(repository, 'tests/parity');

/** Where the tests find what the real systems gave just now. */
export const liveRecordings = path.join(repository, 'build/parity');

/**
 * What keeps a recording the same on every machine: one thread, no accelerator, no window, and no
 * kernels that round in their own way.
 */
const steady = {
  CUDA_VISIBLE_DEVICES: '-1',
  KERAS_BACKEND: 'tensorflow',
  MPLBACKEND: 'Agg',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  PYTHONHASHSEED: '0',
  PYTHONIOENCODING: 'utf-8',
  TF_CPP_MIN_LOG_LEVEL: '3',
  TF_ENABLE_ONEDNN_OPTS: '0',
  TF_NUM_INTEROP_THREADS: '1',
  TF_NUM_INTRAOP_THREADS: '1'
};

/** Runs one `record.py`; resolves to what it said where it failed, else to nothing. */
function record(python, module) {
  const program = path.join(programs, module, 'record.py');
  const file = path.join(liveRecordings, `${module}.json`);
  const child = spawn(python, [program, file], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...steady }
  });
  let said = '';
  child.stdout.on('data', data => (said += data));
  child.stderr.on('data', data => (said += data));
  return new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('close', code => {
      if (code === 0 && existsSync(file)) resolve(undefined);
      else resolve(`${said}record.py ended with ${code}${code === 0 ? ', without a file' : ''}.`);
    });
  });
}

/**
 * Runs the Python half of every module in the real systems, which are installed for it first.
 *
 * @param {(text: string) => void} log is told what takes time
 * @returns {Promise<{ module: string, failure?: string }[]>} each recorder, and why it failed
 */
export async function recordLive(log) {
  rmSync(liveRecordings, { recursive: true, force: true });
  mkdirSync(liveRecordings, { recursive: true });
  const { reason, python } = await ensureVenv({
    root: repository,
    folder: '.cache/parity',
    requirements: 'tests/parity/requirements.txt',
    contents: 'the real systems',
    log
  });
  if (reason) return [{ module: 'the real systems', failure: reason }];
  const modules = readdirSync(programs).filter(name =>
    existsSync(path.join(programs, name, 'record.py'))
  );
  const results = [];
  for (const module of modules) {
    log(`Recording ${module} …`);
    results.push({ module, failure: await record(python, module) });
  }
  return results;
}

async function main(args) {
  const keep = args.includes('--record');
  const live = keep || args.includes('--live');
  const results = live ? await recordLive(text => console.log(text)) : [];
  for (const { module, failure } of results) {
    if (failure) console.error(`\n${module} could not be recorded:\n${failure}`);
    else if (keep) {
      const recording = path.join(programs, module, 'recording.json');
      copyFileSync(path.join(liveRecordings, `${module}.json`), recording);
    }
  }
  const vitest = path.join(repository, 'node_modules/vitest/vitest.mjs');
  const rest = args.filter(arg => arg !== '--live' && arg !== '--record');
  const tests = spawn(process.execPath, [vitest, 'run', 'tests/parity', ...rest], {
    cwd: repository,
    stdio: 'inherit',
    env: live ? { ...process.env, PARITY_RECORDINGS: liveRecordings } : process.env
  });
  const code = await new Promise(resolve => tests.once('exit', resolve));
  process.exitCode = results.some(({ failure }) => failure) ? 1 : (code ?? 1);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}
