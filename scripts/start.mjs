// npm start: installs and builds what is out of date, then serves the app.
// Everything but Node itself may be missing here, so packages are imported only after `install`.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';

const root = path.resolve(import.meta.dirname, '..');
const usage = 'npm start -- [--port N] [--no-open]';
const defaultPort = 8000;

function readOptions() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } }
  });
  const port = values.port === undefined ? defaultPort : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535. ${usage}`);
  }
  return { port, mayOpen: !values['no-open'] };
}

/** Serves on `port`, or where it is taken on the next one that is free. */
async function serveFrom(port) {
  const { serve } = await import('./serve.mjs');
  for (let attempt = port; ; attempt++) {
    try {
      return await serve({ folder: path.join(root, 'build/app'), port: attempt });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt >= Math.min(port + 50, 65_535)) {
        throw error;
      }
      console.log(`Port ${attempt} is taken, trying ${attempt + 1}.`);
    }
  }
}

/** Whether there is a screen, and a person before it. */
function hasBrowser() {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasScreen = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
  return !CI && hasScreen;
}

async function openBrowser(url) {
  const { default: open } = await import('open');
  const child = await open(url);
  child.once('error', () => console.log('No browser could be opened: open the address yourself.'));
}

async function main() {
  const { port, mayOpen } = readOptions();
  await install(root);
  const { build } = await import('./build.mjs');
  await build({ names: ['app'] });
  if (!existsSync(path.join(root, 'build/app/index.html'))) {
    throw new Error('The build made no app');
  }
  const server = await serveFrom(port);
  console.log(`Lessonbook is at ${server.url} (Ctrl-C ends it)`);
  if (mayOpen && hasBrowser()) {
    await openBrowser(server.url);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(0));
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
