import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CellsAssistant } from '../../src/language/assistant';
import { LanguageServer } from '../../src/language/server';
import { ThreadLanguageHost } from '../../src/node/language-host';
import { pack } from '../language/pack';
import { Client, runtimeFolder } from './client';

const server = new LanguageServer(
  new ThreadLanguageHost(path.resolve(runtimeFolder, '../language'))
);

const client = new Client({ assistant: new CellsAssistant(server.open()) });

afterAll(() => {
  client.dispose();
  server.dispose();
});

const complete = async (code: string, cursor = [...code].length) =>
  (await client.request('complete_request', { code, cursor_pos: cursor })).reply;

test('a name of a cell that ran is completed, after characters of two units', async () => {
  await client.execute('const penguins = [{ mass: 1 }];');
  expect(await complete("'🐧'; peng")).toMatchObject({
    status: 'ok',
    matches: ['penguins'],
    cursor_start: 5,
    cursor_end: 9,
    metadata: {
      _jupyter_types_experimental: [{ text: 'penguins', type: 'constant', start: 5, end: 9 }]
    }
  });
  expect((await complete('penguins[0].')).matches).toEqual(['mass']);
});

test('a name is explained', async () => {
  const code = 'penguins.length';
  const { reply } = await client.request('inspect_request', {
    code,
    cursor_pos: 3,
    detail_level: 0
  });
  expect(reply).toMatchObject({ status: 'ok', found: true });
  expect((reply.data as Record<string, string>)['text/plain']).toContain('const penguins:');
  const nothing = await client.request('inspect_request', {
    code: ' ',
    cursor_pos: 0,
    detail_level: 0
  });
  expect(nothing.reply).toMatchObject({ found: false, data: {} });
});

test('both are answered while a cell runs', async () => {
  const printed = client.printed('running');
  const running = client.execute("console.log('running'); await new Promise(() => {})");
  await printed;
  expect((await complete('pengu')).matches).toEqual(['penguins']);
  client.kernel.interrupt();
  expect((await running).reply.status).toBe('error');
});

test('after a restart the names are forgotten', async () => {
  client.kernel.restart();
  expect((await complete('pengu')).matches).toEqual([]);
});

test('every global that has a type is there in a cell', async () => {
  const text = pack.files['/globals.d.ts'] ?? '';
  const names = [...text.matchAll(/^declare (?:function|const) (\w+)/gm)].map(([, name]) => name);
  expect(names).toContain('display');
  expect(await client.value(`[${names.join(', ')}].every(value => value !== undefined)`)).toBe(
    'true'
  );
});
