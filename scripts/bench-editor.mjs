// npm run bench:editor: how fast a long lesson is to open and to type into in Monaco, beside the same
// cells in CodeMirror in the same page, and what is fetched for it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { browserOptions } from './browser.mjs';
import { build } from './build.mjs';
import { serve } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');
const cells = 60;
const runs = 5;
const keys = 150;
const lists = 20;

/** A notebook of this many cells, a lesson or none; both have the same code. */
function notebook(isLesson) {
  const source = index =>
    `// Cell ${index}\nfunction step${index}(values: number[]): number[] {\n` +
    `  return values.map(value => value * ${index} + 1);\n}\n` +
    `const result${index} = step${index}([1, 2, 3]);\nresult${index}.length;`;
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
      source: source(index)
    }))
  });
}

const kinds = {
  Monaco: { file: 'lesson.ipynb', text: '.view-lines' },
  CodeMirror: { file: 'plain.ipynb', text: '.cm-content' }
};
const panel = '.jp-NotebookPanel:not(.lm-mod-hidden)';

async function upload(page, file, content) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-bench-'));
  writeFileSync(path.join(folder, file), content);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('[data-jp-item-name="uploader"]').click();
  await (await chooser).setFiles(path.join(folder, file));
  await page.locator(panel).waitFor();
  await idle(page);
  await closeAll(page);
  rmSync(folder, { recursive: true });
}

const idle = page =>
  page.locator('#jp-main-statusbar', { hasText: '| Idle' }).waitFor({ timeout: 60_000 });

async function closeAll(page) {
  await page.locator('.lm-MenuBar-item', { hasText: 'File' }).first().click();
  await page.locator('.lm-Menu-itemLabel', { hasText: 'Close All Tabs' }).click();
  const save = page.locator('.jp-Dialog-button', { hasText: /Discard/ });
  await page
    .locator('.jp-NotebookPanel')
    .or(save)
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  if (await save.count()) {
    await save.first().click();
  }
  await page.locator('.jp-NotebookPanel').waitFor({ state: 'detached' });
}

/** Milliseconds from the double click on a file until the screen is full of its editors. */
async function openNotebook(page, { file, text }) {
  await page.evaluate(
    ([where, what]) => {
      window.opened = new Promise(resolve => {
        let start;
        const clicked = event => {
          start ??= event.timeStamp;
        };
        document.addEventListener('dblclick', clicked, { capture: true, once: true });
        const look = () => {
          const view = document.querySelector(where)?.querySelector('.jp-WindowedPanel-outer');
          const bottom = view?.getBoundingClientRect().bottom ?? 0;
          const shown = [...(view?.querySelectorAll(what) ?? [])].filter(
            node => node.textContent.length > 0
          );
          const lowest = Math.max(0, ...shown.map(node => node.getBoundingClientRect().bottom));
          if (start !== undefined && view && lowest >= bottom) {
            resolve(performance.now() - start);
          } else {
            window.requestAnimationFrame(look);
          }
        };
        look();
      });
    },
    [panel, text]
  );
  await page.locator('.jp-DirListing-item', { hasText: file }).dblclick();
  const time = await page.evaluate(() => window.opened);
  await idle(page);
  return time;
}

/** Milliseconds from each key to the frame that shows it. */
async function typeKeys(page, { text }) {
  await page.locator(`${panel} ${text}`).nth(1).click();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    window.painted = [];
    window.watchKeys = event => {
      window.requestAnimationFrame(() => {
        const { port1, port2 } = new window.MessageChannel();
        port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp);
        port2.postMessage(0);
      });
    };
    document.addEventListener('keydown', window.watchKeys, true);
  });
  const line = '\nlet someWords = 12 + result3; ';
  for (let count = 0; count < keys; count++) {
    await page.keyboard.press(
      line[count % line.length] === '\n' ? 'Enter' : line[count % line.length]
    );
  }
  await page.waitForFunction(count => window.painted.length >= count, keys);
  return page.evaluate(() => {
    document.removeEventListener('keydown', window.watchKeys, true);
    return window.painted;
  });
}

/** Milliseconds from a dot to the list of what may follow it; null where nothing answers. */
async function completeOften(page, count) {
  const times = [];
  await page.locator(`${panel} .view-lines`).nth(1).click();
  await page.keyboard.press('Control+End');
  for (let run = 0; run < count; run++) {
    await page.keyboard.press('Enter');
    await page.keyboard.type('result0');
    await page.keyboard.press('Escape');
    await page.locator(`${panel} .view-lines`).nth(1).click();
    await page.keyboard.press('Control+End');
    await page.evaluate(() => {
      window.listed = new Promise(resolve => {
        const pressed = event => {
          const look = () => {
            const time = performance.now() - event.timeStamp;
            if (document.querySelector('.suggest-widget.visible .monaco-list-row')) {
              resolve(time);
            } else if (time > 10_000) {
              resolve(null);
            } else {
              window.requestAnimationFrame(look);
            }
          };
          look();
        };
        document.addEventListener('keydown', pressed, { capture: true, once: true });
      });
    });
    await page.keyboard.press('.');
    times.push(await page.evaluate(() => window.listed));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
  }
  return times;
}

/** Milliseconds from the last key of a mistake until it is underlined. */
async function diagnose(page) {
  await page.locator(`${panel} .view-lines`).nth(2).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('const wrong: string = 1');
  await page.evaluate(() => {
    window.marked = new Promise(resolve => {
      const pressed = event => {
        const look = () =>
          document.querySelector('.squiggly-error')
            ? resolve(performance.now() - event.timeStamp)
            : window.requestAnimationFrame(look);
        look();
      };
      document.addEventListener('keydown', pressed, { capture: true, once: true });
    });
  });
  await page.keyboard.press('2');
  return page.evaluate(() => window.marked);
}

async function heap(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const milliseconds = value => `${value.toFixed(0)} ms`;

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

/** How fast the language service is to answer in the editor. */
async function printLists(page) {
  const start = performance.now();
  const opening = await openNotebook(page, kinds.Monaco);
  const [first] = await completeOften(page, 1);
  const firstList = performance.now() - start;
  if (first === null) {
    console.log('No list within ten seconds of the dot: nothing answers.\n');
    return;
  }
  const times = await completeOften(page, lists);
  printTable(
    ['first list after opening', 'dot to list, median', 'p95', 'mistake to mark'],
    [
      [
        `${milliseconds(firstList - opening)} (${milliseconds(first)} from the dot)`,
        milliseconds(quantile(times, 0.5)),
        milliseconds(quantile(times, 0.95)),
        milliseconds(await diagnose(page))
      ]
    ]
  );
}

async function main() {
  await build({ names: ['app'] });
  const server = await serve({ folder: path.join(root, 'build/app'), isolation: true });
  const busy = loadavg()[0].toFixed(1);
  const browser = await chromium.launch(browserOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const devtools = await page.context().newCDPSession(page);
    const fetched = [];
    page.on('request', request => fetched.push(new URL(request.url()).pathname.slice(1)));
    await page.goto(server.url);
    await page.locator('#jp-main-dock-panel').waitFor();
    await upload(page, kinds.CodeMirror.file, notebook(false));
    const early = fetched.filter(file =>
      Object.values(parts)
        .flat()
        .some(pattern => pattern.test(file))
    );
    const before = await heap(devtools);
    await upload(page, kinds.Monaco.file, notebook(true));
    const loaded = (await heap(devtools)) - before;

    const opened = { Monaco: [], CodeMirror: [] };
    const typed = { Monaco: [], CodeMirror: [] };
    const held = { Monaco: [], CodeMirror: [] };
    for (let run = 0; run < runs; run++) {
      for (const [kind, how] of Object.entries(kinds)) {
        const empty = await heap(devtools);
        opened[kind].push(await openNotebook(page, how));
        held[kind].push((await heap(devtools)) - empty);
        typed[kind].push(...(await typeKeys(page, how)));
        await closeAll(page);
      }
    }
    console.log(
      `Chromium ${browser.version()}, ${cpus().length} cores, load average ${busy} before\n`
    );
    printTable(
      ['editor', `${cells} cells on screen`, 'key to paint, median', 'p95', 'heap'],
      Object.keys(kinds).map(kind => [
        kind,
        milliseconds(quantile(opened[kind], 0.5)),
        milliseconds(quantile(typed[kind], 0.5)),
        milliseconds(quantile(typed[kind], 0.95)),
        `${quantile(held[kind], 0.5).toFixed(0)} MB`
      ])
    );
    console.log(`Monaco itself, once a page: ${loaded.toFixed(0)} MB of heap\n`);
    console.log(`Files of these parts fetched before a lesson was opened: ${early.length}\n`);
    await printLists(page);
    printBytes();
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
