import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab } from '../../scripts/jupyter.mjs';
import { ensureVenv, linkExtension } from '../../scripts/venv.mjs';

const venv = await ensureVenv();
const limit = 240_000;

beforeAll(() => {
  const script = path.resolve(import.meta.dirname, '../../scripts/build.mjs');
  // The test runner's own NODE_ENV would ask for another build than everybody's.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [script, 'extension'], { env, stdio: 'pipe' });
}, limit);

/** The configuration that a page of JupyterLab is given. */
async function pageConfig(url: string, token: string): Promise<Record<string, unknown>> {
  const html = await (await fetch(`${url}lab?token=${token}`)).text();
  const json = /<script id="jupyter-config-data"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
  return JSON.parse(json) as Record<string, unknown>;
}

describe('a JupyterLab with the extension', () => {
  const files = mkdtempSync(path.join(tmpdir(), 'lessonbook-files-'));
  afterAll(() => {
    rmSync(files, { recursive: true, force: true });
  });

  it('lists it as enabled and OK', context => {
    if (venv.reason !== undefined) {
      return context.skip(venv.reason);
    }
    linkExtension(venv);
    const command = path.join(path.dirname(venv.python), 'jupyter-labextension');
    const { stdout, stderr } = spawnSync(command, ['list'], { encoding: 'utf8' });
    const seen = stripVTControlCharacters(stdout + stderr);
    expect(seen).toMatch(/jupyterlab-lessonbook v\S+ enabled OK/);
  });

  it('serves it below a base URL and ends without a trace', { timeout: limit }, async context => {
    if (venv.reason !== undefined) {
      return context.skip(venv.reason);
    }
    const lab = await startLab({ baseUrl: '/user/x/', notebookDir: files });
    let config;
    try {
      config = await pageConfig(lab.url, lab.token);
      const [entry] = (config.federated_extensions as { name: string; load: string }[]).filter(
        ({ name }) => name === 'jupyterlab-lessonbook'
      );
      const script = new URL(`lab/extensions/${entry?.name}/${entry?.load}`, lab.url);
      expect(new URL(lab.url).pathname).toBe('/user/x/');
      expect((await fetch(script)).status).toBe(200);
      expect((await fetch(`${lab.url}api/contents`)).status).toBe(403);
    } finally {
      await lab.stop();
    }
    // Stock plugins are disabled by the page alone, once ours are there.
    expect(JSON.stringify(config.disabledExtensions)).not.toContain('kernel-manager');
    await expect(fetch(`${lab.url}api`)).rejects.toThrow();
    expect(() => process.kill(lab.pid, 0)).toThrow('ESRCH');
  });

  it('isolates the page where that is asked for', { timeout: limit }, async context => {
    if (venv.reason !== undefined) {
      return context.skip(venv.reason);
    }
    const lab = await startLab({ isolation: true, notebookDir: files });
    try {
      const { headers } = await fetch(`${lab.url}lab?token=${lab.token}`);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    } finally {
      await lab.stop();
    }
  });
});
