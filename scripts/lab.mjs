// npm run lab [-- further arguments of jupyter lab]: JupyterLab with the extension in it, in a
// virtual environment of its own.
import path from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { startLab } from './jupyter.mjs';
import { ensureVenv } from './venv.mjs';

const root = path.resolve(import.meta.dirname, '..');
// Settings and notebooks stay from one start to the next.
const home = path.join(root, '.cache/lab');

let lab;
let ending = false;

async function end(code) {
  if (!ending) {
    ending = true;
    await lab?.stop();
    // While it is still starting, the server ends with this process.
    process.exit(code);
  }
}

process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));

try {
  await install(root);
  await build({ names: ['extension'] });
  const { reason } = await ensureVenv({ root, log: text => console.log(text) });
  if (reason) {
    throw new Error(reason);
  }
  lab = await startLab({ root, home, args: process.argv.slice(2), verbose: true });
} catch (error) {
  console.error(error.message);
  await end(1);
}

console.log(`\nJupyterLab with Lessonbook: ${lab.url}lab?token=${lab.token}\n(Ctrl-C ends it.)\n`);
await end(await lab.exited);
