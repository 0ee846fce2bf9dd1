// The kernel in a real browser: round trips beside the Python kernel of the same JupyterLab and
// beside JupyterLite's JavaScript kernel, and what much output, many cells and many tensors do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../../scripts/browser.mjs';
import { startLab } from '../../scripts/jupyter.mjs';
import { serve } from '../../scripts/serve.mjs';
import { milliseconds, quantile, table } from './figures.mjs';
import { ensureLite } from './lite.mjs';
import { megabytes } from './memory.mjs';
import { load, measureTrips, notebook, openPython, ours, python as pythonSpec } from './pages.mjs';

const ROUNDS = 3;

/** Puts a notebook into the app by an upload, which opens it. */
async function upload(page, url, name, text) {
  await page.goto(url);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('[data-jp-item-name="uploader"]').click();
  const buffer = Buffer.from(text);
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
  await page.locator('#jp-main-statusbar', { hasText: '| Idle' }).waitFor({ timeout: 60_000 });
}

/** Runs a cell to its end; resolves with the milliseconds that it took. */
async function run(page, index) {
  const cell = page.locator(`.jp-Cell[data-windowed-list-index="${index}"]`);
  await cell.locator('.cm-content').click();
  return runAgain(page, cell);
}

async function runAgain(page, cell) {
  const ended = await cell.locator('.jp-InputPrompt').evaluateHandle(prompt => {
    let started = false;
    const begun = performance.now();
    const promise = new Promise(resolve => {
      const observer = new window.MutationObserver(() => {
        started ||= prompt.textContent === '[*]:';
        if (started && /\d/.test(prompt.textContent)) {
          observer.disconnect();
          resolve(performance.now() - begun);
        }
      });
      observer.observe(prompt, { childList: true, subtree: true, characterData: true });
    });
    return { promise };
  });
  await page.keyboard.press('Control+Enter');
  return ended.evaluate(({ promise }) => promise);
}

/** Runs a cell so many times; what the browser holds at the start, at half of them and at the end. */
async function runMany(page, index, times, pid) {
  const cell = page.locator(`.jp-Cell[data-windowed-list-index="${index}"]`);
  const devtools = await page.context().newCDPSession(page);
  const held = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return megabytes(pid);
  };
  await run(page, index);
  const memory = [await held()];
  for (let time = 1; time <= times; time++) {
    await runAgain(page, cell);
    if (time % (times / 2) === 0) {
      memory.push(await held());
    }
  }
  return memory;
}

/** The longest time without a frame in the page while something is done, in milliseconds. */
async function longestGap(page, work) {
  await page.evaluate(() => {
    let last = performance.now();
    window.longestGap = 0;
    const frame = now => {
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      window.watching = window.requestAnimationFrame(frame);
    };
    window.requestAnimationFrame(frame);
  });
  await work();
  return page.evaluate(() => {
    window.cancelAnimationFrame(window.watching);
    return window.longestGap;
  });
}

const stress = [
  'for (let i = 0; i < 100_000; i++) console.log(i);',
  'let count = 41; count + 1',
  "import * as tf from '@tensorflow/tfjs';",
  'const loose = tf.ones([2_500_000]); loose.shape',
  'const tidy = tf.tidy(() => tf.ones([2_500_000]).sum().arraySync()); tidy'
];

async function measureStress({ browser, url, pid }) {
  const page = await (await browser.newContext()).newPage();
  await upload(page, url, 'stress.ipynb', notebook(ours, stress));
  const rows = [['what', 'result', 'aim']];
  const gap = await longestGap(page, () => run(page, 0));
  rows.push([
    'a cell that prints 100,000 lines: longest time without a frame',
    milliseconds(gap),
    '≤ 200 ms'
  ]);
  const mb = ([start, half, end]) =>
    `${start.toFixed(0)}, ${half.toFixed(0)}, ${end.toFixed(0)} MB`;
  rows.push([
    'the browser before, after 500 and after 1,000 cells',
    mb(await runMany(page, 1, 1000, pid)),
    'level'
  ]);
  await run(page, 2);
  rows.push([
    '200 runs with 10 MB of tensors, without `tidy`',
    mb(await runMany(page, 3, 200, pid)),
    'level'
  ]);
  rows.push(['the same with `tidy`', mb(await runMany(page, 4, 200, pid)), 'level']);

  const restarts = [];
  for (let time = 0; time < 10; time++) {
    restarts.push(await restart(page));
    // The next worker is made ready meanwhile.
    await run(page, 1);
  }
  rows.push([
    'restart of the kernel until it is idle (median of 10)',
    milliseconds(quantile(restarts, 0.5)),
    '≤ 300 ms'
  ]);
  await page.close();
  const waiting = await held({ browser, url, pid });
  const none = await held({ browser, url, pid, refuseRuntime: true });
  rows.push(['a worker that waits holds', `${(waiting - none).toFixed(0)} MB`, 'stated']);
  console.log(`${table(rows)}\n`);
}

/** Megabytes of the browser with the app's first page open, with a worker that waits, or no runtime to start. */
async function held({ browser, url, pid, refuseRuntime = false }) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  if (refuseRuntime) {
    await page.route('**/runtime/*', route => route.abort());
  }
  await page.goto(url, { waitUntil: 'networkidle' });
  const devtools = await context.newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const sum = megabytes(pid);
  await context.close();
  return sum;
}

/** Restarts the kernel of the notebook that is shown; the milliseconds until it is idle again. */
async function restart(page) {
  await page.locator('[data-command="notebook:restart-kernel"]').first().click();
  const button = page.locator('.jp-Dialog-button', { hasText: 'Restart' });
  await button.waitFor();
  const ready = await page.evaluateHandle(() => {
    // The indicator of the notebook says idle before the kernel takes a cell.
    const bar = document.querySelector('#jp-main-statusbar');
    const promise = new Promise(resolve => {
      let begun;
      document.addEventListener('click', event => (begun = event.timeStamp), {
        capture: true,
        once: true
      });
      let restarting = false;
      const observer = new window.MutationObserver(() => {
        const isIdle = bar.textContent.includes('| Idle');
        restarting ||= begun !== undefined && !isIdle;
        if (restarting && isIdle) {
          observer.disconnect();
          resolve(performance.now() - begun);
        }
      });
      observer.observe(bar, { childList: true, subtree: true, characterData: true });
    });
    return { promise };
  });
  await button.click();
  return ready.evaluate(({ promise }) => promise);
}

async function measureRoundTrips({ browser, hosts }) {
  const pages = [];
  for (const { title, address, prepare, python } of hosts) {
    const page = await (await browser.newContext()).newPage();
    await prepare?.(page);
    await load(page, address);
    pages.push({ title, page, times: [] });
    if (python) {
      const other = await (await browser.newContext()).newPage();
      await load(other, address);
      await openPython(other);
      pages.push({ title: 'ipykernel in the same JupyterLab', page: other, times: [] });
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { page, times } of pages) {
      await page.bringToFront();
      times.push(...(await measureTrips(page)));
    }
  }
  const rows = pages.map(({ title, times }) => [
    title,
    milliseconds(quantile(times, 0.5)),
    milliseconds(quantile(times, 0.95))
  ]);
  console.log(`${table([['kernel', '1+1 to the page, median', 'p95'], ...rows])}\n`);
}

/**
 * Measures and prints two tables.
 *
 * @param {{ root: string, python?: string }} options the checkout, built, and the Python of its
 *   `.venv`, without which JupyterLab and JupyterLite are left out
 */
export async function benchBrowser({ root, python }) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'lessonbook-bench-'));
  const server = await chromium.launchServer(browserOptions());
  const browser = await chromium.connect(server.wsEndpoint());
  const app = await serve({ folder: path.join(root, 'build/app') });
  const stops = [app.close, () => browser.close(), () => server.close()];
  try {
    const hosts = [
      {
        title: 'Lessonbook, app',
        address: `${app.url}?path=bench.ipynb`,
        prepare: page => upload(page, app.url, 'bench.ipynb', notebook(ours))
      }
    ];
    if (python) {
      writeFileSync(path.join(temporary, 'bench.ipynb'), notebook(ours));
      writeFileSync(path.join(temporary, 'python.ipynb'), notebook(pythonSpec));
      const lab = await startLab({ root, notebookDir: temporary });
      stops.push(lab.stop);
      const address = `${lab.url}lab/workspaces/bench/tree/bench.ipynb?token=${lab.token}`;
      hosts.push({ title: 'Lessonbook, JupyterLab', address, python: true });
      const lite = ensureLite({ root, python });
      if (lite.reason) {
        console.log(`JupyterLite is left out: ${lite.reason}\n`);
      } else {
        const site = await serve({ folder: lite.folder });
        stops.push(site.close);
        const title = "JupyterLite's JavaScript kernel";
        hosts.push({ title, address: `${site.url}lab/index.html?path=bench.ipynb` });
      }
    }
    console.log(`In Chromium ${browser.version()}\n`);
    await measureRoundTrips({ browser, hosts });
    await measureStress({ browser, url: app.url, pid: server.process().pid });
  } finally {
    for (const stop of stops) {
      await stop();
    }
    rmSync(temporary, { recursive: true, force: true });
  }
}
