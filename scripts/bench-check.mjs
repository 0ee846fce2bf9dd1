// npm run bench:check: how long it takes from a click on Check to the verdict in the page, in a
// notebook of 30 exercises; and how long the gate takes for the lessons that there are.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from './browser.mjs';
import { build } from './build.mjs';
import { serve } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');
const exercises = 30;
const rounds = 3;
const fence = '```';

const block = (head, text) => `${fence}${head}\n${text}\n${fence}\n`;

const exercise = index =>
  [
    `### Exercise: Double ${index} {#double-${index}}\n`,
    `Let \`result${index}\` be twice \`input\`.\n`,
    block('ts starter', `const result${index} = input;`),
    ...['One.', 'Two.', 'Three.'].map(hint => block('hint', hint)),
    block('ts solution', `const result${index} = input.multiply(2);`),
    block('why', 'Twice is times two.')
  ].join('\n');

const checker = index => `'double-${index}': async check => {
  const name = 'result${index}';
  const np = await check.import('numpy');
  const other = await check.rerun({ input: np.arange(50) });
  return compare(check.value(name), np.arange(100).multiply(2), { name }) ??
    compare(other.value(name), np.arange(50).multiply(2), { name });
}`;

/** Writes the lesson's notebook, its exercises answered, and gives the folder. */
function writeNotebook(temporary) {
  const lesson = path.join(temporary, 'bench/thirty');
  mkdirSync(lesson, { recursive: true });
  const places = Array.from({ length: exercises }, (_, index) => index);
  const front = '---\ntitle: Thirty\npromise: Thirty checks.\nminutes: 1\n---\n';
  const start = block('ts', "import * as np from 'numpy';\nconst input = np.arange(100);");
  writeFileSync(path.join(lesson, 'lesson.md'), [front, start, ...places.map(exercise)].join('\n'));
  writeFileSync(
    path.join(lesson, 'checks.ts'),
    `import { compare, defineChecks } from 'lessonbook/check';\nexport default defineChecks({${places.map(checker).join(',\n')}});`
  );
  const out = path.join(temporary, 'notebooks');
  run('build', temporary, '--out', out);
  const file = path.join(out, 'bench/thirty.ipynb');
  const notebook = JSON.parse(readFileSync(file, 'utf8'));
  for (const cell of notebook.cells) {
    const index = /^double-(\d+)$/.exec(cell.id)?.[1];
    if (index !== undefined && cell.cell_type === 'code') {
      cell.source = `const result${index} = input.multiply(2);`;
    }
  }
  writeFileSync(file, JSON.stringify(notebook));
  return out;
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'build/node/lessonbook.mjs'), ...args],
    { cwd: root, encoding: 'utf8' }
  );
  if (status !== 0) {
    throw new Error(`lessonbook ${args[0]} failed: ${stdout}${stderr}`);
  }
  return stdout;
}

/** Milliseconds from the click to the verdict, as the page itself sees both. */
async function clickToVerdict(view) {
  return view.evaluate(
    node =>
      new Promise(resolve => {
        const button = node.querySelector('button');
        const started = performance.now();
        let checking = false;
        const observer = new window.MutationObserver(() => {
          checking ||= node.querySelector('.lb-checking') !== null;
          if (checking && node.querySelector('.lb-passed')) {
            observer.disconnect();
            window.requestAnimationFrame(() => resolve(performance.now() - started));
          }
        });
        observer.observe(node, { childList: true, subtree: true });
        button.click();
      })
  );
}

async function measure(url) {
  const browser = await chromium.launch(browserOptions());
  try {
    // So high that all cells are in view: one that is not has no button in the page.
    const page = await browser.newPage({ viewport: { width: 1280, height: 12_000 } });
    await page.goto(`${url}?preview=bench/thirty.ipynb`);
    const views = page.locator('.lb-exercise');
    await page.locator('#jp-main-statusbar', { hasText: '| Idle' }).waitFor({ timeout: 60_000 });
    await views.nth(exercises - 1).waitFor({ timeout: 60_000 });
    await page.locator('.jp-CodeCell').first().locator('.jp-InputPrompt').click();
    await page.keyboard.press('Control+Enter');
    await page
      .locator('.jp-CodeCell')
      .first()
      .locator('.jp-InputPrompt', { hasText: /\[\d+\]/ })
      .waitFor();
    const times = [];
    for (let round = 0; round < rounds; round++) {
      for (let index = 0; index < exercises; index++) {
        times.push(await clickToVerdict(views.nth(index)));
      }
    }
    // The first check of all compiles the checkers.
    return { first: times[0], times: times.slice(1).sort((a, b) => a - b) };
  } finally {
    await browser.close();
  }
}

const temporary = mkdtempSync(path.join(tmpdir(), 'lessonbook-bench-'));
try {
  await build({ names: ['runtime', 'node', 'app'] });
  const out = writeNotebook(temporary);
  const server = await serve({ folder: path.join(root, 'build/app'), mounts: { preview: out } });
  const { first, times } = await measure(server.url);
  await server.close();
  const at = share => Math.round(times[Math.floor(share * (times.length - 1))]);
  console.log(`Click to verdict, ${exercises} exercises, ${times.length} checks:`);
  console.log(`median ${at(0.5)} ms, p95 ${at(0.95)} ms, the first of all ${Math.round(first)} ms`);
  const start = performance.now();
  console.log(run('gate', 'lessons').trimEnd().split('\n').at(-1));
  console.log(`Gate: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  console.log(
    `Load average ${loadavg()
      .map(load => load.toFixed(1))
      .join(', ')}`
  );
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
