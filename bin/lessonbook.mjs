#!/usr/bin/env node
// The command line. Whatever Node.js starts this, the one that Lessonbook brings runs the rest.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const script = path.join(root, 'build/node/lessonbook.mjs');
const ownNode = path.join(root, 'node_modules/.bin/node');

async function main() {
  if (!existsSync(script)) {
    const { build } = await import('../scripts/build.mjs');
    await build({ names: ['node'] });
  }
  const node = existsSync(ownNode) ? ownNode : process.execPath;
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches both; the child decides when it is done.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
