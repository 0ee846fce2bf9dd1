#!/usr/bin/env node
// The command line. Whatever Node.js starts this, the one that Lessonbook brings runs the rest.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const script = path.join(root, 'build/node/lessonbook.mjs');
const ownNode = path.join(root, 'node_modules/.bin/node');

/** Serves the app, with the notebooks that `preview` makes. */
async function servePreview(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' } }
  });
  const out = values.out ?? path.join(positionals[0] ?? '.', 'notebooks');
  const { build } = await import('../scripts/build.mjs');
  await build({ names: ['app'] });
  mkdirSync(out, { recursive: true });
  const { serve } = await import('../scripts/serve.mjs');
  const server = await serve({ folder: path.join(root, 'build/app'), mounts: { preview: out } });
  console.log(`Open ${server.url}?preview=TRACK/LESSON.ipynb, and reload it after a change.`);
  return server;
}

async function main() {
  if (!existsSync(script)) {
    const { build } = await import('../scripts/build.mjs');
    await build({ names: ['node'] });
  }
  const [command, ...args] = process.argv.slice(2);
  const server = command === 'preview' && args.length > 0 ? await servePreview(args) : undefined;
  const node = existsSync(ownNode) ? ownNode : process.execPath;
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches both; the child decides when it is done.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  }).finally(() => server?.close());
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
