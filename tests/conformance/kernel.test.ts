import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureVenv } from '../../scripts/venv.mjs';

/** What came of one test in Python. */
interface Outcome {
  problems: string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const runner = path.join(import.meta.dirname, 'python/run.py');
// Where nothing is built yet, both parts are, before a hundred seconds of tests.
const limit = 600_000;
const venv = await ensureVenv();
const prefix = mkdtempSync(path.join(tmpdir(), 'lessonbook-kernel-'));
const environment = {
  ...process.env,
  JUPYTER_PATH: path.join(prefix, 'share/jupyter'),
  JUPYTER_DATA_DIR: path.join(prefix, 'data'),
  JUPYTER_RUNTIME_DIR: path.join(prefix, 'runtime'),
  LESSONBOOK_NOTEBOOK: path.join(root, 'notebooks/first/fit-a-line.ipynb'),
  PYTHONDONTWRITEBYTECODE: '1'
};
const run = promisify(execFile);

/** Runs the tests in Python, or lists their names. */
async function python<T>(executable: string, ...args: string[]): Promise<T> {
  const options = { env: environment, maxBuffer: 1e8 };
  const { stdout } = await run(executable, [runner, ...args], options);
  return JSON.parse(stdout) as T;
}

let outcomes: Record<string, Outcome> = {};

beforeAll(async () => {
  if (venv.reason === undefined) {
    const env = { ...process.env, NODE_ENV: 'production' };
    const node = (...args: string[]) =>
      execFileSync(process.execPath, args, { cwd: root, env, stdio: 'pipe' });
    node('scripts/build.mjs', 'runtime', 'node');
    node('bin/lessonbook.mjs', 'kernel', 'install', '--prefix', prefix);
    outcomes = await python(venv.python);
  }
}, limit);
afterAll(() => rmSync(prefix, { recursive: true, force: true }));

const names = venv.reason === undefined ? await python<string[]>(venv.python, '--list') : [];

describe('the kernel over ZeroMQ', () => {
  it('is tried by clients in Python', context => {
    if (venv.reason !== undefined) {
      return context.skip(venv.reason);
    }
    expect(Object.keys(outcomes).sort()).toEqual([...names].sort());
  });

  // A test that cannot be run for a reason that stands beside it passes; any other skip is a problem.
  it.each(names)('%s', name => {
    expect(outcomes[name]?.problems.join('\n') ?? 'It did not run.').toBe('');
  });
});
