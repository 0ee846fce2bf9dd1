import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileHash } from './inputs.mjs';

/** Installs the packages of the lock file, unless exactly these are installed already. */
export async function install(root) {
  const lock = path.join(root, 'package-lock.json');
  const stamp = path.join(root, 'node_modules/.lessonbook-lock');
  const hash = fileHash(lock);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  if (!installedByHand(root, lock)) {
    console.log('Installing the packages …');
    await npm(root, ['ci', '--no-audit', '--no-fund']);
  }
  writeFileSync(stamp, hash);
}

/** Whether npm itself installed after the lock file last changed. */
function installedByHand(root, lock) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lock).mtimeMs;
}

function npm(root, args) {
  // Under `npm start` npm says where its own script is; otherwise it is on the path.
  const script = process.env.npm_execpath;
  const child = script?.endsWith('.js')
    ? spawn(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code =>
      code === 0
        ? resolve()
        : reject(new Error(`The packages could not be installed (exit ${code})`))
    );
  });
}
