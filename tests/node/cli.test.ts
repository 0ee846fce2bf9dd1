import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checksText, folderWith, lessonText } from './lesson-folder';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/lessonbook.mjs');
const files = { 'maths/double/lesson.md': lessonText(), 'maths/double/checks.ts': checksText };

function start(...args: string[]) {
  // In a group of its own, which Ctrl-C then reaches as a whole.
  const child = spawn(process.execPath, [bin, ...args], { cwd: root, detached: true });
  const printed = { out: '', err: '' };
  const listeners = new Set<() => void>();
  child.stdout.on('data', data => {
    printed.out += String(data);
    listeners.forEach(listener => listener());
  });
  child.stderr.on('data', data => {
    printed.err += String(data);
    listeners.forEach(listener => listener());
  });
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  /** Resolves when what has been printed matches. */
  const says = (pattern: RegExp) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const look = () => {
      if (pattern.test(printed.out) || pattern.test(printed.err)) {
        listeners.delete(look);
        resolve(undefined);
      }
    };
    listeners.add(look);
    look();
    return promise;
  };
  return { child, printed, ended, says };
}

async function lessonbook(...args: string[]) {
  const { printed, ended } = start(...args);
  return { code: await ended, ...printed };
}

describe('lessonbook', { timeout: 60_000 }, () => {
  it('says how it is used', async () => {
    expect(await lessonbook('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('lessonbook build DIR')
    });
    expect(await lessonbook('bild', '.')).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no command 'bild'")
    });
    expect((await lessonbook('run', 'x', '--timeout', 'long')).code).toBe(2);
  });

  it('says which Node.js it needs where it finds an older one', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-old-'));
    const old = path.join(folder, 'bin/lessonbook.mjs');
    mkdirSync(path.dirname(old));
    copyFileSync(bin, old);
    const pretend = path.join(folder, 'pretend.cjs');
    writeFileSync(
      pretend,
      "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });\n" +
        "Object.defineProperty(process, 'version', { value: 'v18.20.4' });\n"
    );
    const args = ['--require', pretend, old, 'kernel', 'start', 'connection.json'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Lessonbook needs Node\.js 22 or later, and \S+ is v18\.20\.4\.\n/);
    expect(stderr).toContain('https://nodejs.org');
    rmSync(folder, { recursive: true });
  });

  it('builds, runs and checks a folder of lessons', async () => {
    const folder = folderWith({
      ...files,
      'broken.ipynb': '{',
      'maths/double/answers/double/right-a.ts': 'const result = input * 2;'
    });
    const notebook = path.join(folder, 'notebooks/maths/double.ipynb');
    expect((await lessonbook('build', folder)).code).toBe(0);
    expect(await lessonbook('run', notebook)).toMatchObject({
      code: 0,
      out: `${notebook} ran whole.\n`
    });

    const broken = path.join(folder, 'broken.ipynb');
    const { code, out } = await lessonbook('check', broken, notebook, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject([
      { notebook: broken, error: expect.stringContaining('no JSON') },
      { lesson: 'maths/double', exercises: [{ result: { outcome: 'notAttempted' } }] }
    ]);

    const solved = path.join(folder, 'solved.ipynb');
    const text = readFileSync(notebook, 'utf8').replace(
      '"// Here."\n',
      '"const result = input * 2;"\n'
    );
    writeFileSync(solved, text);
    expect(await lessonbook('check', solved, '--csv', '--lessons', folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining('solved.ipynb,double,passed,2,2,Right.')
    });

    const gate = await lessonbook('gate', folder);
    expect(gate.code).toBe(1);
    expect(gate.out.trimEnd().split('\n').at(-1)).toBe('4 passed, 6 failed, 0 skipped');
  });

  it('builds anew when a lesson changes, until it is interrupted', async () => {
    const folder = folderWith(files);
    const { child, ended, says } = start('preview', folder);
    await says(/Watching/);
    const notebook = path.join(folder, 'notebooks/maths/double.ipynb');
    expect(existsSync(notebook)).toBe(true);
    writeFileSync(path.join(folder, 'maths/double/lesson.md'), 'no lesson');
    await says(/lesson\.md:1: /);
    rmSync(notebook);
    writeFileSync(path.join(folder, 'maths/double/lesson.md'), lessonText({ cell: ' input;' }));
    await says(/1 changed[^]*1 changed/);
    expect(readFileSync(notebook, 'utf8')).toContain('input;');
    process.kill(-(child.pid ?? expect.unreachable()), 'SIGINT');
    expect(await ended).toBe(0);
  });
});
