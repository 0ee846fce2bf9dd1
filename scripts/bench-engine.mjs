// npm run bench:engine: TensorFlow.js as cells have it beside the stock one and native TensorFlow.
// `--python=PATH` names a Python that has TensorFlow; other arguments name workloads.
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { benchEngine, weighModules } from '../tests/bench/engine.mjs';
import { build } from './build.mjs';
import { ensureVenv } from './venv.mjs';

const root = path.resolve(import.meta.dirname, '..');
const given = process.argv.find(argument => argument.startsWith('--python='))?.slice(9);
const ids = process.argv.slice(2).filter(argument => !argument.startsWith('--'));

await build({ names: ['runtime'] });
const { python, reason } = given
  ? { python: given }
  : await ensureVenv({
      root,
      folder: '.cache/parity',
      requirements: 'tests/parity/requirements.txt',
      contents: 'TensorFlow',
      log: text => console.error(text)
    });
const load = loadavg()[0].toFixed(1);
console.log(`Node ${process.versions.node}, ${cpus().length} cores, load average ${load} before\n`);
await benchEngine({ root, python, reason, ids });
weighModules({ root });
