// npm run bench:editor: how fast a long lesson is to open and to type into in Monaco, beside the same
// cells in CodeMirror in the same page, and what is fetched for it.
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { browserOptions } from './browser.mjs';
import { build } from './build.mjs';
import * as editors from './editor-page.mjs';
import { serve } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');
const cells = 60;
const runs = 5;
const keys = 120;
const answers = 30;
const { Monaco, CodeMirror } = editors.kinds;

/** What the first cell does: it trains for longer than all that is measured meanwhile. */
const training =
  "import * as tf from '@tensorflow/tfjs';\n" +
  'const model = tf.sequential();\n' +
  "model.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [32] }));\n" +
  'model.add(tf.layers.dense({ units: 1 }));\n' +
  "model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });\n" +
  'await model.fit(tf.randomNormal([2000, 32]), tf.randomNormal([2000, 1]), { epochs: 100_000 });';

/** A notebook of this many cells, a lesson or none; both have the same code. */
function notebook(isLesson) {
  const source = index =>
    `// Cell ${index}\nfunction step${index}(values: tf.Tensor1D): tf.Tensor1D {\n` +
    `  return values.mul(${index}).add(1);\n}\n` +
    `const result${index} = step${index}(tf.tensor1d([1, 2, 3]));\nresult${index}.shape;`;
  return JSON.stringify({
    metadata: {
      kernelspec: {
        name: 'lessonbook-typescript',
        display_name: 'TypeScript (Lessonbook)',
        language: 'typescript'
      },
      language_info: { name: 'typescript', mimetype: 'text/typescript' },
      ...(isLesson ? { lessonbook: { format: 1, title: 'Bench', exercises: [] } } : {})
    },
    nbformat: 4,
    nbformat_minor: 5,
    cells: Array.from({ length: cells }, (_, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      execution_count: null,
      metadata: {},
      outputs: [],
      source: index === 0 ? training : source(index)
    }))
  });
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const ms = value => `${value.toFixed(0)} ms`;
const range = values => [ms(quantile(values, 0.5)), ms(quantile(values, 0.95))];
const megabytes = bytes => `${(bytes / 2 ** 20).toFixed(0)} MB`;

function printTable(head, rows) {
  const line = row => `| ${row.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'), '\n');
}

/** What a lesson fetches for its editor and its types. */
const parts = {
  Monaco: [/^static\/monaco\..*\.js$/],
  'its styles and icons': [/^static\/monaco\..*\.css$/, /^static\/codicon\./],
  'its worker': [/^static\/lessonbook-monaco\./],
  'TypeScript and types': [/^language\//]
};

/** Bytes of these parts, packed as a server sends them. */
function printBytes() {
  const folder = path.join(root, 'build/app');
  const files = readdirSync(folder, { recursive: true }).map(file => file.replaceAll('\\', '/'));
  let total = 0;
  const rows = Object.entries(parts).map(([name, patterns]) => {
    const sizes = files
      .filter(file => patterns.some(pattern => pattern.test(file)) && /\.\w+$/.test(file))
      .map(file => gzipSync(readFileSync(path.join(folder, file))).length);
    const size = sizes.reduce((sum, one) => sum + one, 0) / 1e6;
    total += size;
    return [name, `${size.toFixed(2)} MB`];
  });
  printTable(['part', 'gzip'], [...rows, ['all', `${total.toFixed(2)} MB`]]);
}

/** Whether a file belongs to Monaco; the types are read as soon as the app is idle. */
const isMonaco = file =>
  Object.entries(parts).some(
    ([name, patterns]) =>
      name !== 'TypeScript and types' && patterns.some(pattern => pattern.test(file))
  );

/** Opens pages anew, and each time a lesson in it: what a learner waits for once. */
async function printFirst(page, url) {
  const opened = [];
  const listed = [];
  for (let run = 0; run < runs; run++) {
    await editors.openPage(page, url);
    opened.push(await editors.openNotebook(page, Monaco));
    const start = performance.now();
    await editors.completeOften(page, 1);
    listed.push(performance.now() - start);
    await editors.closeAll(page);
  }
  printTable(
    ['the first lesson of a page', 'median', 'longest'],
    [
      ['its editors on screen', ms(quantile(opened, 0.5)), ms(Math.max(...opened))],
      ['from there to the first list', ms(quantile(listed, 0.5)), ms(Math.max(...listed))]
    ]
  );
}

/** Opens the lesson and its twin by turns, and types into each. */
async function printBeside(page, devtools) {
  const measured = { Monaco: [], CodeMirror: [] };
  const typed = { Monaco: [], CodeMirror: [] };
  for (let run = 0; run < runs; run++) {
    for (const [name, kind] of Object.entries(editors.kinds)) {
      const empty = await editors.heap(devtools);
      const opened = await editors.openWhole(page, kind);
      measured[name].push({ opened, held: (await editors.heap(devtools)) - empty });
      await editors.allEditors(page, kind, cells);
      typed[name].push(...(await editors.typeKeys(page, kind, keys)));
      await editors.closeAll(page);
    }
  }
  const median = (name, key) =>
    quantile(
      measured[name].map(run => run[key]),
      0.5
    );
  printTable(
    ['editor', `${cells} cells on screen`, 'key to paint, median', 'p95', 'heap'],
    Object.keys(measured).map(name => [
      name,
      ms(median(name, 'opened')),
      ...range(typed[name]),
      megabytes(median(name, 'held'))
    ])
  );
}

/** How fast the language service is to answer in the editor, at rest and while a cell trains. */
async function printAnswers(page) {
  await editors.openWhole(page, Monaco);
  await editors.allEditors(page, Monaco, cells);
  const measure = async () => [
    ['key to paint', ...range(await editors.typeKeys(page, Monaco, keys))],
    ['dot to list', ...range(await editors.completeOften(page, answers))],
    ['mistake to mark', ...range(await editors.mistakeOften(page, answers))]
  ];
  const head = ['median', 'p95'];
  printTable(['Monaco, once warm', ...head], await measure());
  await editors.closeAll(page);
  await editors.openWhole(page, Monaco);
  await editors.startFirst(page, Monaco);
  printTable(['Monaco, while a cell trains', ...head], await measure());
  await editors.closeAll(page);
}

async function main() {
  await build({ names: ['app'] });
  const server = await serve({ folder: path.join(root, 'build/app'), isolation: true });
  const browser = await chromium.launch(browserOptions());
  try {
    const [load] = loadavg();
    console.log(
      `Chromium ${browser.version()}, ${cpus().length} cores, load average ${load.toFixed(1)} before\n`
    );
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const devtools = await page.context().newCDPSession(page);
    const fetched = [];
    page.on('request', request => fetched.push(new URL(request.url()).pathname.slice(1)));
    await editors.openPage(page, server.url);
    const early = fetched.filter(isMonaco);
    console.log(`Files of Monaco fetched before a notebook was opened: ${early.length}\n`);
    await editors.upload(page, CodeMirror, notebook(false));
    const before = await editors.heap(devtools);
    await editors.upload(page, Monaco, notebook(true));
    const loaded = (await editors.heap(devtools)) - before;
    console.log(`Monaco itself, once a page: ${megabytes(loaded)} of heap\n`);
    await printBeside(page, devtools);
    await printAnswers(page);
    await printFirst(page, server.url);
    printBytes();
    console.log(`Load average after: ${loadavg()[0].toFixed(1)}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
