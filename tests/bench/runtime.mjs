// What stopping, shared variables and following a cell over `await` cost: each piece of code as a
// cell runs it beside the same code as the engine runs it by itself, in one process for each.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Times that a piece runs; the fastest counts, since others use the machine too. */
const RUNS = 7;

/**
 * Pieces of code over `n` and `tf`, the steps they take, and what may be lost on them. A `cell` is
 * the same code as it stands at the top level of a cell.
 */
const pieces = [
  {
    name: 'bare counting loop',
    limit: '< 2',
    n: 1e8,
    body: 'let s = 0; for (let i = 0; i < n; i++) s += i; return s'
  },
  {
    name: 'top-level variable in it',
    limit: '≤ 2.5',
    n: 1e8,
    body: 'let s = 0; for (let i = 0; i < n; i++) s += i; return s',
    cell: 's = 0; for (let i = 0; i < 1e8; i++) s += i;'
  },
  {
    name: 'dot product of typed arrays',
    limit: '≤ 1.25',
    n: 1e7,
    body: 'let s = 0; for (let i = 0; i < n; i++) s += a[i] * b[i]; return s'
  },
  {
    name: 'loop over an array',
    n: 100,
    body: 'let s = 0; for (let k = 0; k < n; k++) for (const x of list) s += x; return s'
  },
  {
    name: 'recursive calls',
    n: 32,
    body: 'const f = n => (n < 2 ? n : f(n - 1) + f(n - 2)); return f(n)'
  },
  {
    name: 'loop that awaits',
    n: 1e6,
    isAsync: true,
    body: 'let s = 0; for (let i = 0; i < n; i++) s += await i; return s'
  },
  {
    name: 'calls of an async function',
    n: 1e6,
    isAsync: true,
    body: 'const f = async i => { return i }; let s = 0; for (let i = 0; i < n; i++) s += await f(i); return s'
  },
  {
    name: 'gradient descent with tensors',
    limit: '≤ 1.03',
    n: 150,
    setup: "import * as tf from '@tensorflow/tfjs';",
    body: `let w = tf.zeros([100, 1]); const x = tf.ones([1000, 100]), y = tf.ones([1000, 1]);
for (let i = 0; i < n; i++) w = tf.tidy(() => w.sub(x.transpose().matMul(x.matMul(w).sub(y)).mul(1e-6)));
return w.dataSync()[0]`
  }
];

/** The cells of one piece; the last prints how long both forms took, in milliseconds. */
function cellsOf({ n, setup = '', body, cell, isAsync = false }) {
  const head = isAsync ? 'async function' : 'function';
  const kind = isAsync ? '(async () => {}).constructor' : 'Function';
  const timed = cell ?? `${isAsync ? 'await ' : ''}ours(${n})`;
  const given = setup ? 'tf' : 'undefined';
  return [
    `${setup}
const a = new Float64Array(1e7).fill(1.5), b = new Float64Array(1e7).fill(2);
const list = Array.from({ length: 1e5 }, (_, i) => i);
const own: number[] = [], plainly: number[] = [];
let s = 0;
${head} ours(n: number) { ${body} }
const plain = new (${kind} as any)('n', 'a', 'b', 'list', 'tf', ${JSON.stringify(`"use strict"; ${body}`)});`,
    ...Array.from({ length: RUNS }, () => [
      `{ const t = performance.now(); await plain(${n}, a, b, list, ${given}); plainly.push(performance.now() - t) }`,
      `{ const t = performance.now(); ${timed}; own.push(performance.now() - t) }`
    ]).flat(),
    'console.log(JSON.stringify([Math.min(...plainly), Math.min(...own)]))'
  ];
}

/** Runs cells in a kernel of their own, and gives what they print. */
function run(root, cells) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-bench-'));
  try {
    const file = path.join(folder, 'bench.ipynb');
    const notebook = {
      metadata: { kernelspec: { name: 'lessonbook-typescript', display_name: 'TypeScript' } },
      nbformat: 4,
      nbformat_minor: 5,
      cells: cells.map((source, i) => ({
        cell_type: 'code',
        id: `cell-${i}`,
        execution_count: null,
        metadata: {},
        source,
        outputs: []
      }))
    };
    writeFileSync(file, JSON.stringify(notebook));
    const command = path.join(root, 'bin/lessonbook.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [command, 'run', file], {
      encoding: 'utf8'
    });
    const line = stdout.split('\n').find(text => text.startsWith('['));
    if (line === undefined) {
      throw new Error(stderr);
    }
    return JSON.parse(line);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures every piece and prints a table; `root` is the folder of the project, built. */
export function benchRuntime({ root }) {
  console.log(`Code in a cell beside the same code without us (best of ${RUNS})\n`);
  console.log('| code | alone | in a cell | ratio | aim |\n| --- | --- | --- | --- | --- |');
  for (const piece of pieces) {
    const [alone, ours] = run(root, cellsOf(piece));
    const ms = value => `${value.toFixed(0)} ms`;
    const ratio = (ours / alone).toFixed(2);
    console.log(
      `| ${piece.name} | ${ms(alone)} | ${ms(ours)} | ${ratio} | ${piece.limit ?? '–'} |`
    );
  }
  console.log();
}

if (process.argv[1] === import.meta.filename) {
  benchRuntime({ root: path.resolve(import.meta.dirname, '../..') });
}
