import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { KernelMessage } from '@jupyterlab/services';
import { Client } from './client';

const sleep = 'const sleep = (ms: number) => new Promise(done => setTimeout(done, ms));';

let client: Client;
/** What each cell has put out, by its code: texts of streams and messages of errors. */
const shown = new Map<string, string>();

beforeAll(async () => {
  client = new Client();
  const codes = new Map<string, string>();
  client.kernel.clients.add(({ header, parent_header, content }: KernelMessage.IMessage) => {
    const id = (parent_header as KernelMessage.IHeader).msg_id;
    const { code, text, evalue } = content as Record<string, string | undefined>;
    const type: string = header.msg_type;
    if (type === 'execute_input') {
      codes.set(id, code ?? '');
    } else if (type === 'stream' || type === 'error') {
      const cell = codes.get(id) ?? '';
      shown.set(cell, `${shown.get(cell) ?? ''}${text ?? ''}${type === 'error' ? evalue : ''}`);
    }
  });
  await client.execute(sleep);
});
beforeEach(() => shown.clear());
afterAll(() => client.dispose());

/** Runs cells one after the other and gives what is shown under each. */
async function run(...cells: string[]): Promise<(string | undefined)[]> {
  for (const cell of cells) {
    await client.execute(cell);
  }
  return cells.map(cell => shown.get(cell));
}

const later = "console.log('of the second'); await sleep(60); console.log('still');";

test('what an abandoned function prints goes to the cell that called it', async () => {
  await client.execute(
    'async function count() { for (let i = 0; i < 3; i++) { await sleep(10); console.log(i) } }'
  );
  expect(await run('void count()', later)).toEqual(['0\n1\n2\n', 'of the second\nstill\n']);
});

test('so does what it prints once something it waited for has failed', async () => {
  const first = `const fails = () => sleep(10).then(() => { throw new Error('no') });
void (async () => { try { await fails() } catch { console.log('caught') } })()`;
  expect(await run(first, later)).toEqual(['caught\n', 'of the second\nstill\n']);
});

test('so do a timer, a display and a callback of a timer', async () => {
  const first = "setTimeout(async () => { await sleep(5); console.log('tick') }, 5)\n0";
  expect(await run(first, later)).toEqual(['tick\n', 'of the second\nstill\n']);
});

test('so does what a callback of then, catch or finally prints', async () => {
  const first = `sleep(5)
  .then(() => { console.log('then'); throw new Error('no') })
  .catch(() => console.log('catch'))
  .finally(async () => { await sleep(5); console.log('finally') });
0`;
  expect(await run(first, later)).toEqual(['then\ncatch\nfinally\n', 'of the second\nstill\n']);
});

const rejected: Record<string, string> = {
  'of an async function of an earlier cell': 'void late()',
  'that nobody waits for': "void Promise.reject(new Error('late'))",
  'that a timer rejects':
    "void new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5))",
  'of an arrow function': "void (async () => { await sleep(5); throw new Error('late') })()",
  'thrown in a callback of then': "void sleep(5).then(() => { throw new Error('late') })",
  'thrown in a timer': "setTimeout(() => { throw new Error('late') }, 5); 0"
};

test.each(Object.entries(rejected))(
  'an error %s is reported under the cell that started it',
  async (_, first) => {
    await client.execute("async function late() { await sleep(5); throw new Error('late') }");
    expect(await run(first, later)).toEqual(['late', 'of the second\nstill\n']);
  }
);

const waiting: Record<string, string> = {
  'a loop': "for (;;) { await sleep(5); console.log('tick') }",
  'a loop that catches everything':
    "for (;;) { try { await sleep(5); console.log('tick') } catch { console.log('caught') } }",
  'a function of an earlier cell': 'await ticks()',
  'a timer': "setInterval(() => console.log('tick'), 5); await new Promise(() => {})",
  'for await':
    "async function* source() { for (;;) yield sleep(5) }; for await (const _ of source()) console.log('tick')"
};

test.each(Object.entries(waiting))(
  '%s that waits does not go on after an interrupt',
  async (_, cell) => {
    await client.execute(
      "async function ticks() { for (;;) { await sleep(5); console.log('tick') } }"
    );
    const started = client.printed('tick');
    const running = client.execute(cell);
    await started;
    client.kernel.interrupt();
    expect((await running).reply).toMatchObject({ ename: 'Interrupted' });
    shown.clear();
    expect(await run(later)).toEqual(['of the second\nstill\n']);
    expect([...shown.keys()]).toEqual([later]);
  }
);
