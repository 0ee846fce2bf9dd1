// npm run bench:kernel: the speed of our kernel beside others, in one run on one machine.
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { benchBrowser } from '../tests/bench/browser.mjs';
import { benchRuntime } from '../tests/bench/runtime.mjs';
import { benchZeromq } from '../tests/bench/zeromq.mjs';
import { build } from './build.mjs';
import { ensureVenv } from './venv.mjs';

const root = path.resolve(import.meta.dirname, '..');
const log = text => console.error(text);

await build({ names: ['runtime', 'extension', 'app', 'node'] });
const load = loadavg()[0].toFixed(1);
console.log(`Node ${process.versions.node}, ${cpus().length} cores, load average ${load} before\n`);

benchRuntime({ root });

const venv = await ensureVenv({ root, log });
if (venv.reason) {
  console.log(`Nothing was measured over ZeroMQ: ${venv.reason}`);
} else {
  benchZeromq({ root, python: venv.python });
}
await benchBrowser({ root, python: venv.python });
