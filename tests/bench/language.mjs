// How fast the built language service answers over a notebook of sixty cells, in a thread of Node:
// the same worker that a page runs. `measureLanguage()` is for benchmarks that print more beside it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'build/language');
const edits = 60;

/** A lesson of sixty cells, each of which uses names of those before it. */
function lesson() {
  const cells = ["import * as tf from '@tensorflow/tfjs';", "import * as np from 'numpy';"];
  for (let i = cells.length; i < 60; i++) {
    const before = i > 2 ? `values${i - 1}` : 'tf.ones([2, 3])';
    cells.push(
      `const values${i} = ${before}.add(${i}).mul(0.5);\n` +
        `function report${i}(scale: number) {\n  return values${i}.mean().dataSync()[0] * scale;\n}\n` +
        `console.log(report${i}(2).toFixed(2), np.zeros(3).shape);`
    );
  }
  return cells.map((source, index) => ({ id: `${index}`, source }));
}

const percentile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

/** Times in milliseconds, sizes in bytes after gzip. */
export async function measureLanguage() {
  const read = name => readFileSync(path.join(folder, name));
  const { entry, types } = JSON.parse(read('manifest.json').toString());
  const sizes = { worker: gzipSync(read(entry)).length, types: gzipSync(read(types)).length };

  const thread = path.join(root, 'src/node/language-thread.ts');
  const worker = new Worker(thread, { workerData: { entry: path.join(folder, entry) } });
  const waiting = new Map();
  worker.on('message', message => waiting.get(message.id)?.(message.result));
  let count = 0;
  const answer = id => new Promise(resolve => waiting.set(id, resolve));
  const tell = change => worker.postMessage({ kind: 'cells', notebook: 'bench', change });
  const ask = async (method, params) => {
    const id = ++count;
    const before = await worker.cpuUsage();
    const started = performance.now();
    const answered = answer(id);
    worker.postMessage({ kind: 'request', id, notebook: 'bench', call: { method, params } });
    const result = await answered;
    const took = performance.now() - started;
    // What it takes where nothing else runs: a busy machine makes the time itself say little.
    const { user, system } = await worker.cpuUsage(before);
    return { result, took, cpu: (user + system) / 1000 };
  };

  const started = performance.now();
  const ready = answer(undefined);
  worker.postMessage({ kind: 'start', types: { text: read(types).toString() } });
  await ready;
  const start = performance.now() - started;

  const cells = lesson();
  tell({ order: cells.map(({ id }) => id), sources: cells });
  const typed = { id: '40', source: `${cells[40].source}\ntf.` };
  tell({ sources: [typed] });
  const first = await ask('complete', { cell: '40', offset: typed.source.length });
  if (first.result?.items[0]?.name !== 'tensor') {
    throw new Error('The language service does not complete what the benchmark asks for.');
  }

  const times = { complete: [], names: [], hover: [], diagnostics: [] };
  for (let i = 0; i < edits; i++) {
    const source = `${cells[40].source}\nconst extra = ${i};\nvalues39.`;
    tell({ sources: [{ id: '40', source }] });
    const offset = source.length;
    times.complete.push(await ask('complete', { cell: '40', offset }));
    times.diagnostics.push(await ask('diagnostics', { cell: '40' }));
    times.hover.push(await ask('hover', { cell: '40', offset: offset - 3 }));
    const name = `${cells[40].source}\nconst extra = ${i};\nrep`;
    tell({ sources: [{ id: '40', source: name }] });
    times.names.push(await ask('complete', { cell: '40', offset: name.length }));
  }
  await worker.terminate();
  const figures = Object.entries(times).map(([what, all]) => {
    const [took, cpu] = ['took', 'cpu'].map(key => all.map(each => each[key]));
    return [
      what,
      {
        median: percentile(took, 0.5),
        p95: percentile(took, 0.95),
        cpuMedian: percentile(cpu, 0.5)
      }
    ];
  });
  const { took, cpu } = first;
  return { sizes, start, first: { took, cpu }, ...Object.fromEntries(figures) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await measureLanguage(), null, 2));
}
