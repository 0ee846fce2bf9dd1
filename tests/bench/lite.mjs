// A JupyterLite site with its JavaScript kernel, to measure ours beside; made in .cache/bench.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notebook } from './pages.mjs';

const packages = ['jupyterlite-core==0.8.6', 'jupyterlite-javascript-kernel==0.3.0'];
const javascript = { name: 'javascript', display_name: 'JavaScript' };

/**
 * @param {{ root: string, python: string }} options the checkout, and the Python of its `.venv`
 * @returns {{ folder: string } | { reason: string }} the site, which has `bench.ipynb`
 */
export function ensureLite({ root, python }) {
  const cache = path.join(root, '.cache/bench/lite');
  const site = path.join(cache, 'site');
  if (existsSync(path.join(site, 'files/bench.ipynb'))) {
    return { folder: site };
  }
  const files = path.join(cache, 'files');
  mkdirSync(files, { recursive: true });
  writeFileSync(path.join(files, 'bench.ipynb'), notebook(javascript));
  const environment = path.join(cache, 'env');
  const program = name =>
    path.join(environment, process.platform === 'win32' ? 'Scripts' : 'bin', name);
  const steps = [
    [python, ['-m', 'venv', environment]],
    [program('pip'), ['install', '--quiet', '--no-input', 'jupyter_server', ...packages]],
    [
      program('jupyter'),
      ['lite', 'build', '--apps', 'lab', '--contents', files, '--output-dir', site]
    ]
  ];
  for (const [command, args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, { cwd: cache, encoding: 'utf8' });
    if (status !== 0) {
      return {
        reason: String(error ?? stderr)
          .trim()
          .split('\n')
          .at(-1)
      };
    }
  }
  return { folder: site };
}
