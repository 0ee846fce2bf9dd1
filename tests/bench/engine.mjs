// The engine beside TensorFlow.js as it comes, in one page of Chromium, and beside native TensorFlow.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { browserOptions } from '../../scripts/browser.mjs';
import { workloads } from './engine-workloads.mjs';
import { table } from './figures.mjs';

const ROUNDS = 2;
const THREADS = 1;

/** What the ratios are to be, by workload: to native TensorFlow and to the stock engine. */
const aims = { mlp: '≤ 1.5 × native', cnn: '≤ 3 × native', matmul: '< stock' };

const wasmNames = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm'
];

async function bundle(root, entry) {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'tests/bench', entry)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
    define: { global: 'globalThis' }
  });
  return outputFiles[0].text;
}

/** Starts a worker in the page; what it says on a message comes from `ask`. */
async function startWorker(page, name, source, wasm) {
  const ask = message =>
    page.evaluate(([name, message]) => window.ask(name, message), [name, message]);
  await page.evaluate(
    ([name, source]) => {
      const url = URL.createObjectURL(new window.Blob([source], { type: 'text/javascript' }));
      // A module starts from a blob's address only where a classic worker imports it.
      const starter = new window.Blob([
        `import(${JSON.stringify(url)}).catch(e => postMessage({ failed: e.message }));
        onmessage = event => setTimeout(() => onmessage(event), 50);`
      ]);
      const worker = new window.Worker(URL.createObjectURL(starter));
      window.workers = { ...window.workers, [name]: worker };
      window.ask = (name, message) =>
        new Promise(resolve => {
          window.workers[name].onmessage = ({ data }) => resolve(data);
          if (message.wasm) {
            message.wasm = Object.fromEntries(
              Object.entries(message.wasm).map(([name, text]) => [
                name,
                Uint8Array.from(window.atob(text), letter => letter.charCodeAt(0)).buffer
              ])
            );
          }
          window.workers[name].postMessage(message);
        });
    },
    [name, source]
  );
  const started = await ask({ wasm });
  if (started.ready !== 'wasm') {
    throw new Error(`The worker '${name}' did not start: ${started.failed ?? started.ready}`);
  }
  return ask;
}

function measureNative(root, python, ids) {
  const { status, signal, stdout, stderr } = spawnSync(
    python,
    [path.join(root, 'tests/bench/engine.py'), String(THREADS), ...ids],
    { encoding: 'utf8' }
  );
  if (status !== 0) {
    return { reason: stderr.trim().split('\n').at(-1) || `it ended with ${signal ?? status}` };
  }
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** The smaller one; a figure of an earlier round may be missing. */
const fastest = (a, b) => Math.min(a ?? Infinity, b);

/**
 * Measures and prints one table.
 *
 * @param {{ root: string, python?: string, reason?: string, ids: string[] }} options the checkout,
 *   a Python with TensorFlow or the reason why there is none, and the workloads; all where empty
 */
export async function benchEngine({ root, python, reason, ids }) {
  const chosen = workloads.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const wasm = Object.fromEntries(
    wasmNames.map(name => [
      name,
      readFileSync(
        path.join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist', name)
      ).toString('base64')
    ])
  );
  const browser = await chromium.launch(browserOptions());
  const figures = Object.fromEntries(chosen.map(({ id }) => [id, {}]));
  let native = { reason };
  try {
    const page = await browser.newPage();
    const engines = {};
    for (const name of ['ours', 'stock']) {
      const source = await bundle(root, `engine-worker-${name}.mjs`);
      engines[name] = await startWorker(page, name, source, wasm);
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const { id } of chosen) {
        for (const [name, ask] of Object.entries(engines)) {
          const { fastest: time, failed } = await ask({ measure: id });
          figures[id][name] = failed ? undefined : fastest(figures[id][name], time);
        }
      }
      if (python) {
        const measured = measureNative(root, python, ids);
        native = measured.figures || !native.figures ? measured : native;
        for (const [id, time] of Object.entries(measured.figures ?? {})) {
          figures[id].native = fastest(figures[id].native, time);
        }
      }
    }
    console.log(
      `Chromium ${browser.version()}, an opaque origin, a worker, one thread on all sides; ` +
        (native.versions
          ? `TensorFlow ${native.versions.tensorflow}, Keras ${native.versions.keras}`
          : `native TensorFlow was not measured: ${native.reason}`) +
        '\n'
    );
  } finally {
    await browser.close();
  }
  const time = value => (value === undefined ? 'cannot' : `${value.toPrecision(3)} ms`);
  const ratio = (a, b) => (a === undefined || b === undefined ? '–' : (a / b).toFixed(2));
  const rows = chosen.map(({ id, title }) => {
    const { ours, stock, native: own } = figures[id];
    const shown = own === undefined ? '–' : time(own);
    return [
      title,
      time(ours),
      time(stock),
      shown,
      ratio(ours, stock),
      ratio(ours, own),
      aims[id] ?? ''
    ];
  });
  const head = ['what', 'ours', 'stock', 'native', 'ours / stock', 'ours / native', 'aim'];
  console.log(`${table([head, ...rows])}\n`);
  const { matmul, matmulTA, matmulTB } = figures;
  if (matmul && matmulTA && matmulTB) {
    const worst = Math.max(matmulTA.ours, matmulTB.ours) / matmul.ours;
    console.log(`Transposed / plain, ours: ${worst.toFixed(2)} (aim ≤ 1.3)\n`);
  }
}

/** Prints what each module of the built runtime weighs, as it is sent. */
export function weighModules({ root }) {
  const folder = path.join(root, 'build/runtime');
  const { entry, chunks, wasm } = JSON.parse(readFileSync(path.join(folder, 'manifest.json')));
  const files = [
    ['the runtime itself', entry],
    ...chunks.map(name => [/^library-(\w+)\./.exec(name)?.[1] ?? `part ${name}`, name]),
    ...Object.entries(wasm).map(([name, file]) => [`${name} (one of them)`, file])
  ];
  const rows = files.map(([title, file]) => {
    const bytes = readFileSync(path.join(folder, file));
    return [title, `${(gzipSync(bytes).length / 1024).toFixed(0)} KB`];
  });
  console.log(table([['loaded when a cell first imports it', 'gzip'], ...rows]));
}
