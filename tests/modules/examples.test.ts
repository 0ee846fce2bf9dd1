import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesOf, publicApi } from '../../scripts/reference-api.mjs';
import { diskOutside } from '../../src/node/disk-outside';
import { Client } from '../node/client';
import { agrees, importsFor, problemsOf, stepsOf } from './examples';

const modules = publicApi();
const importable = [
  { name: '@tensorflow/tfjs', values: [] },
  ...modules.map(({ name, entries }) => ({
    name,
    values: entries.filter(each => each.kind !== 'type').map(each => each.name)
  }))
];

/** Every documented example, under the name of the function and the place of its tag. */
const examples = modules.flatMap(module =>
  examplesOf(module.entries).map(({ name, code = '', file, line }) => ({
    module: module.name,
    code,
    imports: importsFor(code, importable),
    title: `${name} (${file}:${line})`,
    /** The line in the source of a line of the code, both counted as they are. */
    at: (offset: number) => `${name}, ${file}:${line + 2 + offset}`
  }))
);

describe('every documented example', () => {
  it('is a block of TypeScript', () => {
    expect(examples.filter(({ code }) => !code).map(({ title }) => title)).toEqual([]);
  });

  it('is right by the types that a cell sees, and needs no other example', () => {
    const named = new Map(examples.map((each, i) => [String(i), each]));
    const sources = new Map(
      [...named].map(([key, { imports, code }]) => [key, `${imports}\n${code}`])
    );
    const problems = problemsOf(sources, modules).map(({ name, line, message }) => {
      const { imports = '', at } = named.get(name) ?? {};
      return `${at?.(line - imports.split('\n').length)}: ${message}`;
    });
    expect(problems).toEqual([]);
    // The compiler reads all modules and their packages, which takes long on a busy machine.
  }, 120_000);
});

const documented = new Set(examples.map(({ module }) => module));

describe.each([...documented])('the examples of %s', name => {
  const own = examples.filter(({ module }) => module === name);
  let client: Client;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-examples-'));
    client = new Client({ outside: diskOutside(path.join(folder, 'examples.ipynb')) });
  });
  afterAll(async () => {
    await client.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(own.map(each => [each.title, each] as const))('%s', async (_, example) => {
    await client.execute(example.imports);
    for (const step of stepsOf(example.code)) {
      const { reply, outputs } = await client.execute(step.code);
      const printed =
        reply.status === 'ok'
          ? outputs.map(output => (output.output_type === 'stream' ? output.text : '')).join('')
          : `${reply.ename as string}: ${reply.evalue as string}`;
      const place = example.at(step.line);
      if (!step.expected) {
        expect(reply.status, `${place} fails: ${printed}`).toBe('ok');
      } else if (!agrees(step.expected, printed)) {
        expect.fail(`${place} prints\n${printed}\nbut says\n${step.expected.join('\n')}`);
      }
    }
  });
});
