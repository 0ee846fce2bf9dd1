import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

const isolationHeaders = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin'
};

// Types that sirv does not know.
const types = { '.ipynb': 'application/json', '.mjs': 'text/javascript' };

const year = 31_536_000;

/**
 * Serves a folder of files on 127.0.0.1.
 *
 * @param {object} options
 * @param {string} options.folder the folder to serve, and nothing outside it
 * @param {number} [options.port] 0, the default, takes a free one
 * @param {boolean} [options.isolation] sends the headers that isolate the page; on by default
 * @param {Record<string, string>} [options.mounts] further folders, by the name they appear under
 * @param {string} [options.basePath] the path that the folder appears under, '/' by default
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 *   rejects with `code: 'EADDRINUSE'` when the port is taken
 */
export async function serve({ folder, port = 0, isolation = true, basePath = '/', mounts = {} }) {
  const base = `/${basePath}/`.replaceAll(/\/+/g, '/');
  const places = [...Object.entries(mounts), ['', folder]].map(([name, place]) => {
    const root = realpathSync(place);
    return { prefix: name && `/${name}`, root, files: sirv(root, { dev: true, etag: true }) };
  });

  const server = createServer((request, response) => {
    if (isolation) {
      Object.entries(isolationHeaders).forEach(([name, value]) => response.setHeader(name, value));
    }
    response.setHeader('x-content-type-options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return finish(response, 405, 'Only GET and HEAD are answered here.');
    }
    const { pathname, search } = new URL(request.url, 'http://localhost');
    if (`${pathname}/` === base) {
      response.setHeader('location', base + search);
      return finish(response, 301, '');
    }
    const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : null;
    const place = places.find(({ prefix }) => inside?.startsWith(`${prefix}/`));
    const file = place && inside?.slice(place.prefix.length);
    if (!file || !isInside(place.root, file)) {
      return notFound(response);
    }
    const type = types[path.extname(file)];
    if (type) {
      response.setHeader('content-type', type);
    }
    const hashed = /\.[0-9a-f]{16,}\.[a-z0-9.]+$/.test(file);
    response.setHeader('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
    request.url = file + search;
    place.files(request, response, () => notFound(response));
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = server.address().port;
  return {
    url: `http://127.0.0.1:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

/** Whether a requested path stays in `root`, also after decoding it and following links. */
function isInside(root, pathname) {
  try {
    const decoded = decodeURIComponent(pathname);
    if (/[\0\\]/.test(decoded) || decoded.split('/').some(step => step.startsWith('.'))) {
      return false;
    }
    const real = realpathSync(path.join(root, decoded));
    return real === root || real.startsWith(root + path.sep);
  } catch {
    // No such file, or a path that cannot be decoded.
    return false;
  }
}

function notFound(response) {
  response.removeHeader('content-type');
  finish(response, 404, 'There is nothing at this address.');
}

function finish(response, status, message) {
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.statusCode = status;
  response.end(
    `<!doctype html><html lang="en"><title>${status}</title><p>${message} <a href="./">Lessonbook</a></p>`
  );
}
