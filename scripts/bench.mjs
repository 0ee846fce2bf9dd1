// npm run bench: how long it takes from opening a host to the first output, and from Ctrl-Enter to
// the output of a cell, beside the Python kernel of the same JupyterLab.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from './browser.mjs';
import { build } from './build.mjs';
import { startLab } from './jupyter.mjs';
import { serve } from './serve.mjs';
import { ensureVenv } from './venv.mjs';
import {
  load,
  measureTrips,
  notebook,
  openPython,
  ours,
  python,
  trips
} from '../tests/bench/pages.mjs';

const root = path.resolve(import.meta.dirname, '..');
const loads = 5;

/** The app; each profile gets the notebook first, by an upload. */
async function startApp() {
  const { url, close } = await serve({ folder: path.join(root, 'build/app') });
  const prepare = async context => {
    const page = await context.newPage();
    await page.goto(url);
    const chooser = page.waitForEvent('filechooser');
    await page.locator('[data-jp-item-name="uploader"]').click();
    await (
      await chooser
    ).setFiles({
      name: 'bench.ipynb',
      mimeType: 'application/json',
      buffer: Buffer.from(notebook(ours))
    });
    await page.locator('#jp-main-statusbar', { hasText: '| Idle' }).waitFor({ timeout: 60_000 });
    await settle(page);
    // Only the notebook stays: the page itself is to come from the server again.
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', {
      origin: new URL(url).origin,
      storageTypes: 'service_workers,cache_storage,shader_cache'
    });
    await devtools.send('Network.clearBrowserCache');
  };
  return { name: 'app', address: () => `${url}?path=bench.ipynb`, prepare, stop: close };
}

/** JupyterLab with the notebook and one of Python's; the reason, where there is no Python. */
async function startJupyterLab(temporary) {
  const { reason } = await ensureVenv({ root, log: text => console.error(text) });
  if (reason) {
    return { reason };
  }
  const files = mkdtempSync(path.join(temporary, 'files-'));
  writeFileSync(path.join(files, 'bench.ipynb'), notebook(ours));
  writeFileSync(path.join(files, 'python.ipynb'), notebook(python));
  const lab = await startLab({ root, notebookDir: files });
  let count = 0;
  // Each load has a workspace of its own, so that none finds the layout of the one before.
  const address = () =>
    `${lab.url}lab/workspaces/bench-${++count}/tree/bench.ipynb?token=${lab.token}`;
  return { name: 'JupyterLab', address, prepare: async () => undefined, stop: lab.stop };
}

/** Runs `work` in a browser that has just started, with a profile that holds the notebook alone. */
async function withProfile(temporary, host, work) {
  const profile = mkdtempSync(path.join(temporary, 'profile-'));
  const launch = async use => {
    const context = await chromium.launchPersistentContext(profile, {
      ...browserOptions(),
      viewport: { width: 1280, height: 900 }
    });
    try {
      await use(context);
    } finally {
      await context.close();
    }
  };
  try {
    await launch(host.prepare);
    await launch(work);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Lets a service worker finish its copy, so that the next load finds what a second visit finds. */
async function settle(page) {
  await page.evaluate(async () => {
    const { active } = (await window.navigator.serviceWorker?.getRegistration())
      ? await window.navigator.serviceWorker.ready
      : {};
    if (active && active.state !== 'activated') {
      await new Promise(resolve => active.addEventListener('statechange', resolve, { once: true }));
    }
  });
}

async function measureLoads(host, temporary) {
  const cold = [];
  const warm = [];
  for (let run = 0; run < loads; run++) {
    await withProfile(temporary, host, async context => {
      const first = await context.newPage();
      cold.push(await load(first, host.address()));
      await settle(first);
      await first.close();
      warm.push(await load(await context.newPage(), host.address()));
    });
  }
  return { cold, warm };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const median = values => quantile(values, 0.5);
const seconds = values => `${(median(values) / 1000).toFixed(1)} s`;
const milliseconds = value => `${value.toFixed(0)} ms`;

function printTable(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'), '\n');
}

async function main() {
  await build({ names: ['extension', 'app'] });
  const temporary = mkdtempSync(path.join(tmpdir(), 'lessonbook-bench-'));
  // Figures from a machine that is busy with other things say little.
  const busy = loadavg()[0].toFixed(1);
  const hosts = [];
  try {
    hosts.push(await startApp());
    const lab = await startJupyterLab(temporary);
    if (lab.reason) {
      console.log(`JupyterLab is left out: ${lab.reason}`);
    } else {
      hosts.push(lab);
    }

    const loadRows = [];
    const tripRows = [];
    let versions;
    for (const host of hosts) {
      console.error(`Measuring the ${host.name} …`);
      const { cold, warm } = await measureLoads(host, temporary);
      for (const [kind, runs] of Object.entries({ cold, warm })) {
        const column = name => seconds(runs.map(run => run[name]));
        loadRows.push([host.name, kind, column('visible'), column('idle'), column('output')]);
      }
      await withProfile(temporary, host, async context => {
        versions ??= context.browser()?.version() ?? (await userAgentVersion(context));
        const page = await context.newPage();
        await load(page, host.address());
        const kernels = [['TypeScript', await measureTrips(page)]];
        if (host.name === 'JupyterLab') {
          await openPython(page);
          kernels.push(['Python', await measureTrips(page)]);
        }
        for (const [kernel, times] of kernels) {
          tripRows.push([host.name, kernel, ...[0.5, 0.95].map(q => quantile(times, q))]);
        }
      });
    }
    const reference = tripRows.find(([, kernel]) => kernel === 'Python')?.[2];
    const { version: labVersion } = JSON.parse(
      readFileSync(path.join(root, 'node_modules/@jupyterlab/application/package.json'), 'utf8')
    );
    console.log(
      `Chromium ${versions}, JupyterLab ${labVersion}, Node ${process.versions.node}, ` +
        `${cpus().length} cores, load average ${busy} before\n`
    );
    console.log(`From opening the page to the first output (median of ${loads})\n`);
    printTable(['host', 'load', 'notebook seen', 'kernel idle', 'first output'], loadRows);
    console.log(`From Ctrl-Enter to the output of 1+1 (${trips} runs)\n`);
    printTable(
      ['host', 'kernel', 'median', 'p95', 'median / Python'],
      tripRows.map(([host, kernel, middle, p95]) => [
        host,
        kernel,
        milliseconds(middle),
        milliseconds(p95),
        reference ? (middle / reference).toFixed(2) : '–'
      ])
    );
  } finally {
    for (const host of hosts) {
      await host.stop();
    }
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function userAgentVersion(context) {
  const page = await context.newPage();
  const agent = await page.evaluate(() => window.navigator.userAgent);
  await page.close();
  return /Chrome\/([\d.]+)/.exec(agent)?.[1] ?? 'of an unknown version';
}

await main();
