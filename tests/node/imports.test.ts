import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotebookKernel, type CellRun } from '../../src/node/notebook-kernel';
import { diskOutside } from '../../src/node/disk-outside';
import { Client, runtimeFolder } from './client';

let folder: string;
let kernel: NotebookKernel;

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

beforeAll(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'lessonbook-imports-')), 'course');
  mkdirSync(folder);
});

beforeEach(() => {
  kernel = new NotebookKernel({ runtimeFolder, notebook: path.join(folder, 'intro.ipynb') });
  return () => kernel.dispose();
});

afterAll(() => rmSync(path.dirname(folder), { recursive: true }));

function valueOf(run: CellRun): unknown {
  const result = run.outputs.find(output => output.output_type === 'execute_result');
  return (result?.data as Record<string, unknown> | undefined)?.['text/plain'] ?? run.error;
}
const value = async (code: string): Promise<unknown> => valueOf(await kernel.run(code));
const traceback = ({ outputs }: CellRun): string =>
  stripVTControlCharacters(
    outputs.flatMap(output => (output.traceback as string[] | undefined) ?? []).join('\n')
  );

describe('a file beside the notebook', () => {
  it('is imported with its types erased, by any of its names', async () => {
    write(
      'helpers.ts',
      'export interface Point { x: number }\n' +
        'export const half = (n: number): number => n / 2;\n' +
        'export function double(n: number) { return n * 2; }\n' +
        'export default class Counter { count = 0 as number; }\n' +
        'export { half as halve };'
    );
    for (const name of ['./helpers.ts', './helpers', './helpers.js']) {
      const code = `import Counter, { halve, double, type Point } from '${name}';\n[halve(3), double(3), new Counter().count]`;
      expect(await value(code)).toBe('[ 1.5, 6, 0 ]');
    }
    expect(await value("import * as all from './helpers';\nObject.keys(all).join()")).toBe(
      "'default,double,half,halve'"
    );
    expect(await value("(await import('./helpers')).double(4)")).toBe('8');
  });

  it('may lie in a folder, import others and bundled modules, and be JSON or JavaScript', async () => {
    write('lib/scale.ts', "import { base } from '../base.js';\nexport const scaled = base.n * 10;");
    write('base.js', "import data from './data.json';\nexport const base = data;");
    write('data.json', '{ "n": 4 }');
    write(
      'lib/index.ts',
      "export * from './scale';\nexport * as scale from './scale.ts';\nexport { loadPenguins as birds } from 'datasets';"
    );
    expect(
      await value(
        "import { scaled, scale, birds } from './lib';\n[scaled, scale.scaled, typeof birds]"
      )
    ).toBe("[ 40, 40, 'function' ]");
  });

  it('runs once, and again once it or what it imports has changed', async () => {
    write('inner.ts', "console.log('inner runs'); export const inner = 1;");
    write('outer.ts', "import { inner } from './inner';\nexport const outer = inner + 1;");
    const code = "import { outer } from './outer';\nouter";
    const first = await kernel.run(code);
    expect([valueOf(first), first.outputs[0]?.text]).toEqual(['2', 'inner runs\n']);
    const second = await kernel.run(code);
    expect(second.outputs).toHaveLength(1);
    write('inner.ts', 'export const inner = 41;');
    expect(await value(code)).toBe('42');
  });

  it('shows its variables as they are to the files that import it', async () => {
    write('state.ts', 'export let count = 0;\nexport const step = () => { count += 1; };');
    write(
      'reader.ts',
      "import { count, step } from './state';\nstep();\nexport const seen = () => count;"
    );
    expect(
      await value(
        "import { seen } from './reader';\nimport { step } from './state';\nstep();\nseen()"
      )
    ).toBe('2');
  });

  it('may be in a circle with others, as modules may', async () => {
    write(
      'even.ts',
      "import { isOdd } from './odd';\nexport function isEven(n: number): boolean { return n === 0 || isOdd(n - 1); }"
    );
    write(
      'odd.ts',
      "import { isEven } from './even';\nexport function isOdd(n: number): boolean { return n !== 0 && isEven(n - 1); }"
    );
    expect(await value("import { isEven } from './even';\n[isEven(10), isEven(7)]")).toBe(
      '[ true, false ]'
    );
    write('a.ts', "import { b } from './b';\nexport const a = 1;\nexport const c = b;");
    write('b.ts', "import { a } from './a';\nexport const b = a + 1;");
    const run = await kernel.run("import { c } from './a';");
    expect(run.error).toBe("ReferenceError: Cannot access 'a' before initialization");
    expect(traceback(run)).toContain('b.ts, line 2, column');
  });

  it('says where its errors are, by file, line and column', async () => {
    write('broken.ts', 'const fine = 1;\nconst x = ;');
    const broken = await kernel.run("import './broken';");
    expect(traceback(broken)).toContain('broken.ts, line 2, column 11');
    expect(traceback(broken)).toContain('const x = ;');
    write('throws.ts', 'export function fail(): never {\n  throw new RangeError("no");\n}');
    const thrown = await kernel.run("import { fail } from './throws';\nfail();");
    expect(traceback(thrown)).toMatch(/throws\.ts, line 2, column 9, in fail\n +throw new Range/);
    expect(traceback(thrown)).toContain('Cell [2], line 2');
    write('bad.json', '{\n  "a": }');
    expect(traceback(await kernel.run("import bad from './bad.json';"))).toContain(
      'bad.json, line 2'
    );
    write('few.ts', 'export const one = 1;\nexport { nothing };');
    expect((await kernel.run("import { one } from './few';")).error).toContain(
      "There is no 'nothing' in this file to export."
    );
    write('few.ts', 'export const one = 1;');
    expect((await kernel.run("import { two } from './few';")).error).toContain(
      "'./few' has no export named 'two'"
    );
    expect((await kernel.run("import './missing';")).error).toMatch(
      /FileError: There is no file missing\.ts beside this notebook/
    );
  });

  it('is stopped by an interrupt as a cell is', async () => {
    write('endless.ts', "export function spin() { console.log('spinning'); while (true) {} }");
    const client = new Client({ outside: diskOutside(path.join(folder, 'intro.ipynb')) });
    await client.execute("let kept = 1;\nimport { spin } from './endless';");
    const started = client.printed('spinning');
    const running = client.execute('spin();');
    await started;
    client.kernel.interrupt();
    expect((await running).reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect(await client.value('kept')).toBe('1');
    client.dispose();
  });
});

describe("the module 'files'", () => {
  it('reads beside the notebook and writes into the folder of the notebook alone', async () => {
    write('data/numbers.csv', 'a,b\n1,2\n');
    expect(
      await value(
        "import { readText, readBytes, readJson, writeText, writeBytes, list } from 'files';\n[await readText('data/numbers.csv'), (await readBytes('./data/numbers.csv')).length]"
      )
    ).toBe("[ 'a,b\\n1,2\\n', 8 ]");
    expect(
      await value(
        "const path = await writeText('scores/first.json', '[1, 2]');\n[path, await readJson(path), await list('intro-files')]"
      )
    ).toBe("[ 'intro-files/scores/first.json', [ 1, 2 ], [ 'scores/' ] ]");
    expect(readFileSync(path.join(folder, 'intro-files/scores/first.json'), 'utf8')).toBe('[1, 2]');
    await kernel.run("await writeBytes('raw.bin', new Uint8Array([255, 0, 254]))");
    expect([...readFileSync(path.join(folder, 'intro-files/raw.bin'))]).toEqual([255, 0, 254]);
    expect((await kernel.run("await readText('intro-files/raw.bin')")).error).toMatch(/no text/);
  });

  it('refuses what lies outside, is hidden, is a notebook, or is a link to such', async () => {
    write('other.ipynb', '{}');
    write('.env', 'SECRET=1');
    write('../secret.txt', 'secret');
    symlinkSync('../secret.txt', path.join(folder, 'link.txt'));
    symlinkSync('other.ipynb', path.join(folder, 'innocent.txt'));
    symlinkSync('..', path.join(folder, 'up'));
    await kernel.run("import { readText, writeText, list } from 'files';");
    for (const name of [
      '../secret.txt',
      '%2e%2e/secret.txt',
      path.join(folder, '../secret.txt'),
      '..\\\\secret.txt',
      '.env',
      'other.ipynb',
      'link.txt',
      'innocent.txt',
      'up/secret.txt'
    ]) {
      const run = await kernel.run(`await readText('${name}')`);
      expect(run.error, name).toMatch(/^FileError: /);
    }
    expect(await value('(await list()).filter(n => /link|up|innocent|env|ipynb/.test(n))')).toBe(
      '[]'
    );
    expect((await kernel.run("await writeText('../over.txt', '')")).error).toMatch(/^FileError/);
    expect((await kernel.run("await writeText('other.ipynb', '')")).error).toMatch(/^FileError/);
    symlinkSync('..', path.join(folder, 'intro-files/out'));
    expect((await kernel.run("await writeText('out/over.txt', '')")).error).toMatch(/^FileError/);
    expect((await kernel.run("import '../secret.txt';")).error).toMatch(/outside of the folder/);
  });
});

describe('a package', () => {
  let server: Server;
  beforeAll(async () => {
    const modules: Record<string, string> = {
      '/npm/shapes@1.0.0/+esm':
        "import { area } from '/npm/areas/+esm'; import './own.js'; export const circle = r => area(r); export default 'shapes';",
      '/npm/shapes@1.0.0/own.js': 'globalThis.ownRan = true;',
      '/npm/areas/+esm': 'export const area = r => r * r * 3;'
    };
    server = createServer((request, response) => {
      const text = modules[request.url ?? ''];
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/javascript' });
      response.end(text);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    process.env.LESSONBOOK_PACKAGE_SOURCE = `http://127.0.0.1:${port}/npm/{package}/+esm`;
  });
  afterAll(() => server.close());

  it('comes from node_modules beside the notebook', async () => {
    write(
      'node_modules/tidy/package.json',
      '{ "name": "tidy", "type": "module", "exports": { ".": { "import": "./main.js" }, "./*": "./lib/*.js" } }'
    );
    write('node_modules/tidy/main.js', "export const tidy = 'tidied';");
    write('node_modules/tidy/lib/more.js', "export default 'more';");
    expect(
      await value("import { tidy } from 'tidy';\nimport more from 'tidy/more';\n[tidy, more]")
    ).toBe("[ 'tidied', 'more' ]");
  });

  it('is refused in clear words where neither is there nor the network allowed', async () => {
    const { error } = await kernel.run("import { circle } from 'shapes@1.0.0';");
    expect(error).toMatch(
      /ModuleNotFound: There is no module 'shapes@1\.0\.0' in Lessonbook, which has .*'numpy'.*--allow-network/
    );
  });

  it('comes from the network where that is allowed, with what it imports', async () => {
    const open = new NotebookKernel({
      runtimeFolder,
      notebook: path.join(folder, 'intro.ipynb'),
      allowNetwork: true
    });
    const run = await open.run(
      "import name, { circle } from 'shapes@1.0.0';\n[name, circle(2), ownRan]"
    );
    expect(valueOf(run)).toBe("[ 'shapes', 12, true ]");
    expect((await open.run("import x from 'nowhere'")).error).toMatch(/there is no such package/);
    expect((await open.run("import x from 'https://elsewhere.example/x.js'")).error).toMatch(
      /PackageError|ModuleNotFound/
    );
    open.dispose();
  });
});
