import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureVenv } from '../../scripts/venv.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const installedAt = /\.data\/data\/share\/jupyter\/labextensions\/jupyterlab-lessonbook\/(.*)$/;
const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-wheel-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const venv = await ensureVenv();
const limit = 240_000;

/** The names in a wheel. */
function namesIn(python: string, wheel: string): string[] {
  const script = 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))';
  return execFileSync(python, ['-c', script, wheel], { encoding: 'utf8' }).trim().split('\n');
}

describe('the wheel', () => {
  it('has the whole extension, for any Python and system', { timeout: limit }, context => {
    if (venv.reason !== undefined) {
      return context.skip(venv.reason);
    }
    const hatchling = ['-m', 'hatchling', 'build', '--target', 'wheel', '--directory', folder];
    execFileSync(venv.python, hatchling, { cwd: root, stdio: 'pipe' });
    const [wheel = ''] = readdirSync(folder);
    expect(wheel).toMatch(/^jupyterlab_lessonbook-.*-py3-none-any\.whl$/);

    const names = namesIn(venv.python, path.join(folder, wheel));
    const installed = names.map(name => installedAt.exec(name)?.[1]).filter(Boolean);
    const built = readdirSync(path.join(root, 'build/labextension'), {
      recursive: true,
      withFileTypes: true
    })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .map(file => path.relative(path.join(root, 'build/labextension'), file))
      .map(file => file.replaceAll(path.sep, '/'));
    expect(installed.toSorted()).toEqual(built.toSorted());
    expect(built).toEqual(
      expect.arrayContaining([
        'install.json',
        'package.json',
        'schemas/jupyterlab-lessonbook/package.json.orig',
        'static/runtime/manifest.json',
        'static/third-party-licenses.json',
        expect.stringMatching(/^static\/remoteEntry\..*\.js$/)
      ])
    );
    expect(names).toContainEqual(expect.stringMatching(/licenses\/LICENSE$/));
    for (const name of readdirSync(path.join(root, 'build/runtime'))) {
      const [packed, own] = ['build/labextension/static/runtime', 'build/runtime'].map(at =>
        readFileSync(path.join(root, at, name))
      );
      expect(packed?.equals(own ?? Buffer.of()), name).toBe(true);
    }

    const twine = ['-m', 'twine', 'check', '--strict', path.join(folder, wheel)];
    expect(execFileSync(venv.python, twine, { encoding: 'utf8' })).toContain('PASSED');
  });
});
