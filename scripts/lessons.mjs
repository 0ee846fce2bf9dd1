// npm run lessons [-- track/lesson…]: writes the notebooks of all lessons and their catalogue, and
// holds the lessons, or those that are named, to their own answers.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Runs the built command line; resolves to its exit code. */
function lessonbook(...args) {
  const node = path.join(root, 'node_modules/.bin/node');
  const script = path.join(root, 'build/node/lessonbook.mjs');
  const child = spawn(node, [script, ...args], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

async function main(names) {
  await build({ names: ['node'] });
  const built = await lessonbook('build', 'lessons', '--out', 'notebooks');
  const listed = await lessonbook('catalogue', 'notebooks');
  const held = await lessonbook('gate', 'lessons', ...names);
  return Math.max(built, listed, held);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
