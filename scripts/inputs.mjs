import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What the build is made from; anything else may change without a new build. */
const inputs = [
  'src',
  'notebooks',
  'lessons',
  'style',
  'docs/reference',
  'schema',
  'python',
  'scripts/webpack',
  'webpack.config.js',
  'install.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json'
];

/** One hash over the names and contents of all that the build is made from. */
export function inputsHash(root) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesUnder(path.join(root, input))) {
      hash.update(`${path.relative(root, file)}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/** The hash of one file, or '' if there is none. */
export function fileHash(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
}

function filesUnder(place) {
  if (!existsSync(place)) {
    return [];
  }
  if (statSync(place).isFile()) {
    return [place];
  }
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
}
