import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** Where a Chromium or Chrome usually is, the most usual first. */
function candidates() {
  const { PATH = '', PROGRAMFILES, LOCALAPPDATA } = process.env;
  const programs = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA];
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium'].map(
        name => `/Applications/${name}.app/Contents/MacOS/${name}`
      );
    case 'win32':
      return programs
        .filter(Boolean)
        .flatMap(folder => ['Google/Chrome', 'Chromium'].map(name => path.join(folder, name)))
        .map(folder => path.join(folder, 'Application/chrome.exe'));
    default:
      return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(
        name => PATH.split(path.delimiter).map(folder => path.join(folder, name))
      );
  }
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Lets Playwright install its own Chromium, and gives the path of it. */
function installOwn() {
  const own = chromium.executablePath();
  if (!existsSync(own)) {
    const cli = path.resolve(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
    const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit']
    });
    if (status !== 0) {
      throw new Error('There is no Chromium or Chrome, and Playwright could not install its own.');
    }
  }
  return own;
}

/**
 * How to launch the browser for the tests and the benchmark: the Chromium or Chrome of the system,
 * or where there is none, Playwright's own, which is installed if need be.
 *
 * @returns {{ executablePath: string, args: string[] }} options for Playwright's `launch`
 * @throws Error when there is no browser and none can be installed
 */
export function browserOptions() {
  const executablePath = candidates().find(canRun) ?? installOwn();
  // Chromium refuses to make its sandbox for root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args };
}
