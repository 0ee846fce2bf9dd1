import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureVenv } from '../../scripts/venv.mjs';
import { sharedWithCore } from '../../scripts/webpack/core.js';

interface CorePackage {
  resolutions: Record<string, string>;
  jupyterlab: { singletonPackages: string[] };
}

const venv = await ensureVenv();

async function corePackage(folder: string): Promise<CorePackage> {
  const pattern = '{lib/python*,Lib}/site-packages/jupyterlab/staging/package.json';
  for await (const file of glob(pattern, { cwd: folder })) {
    return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CorePackage;
  }
  throw new Error(`There is no JupyterLab in ${folder}`);
}

describe('what comes from the page', () => {
  it('takes every patch of the JupyterLab it is built for, and later 4.x', () => {
    const shared = sharedWithCore();
    expect(shared['@jupyterlab/services']?.requiredVersion).toBe('^7.6.0');
    expect(shared['@jupyterlab/notebook']?.requiredVersion).toBe('^4.6.0');
  });

  it('keeps to the minor version where the major one is 0', () => {
    expect(sharedWithCore()['@jupyter/web-components']?.requiredVersion).toMatch(/^\^0\.\d+\.0$/);
  });

  it('is never bundled', () => {
    expect(Object.values(sharedWithCore()).filter(entry => entry.import !== false)).toEqual([]);
  });

  it('is what JupyterLab says it shares', async context => {
    if (venv.reason !== undefined) {
      return context.skip(venv.reason);
    }
    const core = await corePackage(venv.folder);
    const shared = sharedWithCore();
    const singletons = Object.keys(shared).filter(name => shared[name]?.singleton);
    expect(core.jupyterlab.singletonPackages).toEqual(expect.arrayContaining(singletons));
    expect(Object.keys(core.resolutions)).toEqual(expect.arrayContaining(Object.keys(shared)));
  });
});
