import { expect, test, vi } from 'vitest';
import type { LanguageEvents, LanguageHost } from '../../src/language/host';
import { LanguageServer } from '../../src/language/server';
import type { FromLanguage, ToLanguage } from '../../src/protocol/language';

/** Workers that answer when the test says so. */
class Workers implements LanguageHost {
  readonly all: { events: LanguageEvents; got: ToLanguage[]; ended: boolean }[] = [];

  spawn(events: LanguageEvents) {
    const worker = { events, got: [] as ToLanguage[], ended: false };
    this.all.push(worker);
    return {
      post: (message: ToLanguage) => worker.got.push(structuredClone(message)),
      terminate: () => {
        worker.ended = true;
      }
    };
  }

  get last() {
    const worker = this.all.at(-1);
    if (!worker) {
      throw new Error('No worker was started.');
    }
    return worker;
  }

  say(message: FromLanguage): void {
    this.last.events.message(message);
  }

  /** The requests that the last worker was given, as `method cell`. */
  get requests(): string[] {
    return this.last.got.flatMap(message =>
      message.kind === 'request'
        ? [
            `${message.call.method} ${'cell' in message.call.params ? message.call.params.cell : ''}`
          ]
        : []
    );
  }

  /** Answers the request that the last worker was given last. */
  answer(result: Extract<FromLanguage, { kind: 'answer' }>['result']): void {
    const request = this.last.got.findLast(message => message.kind === 'request');
    this.say({ kind: 'answer', id: request?.id ?? 0, result });
  }
}

function setUp() {
  const workers = new Workers();
  const server = new LanguageServer(workers);
  const client = server.open();
  client.setCells([
    { id: 'a', source: 'const a = 1' },
    { id: 'b', source: 'a' }
  ]);
  return { workers, server, client };
}

test('no worker is started before somebody asks', () => {
  expect(setUp().workers.all).toHaveLength(0);
});

test('a worker that is ready hears of the cells first, then of what changes', () => {
  const { workers, client } = setUp();
  void client.hover('a', 0);
  expect(workers.last.got).toEqual([]);
  workers.say({ kind: 'ready' });
  client.setSource('b', 'a + 1');
  client.setSource('b', 'a + 1');
  client.setCells([
    { id: 'a', source: 'const a = 1' },
    { id: 'b', source: 'a + 1' }
  ]);
  client.setCells([
    { id: 'b', source: 'a + 1' },
    { id: 'a', source: 'const a = 2' }
  ]);
  const { notebook } = client;
  const changes = workers.last.got.flatMap(message =>
    message.kind === 'cells' ? [message.change] : []
  );
  expect(changes).toEqual([
    {
      order: ['a', 'b'],
      sources: [
        { id: 'a', source: 'const a = 1' },
        { id: 'b', source: 'a' }
      ]
    },
    { sources: [{ id: 'b', source: 'a + 1' }] },
    { order: ['b', 'a'], sources: [{ id: 'a', source: 'const a = 2' }] }
  ]);
  expect(
    workers.last.got.every(message => !('notebook' in message) || message.notebook === notebook)
  ).toBe(true);
});

test('one request at a time, and what somebody waits for at the cursor first', async () => {
  const { workers, client } = setUp();
  void client.diagnostics('a');
  void client.diagnostics('b');
  void client.semanticTokens('a');
  workers.say({ kind: 'ready' });
  expect(workers.requests).toEqual(['diagnostics a']);
  const completions = client.complete('b', 1);
  workers.answer([]);
  expect(workers.requests).toEqual(['diagnostics a', 'complete b']);
  workers.answer({ range: { start: 0, end: 1 }, items: [], members: false });
  expect(await completions).toMatchObject({ members: false });
  expect(workers.requests.at(-1)).toBe('diagnostics b');
});

test('a newer request supersedes the older one of the same cell', async () => {
  const { workers, client } = setUp();
  const first = client.complete('a', 1);
  const other = client.complete('b', 1);
  const second = client.complete('a', 2);
  expect(await first).toBeUndefined();
  workers.say({ kind: 'ready' });
  workers.answer(undefined);
  await other;
  expect(workers.requests).toEqual(['complete b', 'complete a']);
  workers.answer({ range: { start: 0, end: 1 }, items: [], members: true });
  expect(await second).toMatchObject({ members: true });
});

test('a cancelled request ends at once and is never sent', async () => {
  const { workers, client } = setUp();
  const abort = new AbortController();
  const asked = client.references('a', 6, abort.signal);
  abort.abort();
  expect(await asked).toBeUndefined();
  expect(await client.references('a', 6, abort.signal)).toBeUndefined();
  workers.say({ kind: 'ready' });
  expect(workers.requests).toEqual([]);
});

test('edits for a source that has changed meanwhile are not given', async () => {
  const { workers, client } = setUp();
  workers.all.length = 0;
  const format = client.format('a');
  workers.say({ kind: 'ready' });
  client.setSource('a', 'const  a = 1');
  workers.answer([]);
  expect(await format).toBeUndefined();
});

test('a request that fails is answered with nothing, and the next goes on', async () => {
  const { workers, client } = setUp();
  const hover = client.hover('a', 6);
  const definition = client.definition('b', 0);
  workers.say({ kind: 'ready' });
  workers.say({ kind: 'failed', id: 1, reason: 'it broke' });
  expect(await hover).toBeUndefined();
  workers.answer([]);
  expect(await definition).toEqual([]);
});

test('a worker that dies is replaced; what waited goes to the new one with all cells', async () => {
  const { workers, server, client } = setUp();
  const hover = client.hover('a', 6);
  const definition = client.definition('b', 0);
  workers.say({ kind: 'ready' });
  workers.last.events.crashed('out of memory');
  expect(await hover).toBeUndefined();
  expect(workers.all).toHaveLength(2);
  expect(server.state).toBe('starting');
  workers.say({ kind: 'ready' });
  expect(workers.last.got.map(message => message.kind)).toEqual(['cells', 'request']);
  workers.answer([]);
  expect(await definition).toEqual([]);
});

test('a worker that hangs is replaced', async () => {
  vi.useFakeTimers();
  try {
    const { workers, client } = setUp();
    const hover = client.hover('a', 6);
    workers.say({ kind: 'ready' });
    vi.advanceTimersByTime(20_000);
    expect(await hover).toBeUndefined();
    expect(workers.all.map(({ ended }) => ended)).toEqual([true, false]);
  } finally {
    vi.useRealTimers();
  }
});

test('a worker that dies again and again is given up until it is asked for anew', async () => {
  const { workers, server, client } = setUp();
  const states: string[] = [];
  server.stateChanged.add(state => states.push(state));
  const hover = client.hover('a', 6);
  workers.last.events.crashed('no file');
  workers.last.events.crashed('no file');
  workers.last.events.crashed('no file');
  expect(await hover).toBeUndefined();
  expect(await client.complete('a', 1)).toBeUndefined();
  expect(workers.all).toHaveLength(3);
  server.start();
  expect(workers.all).toHaveLength(4);
  expect(states).toEqual(['starting', 'failed', 'starting']);
});

test('a hover carries what the kernel last saw of the variable', async () => {
  const { workers, client } = setUp();
  client.describe = name => Promise.resolve(`${name}: tensor [344, 4] float32`);
  const hover = client.hover('a', 6);
  workers.say({ kind: 'ready' });
  workers.answer({
    range: { start: 6, end: 7 },
    signature: 'const a: tf.Tensor2D',
    documentation: '',
    variable: 'a'
  });
  expect(await hover).toMatchObject({ lastSeen: 'a: tensor [344, 4] float32' });
});

test('a closed notebook is forgotten and its requests end', async () => {
  const { workers, client } = setUp();
  workers.all.length = 0;
  const hover = client.hover('a', 6);
  workers.say({ kind: 'ready' });
  client.dispose();
  expect(await hover).toBeUndefined();
  expect(await client.hover('a', 6)).toBeUndefined();
  expect(workers.last.got.at(-1)?.kind).toBe('close');
});

test('files that are wanted are read and told, and told anew when they have changed', async () => {
  const { workers, server, client } = setUp();
  let text = 'one';
  client.readBeside = paths => {
    expect(paths).toEqual([
      'helpers.ts',
      'helpers.js',
      'helpers.mjs',
      'helpers.json',
      'helpers/index.ts',
      'helpers/index.js'
    ]);
    return Promise.resolve({ path: 'helpers.ts', text });
  };
  const heard = vi.fn();
  client.filesChanged.add(heard);
  server.start();
  workers.say({ kind: 'ready' });
  workers.say({ kind: 'wants', notebook: client.notebook, paths: ['helpers'] });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  await client.refreshFiles();
  expect(heard).toHaveBeenCalledTimes(1);
  text = 'two';
  await client.refreshFiles();
  const told = workers.last.got.flatMap(message =>
    message.kind === 'cells' && message.change.files?.length ? [message.change.files] : []
  );
  expect(told).toEqual([
    [{ asked: 'helpers', file: { path: 'helpers.ts', text: 'one' } }],
    [{ asked: 'helpers', file: { path: 'helpers.ts', text: 'two' } }]
  ]);
  server.dispose();
});
