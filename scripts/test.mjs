// npm test: sets up all that the tests need, runs everything, and ends in one line of counts. With
// --live our modules are compared with the real systems as they answer now, not with recordings.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');
const reports = path.join(root, 'build/test');
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command of the project in the project's Node; resolves to its exit code. */
function run(command, args, env = {}) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const child = spawn(path.join(bin, command), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...env }
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

function add(passed, failed, skipped) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}

/** A check that is one test: it holds or it does not. */
async function check(command, args) {
  const ok = (await run(command, args)) === 0;
  add(ok ? 1 : 0, ok ? 0 : 1, 0);
}

/** Runs a test runner and adds the counts of its report; no report is a failure. */
async function suite(command, args, report, count, env) {
  const file = path.join(reports, report);
  rmSync(file, { force: true });
  const code = await run(command, args, env);
  if (!existsSync(file)) {
    add(0, 1, 0);
    return;
  }
  const { passed, failed, skipped } = count(JSON.parse(readFileSync(file, 'utf8')));
  // A runner that fails outside its tests has failed all the same.
  add(passed, failed === 0 && code !== 0 ? 1 : failed, skipped);
}

/** Asks the real systems; each that was asked is one test. Gives the environment for the tests. */
async function askLive() {
  const { recordLive, liveRecordings } = await import('./parity.mjs');
  for (const { module, failure } of await recordLive(text => console.log(text))) {
    if (failure) console.error(`\n${module} could not be recorded:\n${failure}`);
    add(failure ? 0 : 1, failure ? 1 : 0, 0);
  }
  return { PARITY_RECORDINGS: liveRecordings };
}

async function main() {
  await install(root);
  mkdirSync(reports, { recursive: true });
  const { build } = await import('./build.mjs');
  await build();
  const recordings = process.argv.includes('--live') ? await askLive() : {};

  await check('tsc', ['-p', '.']);
  await check('eslint', ['.']);
  await check('prettier', ['--check', '--log-level', 'warn', '.']);
  await suite(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
    'vitest.json',
    report => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests
    }),
    recordings
  );
  await suite(
    'playwright',
    ['test', '--config', 'tests/browser/playwright.config.ts'],
    'playwright.json',
    // A test that passes only when it is tried again has found a bug.
    ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped
    }),
    { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'playwright.json') }
  );
}

try {
  await main();
} catch (error) {
  console.error(error);
  add(0, 1, 0);
}
const { passed, failed, skipped } = totals;
process.exitCode = failed > 0 || (process.env.CI && skipped > 0) ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
