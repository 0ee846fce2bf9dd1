import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

type Server = Awaited<ReturnType<typeof serve>>;

let outside: string;
let folder: string;
let server: Server;

beforeAll(async () => {
  outside = await mkdtemp(path.join(tmpdir(), 'lessonbook-serve-'));
  folder = path.join(outside, 'site');
  await mkdir(path.join(folder, 'static'), { recursive: true });
  await mkdir(path.join(outside, 'site-secret'));
  await writeFile(path.join(folder, 'index.html'), '<p>Lessonbook');
  await writeFile(path.join(folder, 'first.ipynb'), '{}');
  await writeFile(path.join(folder, 'runtime.mjs'), 'export {}');
  await writeFile(path.join(folder, 'kernel.wasm'), '');
  await writeFile(path.join(folder, '.hidden'), 'secret');
  await writeFile(path.join(folder, 'static/main.0123456789abcdef0123.js'), '0');
  await writeFile(path.join(outside, 'secret.txt'), 'secret');
  await writeFile(path.join(outside, 'site-secret/secret.txt'), 'secret');
  await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'link.txt'));
  server = await serve({ folder });
});

afterAll(async () => {
  await server.close();
  await rm(outside, { recursive: true });
});

const get = (address: string, init?: RequestInit) => fetch(new URL(address, server.url), init);

/** The status for a path that is sent as it stands, which `fetch` would tidy up first. */
function rawStatus(target: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path: target }, response => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the server', () => {
  it('isolates its pages', async () => {
    const { headers } = await get('');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  });

  it.each([
    ['', 'text/html'],
    ['first.ipynb', 'application/json'],
    ['runtime.mjs', 'text/javascript'],
    ['kernel.wasm', 'application/wasm']
  ])('sends %j as %s', async (address, type) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
  });

  it('lets browsers keep hashed files for ever and ask again for the others', async () => {
    const hashed = await get('static/main.0123456789abcdef0123.js');
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    const page = await get('index.html');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  it('answers 304 to a browser that has the file', async () => {
    const etag = (await get('first.ipynb')).headers.get('etag') ?? '';
    const again = await get('first.ipynb', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await get('first.ipynb', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await get('first.ipynb', { method: 'PUT' })).status).toBe(405);
  });

  it('says in a page that there is nothing', async () => {
    const missing = await get('nothing.js');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('text/html');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/../site-secret/secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/.hidden',
    '/index.html%00.txt',
    '/%ff',
    '//etc/passwd'
  ])('sends nothing for %s', async target => {
    expect(await rawStatus(target)).toBe(404);
  });

  it('can leave out the isolation and serve below a path', async () => {
    const plain = await serve({ folder, isolation: false, basePath: '/foo/bar/' });
    try {
      const response = await fetch(plain.url.replace(/\/$/, ''));
      expect(response.url).toBe(plain.url);
      expect(await response.text()).toContain('Lessonbook');
      expect(response.headers.has('cross-origin-embedder-policy')).toBe(false);
      expect((await fetch(new URL('/index.html', plain.url))).status).toBe(404);
    } finally {
      await plain.close();
    }
  });

  it('says when its port is taken', async () => {
    await expect(serve({ folder, port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE'
    });
  });
});
