import { afterAll, expect, test, vi } from 'vitest';
import { CHECK_EXPRESSION, CHECK_MIME } from '../../src/protocol/check';
import { LAST_SEEN_EXPRESSION } from '../../src/protocol/last-seen';
import type { FromRuntime, ToRuntime } from '../../src/protocol/runtime';
import { InterruptSignal } from '../../src/runtime/interrupt';
import { startRuntime } from '../../src/runtime/start';

const said: FromRuntime[] = [];
let listener: (message: ToRuntime) => void = () => undefined;
let heard: (message: FromRuntime) => void = () => undefined;

// The runtime gives its realm a console and timers of its own.
const names = ['console', 'setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame'];
names.forEach(name => vi.stubGlobal(name, Reflect.get(globalThis, name)));
afterAll(() => vi.unstubAllGlobals());

startRuntime(
  {
    post: message => {
      said.push(message);
      heard(message);
    },
    onMessage: given => {
      listener = given;
    },
    onUncaught: () => undefined,
    importModule: () => Promise.reject(new Error('There are no modules here.')),
    loading: {
      addressOf: () => '',
      importAddress: () => Promise.reject(new Error('There are no packages here.'))
    }
  },
  new InterruptSignal(undefined)
);

let serial = 0;

/** Runs a cell, and gives all that was said until it ended. */
function run(code: string, userExpressions = {}): Promise<FromRuntime[]> {
  serial += 1;
  const id = `cell-${serial}`;
  said.length = 0;
  const { promise, resolve } = Promise.withResolvers<FromRuntime[]>();
  heard = message => {
    if (message.kind === 'done' && message.request === id) {
      resolve([...said]);
    }
  };
  const request = { id, serial, code, executionCount: serial, silent: false, userExpressions };
  listener({ kind: 'execute', request } as unknown as ToRuntime);
  return promise;
}

test('a cell is compiled, run and shown, and the next one sees its names', async () => {
  await run('const a: number = 20');
  const value = { kind: 'result', request: 'cell-2', data: { 'text/plain': '41' } };
  expect(await run('a * 2 + 1')).toMatchObject([
    value,
    { kind: 'done', outcome: { status: 'ok' } }
  ]);
});

test('what does not compile is an error with its place', async () => {
  const [done] = await run('const b = 1\nconst b = 2');
  expect(done).toMatchObject({
    outcome: { status: 'error', error: { frames: [{ cell: 3, line: 2, column: 7 }] } }
  });
});

test('an error keeps its line, and a hint where it is a known one', async () => {
  const [done] = await run("1\n  throw new Error('Tensor is disposed.')");
  expect(done).toMatchObject({
    outcome: { error: { frames: [{ line: 2, column: 9 }], hint: { id: 'disposed' } } }
  });
});

test('a check runs over the variables, and a loop of its own that never ends is stopped', async () => {
  await run('let c = 3');
  const check = async (body: string, timeLimit = 5) => {
    const checks = `module.exports.default = { e: async context => { ${body} } }`;
    const request = { exercise: 'e', checks, cellSource: 'let c = 3', points: 1, timeLimit };
    const [done] = await run('', { [CHECK_EXPRESSION]: JSON.stringify(request) });
    return done;
  };
  const outcome = (result: object) => ({
    outcome: { userExpressions: { [CHECK_EXPRESSION]: { data: { [CHECK_MIME]: result } } } }
  });
  const right = "if (context.value('c') !== 3) return { id: 'wrong', message: 'no' }";
  expect(await check(right)).toMatchObject(outcome({ outcome: 'passed' }));
  expect(await check('for (;;);', 0.1)).toMatchObject(outcome({ outcome: 'unchecked' }));
});

test('shape and dtype of a variable are told, and no code is run for it', async () => {
  await run(`
    let got = 0;
    const count = () => [got++];
    const seen = { dtype: 'float32', shape: [2, 3], dataId: {}, isDisposed: false, dataSync: count };
    const plain = { get x() { return got++; } };
  `);
  const told = async (name: string) => {
    const [done] = await run('', { [LAST_SEEN_EXPRESSION]: name });
    return done;
  };
  const outcome = (text: string) => ({
    outcome: {
      userExpressions: { [LAST_SEEN_EXPRESSION]: { ok: true, data: { 'text/plain': text } } }
    }
  });
  expect(await told('seen')).toMatchObject(outcome('tensor float32 [2, 3]'));
  expect(await told('plain')).toMatchObject(outcome(''));
  expect(await told('got++')).toMatchObject(outcome(''));
  expect(await told('nowhere')).toMatchObject(outcome(''));
  expect(await run('got')).toMatchObject([{ kind: 'result', data: { 'text/plain': '0' } }, {}]);
});
