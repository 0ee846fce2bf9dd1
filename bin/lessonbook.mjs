#!/usr/bin/env node
// The command line. This file is written for any Node.js, so that one that is too old can say so.
import { spawn } from 'child_process';
import { existsSync } from 'fs';
import path from 'path';
import process from 'process';
import { fileURLToPath } from 'url';

/** The oldest Node.js that cells run in. */
const oldest = 22;

const file = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(file), '..');
const ownNode = path.join(root, 'node_modules/.bin/node');

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** Leaves the work to the Node.js that `npm install` has brought. */
function runInOwnNode() {
  const child = spawn(ownNode, [file, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches both, other signals this process alone; the child decides when it is done.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', error => fail(error.message));
  child.once('exit', code => {
    process.exitCode = code === null ? 1 : code;
  });
}

if (Number(process.versions.node.split('.')[0]) >= oldest) {
  import('./run.mjs').then(({ run }) => run(root)).catch(error => fail(error.message));
} else if (existsSync(ownNode)) {
  runInOwnNode();
} else {
  fail(
    `Lessonbook needs Node.js ${oldest} or later, and ${process.execPath} is ${process.version}.\n` +
      `Get a newer one from https://nodejs.org, or run "npm install" in ${root}, which brings one.`
  );
}
