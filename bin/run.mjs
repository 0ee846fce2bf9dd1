// What bin/lessonbook.mjs starts in a Node.js that is new enough.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** Serves the app, with the notebooks that `preview` makes. */
async function servePreview(root, args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' } }
  });
  const out = values.out ?? path.join(positionals[0] ?? '.', 'notebooks');
  const { build } = await import('../scripts/build.mjs');
  await build({ names: ['app'] });
  mkdirSync(out, { recursive: true });
  const { serve } = await import('../scripts/serve.mjs');
  const server = await serve({ folder: path.join(root, 'build/app'), mounts: { preview: out } });
  console.log(`Open ${server.url}?preview=TRACK/LESSON.ipynb, and reload it after a change.`);
  return server;
}

/** Runs the built command line, which reads the arguments and sets the exit code. */
export async function run(root) {
  const script = path.join(root, 'build/node/lessonbook.mjs');
  if (!existsSync(script)) {
    const { build } = await import('../scripts/build.mjs');
    await build({ names: ['node'] });
  }
  const [command, ...args] = process.argv.slice(2);
  const preview = command === 'preview' && args.length > 0;
  const server = preview ? await servePreview(root, args) : undefined;
  await import(pathToFileURL(script).href);
  await server?.close();
}
