import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ThreadHost } from '../../src/node/thread-host';
import { Client, runtimeFolder } from './client';

let client: Client;
beforeAll(() => {
  client = new Client();
});
afterAll(() => client.dispose());

/** Runs a cell that prints `go` and then does not end, interrupts it, and gives its reply. */
async function interrupted(code: string) {
  const started = client.printed('go');
  const running = client.execute(code);
  await started;
  client.kernel.interrupt();
  return (await running).reply;
}

/** Cells that never end by themselves, and that an interrupt ends with the variables kept. */
const endless: Record<string, string> = {
  'while (true)': "console.log('go'); while (true) {}",
  'a chain of promises that never yields':
    "console.log('go'); const next = (): Promise<void> => Promise.resolve().then(next); await next()",
  'an async function that awaits itself':
    "console.log('go'); async function next(): Promise<void> { await null; return next() }; await next()",
  'microtasks that queue one another':
    "console.log('go'); function again() { queueMicrotask(again) }; again(); await new Promise(() => {})",
  'for await over an endless source':
    "console.log('go'); async function* source() { for (;;) yield 1 }; for await (const x of source());",
  'for await over timers that never end':
    "console.log('go'); async function* source() { for (;;) yield new Promise(done => setTimeout(done, 1)) }; for await (const x of source());",
  'a loop in a callback': "console.log('go'); [1].forEach(() => { for (;;); })",
  'a promise that never settles': "console.log('go'); await new Promise(() => {})",
  'calls without end and without depth': "console.log('go'); Array.from({ length: 1e9 }, () => 1)",
  'a loop that catches everything':
    "console.log('go'); for (;;) { try { for (;;); } catch { continue } }"
};

/** Cells that no check can reach. */
const unreachable: Record<string, string> = {
  'a regular expression that backtracks': "console.log('go'); /(a+)+$/.test('a'.repeat(60) + 'b')",
  'a tight wasm call': `const loop = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11];
const { instance } = await WebAssembly.instantiate(new Uint8Array(loop));
console.log('go'); (instance.exports as { f(): void }).f()`
};

describe('an interrupt', () => {
  it.each(Object.entries(endless))('ends %s and keeps the variables', async (_, code) => {
    await client.execute('let kept = 41;');
    expect(await interrupted(code)).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect(await client.value('kept + 1')).toBe('42');
  });

  it('ends what a cell has left behind, and keeps the variables', async () => {
    await client.execute('let kept = 41;');
    const started = client.printed('go');
    await client.execute("setTimeout(() => { console.log('go'); for (;;); })");
    await started;
    client.kernel.interrupt();
    expect(await client.value('kept + 1')).toBe('42');
  });

  it('ends a handler of a comm, and keeps the variables', async () => {
    await client.execute(
      "let kept = 41; comms.onOpen('lessonbook.endless', () => { console.log('go'); for (;;); })"
    );
    const started = client.printed('go');
    void client.request('comm_open', { comm_id: 'endless', target_name: 'lessonbook.endless' });
    await started;
    client.kernel.interrupt();
    expect(await client.value('kept + 1')).toBe('42');
  });

  it('ends what a cell has left behind beyond any check, and the next cell tells', async () => {
    const started = client.printed('go');
    await client.execute(
      "setTimeout(() => { console.log('go'); /(a+)+$/.test('a'.repeat(60) + 'b'); })"
    );
    await started;
    client.kernel.interrupt();
    const { reply } = await client.execute('1');
    expect(reply).toMatchObject({ status: 'error', ename: 'KernelReplaced' });
    expect(await client.value('6 * 7')).toBe('42');
  });

  it.each(Object.entries(unreachable))(
    'ends %s, says that the variables are gone, and the next cell runs',
    async (_, code) => {
      await client.execute('let lost = 1;');
      const reply = await interrupted(code);
      expect(reply).toMatchObject({ status: 'error', ename: 'KernelReplaced' });
      expect(reply.evalue).toMatch(/All variables are gone/);
      expect(await client.value('typeof lost')).toBe("'undefined'");
    }
  );

  it('reaches what an earlier cell has left running before the next one could begin', async () => {
    await client.execute('let kept = 41;');
    const started = client.printed('spinning');
    await client.execute("setTimeout(() => { console.log('spinning'); for (;;); });");
    await started;
    const next = client.execute('1');
    client.kernel.interrupt();
    await next;
    expect(await client.value('kept + 1')).toBe('42');
  });
});

describe('without an interrupt', () => {
  it('infinite recursion is an error like any other', async () => {
    await client.execute('let kept = 41;');
    const { reply } = await client.execute('const f = (): number => f() + 1;\nf()');
    expect(reply).toMatchObject({ status: 'error', ename: 'RangeError' });
    expect(await client.value('kept + 1')).toBe('42');
  });

  it('a cell that takes all memory ends, and the next cell runs', async () => {
    const small = new Client({ host: new ThreadHost(runtimeFolder, 200) });
    const { reply } = await small.execute(
      'const all = []; for (;;) all.push(new Array(1000).fill({}))'
    );
    expect(reply).toMatchObject({ status: 'error', ename: 'KernelDied' });
    expect(reply.evalue).toMatch(/memory/);
    expect(await small.value('1 + 1')).toBe('2');
    small.dispose();
  });
});
